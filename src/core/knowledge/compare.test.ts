import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { type Day, day } from "../calendar.ts";
import { comparable, compareProtocols, type Stricter, stricterSide } from "./compare.ts";
import { isLooser, type ParameterId, parameterIds } from "./parameters.ts";
import { listProtocols } from "./protocol-list.ts";

const knowledge = readKnowledge();
const today = day("2026-11-22");

function compared(a: string, b: string, on: Day = today) {
  const found = compareProtocols(knowledge, { a, b, on });
  if ("why" in found) throw new Error(`not compared: ${JSON.stringify(found)}`);
  const of = (id: ParameterId) => {
    const value = found.values.find(({ parameter }) => parameter === id);
    if (value === undefined) throw new Error(`no ${id}`);
    return value;
  };
  return { ...found, of };
}

describe("Two protocols side by side", () => {
  test("hold every parameter once, with who set it and from which source", () => {
    const { values } = compared("us-ipledge", "uk-mhra");
    expect(values.map(({ parameter }) => parameter)).toEqual(parameterIds);
    const ownLayers = new Set(["us-ipledge", "label-us", "floor", "uk-mhra", "label-eu", ""]);
    for (const { parameter, a, b } of values) {
      for (const side of [a, b]) {
        expect(ownLayers.has(side.from), parameter).toBe(true);
        if (side.from !== "") expect(side.cites.length, parameter).toBeGreaterThan(0);
      }
    }
  });

  test("name the stricter one by the parameter's own direction", () => {
    const { of } = compared("label-us", "label-eu");
    expect(of("pretreatmentTests")).toMatchObject({ stricter: "a", floor: true });
    expect(of("testAgeAtPrescriptionDays")).toMatchObject({
      stricter: "b",
      a: { value: null },
      b: { value: 3 },
    });
    expect(of("courseLongest").stricter).toBe("a");
    expect(of("pregnancyStops").stricter).toBe("same");
    expect(of("conditionsThatStop").stricter).toBe("mixed");
  });

  test("change with the day: the UK's second prescriber is there on 21 January 2026 and gone on the 22nd", () => {
    const before = compared("uk-mhra", "label-eu", day("2026-01-21")).of("secondPrescriberUnderAgeYears");
    const after = compared("uk-mhra", "label-eu", day("2026-01-22")).of("secondPrescriberUnderAgeYears");
    expect([before.a.value, before.stricter]).toEqual([18, "a"]);
    expect([after.a.value, after.stricter]).toEqual([null, "same"]);
  });

  test("show the stricter of two values while nobody has confirmed an edition, and say what the other has", () => {
    const { a, of } = compared("us-ipledge", "label-us");
    expect([a.edition.since, a.beside?.since]).toEqual([day("2026-11-15"), day("2021-12-13")]);
    expect(of("missedFirstWindowWaitDays").a).toMatchObject({ value: 19, besides: null });
    expect(of("pretreatmentTestsInMedicalSetting").a).toMatchObject({ value: true, besides: false });
    expect(of("contraceptionMethodsTogether").a).not.toHaveProperty("besides");
    const before = compared("us-ipledge", "label-us", day("2026-11-14"));
    expect(before.a.beside).toBeUndefined();
    expect(before.of("missedFirstWindowWaitDays").a).not.toHaveProperty("besides");
  });

  test("name a clinic's deviation, and how far its protocol lets it go", () => {
    const { of } = compared("jp-selfpay", "three-month-supply");
    const { a, b, stricter } = of("supplyDaysIfPregnancyImpossible");
    expect(stricter).toBe("a");
    expect(a.mayLoosen).toEqual({ asFarAs: 90, onlyIf: "pregnancy-impossible" });
    expect(b).toMatchObject({ value: 90, from: "three-month-supply", deviation: { signedBy: /./ } });
    expect(of("supplyDaysIfPregnancyPossible").stricter).toBe("same");
  });

  test("differ in nothing where they are one and the same", () => {
    for (const id of comparable(knowledge)) {
      expect(compared(id, id).values.filter(({ stricter }) => stricter !== "same")).toEqual([]);
    }
  });

  test("say the opposite the other way round", () => {
    const opposite: { readonly [S in Stricter]: Stricter } = {
      a: "b",
      b: "a",
      same: "same",
      mixed: "mixed",
      other: "other",
    };
    let seen = 0;
    const ids = comparable(knowledge);
    for (const a of ids) {
      for (const b of ids) {
        const there = compared(a, b).values.map(({ stricter }) => stricter);
        const back = compared(b, a).values.map(({ stricter }) => opposite[stricter]);
        expect(back, `${a} ${b}`).toEqual(there);
        seen += there.filter((stricter) => stricter !== "same").length;
      }
    }
    expect(seen).toBeGreaterThan(1000);
  });

  test("that nobody knows, or before the first edition, are not guessed at", () => {
    expect(compareProtocols(knowledge, { a: "nowhere", b: "floor", on: today })).toMatchObject({
      why: "unknown",
      given: "nowhere",
    });
    expect(compareProtocols(knowledge, { a: "floor", b: "constructor", on: today })).toMatchObject({
      why: "unknown",
      given: "constructor",
    });
    const early = compareProtocols(knowledge, { a: "floor", b: "uk-mhra", on: day("2023-10-30") });
    expect(early).toEqual({ why: "not-yet", given: "uk-mhra", since: day("2023-10-31") });
  });
});

