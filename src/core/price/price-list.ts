/** The price list in force on a day: a later one never changes an old bill. */
import { type Day, dayText, parseDay } from "../calendar.ts";
import type { Clinic } from "../knowledge/schema.ts";
import type { PriceList } from "../knowledge/topics/prices.ts";

type Priced = Pick<Clinic, "prices">;

/** The latest list that had begun; undefined before the first, and where a clinic tells nobody its prices. */
export function priceListOn({ prices }: Priced, on: Day): PriceList | undefined {
  const today = dayText(on);
  return prices
    .filter(({ since }) => since <= today)
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
    .at(-1);
}

/** The day on which the first list begins. */
export function firstListDay({ prices }: Priced): Day | undefined {
  const [first] = prices.map(({ since }) => since).toSorted();
  return first === undefined ? undefined : parseDay(first);
}
