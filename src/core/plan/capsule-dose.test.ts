import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canBeDivided,
  capsulesIn,
  type DayDose,
  dayDoses,
  type PriceOf,
  patternFor,
} from "./capsule-dose.ts";
import { capsulesText } from "./capsules-text.ts";

const making = (strengthsMg: readonly number[], doses = 1, priceOf?: PriceOf) => ({
  strengthsMg,
  doses,
  priceOf,
});
const daysOf = (wishedMg: number, mostMg: number, strengths: readonly number[], doses = 1) =>
  patternFor(wishedMg, mostMg, making(strengths, doses))?.days.map(({ capsules }) => capsulesText(capsules));
const noLimit = Number.POSITIVE_INFINITY;

describe("a dose of whole capsules", () => {
  test.each([
    [40, [10, 20], 1, ["20 mg × 2"]],
    [40, [10, 20, 30, 40], 1, ["40 mg × 1"]],
    [40, [10, 20, 30, 40], 2, ["20 mg × 2"]],
    [45, [10, 20], 1, ["20 mg × 2", "20 mg × 2 + 10 mg × 1"]],
    [30, [20], 1, ["20 mg × 1", "20 mg × 2"]],
    [47, [10, 20], 1, ["20 mg × 2", "20 mg × 2 + 10 mg × 1"]],
    [5, [10, 20], 1, ["10 mg × 1", ""]],
    [10, [10, 20], 2, ["10 mg × 1"]],
  ])("of %d mg from %j in %i doses", (wished, strengths, doses, days) => {
    expect(daysOf(wished, noLimit, strengths, doses)).toEqual(days);
  });

  test("stays under its limit on every day, be the mean as near as it may", () => {
    expect(daysOf(55, 55, [10, 20])).toEqual(["20 mg × 2 + 10 mg × 1"]);
    expect(daysOf(55, 60, [10, 20])).toEqual(["20 mg × 2 + 10 mg × 1", "20 mg × 3"]);
  });

  test("is the cheapest where prices are known, though it be more capsules", () => {
    const price: PriceOf = (mg) => (mg === 10 ? 100 : 300);
    const made = patternFor(40, noLimit, making([10, 20], 1, price));
    expect(made?.days.map(({ capsules }) => capsulesText(capsules))).toEqual(["10 mg × 4"]);
  });

  test("cannot be made where the smallest capsule is more than the limit", () => {
    expect(patternFor(10, 5, making([10]))).toBeUndefined();
  });
});

/** Every handful of capsules up to an amount, one after another: slow, and plainly complete. */
function everyHandful(mostMg: number, strengths: readonly number[]): DayDose[] {
  const [mg, ...rest] = strengths;
  if (mg === undefined) return [{ mg: 0, capsules: [] }];
  const found: DayDose[] = [];
  for (let count = 0; count * mg <= mostMg; count++) {
    for (const more of everyHandful(mostMg - count * mg, rest))
      found.push({
        mg: count * mg + more.mg,
        capsules: count === 0 ? more.capsules : [{ mg, count }, ...more.capsules],
      });
  }
  return found;
}