describe("The stricter of two values", () => {
  test("is never the looser one", () => {
    const numbers = fc.option(fc.integer({ min: 0, max: 40 }), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom(...parameterIds), numbers, numbers, (id, a, b) => {
        if (id === "windowZone" || typeof a !== typeof b) return;
        const stricter = stricterSide("pretreatmentTests", a, b);
        if (stricter === "a") expect(isLooser("pretreatmentTests", b, a)).toBe(true);
        if (stricter === "b") expect(isLooser("pretreatmentTests", a, b)).toBe(true);
        if (stricter === "same") expect(a).toBe(b);
      }),
    );
  });

  test.each<
    [string, ParameterId, Parameters<typeof stricterSide>[1], Parameters<typeof stricterSide>[1], Stricter]
  >([
    ["fewer days", "supplyDaysIfPregnancyPossible", 30, 31, "a"],
    ["more months", "contraceptionMonthsAfter", 1, 6, "b"],
    ["a value where the other has none", "rest", null, { months: 2 }, "b"],
    ["two months over eight weeks", "rest", { months: 2 }, { weeks: 8 }, "a"],
    ["a week and seven days are the same", "rest", { weeks: 1 }, { days: 7 }, "same"],
    ["a switch that is on", "primaryMethodNeeded", true, false, "a"],
    ["a longer list", "consents", ["x"], ["x", "y"], "b"],
    ["lists of other things", "consents", ["x"], ["y"], "mixed"],
    ["one list in another order", "consents", ["x", "y"], ["y", "x"], "same"],
    ["zones", "windowZone", "Asia/Tokyo", "Europe/London", "other"],
  ])("is %s", (_what, id, a, b, stricter) => {
    expect(stricterSide(id, a, b)).toBe(stricter);
  });
});

describe("The list", () => {
  test("names every protocol and clinic once, each clinic after its protocol", () => {
    const list = listProtocols(knowledge, today);
    expect(list.map(({ id }) => id).toSorted()).toEqual(comparable(knowledge).toSorted());
    for (const [index, { id, is, on }] of list.entries()) {
      if (on === null) continue;
      const base = list.findIndex((one) => one.id === on);
      expect(base, id).toBeGreaterThanOrEqual(0);
      expect(base, id).toBeLessThan(index);
      if (is === "clinic") expect(list[base]?.is).toBe("protocol");
    }
    expect(list.find(({ id }) => id === "uk-mhra")?.inForce).toBe("2026-01-22");
    expect(
      listProtocols(knowledge, day("2019-01-01")).find(({ id }) => id === "uk-mhra")?.inForce,
    ).toBeNull();
  });
});
