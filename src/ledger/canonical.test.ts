import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical } from "./canonical.ts";
import type { Json } from "./ledger.ts";

/** The same value with every object's keys in another order. */
const shuffled = (value: Json): Json => {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(shuffled);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

describe("canonical JSON", () => {
  test("is what RFC 8785 gives for its own example", () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test("sorts keys by UTF-16 code units, also those that look like numbers", () => {
    const keys = ["€", "\r", "\ufb33", "1", "😀", "\u0080", "ö", "10", "9", "-"];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    expect(canonical(value)).toBe(
      `{${["\\r", "-", "1", "10", "9", "\u0080", "ö", "€", "😀", "\ufb33"].map((key) => `"${key}":0`).join(",")}}`,
    );
  });

  test("is one text for one value, whatever the order of its keys, and reads back as that value", () => {
    let objects = 0;
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (any) => {
        const value = JSON.parse(JSON.stringify(any)) as Json;
        objects += typeof value === "object" ? 1 : 0;
        expect(canonical(shuffled(value))).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(value);
        expect(canonical(JSON.parse(canonical(value)) as Json)).toBe(canonical(value));
      }),
      { numRuns: 300 },
    );
    expect(objects).toBeGreaterThan(50);
  });

  test("refuses what JSON cannot hold, wherever it stands", () => {
    for (const value of [
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      Symbol("s"),
      () => 1,
      new Date(0),
    ])
      for (const json of [value, [value], { key: [{ key: value }] }])
        expect(() => canonical(json as unknown as Json)).toThrow(TypeError);
  });
});
