/** What a pharmacist sees who has typed a number: whose it is, what to hand out, and whether it may be. */
import { decideDispensing } from "../../core/decide-dispensing.ts";
import type { Refusal } from "../../core/refusal.ts";
import { refuse } from "../../core/refusal.ts";
import { readNumber } from "../authorisation-number.ts";
import { authorisationOf } from "../commands/authorisation-of.ts";
import { decisionJson } from "../decision-json.ts";
import { handedOut, type Pack } from "../handed-out.ts";
import { patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import { citedIn, shownDecision } from "../shown-decision.ts";
import { type Sight, sightOf, type Viewer } from "../sight.ts";
import type { Topic } from "../topics.ts";
import type { Redemption } from "./shapes.ts";
import { authorisationView, personView, sourcesOf } from "./view-parts.ts";

/** @param typed the number as typed or scanned */
export async function redemptionView(
  practice: Practice,
  typed: string,
  pack: Pack = {},
  viewer?: Viewer,
): Promise<Redemption | Refusal> {
  const read = readNumber(typed);
  if (read === undefined) return refuse("not-a-number", { given: typed });
  const state = await patientState(practice, read.route);
  if (state === undefined) return refuse("no-such-authorisation", { number: read.number });
  const found = authorisationOf(typed, state);
  if ("refused" in found) return found;
  const decision = decideDispensing(handedOut(found, pack), state.context);
  const whole = sightOf(viewer, state.history);
  const sight = viewer?.through === "by-number" && found.state !== "open" ? ofUsed(whole) : whole;
  const shown = shownDecision(decisionJson(decision, practice.knowledge), sight);
  return {
    patient: personView(state),
    version: state.version,
    authorisation: authorisationView(found, state, sight),
    decision: shown,
    sources: citedIn(sourcesOf(decision, practice.knowledge), shown),
  };
}

/**
 * A number that was used or voided still says so at any counter, and takes capsules back. What it no longer
 * does is keep telling whoever once saw it how the patient is.
 */
function ofUsed(sight: Sight): Sight {
  const told: ReadonlySet<Topic> = new Set<Topic>(["identity", "treatment"]);
  return {
    ...sight,
    all: false,
    whole: false,
    sees: (topics) => topics.every((topic) => told.has(topic)) && sight.sees(topics),
  };
}
