/** The length of a course as labels give it. */
import { calendarMonths, type Day, plus, type Span } from "./calendar.ts";

/** The last day of treatment within a length: the first day counts. Undefined where no length is set. */
export function lastDayWithin(begun: Day, length: Span | null): Day | undefined {
  if (length === null) return undefined;
  if ("months" in length) return plus(calendarMonths(begun, length.months), -1);
  return plus(begun, ("weeks" in length ? length.weeks * 7 : length.days) - 1);
}
