import type { EntryOf } from "../core/entry.ts";
import type { Record as PatientRecord } from "../core/record.ts";

/** What was raised for a person to look at and is not closed yet. */
export function openTasks(record: PatientRecord): readonly EntryOf<"task-raised">[] {
  const closed = new Set(record.of("task-closed").map(({ body }) => body.task));
  return record.of("task-raised").filter(({ body }) => !closed.has(body.task));
}
