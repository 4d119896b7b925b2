import type { Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";

interface Fact {
  readonly happened: Happened;
}

/** Whether something that starts and ends stood at a moment. Both lists are oldest first. */
export function stood(started: readonly Fact[], ended: readonly Fact[], when: Happened): boolean {
  const start = started.findLast(({ happened }) => notBefore(when, happened));
  if (start === undefined) return false;
  return !ended.some(({ happened }) => notBefore(happened, start.happened) && notBefore(when, happened));
}
