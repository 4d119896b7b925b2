import { describe, expect, test } from "vitest";
import { day } from "../../core/calendar.ts";
import { snomed } from "../codes.ts";
import { concept, importingOne } from "../fixture.ts";

const coded = (name: string, code: string) => ({
  [name]: { coding: [{ system: "http://terminology.hl7.org/x", code }] },
});
const depression = concept(snomed, "35489007", "Depression");

describe("a condition", () => {
  const condition = (fields: object) =>
    importingOne({ resourceType: "Condition", code: depression, recordedDate: "2026-01-05", ...fields });
  const recorded = (status: string) => ({
    type: "condition-recorded",
    body: { condition: "depression", coding: depression.coding, text: "Depression", status },
  });

  test.each(["active", "recurrence", "relapse"])("that is %s is active", (code) => {
    expect(condition(coded("clinicalStatus", code)).found).toEqual([recorded("active")]);
  });
  test.each(["inactive", "remission", "resolved"])("that is %s is history", (code) => {
    expect(condition(coded("clinicalStatus", code)).found).toEqual([recorded("history")]);
  });
  test("without a status is active until it abates", () => {
    expect(condition({}).found).toEqual([recorded("active")]);
    expect(condition({ abatementDateTime: "2026-01-06" }).found).toEqual([recorded("history")]);
  });
  test.each(["refuted", "entered-in-error"])("that was %s is left aside", (code) => {
    expect(condition(coded("verificationStatus", code))).toMatchObject({
      found: [],
      leftAside: { reason: code },
    });
  });
  test("only suspected counts where it may forbid treatment, never as a reason to treat", () => {
    const suspected = coded("verificationStatus", "provisional");
    expect(condition(suspected).found).toEqual([recorded("active")]);
    expect(condition({ ...suspected, code: concept(snomed, "88616000") })).toMatchObject({
      found: [],
      leftAside: { reason: "not-confirmed" },
    });
  });
  test("that is treated with isotretinoin has the id of the indication", () => {
    expect(condition({ code: concept(snomed, "88616000") }).found).toMatchObject([
      { body: { condition: "acne-severe" } },
    ]);
  });
  test("that nobody knows keeps its words", () => {
    expect(condition({ code: { text: "Flat feet" } }).found).toEqual([
      { type: "condition-recorded", body: { text: "Flat feet", status: "active" } },
    ]);
  });
  test("is of the day it began, else of the day it was recorded, else it stands as of now", () => {
    expect(condition({ onsetDateTime: "2020-02-02" }).entries[0]?.happened.day).toBe(day("2020-02-02"));
    expect(condition({ onsetDateTime: "2020" }).entries[0]?.happened.day).toBe(day("2026-01-05"));
    expect(condition({ recordedDate: undefined })).toMatchObject({
      found: [],
      undated: [{ type: "condition-recorded", resource: "Condition/r" }],
    });
    expect(condition({ recordedDate: undefined }).leftAside).toBeUndefined();
  });
});

describe("an allergy", () => {
  const allergy = (fields: object) =>
    importingOne({
      resourceType: "AllergyIntolerance",
      patient: { reference: "Patient/p" },
      subject: undefined,
      recordedDate: "2026-01-05",
      ...fields,
    });
  const peanut = concept(snomed, "762952008");

  test("is known by its code or by the substance of a reaction", () => {
    for (const fields of [{ code: peanut }, { reaction: [{ substance: peanut }] }]) {
      expect(allergy(fields).found).toEqual([
        { type: "allergy-recorded", body: { allergen: "peanut", coding: peanut.coding } },
      ]);
    }
  });
  test("that nobody knows keeps its words", () => {
    expect(allergy({ code: { text: "Bee venom" } }).found).toEqual([
      { type: "allergy-recorded", body: { text: "Bee venom" } },
    ]);
  });
  test("known not to exist was asked about", () => {
    expect(allergy({ code: concept(snomed, "716186003") }).found).toEqual([
      { type: "allergies-asked", body: {} },
    ]);
  });
  test("to drugs alone known not to exist rules out no other", () => {
    expect(allergy({ code: concept(snomed, "409137002") })).toMatchObject({
      found: [],
      leftAside: { reason: "partial-negation" },
    });
  });
  test.each([
    [coded("verificationStatus", "refuted"), "refuted"],
    [coded("verificationStatus", "entered-in-error"), "entered-in-error"],
    [coded("clinicalStatus", "resolved"), "status"],
  ])("with %j is left aside", (fields, reason) => {
    expect(allergy({ code: peanut, ...fields })).toMatchObject({ found: [], leftAside: { reason } });
  });
});
