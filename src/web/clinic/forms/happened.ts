/** When something happened, as somebody says it and as it is sent. */
import { clockAt, parseDay } from "../../../core/calendar.ts";
import type { Asking } from "./spec.ts";

export interface Moment {
  /** Now, by the server's clock; else the day that follows. */
  readonly now: boolean;
  readonly day: string;
  /** HH:MM, or empty where nobody knows. */
  readonly time: string;
}

export function momentAtFirst(asking: Asking, today: string): Moment {
  return { now: asking !== "day", day: today, time: "" };
}

/** Undefined is now. A day with a time becomes an instant in the clinic's zone. */
export function happenedOf(
  { now, day, time }: Moment,
  asking: Asking,
  zone: string,
): { readonly happened?: string } | undefined {
  if (now || asking === "none") return {};
  const parsed = parseDay(day);
  if (parsed === undefined) return undefined;
  if (asking !== "time" || time === "") return { happened: day };
  const at = clockAt(parsed, time, zone);
  return at === undefined ? { happened: day } : { happened: at };
}
