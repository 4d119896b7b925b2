/** A plan as a calendar file (iCalendar, RFC 5545): all-day events in one language, without anybody's name. */
import { ICalCalendar, ICalEventClass, ICalEventTransparency } from "ical-generator";
import { planCalendarName } from "../words/plan-events.ts";
import type { Bilingual, Language } from "../words/words.ts";

export interface CalendarEvent {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** @param writtenAt when the file is written, in milliseconds since 1970 */
export function calendarFile(
  events: readonly CalendarEvent[],
  language: Language,
  writtenAt: number,
): string {
  const calendar = new ICalCalendar({
    name: planCalendarName[language],
    prodId: { company: "Isoward", product: "Plan", language: language.toUpperCase() },
  });
  const stamp = new Date(writtenAt);
  const first = events[0]?.on ?? "";
  const last = events.at(-1)?.on ?? "";
  events.forEach(({ on, kind, title, text }, index) => {
    const start = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({
      // The same plan read in twice makes no second event; nothing in it says whose it is.
      id: `${first}-${last}-${index}-${kind}@isoward`,
      start,
      end: new Date(start.getTime() + dayMs),
      allDay: true,
      stamp,
      summary: title[language],
      description: text[language],
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  });
  return calendar.toString();
}

const dayMs = 86_400_000;
