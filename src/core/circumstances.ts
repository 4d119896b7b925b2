/** What the patient says of how treatment fits their life, as far as it was asked in this course. */
import type { Case } from "./case.ts";
import type { EntryOf } from "./entry.ts";
import type { Circumstance } from "./steps.ts";

/** The last word on one circumstance; undefined where nobody has asked about it. */
export function lastStated(c: Case, of: Circumstance): EntryOf<"circumstances-stated"> | undefined {
  const over = c.record.earlierCourse?.overDay;
  return c.record
    .of("circumstances-stated")
    .findLast(({ body, happened }) => body[of] !== undefined && (over === undefined || happened.day > over));
}
