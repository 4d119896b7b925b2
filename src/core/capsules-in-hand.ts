/**
 * How many days of capsules a patient still has: what was handed out, less a day for each day since, but for days on
 * which none was taken, less what came back. A count replaces the sum; what a pause left over has to be counted.
 */
import { type Day, plus } from "./calendar.ts";

interface Counted {
  readonly day: Day;
  readonly at?: number | undefined;
  /** Undefined where nobody can believe the count. */
  readonly days: number | undefined;
}

/** What is known of a patient's capsules, each list in any order. */
export interface Capsules {
  readonly supplies: readonly {
    readonly day: Day;
    readonly at?: number | undefined;
    /** Days it was handed out for; undefined where nobody knows. */
    readonly days: number | undefined;
  }[];
  /** Taken back unused, as days of treatment. */
  readonly returned: readonly {
    readonly day: Day;
    readonly at?: number | undefined;
    readonly days: number;
  }[];
  /** Counted at home, as days of treatment. */
  readonly counted: readonly Counted[];
  /** Days on which a dose, or part of it, was not taken: 1 is all of it. */
  readonly missed: readonly { readonly day: Day; readonly part: number }[];
  /** Pauses and the time between courses: no capsule is taken from `from` until the day before `to`. */
  readonly pauses: readonly { readonly from: Day; readonly to: Day | undefined }[];
}

export type InHand =
  /** At the start of the day, in days of treatment: never below zero, and whole days but after a count, a return or half a dose. */
  | { readonly days: number }
  | { readonly unknown: "days"; readonly since: Day }
  | { readonly unknown: "pause"; readonly since: Day };

/** What is in hand at the start of a day. */
export function capsulesInHand(capsules: Capsules, on: Day): InHand {
  const count = latestCount(capsules, on);
  if (count !== undefined && count.days === undefined) return { unknown: "days", since: count.day };
  const supplies = capsules.supplies
    .filter((supply) => supply.day <= on && (count === undefined || isAfter(supply, count)))
    .toSorted((a, b) => a.day - b.day || (a.at ?? 0) - (b.at ?? 0));
  const unknown = supplies.find(({ days }) => days === undefined);
  if (unknown !== undefined) return { unknown: "days", since: unknown.day };

  let left = count?.days ?? 0;
  let uncounted: Day | undefined;
  let next = 0;
  for (let day = count?.day ?? supplies[0]?.day ?? on; day <= on; day = plus(day, 1)) {
    const paused = pausedSince(capsules, day);
    if (paused !== undefined && left > 0 && (count === undefined || paused > count.day)) uncounted ??= paused;
    const back = capsules.returned.filter(
      (one) => one.day === day && (count === undefined || day > count.day),
    );
    for (let supply = supplies[next]; supply?.day === day; supply = supplies[++next]) {
      const { at } = supply;
      // What came back before was not of this one.
      left = less(left, back, (one) => one.at !== undefined && at !== undefined && one.at < at);
      left += supply.days ?? 0;
    }
    left = less(left, back, () => true);
    if (left === 0) {
      uncounted = undefined;
      const later = supplies[next]?.day;
      if (later === undefined) break;
      day = plus(later, -1);
      continue;
    }
    if (day < on && paused === undefined) left = without(left, takenOn(day, capsules));
  }
  return uncounted === undefined ? { days: left } : { unknown: "pause", since: uncounted };
}

/** Thirds of a dose do not end on the last digit: next to nothing is nothing. */
function without(left: number, taken: number): number {
  return left - taken < 1e-6 ? 0 : left - taken;
}

/** Which part of a day's dose was taken: all of it where nothing is said. */
function takenOn(on: Day, { missed }: Capsules): number {
  return 1 - Math.max(0, ...missed.filter(({ day }) => day === on).map(({ part }) => part));
}

/** What is left after some of what came back, which is taken off the list. */
function less(
  left: number,
  back: { readonly at?: number | undefined; readonly days: number }[],
  counts: (one: { readonly at?: number | undefined }) => boolean,
): number {
  const now = back.filter(counts);
  back.splice(0, back.length, ...back.filter((one) => !now.includes(one)));
  return now.reduce((rest, { days }) => Math.max(0, rest - days), left);
}

/** Since when no capsule has been taken on a day, if none is. */
function pausedSince({ pauses }: Capsules, on: Day): Day | undefined {
  return pauses
    .filter(({ from, to }) => from <= on && (to === undefined || on < to))
    .map(({ from }) => from)
    .toSorted((a, b) => a - b)[0];
}

/** The newest count; of several on one day the last by the clock, and without clock times the one that found most. */
function latestCount({ counted }: Capsules, on: Day): Counted | undefined {
  const until = counted.filter(({ day }) => day <= on);
  const newest = until.filter(({ day }) => day === Math.max(...until.map((one) => one.day)));
  const timed = newest.every(({ at }) => at !== undefined);
  return newest.toSorted((a, b) => (timed ? Number(b.at) - Number(a.at) : 0) || most(b) - most(a))[0];
}

/** A count that nobody can believe may be of any number. */
function most({ days }: Counted): number {
  return days ?? Number.MAX_VALUE;
}

/** Whether a supply came on top of a count: on one day without clock times it did, for so there is more in hand. */
function isAfter(
  supply: { readonly day: Day; readonly at?: number | undefined },
  count: { readonly day: Day; readonly at?: number | undefined },
): boolean {
  if (supply.day !== count.day) return supply.day > count.day;
  return supply.at === undefined || count.at === undefined || supply.at >= count.at;
}
