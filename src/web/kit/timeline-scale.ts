/** Days to pixels, and the months below them. */
import { calendarMonths, type Day, dayText, plus } from "../../core/calendar.ts";
import type { TimelineModel } from "./timeline-model.ts";

export type Scale = (day: Day) => number;

/** The left edge of a day in a drawing of this width. */
export function scaleOf({ from, to }: Pick<TimelineModel, "from" | "to">, width: number): Scale {
  const perDay = width / (to - from + 1);
  return (day) => Math.round((day - from) * perDay * 10) / 10;
}

export function dateOf(day: Day): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 0, date = 0] = dayText(day).split("-").map(Number);
  return { year, month, day: date };
}

/** First days of the months within a span. */
export function monthStarts(from: Day, to: Day): Day[] {
  const found: Day[] = [];
  for (let start = plus(from, 1 - dateOf(from).day); start <= to; start = calendarMonths(start, 1)) {
    if (start >= from) found.push(start);
  }
  return found;
}
