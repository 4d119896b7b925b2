/** Days and instants as a clinic reads them: with the weekday where they are near, and how long there is left. */
import {
  type At,
  atText,
  clockText,
  type Day,
  dayOf,
  dayText,
  parseAt,
  parseDay,
} from "../../core/calendar.ts";
import type { Language } from "../../words/words.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const weekdays: { readonly [L in Language]: readonly string[] } = {
  en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  ja: ["日", "月", "火", "水", "木", "金", "土"],
};
/** Farther away than this a day is written with its year and without its weekday. */
const nearDays = 100;

/** A day that is near as "Fri 20 Nov", "11月20日(金)"; another with its year. */
export function sayDay(language: Language, text: string, today?: Day): string {
  const day = parseDay(text);
  if (day === undefined) return text;
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const near = today !== undefined && Math.abs(day - today) <= nearDays;
  const weekday = weekdays[language][(((day + 4) % 7) + 7) % 7] ?? "";
  if (language === "ja") return near ? `${month}月${date}日(${weekday})` : `${year}年${month}月${date}日`;
  const inEnglish = `${date} ${months[month - 1] ?? ""}`;
  return near ? `${weekday} ${inEnglish}` : `${inEnglish} ${year}`;
}

/** "today 14:05", "Fri 20 Nov, 14:05". */
export function sayAt(language: Language, text: string, now: At, zone: string): string {
  const at = parseAt(text);
  if (at === undefined) return text;
  const today = dayOf(now, zone);
  const days = dayOf(at, zone) - today;
  const clock = clockText(at, zone);
  const named = namedDays[language].get(days);
  if (named !== undefined) return `${named} ${clock}`;
  const day = sayDay(language, dayText(dayOf(at, zone)), today);
  return language === "ja" ? `${day} ${clock}` : `${day}, ${clock}`;
}

/** An instant with its whole date, for paper: "20 Nov 2026, 14:05". */
export function sayFullAt(language: Language, text: string, zone: string): string {
  const at = parseAt(text);
  if (at === undefined) return text;
  const day = sayDay(language, dayText(dayOf(at, zone)));
  return language === "ja" ? `${day} ${clockText(at, zone)}` : `${day}, ${clockText(at, zone)}`;
}

const namedDays: { readonly [L in Language]: ReadonlyMap<number, string> } = {
  en: new Map([
    [-1, "yesterday"],
    [0, "today"],
    [1, "tomorrow"],
  ]),
  ja: new Map([
    [-1, "昨日"],
    [0, "今日"],
    [1, "明日"],
  ]),
};

export type Urgency = "over" | "today" | "soon" | "later";

export interface Closing {
  /** "in 3 h", "あと3時間". */
  readonly relative: string;
  /** The last minute that still belongs: "today 23:59". */
  readonly absolute: string;
  readonly urgency: Urgency;
  /** The last minute with its whole date, for paper. */
  readonly onPaper: string;
}

const minuteMs = 60_000;
const soonDays = 2;

/** How long there is left until an instant that no longer belongs. */
export function sayClosing(language: Language, text: string, now: At, zone: string): Closing | undefined {
  const until = parseAt(text);
  if (until === undefined) return undefined;
  const last = (until - minuteMs) as At;
  const absolute = sayAt(language, atText(last), now, zone);
  const onPaper = sayFullAt(language, atText(last), zone);
  const words = left[language];
  const minutes = Math.floor((until - now) / minuteMs);
  if (minutes <= 0) return { relative: words.over, absolute, onPaper, urgency: "over" };
  const days = dayOf(last, zone) - dayOf(now, zone);
  const urgency: Urgency = days === 0 ? "today" : days <= soonDays ? "soon" : "later";
  if (minutes < 60) return { relative: words.minutes(minutes), absolute, onPaper, urgency };
  const hours = Math.floor(minutes / 60);
  const relative = hours < 24 ? words.hours(hours) : words.days(Math.max(1, days));
  return { relative, absolute, onPaper, urgency };
}

const left = {
  en: {
    over: "over",
    minutes: (n: number) => `${n} min left`,
    hours: (n: number) => `${n} h left`,
    days: (n: number) => (n === 1 ? "1 day left" : `${n} days left`),
  },
  ja: {
    over: "期限切れ",
    minutes: (n: number) => `あと${n}分`,
    hours: (n: number) => `あと${n}時間`,
    days: (n: number) => `あと${n}日`,
  },
};