describe("against every handful there is", () => {
  const someStrengths = fc.uniqueArray(fc.constantFrom(8, 10, 16, 20, 24, 25, 28, 30, 32, 35, 40), {
    minLength: 1,
    maxLength: 4,
  });
  const weights = fc.integer({ min: 20, max: 140 });
  const targets = fc.double({ min: 0.1, max: 1.2, noNaN: true });
  const somePrices = fc.option(
    fc.array(fc.integer({ min: 50, max: 900 }), { minLength: 50, maxLength: 50 }),
    {
      nil: undefined,
    },
  );
  const priceIn = (prices: readonly number[] | undefined): PriceOf | undefined =>
    prices === undefined ? undefined : (mg) => prices[mg % prices.length];

  const cost = (dose: DayDose, priceOf: PriceOf | undefined) => [
    dose.capsules.reduce((sum, { mg, count }) => sum + count * (priceOf?.(mg) ?? 0), 0),
    capsulesIn(dose),
    dose.capsules.reduce((sum, { mg, count }) => sum + count * mg * mg, 0),
  ];
  const compare = (a: readonly number[], b: readonly number[]) => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
  };
  const inOrder = (a: DayDose, b: DayDose): readonly [DayDose, DayDose] => (a.mg <= b.mg ? [a, b] : [b, a]);
  /** The best of one amount: divided into the doses where any handful can be. */
  const bestOf = (all: readonly DayDose[], doses: number, priceOf: PriceOf | undefined) => {
    const divided = all.filter((one) => capsulesIn(one) >= doses);
    return (divided.length > 0 ? divided : all).toSorted((a, b) =>
      compare(cost(a, priceOf), cost(b, priceOf)),
    )[0];
  };

  test("each amount a day has its best combination, and no amount is missing", () => {
    let amounts = 0;
    fc.assert(
      fc.property(someStrengths, fc.integer({ min: 1, max: 3 }), somePrices, (strengthsMg, doses, prices) => {
        const priceOf = priceIn(prices);
        const all = everyHandful(120, strengthsMg).filter(({ mg }) => mg > 0);
        const made = dayDoses(120, { strengthsMg, doses, priceOf });
        expect(made.map(({ mg }) => mg)).toEqual(
          [...new Set(all.map(({ mg }) => mg))].toSorted((a, b) => a - b),
        );
        for (const one of made) {
          const best = bestOf(
            all.filter(({ mg }) => mg === one.mg),
            doses,
            priceOf,
          );
          expect(best && compare(cost(one, priceOf), cost(best, priceOf))).toBe(0);
          expect(one.capsules.reduce((sum, { mg, count }) => sum + mg * count, 0)).toBe(one.mg);
          amounts += 1;
        }
      }),
      { numRuns: 60 },
    );
    expect(amounts).toBeGreaterThan(300);
  });

  test("a pattern is the best of all single days and pairs, for any weight, target, product and prices", () => {
    fc.assert(
      fc.property(
        someStrengths,
        weights,
        targets,
        fc.constantFrom(0.8, 1, 2),
        fc.integer({ min: 1, max: 2 }),
        somePrices,
        (strengthsMg, weightKg, mgPerKg, limit, doses, prices) => {
          const priceOf = priceIn(prices);
          const wished = weightKg * mgPerKg;
          const most = weightKg * limit;
          const largest = Math.max(...strengthsMg);
          const handfuls = everyHandful(Math.min(most, wished + largest), strengthsMg);
          const amounts = [...new Set(handfuls.map(({ mg }) => mg))].filter((mg) => mg > 0);
          const best = amounts.flatMap((mg) => {
            const one = bestOf(
              handfuls.filter((other) => other.mg === mg),
              doses,
              priceOf,
            );
            return one === undefined ? [] : [one];
          });
          const rest = amounts.some((mg) => mg <= wished) ? [] : [{ mg: 0, capsules: [] }];
          const days = [...rest, ...best];
          const value = ([a, b]: readonly [DayDose, DayDose]) => [
            Math.round(Math.abs((a.mg + b.mg) / 2 - wished) * 1e6),
            a.mg + b.mg,
            b.mg - a.mg,
            ...cost(a, priceOf).map((part, index) => part + (cost(b, priceOf)[index] ?? 0)),
          ];
          const pairs = days
            .flatMap((a) => days.map((b): readonly [DayDose, DayDose] => [a, b]))
            .filter(([a, b]) => a.mg <= b.mg && b.mg > 0)
            .map(value)
            .toSorted(compare);
          const made = patternFor(wished, most, { strengthsMg, doses, priceOf });
          const [first, second] = made?.days ?? [];
          expect(first === undefined ? undefined : value(inOrder(first, second ?? first))).toEqual(pairs[0]);
          for (const day of made?.days ?? []) expect(day.mg).toBeLessThanOrEqual(most);
          if (made !== undefined && amounts.includes(wished)) expect(made.dailyMg).toBe(wished);
          expect(made === undefined || canBeDivided(made, 1)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
