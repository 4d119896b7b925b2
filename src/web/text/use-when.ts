import { useMemo } from "react";
import { type At, dayOf } from "../../core/calendar.ts";
import { useNow } from "../api/clock.ts";
import { useLanguage } from "./language.tsx";
import { type Closing, sayAt, sayClosing, sayDay, sayFullAt } from "./when.ts";

/** Days and instants in the language that is read now, seen from today. */
export interface When {
  readonly now: At;
  /** "Fri 20 Nov" where it is near, else with its year. */
  readonly day: (text: string) => string;
  /** With its year. */
  readonly fullDay: (text: string) => string;
  /** "today 14:05". */
  readonly at: (text: string) => string;
  /** With its whole date, for paper. */
  readonly fullAt: (text: string) => string;
  readonly closing: (text: string) => Closing | undefined;
}

/** @param zone the clinic's */
export function useWhen(zone: string): When {
  const { language } = useLanguage();
  const now = useNow();
  return useMemo(() => {
    const today = dayOf(now, zone);
    return {
      now,
      day: (text) => sayDay(language, text, today),
      fullDay: (text) => sayDay(language, text),
      at: (text) => sayAt(language, text, now, zone),
      fullAt: (text) => sayFullAt(language, text, zone),
      closing: (text) => sayClosing(language, text, now, zone),
    };
  }, [language, now, zone]);
}
