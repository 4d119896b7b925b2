/** The whole answer in a sentence, with whose turn it is: the worst of everything that was said. */
import { advise, ask, pass, stop } from "../../finding.ts";
import type { Urgency } from "../../knowledge/topics/urgency.ts";
import { step } from "../../steps.ts";
import type { Asked } from "../question.ts";
import { type combinationsOf, hasCrisis, isCrisis, moreUrgent, type Weighed } from "./weigh.ts";

export const triageCites: readonly string[] = ["decision-triage", "decision-symptoms"];
const floor = { floor: true } as const;

export type Together = ReturnType<typeof combinationsOf>[number];

/** All that was found in what somebody said. */
export interface Found {
  readonly weighed: readonly Weighed[];
  readonly together: readonly Together[];
  readonly unknown: readonly string[];
  /** The last capsule is behind them: there is none to stop. */
  readonly over: boolean;
}

/** What nobody here knows is called about the same day. */
export function worstUrgency({ weighed, together, unknown }: Found): Urgency {
  return [
    ...weighed.map(({ urgency }) => urgency),
    ...together.map(({ combination }) => combination.urgency),
    ...unknown.map((): Urgency => "today"),
  ].reduce(moreUrgent, "expected");
}

export function headlineOf(found: Found, { day }: Asked) {
  const { weighed, together, unknown, over } = found;
  const worst = worstUrgency(found);
  const joined = together.filter(({ combination }) => combination.urgency === worst);
  const alone = weighed.filter(({ urgency }) => urgency === worst);
  const symptoms = unique([
    ...joined.flatMap((one) => one.symptoms),
    ...alone.map(({ symptom }) => symptom.id),
  ]);
  const cites = unique([
    ...joined.flatMap(({ combination }) => combination.cites),
    ...alone.flatMap(({ symptom }) => symptom.cites),
    ...triageCites,
  ]);
  const facts = { symptoms, over };
  const noCapsule = over ? [] : [step("patient", "take-no-capsule", {}, day)];
  const call = step("patient", "call-clinic", {}, day);
  const assessed = weighed
    .filter(({ stops }) => stops)
    .map(({ symptom }) => step("prescriber", "assess-symptom", { symptom: symptom.id }, day));
  switch (worst) {
    case "emergency": {
      const talk = step("patient", "talk-to-someone-now", {}, day);
      const help = step("patient", "get-help-now", {}, day);
      if (isCrisis(found)) return stop("crisis", facts, cites, [...noCapsule, talk, ...assessed], floor);
      const alsoTalk = hasCrisis(found) ? [talk] : [];
      return stop("emergency", facts, cites, [...noCapsule, help, ...alsoTalk, ...assessed], floor);
    }
    case "today": {
      const skin = joined.filter(({ combination }) => combination.sees === "dermatologist");
      const others = alone.filter(({ symptom, stops }) => stops && symptom.fulminans !== "alone");
      const dermatologist = step("prescriber", "see-dermatologist-today", {}, day);
      const fulminans = skin.length > 0 || alone.some(({ symptom }) => symptom.fulminans === "alone");
      const see = fulminans ? [dermatologist] : [];
      if (fulminans && others.length === 0)
        return stop("dermatologist-today", facts, cites, [...noCapsule, call, ...see], floor);
      if (others.length > 0 || joined.some(({ combination }) => combination.stops))
        return stop("stop-and-call-today", facts, cites, [...noCapsule, call, ...see, ...assessed], floor);
      return symptoms.length > 0
        ? ask("call-today", facts, cites, [call])
        : ask("not-understood", { unknown }, cites, [call]);
    }
    case "next-visit":
      return alone.some(({ unread }) => unread)
        ? ask("ask-at-visit", facts, cites, [])
        : advise("tell-at-visit", facts, cites);
    case "expected":
      return pass("expected", facts, cites);
  }
}

function unique(items: readonly string[]): readonly string[] {
  return [...new Set(items)];
}
