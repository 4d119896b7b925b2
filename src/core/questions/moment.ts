/** The moment of treatment a question is asked at: from what was told and from the record, and nothing guessed. */
import { type Day, day, plus } from "../calendar.ts";
import { categoryOf } from "../category.ts";
import { ask, type Facts } from "../finding.ts";
import type { Record } from "../record.ts";
import { step } from "../steps.ts";
import type { Moment, Person } from "./activity-standing.ts";
import type { Asked } from "./question.ts";
import { takingOf } from "./taking.ts";

/** The drug's first approval (page 000): nobody stopped before it. */
export const firstApprovedDay = day("1982-01-01");

/** Why nobody can say at which moment: each asks. */
export interface UnknownMoment {
  readonly unknown: "not-told" | "ahead" | "implausible" | "under-way" | "contradicted";
  readonly stoppedDay: Day | undefined;
  readonly recordedDay?: Day | undefined;
}

/** When in treatment the question is asked; a stop nobody can believe yet is none. */
export function momentOf(
  stoppedDay: Day | undefined,
  during: boolean | undefined,
  asked: Asked,
): { readonly moment: Moment } | UnknownMoment {
  if (stoppedDay === undefined)
    return during === true ? { moment: "during" } : { unknown: "not-told", stoppedDay };
  if (stoppedDay > asked.day) return { unknown: "ahead", stoppedDay };
  const born = asked.record?.birthDate;
  if (stoppedDay < firstApprovedDay || (born !== undefined && stoppedDay <= born))
    return { unknown: "implausible", stoppedDay };
  if (during === true) return { unknown: "under-way", stoppedDay };
  const recordedDay = latestTrace(asked.record);
  if (recordedDay !== undefined && recordedDay > stoppedDay)
    return { unknown: "contradicted", stoppedDay, recordedDay };
  return { moment: { lastCapsuleDay: stoppedDay } };
}

/** The last day on which the record knows of capsules. */
function latestTrace(record: Record | undefined): Day | undefined {
  if (record === undefined) return undefined;
  const days = [
    ...record.of("supply-dispensed"),
    ...record.of("dose-taken"),
    ...record.of("last-capsule-recorded"),
  ].map(({ happened }) => happened.day);
  return days.length === 0 ? undefined : (Math.max(...days) as Day);
}

/**
 * What is asked where the moment is not known.
 *
 * @param heldUntil the last day on which what is asked about would hold, if the last capsule were that day
 */
export function whyUnknown<const F extends Facts>(
  { unknown, stoppedDay, recordedDay }: UnknownMoment,
  facts: F,
  cites: readonly string[],
  asked: Asked,
  heldUntil: (lastCapsuleDay: Day) => Day | undefined,
) {
  const record = [step("patient", "record-last-capsule", {}, asked.day, { when: "now" })];
  switch (unknown) {
    case "not-told": {
      const taking = asked.record === undefined ? undefined : takingOf(asked.record);
      const lastCoveredDay = taking?.is === "unknown" ? taking.lastCoveredDay : undefined;
      return ask("when-unknown", { ...facts, lastCoveredDay }, cites, record);
    }
    case "ahead": {
      const until = stoppedDay === undefined ? undefined : heldUntil(stoppedDay);
      const fromDay = until === undefined ? undefined : plus(until, 1);
      return ask("stop-ahead", { ...facts, stoppedDay, fromDay }, cites, record);
    }
    case "implausible":
      return ask("implausible-stop", { ...facts, stoppedDay }, cites, record);
    case "under-way":
      return ask("still-under-way", { ...facts, stoppedDay }, cites, record);
    case "contradicted":
      return ask("contradicted", { ...facts, stoppedDay, recordedDay }, cites, record);
  }
}

/** Whether the record's attestation, if it holds, lets somebody become pregnant; undefined where nobody has attested. */
export function canBecomePregnantIn(record: Record, asked: Asked): boolean | undefined {
  const category = categoryOf(record, asked.values.postMenopausalAgeYears.value);
  return category.is === "unknown" ? undefined : category.is !== "cannot";
}

/** Whether the record says that pregnancy is possible, whatever is said now. */
export function attestedAsAble(asked: Asked): boolean {
  return asked.record !== undefined && canBecomePregnantIn(asked.record, asked) === true;
}

/** Whom a question is about: no word lifts an attestation, and its grounds say who can father a child. */
export function personOf(told: boolean | undefined, asked: Asked): Person {
  const { record } = asked;
  const canBecomePregnant = told === false && attestedAsAble(asked) ? true : told;
  if (record === undefined || canBecomePregnant !== false) return { canBecomePregnant };
  const category = categoryOf(record, asked.values.postMenopausalAgeYears.value);
  return category.is === "cannot"
    ? { canBecomePregnant, man: category.basis === "cisgender-male" }
    : { canBecomePregnant };
}
