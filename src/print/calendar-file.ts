/** A plan as a calendar file (iCalendar, RFC 5545): all-day events in one language, without anybody's name. */
import { ICalCalendar, ICalEventClass, ICalEventTransparency } from "ical-generator";
import { planCalendarName, planCalendarNote } from "../words/plan-events.ts";
import type { Language } from "../words/words.ts";
import { isForCalendar, type PlannedAnswer } from "./plan-to-keep.ts";

/**
 * The file; undefined where no plan may be kept. What is still open stands in it beside each supply.
 *
 * @param writtenAt when the file is written, in milliseconds since 1970
 */
export function calendarFile(
  answer: PlannedAnswer,
  language: Language,
  writtenAt: number,
): string | undefined {
  const [plan] = answer.plans ?? [];
  if (plan === undefined || !isForCalendar(answer)) return undefined;
  const { verdict, headline } = answer;
  const note = planCalendarNote[language];
  const calendar = new ICalCalendar({
    name: planCalendarName[language],
    description: `${headline.text[language]} ${note}`,
    prodId: { company: "Isoward", product: "Plan", language: language.toUpperCase() },
  });
  const isOpen = verdict === "ask" || verdict === "wait";
  const beside = isOpen ? `${note} ${headline.text[language]}` : note;
  const stamp = new Date(writtenAt);
  const digest = digestOf(plan);
  plan.events.forEach(({ on, kind, title, text }, index) => {
    const start = new Date(`${on}T00:00:00Z`);
    calendar.createEvent({
      // The same plan read in twice makes no second event, another plan does; nothing in it says whose it is.
      id: `${digest}-${index}-${kind}@isoward`,
      start,
      end: new Date(start.getTime() + dayMs),
      allDay: true,
      stamp,
      summary: title[language],
      description: kind === "supply" ? `${text[language]} ${beside}` : text[language],
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  });
  return calendar.toString();
}

const dayMs = 86_400_000;

/** What tells one plan from another, its doses and capsules among it: 64 bits of FNV-1a, in any browser. */
function digestOf(plan: object): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(JSON.stringify(plan)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}
