/** The supplies of a course: none longer than allowed, in whole blisters where those are not broken. */
import { type Day, daysBetween } from "../calendar.ts";
import type { CapsulesOf } from "./capsule-dose.ts";
import type { ScheduledDay } from "./schedule.ts";

export interface PlannedSupply {
  readonly day: Day;
  /** The last day it is for. */
  readonly toDay: Day;
  readonly days: number;
  readonly capsules: readonly CapsulesOf[];
  /** Handed out beyond what is taken, because blisters stay whole. */
  readonly spare: readonly CapsulesOf[];
  /** The same capsules every day, no day off: by how many milligrams. */
  readonly steadyMg: number | undefined;
}

export interface SupplyLimits {
  readonly mostDays: number;
  /** Of the first supply of a course, where it is shorter. */
  readonly firstDays: number | undefined;
  /** Capsules of a blister that is not broken; 1 where single capsules are handed out. */
  readonly blister: number;
}

/**
 * Each begins on a day that takes a capsule: days off between two supplies belong to none.
 *
 * @param days the days that need new capsules, in order
 */
export function suppliesOf(days: readonly ScheduledDay[], limits: SupplyLimits): readonly PlannedSupply[] {
  const supplies: PlannedSupply[] = [];
  let at = nextTaken(days, 0);
  while (at < days.length) {
    const most =
      supplies.length === 0
        ? Math.min(limits.mostDays, limits.firstDays ?? limits.mostDays)
        : limits.mostDays;
    const length = lengthOf(days.slice(at), Math.max(1, most), limits);
    supplies.push(supplyOf(days.slice(at, at + length), limits.blister));
    at = nextTaken(days, at + length);
  }
  return supplies;
}

function nextTaken(days: readonly ScheduledDay[], from: number): number {
  const found = days.findIndex(({ mg }, index) => index >= from && mg > 0);
  return found < 0 ? days.length : found;
}

/**
 * As long as allowed; with blisters as long as they come out even, or the rest of the course with a few to spare. Never
 * so long that what is handed out, spare capsules included, would last longer than a supply may.
 */
function lengthOf(rest: readonly ScheduledDay[], most: number, { blister, mostDays }: SupplyLimits): number {
  const longest = Math.min(rest.length, most);
  if (blister === 1) return longest;
  const isEven = (length: number) =>
    countsOf(rest.slice(0, length)).every(({ count }) => count % blister === 0);
  if (isEven(longest)) return longest;
  if (longest === rest.length && lastsDays(rest, blister) <= mostDays) return longest;
  for (let length = longest - 1; length > 0; length--) if (isEven(length)) return length;
  for (let length = longest; length > 1; length--)
    if (lastsDays(rest.slice(0, length), blister) <= mostDays) return length;
  return 1;
}

/** How many days the blisters of these days could last at their dose. */
function lastsDays(days: readonly ScheduledDay[], blister: number): number {
  const taken = days.reduce((sum, { mg }) => sum + mg, 0);
  const given = countsOf(days).reduce((sum, { mg, count }) => sum + mg * wholeBlisters(count, blister), 0);
  return taken === 0 ? days.length : Math.ceil((given * days.length) / taken);
}

function supplyOf(days: readonly ScheduledDay[], blister: number): PlannedSupply {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error("a supply has a day");
  const counts = countsOf(days);
  const doses = new Set(days.map(({ mg }) => mg));
  return {
    day: first.day,
    toDay: last.day,
    days: daysBetween(first.day, last.day) + 1,
    capsules: counts.map(({ mg, count }) => ({ mg, count: wholeBlisters(count, blister) })),
    spare: counts
      .map(({ mg, count }) => ({ mg, count: wholeBlisters(count, blister) - count }))
      .filter(({ count }) => count > 0),
    steadyMg: doses.size === 1 ? first.mg : undefined,
  };
}

function wholeBlisters(count: number, blister: number): number {
  return Math.ceil(count / blister) * blister;
}

/** Capsules by strength, the largest first. */
function countsOf(days: readonly ScheduledDay[]): readonly CapsulesOf[] {
  const counts = new Map<number, number>();
  for (const { capsules } of days)
    for (const { mg, count } of capsules) counts.set(mg, (counts.get(mg) ?? 0) + count);
  return [...counts].map(([mg, count]) => ({ mg, count })).toSorted((a, b) => b.mg - a.mg);
}
