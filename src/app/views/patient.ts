/** Everything a patient's page shows but the timeline. */
import { ageYears, type Day, dayText } from "../../core/calendar.ts";
import { ruleTitle } from "../../words/render.ts";
import { begunBy, underWaySince } from "../commands/course-under-way.ts";
import { decisionJson } from "../decision-json.ts";
import { openTasks } from "../open-tasks.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import type { Practice } from "../practice.ts";
import { reading } from "../unreadable.ts";
import type { PatientView } from "./shapes.ts";
import { proposalOf, standingOf } from "./standing.ts";
import { authorisationView, personView, sourcesOf, standingView } from "./view-parts.ts";

/** The page's content as of now, or undefined where nobody is registered by that number. @throws UnreadableRecord */
export function patientView(practice: Practice, patient: string): Promise<PatientView | undefined> {
  return reading(patient, () => viewOf(practice, patient));
}

async function viewOf(practice: Practice, patient: string): Promise<PatientView | undefined> {
  const state = await patientState(practice, patient);
  if (state === undefined) return undefined;
  const { record, personal, version, context } = state;
  const { knowledge } = context;
  const standing = standingOf(state);
  return {
    ...personView(state),
    version,
    phone: personal.phone ?? null,
    erased: personal.erased,
    ageYears: record.birthDate === undefined ? 0 : ageYears(record.birthDate, record.day),
    standing: standingView(standing),
    proposal: { ...proposalOf(state) },
    decision: decisionJson(standing.decision, knowledge),
    sources: sourcesOf(standing.decision, knowledge),
    course: courseView(state),
    authorisations: record.authorisations.map((one) => authorisationView(one, state)).toReversed(),
    tasks: openTasks(record).map(({ body, happened }) => ({
      task: body.task,
      kind: body.kind,
      number: body.number,
      rules: body.rules.map((rule) => ({ rule, title: ruleTitle(rule as never) })),
      raised: dayText(happened.day),
    })),
  };
}

function courseView({ record }: PatientState): PatientView["course"] {
  const { firstDoseDay, supplies, courseMg, heldDay } = record;
  const weightKg = record.last("weight-measured")?.body.kg ?? null;
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
    canBecomePregnant: record.last("category-attested")?.body.canBecomePregnant ?? null,
  };
}

function textOf(day: Day | undefined): string | null {
  return day === undefined ? null : dayText(day);
}
