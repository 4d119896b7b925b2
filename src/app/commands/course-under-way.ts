import type { Day } from "../../core/calendar.ts";
import type { EntryOf } from "../../core/entry.ts";
import type { Record as PatientRecord } from "../../core/record.ts";

/** The entry that began the course under way, if it was recorded as begun. */
export function begunBy(record: PatientRecord): EntryOf<"course-started"> | undefined {
  const started = record.last("course-started");
  const ends = [...record.of("course-ended"), ...record.of("last-capsule-recorded")];
  if (started === undefined) return undefined;
  const { day, at } = started.happened;
  const over = ends.some(({ happened: end }) =>
    end.day === day && end.at !== undefined && at !== undefined ? end.at >= at : end.day >= day,
  );
  return over ? undefined : started;
}

/** The day since which a course is under way: its first supply, or its recorded beginning. */
export function underWaySince(record: PatientRecord): Day | undefined {
  return record.firstDoseDay ?? begunBy(record)?.happened.day;
}
