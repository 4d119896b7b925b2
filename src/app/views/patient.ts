/** Everything a patient's page shows but the timeline. */
import { ageYears, type Day, dayText } from "../../core/calendar.ts";
import { begunBy, underWaySince } from "../commands/course-under-way.ts";
import { decisionJson } from "../decision-json.ts";
import type { History } from "../histories.ts";
import { openTasks } from "../open-tasks.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import { citedIn, shownDecision } from "../shown-decision.ts";
import { type Because, type Sight, sightOf, type Viewer } from "../sight.ts";
import { reading } from "../unreadable.ts";
import type { PatientView } from "./shapes.ts";
import { proposalOf, standingOf } from "./standing.ts";
import {
  authorisationView,
  failed,
  notShownView,
  personView,
  sourcesOf,
  standingView,
} from "./view-parts.ts";

/** The page's content as of now, or undefined where nobody is registered by that number. @throws UnreadableRecord */
export function patientView(
  practice: Practice,
  patient: string,
  viewer?: Viewer,
): Promise<PatientView | undefined> {
  return reading(patient, () => viewOf(practice, patient, viewer));
}

async function viewOf(
  practice: Practice,
  patient: string,
  viewer: Viewer | undefined,
): Promise<PatientView | undefined> {
  const state = await patientState(practice, patient);
  if (state === undefined) return undefined;
  const { record, personal, version, context } = state;
  const { knowledge } = context;
  const standing = standingOf(state);
  const sight = sightOf(viewer, state.history);
  const decision = shownDecision(decisionJson(standing.decision, knowledge), sight);
  const seesTreatment = sight.sees(["treatment"]);
  return {
    ...personView(state),
    version,
    phone: personal.phone ?? null,
    erased: personal.erased,
    ageYears: record.birthDate === undefined ? 0 : ageYears(record.birthDate, record.day),
    standing: standingView(standing, sight),
    proposal: seesTreatment ? { ...proposalOf(state) } : {},
    decision,
    sources: citedIn(sourcesOf(standing.decision, knowledge), decision),
    course: courseView(state, sight),
    authorisations: seesTreatment
      ? record.authorisations.map((one) => authorisationView(one, state, sight)).toReversed()
      : [],
    tasks: seesTreatment
      ? openTasks(record).map(({ body, happened }) => ({
          task: body.task,
          kind: body.kind,
          number: body.number,
          rules: failed(body.rules, sight),
          raised: dayText(happened.day),
        }))
      : [],
    notShown: notShownView(hiddenIn(state.history, sight), knowledge),
  };
}

/** How many entries are not shown, and why not. */
function hiddenIn({ entries, writtenAt }: History, sight: Sight): ReadonlyMap<Because, number> {
  const counts = new Map<Because, number>();
  if (sight.whole) return counts;
  entries.forEach((entry, index) => {
    const shown = sight.entry(entry, writtenAt[index] ?? "");
    if (shown.is === "hidden") counts.set(shown.because, (counts.get(shown.because) ?? 0) + 1);
  });
  return counts;
}

function courseView({ record }: PatientState, sight: Sight): PatientView["course"] {
  const weightKg = sight.sees(["health"]) ? (record.last("weight-measured")?.body.kg ?? null) : null;
  const canBecomePregnant = sight.sees(["pregnancy"])
    ? (record.last("category-attested")?.body.canBecomePregnant ?? null)
    : null;
  if (!sight.sees(["treatment"])) return { ...noCourse, weightKg, canBecomePregnant };
  const { firstDoseDay, supplies, courseMg, heldDay } = record;
  const mg = supplies.length === 0 ? null : (courseMg ?? null);
  return {
    firstDay: textOf(firstDoseDay),
    supplies: supplies.length,
    courseMg: mg,
    weightKg,
    mgPerKg: mg === null || weightKg === null ? null : Math.round((mg / weightKg) * 10) / 10,
    heldSince: textOf(heldDay),
    underWaySince: textOf(underWaySince(record)),
    begun: textOf(begunBy(record)?.happened.day),
    canBecomePregnant,
  };
}

const noCourse = {
  firstDay: null,
  supplies: 0,
  courseMg: null,
  mgPerKg: null,
  heldSince: null,
  underWaySince: null,
  begun: null,
} as const;

function textOf(day: Day | undefined): string | null {
  return day === undefined ? null : dayText(day);
}
