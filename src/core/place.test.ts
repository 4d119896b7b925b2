import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOf, stepsOf } from "./place.ts";

test("a place is written as its fields are named, and leads back whatever they are named", () => {
  expect(placeOf(["rows", 0, "analyte"])).toBe("rows.0.analyte");
  expect(stepsOf("")).toEqual([]);
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (steps) => {
      fc.pre(steps.join() !== "");
      expect(stepsOf(placeOf(steps))).toEqual(steps);
    }),
  );
});
