/** Two days that take turns, where no capsules of one day make the dose: what the planner plans, a bill can price. */
import type { PriceList } from "../knowledge/topics/prices.ts";
import { type CapsulesOf, patternFor } from "../plan/capsule-dose.ts";
import { capsulesSold } from "./capsule-ways.ts";

/** Capsules of one product whose mean is the dose, the lower day first. */
export interface DaysInTurn {
  readonly product: string | undefined;
  readonly days: readonly (readonly CapsulesOf[])[];
}

/** The cheapest pair of days whose mean is exactly this dose; undefined where there is none without an empty day. */
export function daysInTurn(
  dailyMg: number,
  list: Pick<PriceList, "capsules">,
  product?: string,
): DaysInTurn | undefined {
  const found = capsulesSold(list, product).flatMap(({ product: of, capsules: sold }) => {
    if (sold.length === 0) return [];
    const priceOf = (capsuleMg: number) => sold.find(({ mg }) => mg === capsuleMg)?.yen;
    const making = { strengthsMg: sold.map(({ mg }) => mg), doses: 1, priceOf };
    const pattern = patternFor(dailyMg, Number.POSITIVE_INFINITY, making);
    if (pattern === undefined || pattern.dailyMg !== dailyMg || pattern.days.length === 1) return [];
    if (pattern.days.some(({ mg }) => mg === 0)) return [];
    const days = pattern.days.map(({ capsules }) => capsules);
    const yen = days.flat().reduce((sum, { mg, count }) => sum + count * (priceOf(mg) ?? 0), 0);
    return [{ product: of, days, yen }];
  });
  return found.toSorted((a, b) => a.yen - b.yen)[0];
}

/** The capsules of so many days, the first of the days first. */
export function capsulesOver(days: number, inTurn: DaysInTurn["days"]): readonly CapsulesOf[] {
  const counts = new Map<number, number>();
  inTurn.forEach((capsules, index) => {
    const times = Math.ceil((days - index) / inTurn.length);
    for (const { mg, count } of capsules) counts.set(mg, (counts.get(mg) ?? 0) + count * times);
  });
  return [...counts].map(([mg, count]) => ({ mg, count })).toSorted((a, b) => b.mg - a.mg);
}
