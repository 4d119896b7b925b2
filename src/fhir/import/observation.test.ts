import { describe, expect, test } from "vitest";
import { at, day } from "../../core/calendar.ts";
import { loinc, snomed } from "../codes.ts";
import { concept, importing, importingOne, ucum } from "../fixture.ts";

const effectiveDateTime = "2026-03-01";
const observed = (code: string, fields: object = {}) =>
  importingOne({
    resourceType: "Observation",
    status: "final",
    code: concept(loinc, code),
    effectiveDateTime,
    ...fields,
  });
const quantity = (value: number, unit: string, comparator?: string) => ({
  valueQuantity: { value, unit, system: ucum, code: unit, ...(comparator && { comparator }) },
});
const interpreted = (code: string) => ({
  interpretation: [concept("http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code)],
});

describe("a weight", () => {
  test.each([
    [60, "kg", 60],
    [154, "[lb_av]", 69.85322498],
    [60_000, "g", 60],
    [155, "mg", 0.000155],
  ])("of %s %s is %s kg", (value, unit, kg) => {
    expect(observed("29463-7", quantity(value, unit)).found).toEqual([
      { type: "weight-measured", body: { kg, written: `${value} ${unit}` } },
    ]);
  });

  test("in pounds as people write them is converted", () => {
    const written = { valueQuantity: { value: 100, unit: "lbs" } };
    expect(observed("29463-7", written).found).toEqual([
      { type: "weight-measured", body: { kg: 45.359237, written: "100 lbs" } },
    ]);
  });

  test.each([
    ["in centimetres", quantity(170, "cm"), "unsupported-unit"],
    ["without a unit", { valueQuantity: { value: 60 } }, "unsupported-unit"],
    [
      "with a unit of another system",
      { valueQuantity: { value: 60, system: "x", code: "kg" } },
      "unsupported-unit",
    ],
    ["known only as more than 150 kg", quantity(150, "kg", ">"), "comparator"],
    ["without a value", {}, "no-value"],
    ["in words", { valueString: "heavy" }, "unreadable-value"],
  ])("%s is left aside", (_, value, reason) => {
    expect(observed("29463-7", value)).toMatchObject({ found: [], undated: [], leftAside: { reason } });
  });

  test("that only says when it was issued has no day, and is kept as undated", () => {
    const one = observed("29463-7", {
      ...quantity(155, "mg"),
      effectiveDateTime: undefined,
      issued: "2021-12-12T15:30:10+01:00",
    });
    expect(one).toMatchObject({ found: [], leftAside: { reason: "no-day" } });
    expect(one.undated).toEqual([
      { type: "weight-measured", body: { kg: 0.000155, written: "155 mg" }, resource: "Observation/r" },
    ]);
  });
});

describe("the day of an observation", () => {
  const when = (fields: object) =>
    observed("29463-7", { ...quantity(60, "kg"), effectiveDateTime: undefined, ...fields }).entries[0]
      ?.happened;

  test("is the one written in its own offset, even where UTC is a day on", () => {
    const written = "2026-03-01T23:30:00-10:00";
    expect(when({ effectiveDateTime: written })).toEqual({ day: day("2026-03-01"), at: at(written) });
  });

  test("may come from a period's start or an instant", () => {
    expect(when({ effectivePeriod: { start: "2026-03-01", end: "2026-03-05" } })).toEqual({
      day: day("2026-03-01"),
    });
    expect(when({ effectiveInstant: "2026-03-01T00:00:00Z" })?.day).toBe(day("2026-03-01"));
  });

  test.each(["2026-03", "2026", "2026-02-30", "2026-03-01 10:00", 20260301])(
    "is not known from %s",
    (written) => {
      expect(when({ effectiveDateTime: written })).toBeUndefined();
    },
  );

  test("is that of its specimen where the specimen says it", () => {
    const taken = { collection: { collectedDateTime: "2026-02-27" } };
    const contained = [{ resourceType: "Specimen", id: "s", ...taken }];
    expect(when({ effectiveDateTime, specimen: { reference: "#s" }, contained })).toEqual({
      day: day("2026-02-27"),
    });
    const { entries } = importing([
      { resourceType: "Specimen", id: "s", ...taken },
      {
        resourceType: "Observation",
        id: "o",
        status: "final",
        subject: { reference: "Patient/p" },
        code: concept(loinc, "29463-7"),
        ...quantity(60, "kg"),
        specimen: { reference: "Specimen/s" },
        issued: "2026-03-02T00:00:00Z",
      },
    ]);
    expect(entries[1]?.happened).toEqual({ day: day("2026-02-27") });
  });
});

describe("a laboratory value", () => {
  const lab = (analyte: string, value: number, unit: string, limits: object = {}) => [
    { type: "lab-resulted", body: { analyte, value, unit, ...limits } },
  ];

  const unread = (analyte: string, written: string) => [
    { type: "result-unread", body: { analyte, written } },
  ];

  test("brings the laboratory's own range, in the same unit", () => {
    const referenceRange = [
      { low: quantity(0, "ukat/L").valueQuantity, high: quantity(0.5, "ukat/L").valueQuantity },
    ];
    expect(observed("1742-6", { ...quantity(0.2, "ukat/L"), referenceRange }).found).toEqual(
      lab("alt", 12, "U/L", { upperLimit: 30, lowerLimit: 0 }),
    );
  });

  test("does not choose among several ranges, nor take one for others", () => {
    const high = quantity(35, "U/L").valueQuantity;
    const appliesTo = [{ text: "pregnant" }];
    for (const referenceRange of [
      [{ high }, { high: quantity(50, "U/L").valueQuantity }],
      [{ high, appliesTo }],
    ]) {
      expect(observed("1742-6", { ...quantity(12, "U/L"), referenceRange }).found).toEqual(
        lab("alt", 12, "U/L"),
      );
    }
  });

  test("in mmol/L is converted by the cited factor", () => {
    expect(observed("2571-8", quantity(12, "mmol/L")).found).toEqual(lab("triglycerides", 1062.84, "mg/dL"));
    expect(observed("2571-8", quantity(1.5, "g/L")).found).toEqual(lab("triglycerides", 150, "mg/dL"));
  });

  test.each(["[IU]/L", "mmol/L", "IU/L", "furlong", "(".repeat(500)])(
    "of ALT in %s is no number, but a result that asks to be read",
    (unit) => {
      const one = observed("1742-6", quantity(12, unit));
      expect(one).toMatchObject({
        found: [{ type: "result-unread" }],
        leftAside: { reason: "unsupported-unit" },
      });
      expect(one.found[0]?.body).toMatchObject({
        analyte: "alt",
        written: expect.stringMatching(/^12 .{1,160}$/u),
      });
    },
  );

  test.each([
    [{ valueQuantity: { value: 12 } }, "12", "unsupported-unit"],
    [{ valueString: "see comment" }, "see comment", "unreadable-value"],
    [{ valueCodeableConcept: { text: "elevated" } }, "elevated", "unreadable-value"],
    [{ valueInteger: 12 }, "12", "unreadable-value"],
    [{ valueRange: { low: {}, high: {} } }, "valueRange", "unreadable-value"],
    [{ valueQuantity: { unit: "U/L" } }, "U/L", "unreadable-value"],
  ])(
    "of %j that cannot be read is kept in its own words, on its day or on none",
    (value, written, reason) => {
      const unread = { type: "result-unread", body: { analyte: "alt", written } };
      expect(observed("1742-6", value)).toMatchObject({ found: [unread], leftAside: { reason } });
      expect(observed("1742-6", { ...value, effectiveDateTime: undefined })).toMatchObject({
        found: [],
        undated: [unread],
        became: ["Observation/r~undated"],
        leftAside: { reason },
      });
    },
  );

  test.each([{}, { valueQuantity: null }])("that is not there (%j) is left aside", (value) => {
    expect(observed("1742-6", value)).toMatchObject({
      found: [],
      undated: [],
      leftAside: { reason: "no-value" },
    });
  });

  test("below a limit is read as the limit, where higher is worse", () => {
    expect(observed("1742-6", quantity(5, "U/L", "<")).found).toEqual(lab("alt", 5, "U/L"));
  });

  test("above a limit is read only where the limit already is of the worst grade", () => {
    expect(observed("2571-8", quantity(3000, "mg/dL", ">")).found).toEqual(
      lab("triglycerides", 3000, "mg/dL"),
    );
    expect(observed("2571-8", quantity(300, "mg/dL", ">"))).toMatchObject({
      found: unread("triglycerides", "> 300 mg/dL"),
      leftAside: { reason: "comparator" },
    });
    expect(observed("1742-6", quantity(3000, "U/L", ">"))).toMatchObject({
      found: unread("alt", "> 3000 U/L"),
      leftAside: { reason: "comparator" },
    });
  });

  test("with a limit and no grades asks to be read", () => {
    expect(observed("718-7", quantity(5, "g/dL", "<"))).toMatchObject({
      found: unread("haemoglobin", "< 5 g/dL"),
      leftAside: { reason: "comparator" },
    });
  });

  test("inside a panel is read from its component", () => {
    const component = [
      { code: concept(loinc, "1742-6"), ...quantity(12, "U/L") },
      { code: concept(loinc, "1920-8"), ...quantity(20, "U/L") },
      { code: concept(loinc, "9999-9"), ...quantity(20, "U/L") },
    ];
    const one = observed("24325-3", { component });
    expect(one.found).toEqual([...lab("alt", 12, "U/L"), ...lab("ast", 20, "U/L")]);
    expect(one.became).toEqual(["Observation/r#0", "Observation/r#1"]);
    expect(one.leftAside).toBeUndefined();
  });

  test("of a code nobody knows is left aside with the code", () => {
    expect(observed("9999-9", quantity(1, "U/L")).leftAside).toEqual({
      reason: "unknown-code",
      detail: "http://loinc.org|9999-9",
    });
  });

  test.each([
    ["entered-in-error", "entered-in-error"],
    ["cancelled", "status"],
  ])("with the status %s is left aside", (status, reason) => {
    expect(observed("1742-6", { ...quantity(12, "U/L"), status })).toMatchObject({
      found: [],
      leftAside: { reason },
    });
  });

  test.each([
    ["preliminary", "preliminary"],
    ["registered", "status"],
    ["unknown", "status"],
    [undefined, "status"],
  ])("with the status %s does not count, and asks to be read where there is a value", (status, reason) => {
    expect(observed("1742-6", { ...quantity(12, "U/L"), status })).toMatchObject({
      found: unread("alt", "12 U/L"),
      leftAside: { reason },
    });
    expect(observed("1742-6", { status })).toMatchObject({ found: [], leftAside: { reason } });
    const component = [{ code: concept(loinc, "1920-8"), ...quantity(20, "U/L") }];
    expect(observed("24325-3", { status, component }).found).toEqual(unread("ast", "20 U/L"));
    expect(observed("29463-7", { ...quantity(60, "kg"), status }).found).toEqual([]);
  });

  test.each(["final", "amended", "corrected"])("with the status %s counts", (status) => {
    expect(observed("1742-6", { ...quantity(12, "U/L"), status }).found).toHaveLength(1);
  });
});

describe("a pregnancy test", () => {
  const collected = (specimen: string) => ({
    type: "pregnancy-test-collected",
    body: { test: "r", specimen },
  });
  const resulted = (result: string) => ({ type: "pregnancy-test-resulted", body: { test: "r", result } });

  test.each([
    ["2106-3", "urine"],
    ["2118-8", "serum"],
    ["2110-5", "serum"],
    ["21198-7", "serum"],
  ])("%s is of %s", (code, specimen) => {
    expect(observed(code, interpreted("NEG")).found).toEqual([collected(specimen), resulted("negative")]);
  });

  test("is no race: 2106-3 of another system is not a test", () => {
    const code = concept("urn:oid:2.16.840.1.113883.6.238", "2106-3", "White");
    expect(observed("2106-3", { code, ...interpreted("NEG") })).toMatchObject({
      found: [],
      leftAside: { reason: "unknown-code" },
    });
  });

  test.each([
    ["SNOMED negative", { valueCodeableConcept: concept(snomed, "260385009") }, "negative"],
    ["SNOMED positive", { valueCodeableConcept: concept(snomed, "10828004") }, "positive"],
    ["an interpretation POS", interpreted("POS"), "positive"],
    ["an interpretation IND", interpreted("IND"), "indeterminate"],
    ["the word Negative", { valueString: "Negative" }, "negative"],
    ["陽性", { valueCodeableConcept: { text: "陽性" } }, "positive"],
    ["陰性", { valueString: "陰性" }, "negative"],
    ["the words Weakly positive", { valueString: "Weakly positive" }, "positive"],
    ["弱陽性", { valueString: "弱陽性 (1+)" }, "positive"],
    ["Positive and a word that only begins with not", { valueString: "POSITIVE, notify ward" }, "positive"],
    [
      "a code nobody knows whose display says positive",
      { valueCodeableConcept: { text: "hCG", ...concept("x", "1", "Positive (2+)") } },
      "positive",
    ],
    ["negative beside an interpretation POS", { valueString: "negative", ...interpreted("POS") }, "positive"],
    [
      "a number the laboratory calls positive",
      { ...quantity(90, "m[IU]/mL"), ...interpreted("POS") },
      "positive",
    ],
  ])("with %s is read", (_, value, result) => {
    expect(observed("2106-3", value).found).toEqual([collected("urine"), resulted(result)]);
  });

  test.each([
    ["a bare number", quantity(1, "m[IU]/mL"), "quantity-not-interpreted"],
    ["a number below a limit", quantity(5, "m[IU]/mL", "<"), "quantity-not-interpreted"],
    ["no value", {}, "no-value"],
    ["words nobody foresaw", { valueString: "not pregnant?" }, "unreadable-value"],
    ["a positive taken back", { valueString: "not positive" }, "unreadable-value"],
    ["both words", { valueString: "陽性/陰性" }, "unreadable-value"],
    [
      "the negative code of another system",
      { valueCodeableConcept: concept("x", "260385009") },
      "unreadable-value",
    ],
  ])("with %s is a sample without a result, and says so", (_, value, reason) => {
    expect(observed("21198-7", value)).toMatchObject({ found: [collected("serum")], leftAside: { reason } });
  });

  test("counts from its sample; its result is known when issued", () => {
    const one = observed("2106-3", { ...interpreted("NEG"), issued: "2026-03-03T09:00:00+09:00" });
    expect(one.entries.map((entry) => entry.happened.day)).toEqual([day("2026-03-01"), day("2026-03-03")]);
  });

  test("issued before its sample is known with the sample", () => {
    const one = observed("2106-3", { ...interpreted("NEG"), issued: "2026-02-20T09:00:00+09:00" });
    expect(one.entries.map((entry) => entry.happened.day)).toEqual([day("2026-03-01"), day("2026-03-01")]);
  });

  const noDay = { effectiveDateTime: undefined };
  const pregnant = { type: "pregnancy-reported", body: {} };

  test("that is positive and has no day of its own is a pregnancy reported when issued, else on no day", () => {
    const issued = "2026-03-03T09:00:00+09:00";
    const one = observed("2106-3", { ...interpreted("POS"), ...noDay, issued });
    expect(one.found).toEqual([pregnant]);
    expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-03"), at: at(issued) });
    expect(one.leftAside).toEqual({ reason: "no-day" });
    const never = observed("2106-3", { valueString: "Weakly positive", ...noDay });
    expect(never).toMatchObject({ found: [], became: ["Observation/r~undated"] });
    expect(never.undated.map((fact) => fact.type)).toEqual([
      "pregnancy-test-collected",
      "pregnancy-test-resulted",
      "pregnancy-reported",
    ]);
  });

  test.each([
    ["preliminary", "preliminary"],
    ["registered", "status"],
    ["unknown", "status"],
    [undefined, "status"],
  ])(
    "with the status %s is a pregnancy reported where it is positive, and else left aside",
    (status, reason) => {
      const issued = "2026-03-03T09:00:00+09:00";
      const positive = { ...interpreted("POS"), status, issued };
      const one = observed("2106-3", positive);
      expect(one).toMatchObject({ found: [pregnant], leftAside: { reason } });
      expect(one.entries[0]?.happened).toEqual({ day: day("2026-03-01") });
      expect(observed("2106-3", { ...positive, ...noDay }).entries[0]?.happened.day).toBe(day("2026-03-03"));
      expect(observed("2106-3", { ...positive, ...noDay, issued: undefined }).undated).toEqual([
        { ...pregnant, resource: "Observation/r" },
      ]);
      for (const value of [interpreted("NEG"), interpreted("IND"), {}, quantity(90, "m[IU]/mL")]) {
        expect(observed("2106-3", { ...value, status })).toMatchObject({ found: [], leftAside: { reason } });
      }
    },
  );

  test.each(["entered-in-error", "cancelled"])("with the status %s says nothing", (status) => {
    expect(observed("2106-3", { ...interpreted("POS"), status })).toMatchObject({ found: [], undated: [] });
  });

  test("without a day of its sample is undated, however it was issued", () => {
    const one = observed("2106-3", {
      ...interpreted("NEG"),
      effectiveDateTime: "2026-03",
      issued: "2026-03-03T09:00:00+09:00",
    });
    expect(one).toMatchObject({ found: [], leftAside: { reason: "no-day" } });
    expect(one.undated.map((fact) => fact.type)).toEqual([
      "pregnancy-test-collected",
      "pregnancy-test-resulted",
    ]);
  });
});

describe("a PHQ-9", () => {
  test.each([{ valueInteger: 7 }, quantity(7, "{score}")])("total is read", (value) => {
    expect(observed("44261-6", value).found).toEqual([{ type: "mood-screened", body: { phq9: 7 } }]);
  });
  test.each([28, -1, 3.5])("total of %s is impossible", (valueInteger) => {
    expect(observed("44261-6", { valueInteger })).toMatchObject({
      found: [],
      leftAside: { reason: "unreadable-value" },
    });
  });
});
