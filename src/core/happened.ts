/** Which of two things happened first: by the clock where both have one, else by the day. */
import type { Happened } from "./entry.ts";

/** Whether `a` did not happen before `b`. On one day without clock times neither is before the other. */
export function notBefore(a: Happened, b: Happened): boolean {
  return a.at !== undefined && b.at !== undefined ? a.at >= b.at : a.day >= b.day;
}

/** The later of two happenings, either of which may be missing. */
export function latest(a: Happened | undefined, b: Happened | undefined): Happened | undefined {
  if (a === undefined) return b;
  return b === undefined || notBefore(a, b) ? a : b;
}
