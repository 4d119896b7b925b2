import { describe, expect, test } from "vitest";
import { day } from "../calendar.ts";
import { parameterIds } from "./parameters.ts";
import { baseChain, editionsOn, resolveValues, statedOn, type Values } from "./resolve.ts";
import type { Clinic, Knowledge, Protocol, StatedValues } from "./schema.ts";

const words = { en: "x", ja: "x" };
const signed = { signedBy: "Dr A", because: "distance" };

function protocol(
  id: string,
  on: string | undefined,
  editions: readonly string[],
  values: StatedValues,
): Protocol {
  return {
    id,
    ...(on === undefined ? {} : { on }),
    title: words,
    jurisdiction: "any",
    zone: "UTC",
    usable: true,
    editions: editions.map((since, index) => ({ since, confirmed: index === 0, cites: ["a"] })),
    mayLoosen: {},
    values: mutable(values),
  };
}

function clinic(id: string, on: string, values: StatedValues): Clinic {
  return {
    id,
    on,
    title: words,
    zone: "UTC",
    sites: [],
    products: [],
    values: mutable(values),
    houseRules: [],
    prices: [],
    cites: ["a"],
  };
}

function mutable(values: StatedValues): Protocol["values"] {
  return Object.fromEntries(
    Object.entries(values).map(([id, stated]) => [
      id,
      (stated ?? []).map((one) => ({ ...one, cites: [...one.cites] })),
    ]),
  );
}

function knowledge(protocols: readonly Protocol[], clinics: readonly Clinic[]): Knowledge {
  return {
    digest: "",
    sources: {},
    ingredient: { codes: [], strengthCodes: [], cites: [] },
    products: {},
    medicines: {},
    itself: { name: { en: "", ja: "" }, aliases: [], says: { en: "", ja: "" }, cites: [] },
    notMedicines: {},
    analytes: {},
    labNotes: {},
    labSchedules: {},
    symptoms: {},
    symptomCombinations: {},
    conditions: {},
    indications: {},
    contraceptives: {},
    allergens: {},
    excipients: {},
    activities: {},
    duties: {},
    studies: {},
    relapseDefinitions: {},
    expectations: {},
    scales: {},
    responseRules: {},
    helplines: {},
    authorities: {},
    claims: {},
    references: {},
    protocols: Object.fromEntries(protocols.map((one) => [one.id, one])),
    clinics: Object.fromEntries(clinics.map((one) => [one.id, one])),
  };
}

const all = knowledge(
  [
    protocol("floor", undefined, ["2000-01-01"], {
      contraceptionMonthsAfter: [
        { since: "2000-01-01", value: 1, cites: ["floor-1"] },
        { since: "2020-01-01", value: 2, cites: ["floor-2"] },
      ],
      pretreatmentTests: [{ since: "2000-01-01", value: 1, cites: ["floor-1"] }],
      testEveryMonth: [{ since: "2000-01-01", value: true, cites: ["floor-1"] }],
      baselineAnalytes: [{ since: "2000-01-01", value: ["alt"], cites: ["floor-1"] }],
    }),
    protocol("us", "floor", ["2010-01-01", "2026-11-15"], {
      pretreatmentTests: [{ since: "2010-01-01", value: 2, cites: ["us-1"] }],
      missedFirstWindowWaitDays: [{ since: "2010-01-01", until: "2026-11-14", value: 19, cites: ["us-1"] }],
      testWindowDays: [
        { since: "2010-01-01", value: 7, cites: ["us-1"] },
        { since: "2026-11-15", value: 8, cites: ["us-2"] },
      ],
      baselineAnalytes: [{ since: "2010-01-01", value: ["alt", "tg"], cites: ["us-1"] }],
      supplyDaysIfPregnancyImpossible: [{ since: "2010-01-01", value: 30, cites: ["us-1"] }],
      windowZone: [{ since: "2010-01-01", value: "America/New_York", cites: ["us-1"] }],
    }),
    protocol("eu", "floor", ["2010-01-01"], {
      testWindowDays: [{ since: "2010-01-01", value: 4, cites: ["eu-1"] }],
    }),
  ],
  [
    clinic("house", "us", {
      testWindowDays: [{ since: "2020-01-01", value: 5, cites: ["house-1"] }],
      baselineAnalytes: [{ since: "2020-01-01", value: ["alt", "tg", "ck"], cites: ["house-1"] }],
      supplyDaysIfPregnancyImpossible: [
        { since: "2020-01-01", value: 60, cites: ["house-1"], deviation: signed },
      ],
      contraceptionMonthsAfter: [{ since: "2020-01-01", value: 6, cites: ["house-1"] }],
      moodEverySupply: [{ since: "2020-01-01", value: true, cites: ["house-1"] }],
    }),
  ],
);

function us(edition: string, on: string, clinicId?: string): Values {
  return resolveValues(all, { protocol: "us", clinic: clinicId, edition: day(edition), on: day(on) });
}

describe("A value on a day", () => {
  const values = [
    { since: "2020-01-01", value: 2, cites: ["b"] },
    { since: "2010-01-01", until: "2012-12-31", value: 1, cites: ["a"] },
  ];
  test.each([
    ["2009-12-31", undefined],
    ["2010-01-01", 1],
    ["2012-12-31", 1],
    ["2013-01-01", undefined],
    ["2019-12-31", undefined],
    ["2020-01-01", 2],
  ])("%s: %s", (on, value) => {
    expect(statedOn(values, on)?.value).toBe(value);
  });
});

