/** When a site is open, as knowledge has it. Public holidays stand in no source here. */
import { type Day, plus } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";

export type Site = Knowledge["clinics"][string]["sites"][number];

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

function weekdayOf(day: Day): (typeof weekdays)[number] {
  // 1970-01-01, day 0, was a Thursday.
  return weekdays[(((day + 3) % 7) + 7) % 7] ?? "mon";
}

/** Minutes after midnight at which a site opens on a day; undefined where it stays closed. */
export function opensAtMinute({ opens }: Site, day: Day): number | undefined {
  const minutes = opens
    .filter(({ days }) => (days as readonly string[]).includes(weekdayOf(day)))
    .map(({ from }) => Number(from.slice(0, 2)) * 60 + Number(from.slice(3, 5)));
  return minutes.length === 0 ? undefined : Math.min(...minutes);
}

/** The day itself, or the last one before it on which the site is open. */
export function openDay(site: Site, day: Day): Day {
  for (let back = 0; back < 7; back++) {
    const tried = plus(day, -back);
    if (opensAtMinute(site, tried) !== undefined) return tried;
  }
  throw new Error(`the site ${site.id} never opens`);
}
