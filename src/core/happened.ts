/** Which of two things happened first: by the clock where both have one, else by the day. */
import type { At, Day } from "./calendar.ts";
import type { Happened } from "./entry.ts";

/** Whether `a` did not happen before `b`. On one day without clock times neither is before the other. */
export function notBefore(a: Happened, b: Happened): boolean {
  return a.at !== undefined && b.at !== undefined ? a.at >= b.at : a.day >= b.day;
}

/** Whether something has happened by an instant, or on a day where it has no clock time. */
export function hasHappened({ day, at }: Happened, by: { readonly day: Day; readonly through: At }): boolean {
  return at === undefined ? day <= by.day : at <= by.through;
}

/** The later of two happenings, either of which may be missing. */
export function latest(a: Happened | undefined, b: Happened | undefined): Happened | undefined {
  if (a === undefined) return b;
  return b === undefined || notBefore(a, b) ? a : b;
}

/** What happened, and when it was written down. */
export interface Written {
  readonly happened: Happened;
  readonly recordedAt?: At | undefined;
}

/**
 * Whether one thing answers another: by the clock where both have one. On one day without it only what was written down
 * later has seen the other; where nobody knows when either was written down, one day is enough.
 */
export function answers(answer: Written, alarm: Written): boolean {
  if (!notBefore(answer.happened, alarm.happened)) return false;
  const byClock = answer.happened.at !== undefined && alarm.happened.at !== undefined;
  if (byClock || answer.happened.day > alarm.happened.day) return true;
  if (answer.recordedAt === undefined || alarm.recordedAt === undefined) return true;
  return answer.recordedAt > alarm.recordedAt;
}

interface Named extends Written {
  readonly id: string;
}

/** Whether one thing has the last word over another; where neither is known to be later, in the order of reading. */
export function hasLastWord(one: Named, other: Named): boolean {
  return answers(one, other) && (!answers(other, one) || inOrder(one, other) > 0);
}

/** Whether an alarm has been answered by a word that lifts it, and by none later that does not. */
export function isAnswered<W extends Named>(
  alarm: Written,
  words: readonly W[],
  lifts: (word: W) => boolean,
): boolean {
  return hasLastLift(
    words.filter((word) => answers(word, alarm)),
    lifts,
  );
}

/** Whether the last of several words lifts. */
export function hasLastLift<W extends Named>(words: readonly W[], lifts: (word: W) => boolean): boolean {
  return words.some(
    (word) => lifts(word) && words.every((other) => lifts(other) || hasLastWord(word, other)),
  );
}

/** The order in which entries are read. */
export function inOrder(a: Named, b: Named): number {
  return (
    a.happened.day - b.happened.day ||
    (a.happened.at ?? 0) - (b.happened.at ?? 0) ||
    (a.recordedAt ?? 0) - (b.recordedAt ?? 0) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
