/** Everything that can be recorded about a patient at any time, alarms first. */
import { asked } from "../../../app/commands/asked.ts";
import type { TimelineLine } from "../../../app/views/shapes.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { openTestOf } from "./completing.ts";
import { type CourseChange, courseChanges } from "./course-forms.ts";
import { entryForms } from "./entry-forms.ts";
import type { StepForm } from "./for-step.ts";
import { type Filled, type FormSpec, give, said } from "./spec.ts";
import { taskForms } from "./task-forms.ts";

export const elseGroups = [
  "alarms",
  "pregnancy",
  "body",
  "beside",
  "agreed",
  "course",
  "programme",
  "person",
] as const;
export type ElseGroup = (typeof elseGroups)[number];

export interface ElseForm extends StepForm {
  /** A name of its own, where the command's does not say it. */
  readonly named?: "positiveTest" | "moodAlarm";
}

const nameForm: FormSpec = {
  command: "record-name",
  by: ["prescriber", "designee", "nurse", "pharmacist", "front-desk", "administrator"],
  when: "none",
  noNote: true,
  fields: [
    { kind: "text", name: "name", most: 200 },
    { kind: "text", name: "kana", most: 200 },
    { kind: "text", name: "phone", most: 40 },
  ],
  gives: (filled: Filled) => [give("record-name", said(filled))],
};

/**
 * @param knowledge names the consents and topics that somebody asks for; undefined until it is there
 * @param entries the record, for what belongs to something in it; undefined until it is there
 */
export function elseForms(
  knowledge: Knowledge | undefined,
  entries?: readonly TimelineLine[],
  /** What can be done about the course as it stands. */
  ofCourse: readonly CourseChange[] = courseChanges,
): { readonly [G in ElseGroup]: readonly ElseForm[] } {
  const consents =
    knowledge === undefined ? [] : asked(knowledge, ["consents", "consentsIfPregnancyPossible"]);
  const topics =
    knowledge === undefined
      ? []
      : asked(knowledge, ["counsellingTopics", "counsellingTopicsIfPregnancyPossible"]);
  const of = (...types: readonly (keyof typeof entryForms)[]): ElseForm[] =>
    types.map((type) => ({ form: entryForms[type] }));
  const test = openTestOf(entries, undefined);
  return {
    alarms: [
      { form: taskForms["positive-test"], named: "positiveTest" },
      ...of("pregnancy-reported", "contraception-lapsed"),
      { form: taskForms.symptoms },
      { form: entryForms["mood-screened"], named: "moodAlarm" },
    ],
    pregnancy: [
      { form: taskForms["pregnancy-test"] },
      ...(test === undefined ? [] : [{ form: entryForms["pregnancy-test-resulted"], fixed: { test } }]),
      ...of("menses-recorded"),
      { form: taskForms.contraception },
      ...of("contraception-ended", "contraception-stated", "category-attested", "abstinence-attested"),
      { form: taskForms["pregnancy-wish"] },
      ...of("breastfeeding-recorded", "home-testing-permitted", "pregnancy-ended"),
    ],
    body: [
      ...of("weight-measured"),
      { form: taskForms.blood },
      ...of(
        "result-unread",
        "results-reviewed",
        "severity-scored",
        "symptom-assessed",
        "mood-assessed",
        "sexual-function-asked",
        "photograph-taken",
      ),
    ],
    beside: [
      { form: taskForms.medicines },
      ...of("medicine-started", "medicine-ended"),
      { form: taskForms.allergies },
      ...of("allergy-recorded"),
      { form: taskForms.conditions },
      ...of(
        "condition-recorded",
        "condition-ended",
        "prior-therapy-recorded",
        "procedure-planned",
        "procedure-done",
      ),
    ],
    agreed: [
      { form: taskForms.consents, choices: { consents } },
      { form: taskForms.counselling, choices: { topics } },
      ...of("comprehension-answered", "guardian-recorded", "visit-held", "circumstances-stated"),
    ],
    course: of(
      ...ofCourse,
      "last-capsule-recorded",
      "capsules-counted",
      "supply-returned",
      "dose-taken",
      "dose-missed",
    ),
    programme: of("programme-enrolled", "programme-left"),
    person: [{ form: nameForm }],
  };
}
