import { describe, expect, test } from "vitest";
import { importingOne } from "../fixture.ts";

const taking = (text: string) =>
  importingOne({
    resourceType: "MedicationStatement",
    status: "active",
    effectiveDateTime: "2026-11-01",
    medicationCodeableConcept: { text },
  }).found.map(({ body }) => ("medicine" in body ? body.medicine : undefined));

describe("a medicine without a known code", () => {
  test.each(["methotrexate", "Methotrexate 2.5 mg tablet", "METHOTREXATE"])(
    "is known by its name: %s",
    (text) => {
      expect(taking(text)).toEqual(["methotrexate"]);
    },
  );
  test("is not known by a part of another word", () => {
    expect(taking("Methotrexateless tea")).toEqual([undefined]);
  });
  test("for the skin or the eye is nobody's tablet", () => {
    expect(taking("Methotrexate eye drops")).toEqual([undefined]);
  });
});

describe("a pregnancy without a known code", () => {
  const pregnant = { code: { text: "Pregnancy, 8 weeks" }, clinicalStatus: { coding: [{ code: "active" }] } };
  test("on the list of conditions is a reported pregnancy", () => {
    const one = importingOne({ resourceType: "Condition", onsetDateTime: "2026-10-01", ...pregnant });
    expect(one.found).toEqual([{ type: "pregnancy-reported", body: {} }]);
  });
  test("as the value of an observation nobody has a code for is one too", () => {
    const one = importingOne({
      resourceType: "Observation",
      status: "final",
      effectiveDateTime: "2026-11-19",
      code: { coding: [{ system: "http://loinc.org", code: "82810-3", display: "Pregnancy status" }] },
      valueCodeableConcept: {
        coding: [{ system: "http://snomed.info/sct", code: "77386006", display: "Pregnant" }],
      },
    });
    expect(one.found).toEqual([{ type: "pregnancy-reported", body: {} }]);
  });
  test("that is denied is none", () => {
    const one = importingOne({
      resourceType: "Observation",
      status: "final",
      effectiveDateTime: "2026-11-19",
      code: { text: "Pregnancy status" },
      valueCodeableConcept: { text: "Not pregnant" },
    });
    expect(one.found).toEqual([]);
  });
});