describe("Bases and editions", () => {
  test("a protocol comes first, its floor last", () => {
    expect(baseChain(all, "us").map(({ id }) => id)).toEqual(["us", "floor"]);
    expect(baseChain(all, "nowhere")).toEqual([]);
  });
  test("a circle ends where it began", () => {
    const circle = knowledge(
      [protocol("a", "b", ["2000-01-01"], {}), protocol("b", "a", ["2000-01-01"], {})],
      [],
    );
    expect(baseChain(circle, "a").map(({ id }) => id)).toEqual(["a", "b"]);
  });
  test("an edition counts from its first day, not the day before", () => {
    const own = all.protocols["us"];
    if (own === undefined) throw new Error("no protocol");
    expect(editionsOn(own, day("2009-12-31"))).toEqual([]);
    expect(editionsOn(own, day("2026-11-14")).map(({ since }) => since)).toEqual([day("2010-01-01")]);
    expect(editionsOn(own, day("2026-11-15")).map(({ since, confirmed }) => [since, confirmed])).toEqual([
      [day("2010-01-01"), true],
      [day("2026-11-15"), false],
    ]);
  });
});

describe("A protocol's values", () => {
  test("every parameter is there; what nobody set is null, a switch off", () => {
    const values = us("2010-01-01", "2015-01-01");
    expect(Object.keys(values).toSorted()).toEqual([...parameterIds].toSorted());
    expect(values.minimumAgeYears).toEqual({ value: null, cites: [], from: "" });
    expect(values.rest).toEqual({ value: null, cites: [], from: "" });
    expect(values.consents.value).toBeNull();
    expect(values.moodEverySupply).toEqual({ value: false, cites: [], from: "" });
  });
  test("its own value replaces its base's, with its cites", () => {
    expect(us("2010-01-01", "2015-01-01").pretreatmentTests).toEqual({
      value: 2,
      cites: ["us-1"],
      from: "us",
    });
    expect(us("2010-01-01", "2015-01-01").baselineAnalytes.value).toEqual(["alt", "tg"]);
  });
  test("what it leaves unsaid is its base's", () => {
    expect(us("2010-01-01", "2015-01-01").testEveryMonth).toEqual({
      value: true,
      cites: ["floor-1"],
      from: "floor",
    });
  });
  test("its own values follow the edition, its base's the day", () => {
    const kept = us("2010-01-01", "2026-11-20");
    expect(kept.testWindowDays).toEqual({ value: 7, cites: ["us-1"], from: "us" });
    expect(kept.missedFirstWindowWaitDays.value).toBe(19);
    expect(kept.contraceptionMonthsAfter).toEqual({ value: 2, cites: ["floor-2"], from: "floor" });
    const next = us("2026-11-15", "2026-11-20");
    expect(next.testWindowDays.value).toBe(8);
    expect(next.missedFirstWindowWaitDays).toEqual({ value: null, cites: [], from: "" });
    expect(us("2010-01-01", "2019-12-31").contraceptionMonthsAfter.value).toBe(1);
  });
});

describe("A clinic's house rules", () => {
  test("replace the values of the protocol it works under, from their day", () => {
    expect(us("2010-01-01", "2019-12-31", "house").testWindowDays.value).toBe(7);
    expect(us("2010-01-01", "2020-01-01", "house").testWindowDays).toEqual({
      value: 5,
      cites: ["house-1"],
      from: "house",
    });
  });
  test("keep the signature of a deviation", () => {
    expect(us("2010-01-01", "2020-01-01", "house").supplyDaysIfPregnancyImpossible).toEqual({
      value: 60,
      cites: ["house-1"],
      from: "house",
      deviation: signed,
    });
  });
  test("beside another protocol only tighten", () => {
    const eu = resolveValues(all, {
      protocol: "eu",
      clinic: "house",
      edition: day("2010-01-01"),
      on: day("2026-01-01"),
    });
    expect(eu.testWindowDays).toEqual({ value: 4, cites: ["eu-1"], from: "eu" });
    expect(eu.contraceptionMonthsAfter).toEqual({ value: 6, cites: ["house-1"], from: "house" });
    expect(eu.moodEverySupply.value).toBe(true);
    expect(eu.testEveryMonth.from).toBe("floor");
  });
  test("beside another protocol lists join, and so do their cites", () => {
    const eu = resolveValues(all, {
      protocol: "eu",
      clinic: "house",
      edition: day("2010-01-01"),
      on: day("2026-01-01"),
    });
    expect(eu.baselineAnalytes).toEqual({
      value: ["alt", "tg", "ck"],
      cites: ["floor-1", "house-1"],
      from: "house",
    });
  });
  test("deviate from nothing where they tighten another protocol", () => {
    const eu = resolveValues(all, {
      protocol: "eu",
      clinic: "house",
      edition: day("2010-01-01"),
      on: day("2026-01-01"),
    });
    expect(eu.supplyDaysIfPregnancyImpossible).toEqual({ value: 60, cites: ["house-1"], from: "house" });
  });
});

describe("Asking again", () => {
  test("the same question gives the very same answer", () => {
    expect(us("2010-01-01", "2015-01-01")).toBe(us("2010-01-01", "2015-01-01"));
    expect(us("2010-01-01", "2015-01-01")).not.toBe(us("2010-01-01", "2015-01-01", "house"));
  });
  test("a protocol or clinic nobody knows is a bug, not a pass", () => {
    const on = { edition: day("2010-01-01"), on: day("2015-01-01") };
    expect(() => resolveValues(all, { protocol: "nowhere", ...on })).toThrow(/no protocol "nowhere"/);
    expect(() => resolveValues(all, { protocol: "us", clinic: "toString", ...on })).toThrow(
      /no clinic "toString"/,
    );
  });
});
