import { parseAt, writtenDay } from "../core/calendar.ts";
import type { Happened } from "../core/entry.ts";

// FHIR R4 dateTime, with a full day; seconds and offset are forgiven where a sender left them out.
const fullDay = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** When a FHIR date, dateTime or instant says: the day as written there, the instant too where it has an offset. */
export function happenedAt(value: unknown): Happened | undefined {
  if (typeof value !== "string" || !fullDay.test(value)) return undefined;
  const day = writtenDay(value);
  if (day === undefined) return undefined;
  const at = value.length > 10 ? parseAt(value) : undefined;
  return at === undefined ? { day } : { day, at };
}

/** The first of several dates that names a day. */
export function firstHappened(...values: readonly unknown[]): Happened | undefined {
  for (const value of values) {
    const happened = happenedAt(value);
    if (happened !== undefined) return happened;
  }
  return undefined;
}
