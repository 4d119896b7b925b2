import { describe, expect, test } from "vitest";
import { readQuestionExamples } from "../../app/golden-questions.ts";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { at, day } from "../../core/calendar.ts";
import { foldRecord } from "../../core/record.ts";
import { entry } from "../../core/testing/entries.ts";
import { reportBundle } from "./report-bundle.ts";

const knowledge = readKnowledge();
const recordOf = (patient: string, now: string) => {
  const found = readQuestionExamples().find((one) => one.question.id === "report" && one.patient === patient);
  if (found?.entries === undefined) throw new Error(`no golden patient ${patient}`);
  return foldRecord(found.entries, { at: at(now), zone: "Asia/Tokyo" });
};

describe("A report as FHIR", () => {
  test("of a pregnancy names the exposure, the medicine with its days, and the tests, and nobody", () => {
    const record = recordOf("pregnant-in-month-two", "2026-11-03T03:00:00Z");
    const bundle = reportBundle(record, { kind: "pregnancy-exposure" }, knowledge);
    const resources = bundle?.entry?.map(({ resource }) => resource) ?? [];
    expect(resources.map((resource) => resource?.resourceType)).toEqual([
      "AdverseEvent",
      "Patient",
      "MedicationStatement",
      "Observation",
    ]);
    expect(resources[1]).toEqual({ resourceType: "Patient", id: "patient", birthDate: "2001" });
    expect(resources[2]).toMatchObject({ status: "active", effectivePeriod: { start: "2026-10-01" } });
    expect(resources[2]).not.toHaveProperty(["effectivePeriod", "end"]);
    expect(resources[3]).toMatchObject({
      code: { coding: [{ system: "http://loinc.org", code: "2106-3" }] },
    });
  });

  test("refers only to what is in it", () => {
    const record = recordOf("headache-and-held", "2026-10-26T03:00:00Z");
    const told = { kind: "adverse-event", serious: true, outcome: "not-recovered" } as const;
    const bundle = reportBundle(record, told, knowledge);
    const urls = bundle?.entry?.map(({ fullUrl }) => fullUrl) ?? [];
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)].map(([, url]) => url);
    expect(references.length).toBeGreaterThan(2);
    expect(references.filter((url) => !urls.includes(url))).toEqual([]);
    expect(bundle?.entry?.[0]?.resource).toMatchObject({
      event: { text: "Headache" },
      seriousness: { coding: [{ code: "serious" }] },
      outcome: { coding: [{ code: "ongoing" }] },
    });
  });

  test.each([
    ["fatal", "fatal"],
    ["recovered-with-sequelae", "resolvedWithSequelae"],
  ] as const)("says how it went on: %s is %s", (outcome, code) => {
    const record = recordOf("headache-and-held", "2026-10-26T03:00:00Z");
    const bundle = reportBundle(record, { kind: "adverse-event", outcome }, knowledge);
    expect(bundle?.entry?.[0]?.resource).toMatchObject({ outcome: { coding: [{ code }] } });
  });

  test("holds nothing that somebody wrote in their own words", () => {
    const entries = [
      entry("registered", "2026-08-01", { birthDate: day("1999-01-20") }),
      entry("supply-dispensed", "2026-10-01", { capsuleMg: 20, capsules: 60, lot: "lot-4711" }),
      entry("medicine-started", "2026-10-02", { text: "what Hanako gave me" }),
      entry("symptom-reported", "2026-10-03", { symptoms: ["my-name-is-hanako"] }),
    ];
    const record = foldRecord(entries, { at: at("2026-10-26T03:00:00Z"), zone: "Asia/Tokyo" });
    const bundle = JSON.stringify(reportBundle(record, { kind: "adverse-event" }, knowledge));
    expect(bundle).not.toMatch(/hanako|4711|01-20/i);
    expect(bundle).toContain("outside the list");
  });

  test("is none where nothing of the kind is on record", () => {
    const record = recordOf("only-dry-lips", "2026-10-26T03:00:00Z");
    expect(reportBundle(record, { kind: "adverse-event" }, knowledge)).toBeUndefined();
    expect(reportBundle(record, { kind: "pregnancy-exposure" }, knowledge)).toBeUndefined();
  });
});
