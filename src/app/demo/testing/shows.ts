/** Whether a patient of the demo is in the state that the story is named for, by the record alone. */
import { dayOf, endOf } from "../../../core/calendar.ts";
import type { PatientState } from "../../patient-state.ts";
import type { DemoState } from "../states.ts";

type Shows = (state: PatientState) => boolean;

const authorised = ({ record }: PatientState) => record.authorisations.at(-1)?.state;
const supplies =
  (count: number): Shows =>
  ({ record }) =>
    record.supplies.length === count && record.last("supply-dispensed")?.source === "manual";
const symptoms =
  (...open: readonly string[]): Shows =>
  ({ record }) =>
    open.every((one) => record.openSymptoms.has(one));
const has = ({ history }: PatientState, type: string) => history.entries.some((entry) => entry.type === type);

/** One for each state: the compiler misses none. */
export const shows: { readonly [S in DemoState]: Shows } = {
  "just-registered": ({ version }) => version === 1,
  "baseline-missing": ({ record }) =>
    record.labs.size === 0 && record.last("category-attested") !== undefined,
  "guardian-missing": ({ record }) => record.last("guardian-recorded") === undefined,
  "second-test-due": ({ record }) =>
    record.tests.length === 1 && record.last("menses-recorded") !== undefined,
  "voided-by-correction": (state) => authorised(state) === "voided" && has(state, "corrected"),
  "category-corrected": ({ record, history }) =>
    record.of("category-attested").length === 1 &&
    history.entries.filter(({ type }) => type === "category-attested").length === 2,
  "high-triglycerides": ({ record }) => (record.labs.get("triglycerides")?.at(-1)?.body.value ?? 0) > 500,
  "reported-herself": ({ record }) => record.last("symptom-reported")?.source === "patient",
  "soy-allergy": ({ record }) => record.last("allergy-recorded")?.body.allergen === "soy",
  "contraception-month": ({ record }) => record.of("contraception-started").length === 2,
  "contraception-month-minor": ({ record }) =>
    record.last("guardian-recorded") !== undefined && record.last("consent-signed")?.actor === "guardian",
  resting: ({ record }) =>
    record.earlierCourse?.lastCapsuleDay !== undefined && record.last("course-started") !== undefined,
  "ready-first": ({ record }) => record.tests.length === 2 && record.supplies.length === 0,
  "ready-first-man": ({ record }) => record.last("category-attested")?.body.basis === "cisgender-male",
  "ready-monthly": supplies(2),
  "window-closing-today": ({ record }) => record.tests.at(-1)?.day === record.day - 3,
  "supply-reversed": (state) => authorised(state) === "reversed",
  "authorised-at-first-site": (state) => authorised(state) === "open" && state.site === "first",
  "authorised-at-second-site": (state) => authorised(state) === "open" && state.site === "second",
  "authorised-closing-today": ({ record, zone }) =>
    record.authorisations.at(-1)?.dispenseBefore === endOf(dayOf(record.asOf.at, zone), zone),
  "authorised-early": (state) =>
    authorised(state) === "open" && (state.record.previousSupplyDay ?? 0) > state.record.day - 30,
  overridden: (state) => authorised(state) === "open" && has(state, "finding-overridden"),
  "month-1": supplies(1),
  "month-2": supplies(2),
  "month-3": supplies(3),
  "month-4": supplies(4),
  "month-5": supplies(5),
  "month-6": supplies(6),
  "minor-with-guardian": ({ record }) => record.last("consent-signed")?.body.guardianSigned === true,
  "part-supply": ({ record }) => record.supplies.at(-1)?.days === 20,
  "held-and-resumed": (state) => state.record.heldDay === undefined && has(state, "course-held"),
  "pregnancy-test-positive": ({ record }) => record.tests.at(-1)?.result === "positive",
  "contraception-lapsed": ({ record }) => record.last("contraception-lapsed")?.source === "patient",
  "period-late": ({ record }) => record.last("menses-recorded")?.body.status === "late",
  "mood-alarm": ({ record }) => record.last("mood-screened")?.body.phq9Item9 === 1,
  "headache-with-visual-change": symptoms("headache", "visual-disturbance"),
  "abdominal-pain": symptoms("abdominal-pain"),
  "acne-fulminans": symptoms("severe-flare", "fever"),
  "task-after-dispensing": (state) => has(state, "task-raised"),
  doxycycline: ({ record }) => record.medicines.some(({ body }) => body.medicine === "doxycycline"),
  held: ({ record }) => record.heldDay !== undefined && record.last("course-held")?.actor === "prescriber",
  "held-by-herself": ({ record }) => record.last("course-held")?.source === "patient",
  ended: ({ record }) => record.last("last-capsule-recorded") !== undefined && record.supplies.length === 0,
  "ended-long-ago": ({ record }) =>
    (record.last("last-capsule-recorded")?.happened.day ?? 0) < record.day - 60,
};
