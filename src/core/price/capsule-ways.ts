/** Every way to make a daily dose of whole capsules, the cheapest first: exact, in whole yen. */
import type { PriceList } from "../knowledge/topics/prices.ts";
import { amountsUpTo, type CapsulesOf, capsulesIn } from "../plan/capsule-dose.ts";

/** One daily dose: capsules of one product, none mixed with another's. */
export interface CapsuleWay {
  /** Where the list prices products apart. */
  readonly product: string | undefined;
  /** For one day, the largest first. */
  readonly daily: readonly CapsulesOf[];
  readonly dailyYen: number;
}

export interface PricedCapsule {
  readonly mg: number;
  readonly yen: number;
}

/** The capsules a clinic sells of a product, or of each where none is named, with their prices; the largest first. */
export function capsulesSold(
  list: Pick<PriceList, "capsules">,
  product?: string,
): readonly { readonly product: string | undefined; readonly capsules: readonly PricedCapsule[] }[] {
  const named = [...new Set(list.capsules.flatMap((one) => one.product ?? []))];
  const wanted = product !== undefined ? [product] : named.length > 0 ? named : [undefined];
  return wanted.map((of) => {
    const own = list.capsules.filter((one) => one.product === of);
    const general = list.capsules.filter(
      ({ product: its, mg }) => its === undefined && !own.some((one) => one.mg === mg),
    );
    const capsules = (of === undefined ? own : [...own, ...general]).toSorted((a, b) => b.mg - a.mg);
    return { product: named.length > 0 ? of : undefined, capsules };
  });
}

/** Every way to take exactly this much a day; the cheapest first, of two alike the one with fewer capsules. */
export function waysToMake(
  dailyMg: number,
  list: Pick<PriceList, "capsules">,
  product?: string,
): readonly CapsuleWay[] {
  return capsulesSold(list, product)
    .flatMap(({ product: of, capsules }) =>
      combinations(dailyMg, capsules).map((daily) => ({
        product: of,
        daily,
        dailyYen: daily.reduce((sum, { mg, count }) => sum + count * priceOf(mg, capsules), 0),
      })),
    )
    .toSorted(
      (a, b) =>
        a.dailyYen - b.dailyYen || capsulesIn({ capsules: a.daily }) - capsulesIn({ capsules: b.daily }),
    );
}

/** The nearest doses on either side that whole capsules make; undefined where there is none. */
export function nearestDoses(
  dailyMg: number,
  list: Pick<PriceList, "capsules">,
  product?: string,
): { readonly below: number | undefined; readonly above: number | undefined } {
  const sold = capsulesSold(list, product);
  const largest = Math.max(0, ...sold.flatMap(({ capsules }) => capsules.map(({ mg }) => mg)));
  const made = sold.flatMap(({ capsules }) =>
    amountsUpTo(
      dailyMg + largest,
      capsules.map(({ mg }) => mg),
    ),
  );
  const below = made.filter((mg) => mg < dailyMg);
  const above = made.filter((mg) => mg > dailyMg);
  return {
    below: below.length === 0 ? undefined : Math.max(...below),
    above: above.length === 0 ? undefined : Math.min(...above),
  };
}

function combinations(restMg: number, capsules: readonly PricedCapsule[]): readonly CapsulesOf[][] {
  if (restMg === 0) return [[]];
  const [largest, ...smaller] = capsules;
  if (largest === undefined) return [];
  const all: CapsulesOf[][] = [];
  for (let count = Math.floor(restMg / largest.mg); count >= 0; count--) {
    for (const rest of combinations(restMg - count * largest.mg, smaller))
      all.push(count === 0 ? rest : [{ mg: largest.mg, count }, ...rest]);
  }
  return all;
}

function priceOf(mg: number, capsules: readonly PricedCapsule[]): number {
  return capsules.find((one) => one.mg === mg)?.yen ?? 0;
}
