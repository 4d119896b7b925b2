/** What a plan has to be before a file is made of it. */
import type { Verdict } from "../core/finding.ts";
import type { Bilingual } from "../words/words.ts";

interface CalendarEvent {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** An answer with its plans, the one that was asked for first. */
export interface PlannedAnswer {
  readonly verdict: Verdict;
  readonly headline: { readonly text: Bilingual };
  readonly plans?: readonly { readonly events: readonly CalendarEvent[] }[] | undefined;
}

/** Whether there is a plan to keep: one that goes past a limit would look like any other in a calendar. */
export function isForCalendar({ verdict, plans = [] }: PlannedAnswer): boolean {
  return verdict !== "stop" && plans.length > 0;
}
