import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type AnyValue,
  isLooser,
  type ParameterId,
  parameterIds,
  parameters,
  stricterOf,
} from "./parameters.ts";

function valueOf(id: ParameterId): fc.Arbitrary<AnyValue | null> {
  switch (parameters[id].kind) {
    case "number":
      return fc.option(fc.integer({ min: 0, max: 100 }));
    case "switch":
      return fc.boolean();
    case "list":
      return fc.option(fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")));
    case "span":
      return fc.option(fc.oneof(...["days", "weeks", "months"].map((unit) => spanIn(unit))));
    case "zone":
      return fc.constant(null);
  }
}

function spanIn(
  unit: string,
): fc.Arbitrary<{ readonly days: number } | { readonly weeks: number } | { readonly months: number }> {
  const length = fc.integer({ min: 1, max: 24 });
  if (unit === "days") return length.map((days) => ({ days }));
  return unit === "weeks" ? length.map((weeks) => ({ weeks })) : length.map((months) => ({ months }));
}

const two = fc
  .constantFrom(...parameterIds)
  .chain((id) => fc.tuple(fc.constant(id), valueOf(id), valueOf(id)));
const runs = { numRuns: 2_000 };

describe("The stricter of two values", () => {
  test("is never looser than either", () => {
    fc.assert(
      fc.property(two, ([id, a, b]) => {
        const stricter = stricterOf(id, a, b);
        expect(isLooser(id, stricter, a)).toBe(false);
        expect(isLooser(id, stricter, b)).toBe(false);
      }),
      runs,
    );
  });
  test("is the same either way round, but for spans of one length", () => {
    fc.assert(
      fc.property(two, ([id, a, b]) => {
        const [there, back] = [stricterOf(id, a, b), stricterOf(id, b, a)];
        expect(isLooser(id, there, back) || isLooser(id, back, there)).toBe(false);
        expect(parameters[id].kind !== "number" || there === back).toBe(true);
      }),
      runs,
    );
  });
  test("of a value and itself is that value", () => {
    fc.assert(
      fc.property(two, ([id, a]) => {
        expect(stricterOf(id, a, a)).toEqual(a);
      }),
      runs,
    );
  });
});

describe("Looser", () => {
  test("no value is looser than itself, and no two are looser than each other, but for lists", () => {
    fc.assert(
      fc.property(two, ([id, a, b]) => {
        expect(isLooser(id, a, a)).toBe(false);
        expect(parameters[id].kind !== "list" && isLooser(id, a, b) && isLooser(id, b, a)).toBe(false);
      }),
      runs,
    );
  });
  test("a value taken away is looser, one newly set never", () => {
    expect(isLooser("contraceptionMonthsAfter", null, 1)).toBe(true);
    expect(isLooser("contraceptionMonthsAfter", 0, null)).toBe(false);
  });
  test.each<[ParameterId, AnyValue, AnyValue]>([
    ["contraceptionMonthsAfter", 0, 1],
    ["supplyDaysIfPregnancyPossible", 31, 30],
    ["testEveryMonth", false, true],
    ["baselineAnalytes", ["alt"], ["alt", "triglycerides"]],
    ["rest", { weeks: 8 }, { months: 2 }],
    ["baselineWithin", { days: 31 }, { weeks: 4 }],
  ])("%s of %j is looser than %j, and not the other way round", (id, looser, strict) => {
    expect(isLooser(id, looser, strict)).toBe(true);
    expect(isLooser(id, strict, looser)).toBe(false);
  });
});
