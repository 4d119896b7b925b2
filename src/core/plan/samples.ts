/** The days on which blood is due in a course that is still ahead, by the values in force. */
import { type Day, earlierDay, laterDay, plus, spanWithin } from "../calendar.ts";
import type { Values } from "../knowledge/resolve.ts";

export interface BloodDay {
  readonly day: Day;
  /** Only until a prescriber records that the response is known. */
  readonly untilResponseKnown: boolean;
  /** Where it is late already: the last day on which it was in time. */
  readonly overdueSince?: Day;
}

interface Course {
  /** Nothing is planned before it. */
  readonly today: Day;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The days of the supplies still ahead. */
  readonly supplyDays: readonly Day[];
  /** The last sample in this course. */
  readonly sampledDay: Day | undefined;
  /** Supplies before those ahead. */
  readonly suppliesBefore: number;
  readonly isResponseKnown: boolean;
}

type Schedule = Pick<
  Values,
  | "resultsEverySupply"
  | "resultsBeforeSecondSupply"
  | "resultsUntilResponseKnown"
  | "resultsFirstWithin"
  | "resultsEvery"
>;

/**
 * At a supply where one is due by then, else on the last day that a span allows, or today where that is over. A sample
 * since the last supply serves the next one too.
 */
export function bloodDays(course: Course, values: Schedule): readonly BloodDay[] {
  const { today, firstDay, lastDay, supplyDays, suppliesBefore, isResponseKnown } = course;
  const found: BloodDay[] = [];
  let sampled = course.sampledDay;
  const deadline = (): Day | undefined => {
    const first = values.resultsFirstWithin.value;
    const every = values.resultsEvery.value;
    const next = every === null ? undefined : spanWithin(sampled ?? firstDay, every);
    const early = sampled !== undefined || first === null ? undefined : spanWithin(firstDay, first);
    return early === undefined || next === undefined ? (early ?? next) : earlierDay(early, next);
  };
  const take = (day: Day, untilResponseKnown: boolean) => {
    const isOverdue = day < today;
    found.push(
      isOverdue ? { day: today, untilResponseKnown, overdueSince: day } : { day, untilResponseKnown },
    );
    sampled = laterDay(day, today);
  };
  const catchUp = (before: Day) => {
    for (let due = deadline(); due !== undefined && due < before; due = deadline()) {
      if (sampled !== undefined && due <= sampled) break;
      take(due, false);
    }
  };
  supplyDays.forEach((day, index) => {
    const number = suppliesBefore + index;
    const next = supplyDays[index + 1] ?? plus(lastDay, 1);
    if (number === 0) return;
    catchUp(day);
    const always =
      values.resultsEverySupply.value === true ||
      (values.resultsBeforeSecondSupply.value === true && number === 1);
    const due = deadline();
    const soon = due !== undefined && due < next;
    // Taken again only where it would not last until the next supply: from there on visit and sample fall together.
    const before = supplyDays[index - 1] ?? firstDay;
    if (!soon && found.some((one) => one.day > before && one.day <= day)) return;
    const known = values.resultsUntilResponseKnown.value !== true || isResponseKnown;
    if (always || soon || !known) take(day, !always && !soon);
  });
  catchUp(plus(lastDay, 1));
  return found.toSorted((a, b) => a.day - b.day);
}
