import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "../core/calendar.ts";
import { readEntry } from "../core/entry.ts";
import { reasonCodes } from "./account.ts";
import { accountSentence, accountWords } from "./account-words.ts";
import { loinc, snomed } from "./codes.ts";
import { concept, importing, importingOne, knowledge, patient, rxnorm, ucum } from "./fixture.ts";
import { importFhir, isImportProblem, resourcesOf } from "./import.ts";

const weight = { resourceType: "Observation", status: "final", code: concept(loinc, "29463-7") };
const kilograms = { valueQuantity: { value: 60, system: ucum, code: "kg" } };

describe("a patient", () => {
  test("is registered on the day of birth with the gender as given, and nothing about pregnancy", () => {
    const { entries, account, patient: who } = importing([]);
    expect(who).toEqual({ id: "p" });
    expect(entries).toEqual([
      {
        id: "Patient/p#0",
        type: "registered",
        body: { birthDate: day("1996-06-01"), gender: "female" },
        happened: { day: day("1996-06-01") },
        actor: "unknown",
        source: "import",
        ref: "Patient/p",
      },
    ]);
    expect(account).toEqual([{ resource: "Patient/p", became: ["Patient/p#0"] }]);
  });

  test.each(["1996", "1996-06", "1996-02-30", undefined])(
    "with the birth date %s has no age",
    (birthDate) => {
      const imported = importFhir(
        [{ resourceType: "Patient", id: "p", ...(birthDate && { birthDate }) }],
        knowledge,
      );
      expect(imported).toMatchObject({ entries: [], account: [{ leftAside: { reason: "no-birth-date" } }] });
    },
  );

  test("without an id is still read", () => {
    expect(importFhir([{ resourceType: "Patient", birthDate: "1996-06-01" }], knowledge)).toMatchObject({
      patient: {},
      entries: [{ id: "Patient/~1#0" }],
    });
  });

  test("of several must be picked, and the others' resources are left aside", () => {
    const other = { ...patient, id: "q" };
    const theirs = {
      ...weight,
      ...kilograms,
      id: "w",
      subject: { reference: "Patient/q" },
      effectiveDateTime: "2026-01-01",
    };
    const all = [patient, other, theirs];
    const unpicked = importFhir(all, knowledge);
    expect(unpicked).toMatchObject({ problems: [{ says: "There are 2 patients: p, q." }] });
    expect(unpicked).toMatchObject({ problems: [{ remedy: expect.stringContaining("--patient") }] });
    expect(importFhir(all, knowledge, { patient: "p" })).toMatchObject({
      entries: [{ id: "Patient/p#0" }],
      account: [{}, { leftAside: { reason: "other-patient" } }, { leftAside: { reason: "other-patient" } }],
    });
    expect(importFhir(all, knowledge, { patient: "Patient/q" })).toMatchObject({
      entries: [{ id: "Patient/q#0" }, { id: "Observation/w#0" }],
    });
    expect(importFhir(all, knowledge, { patient: "z" })).toMatchObject({
      problems: [{ where: "--patient" }],
    });
  });

  test("must be there", () => {
    expect(importFhir([], knowledge)).toMatchObject({
      problems: [{ says: expect.stringContaining("no Patient") }],
    });
  });
});

describe("a resource", () => {
  test("given twice with the same content counts once", () => {
    const one = {
      ...weight,
      ...kilograms,
      id: "w",
      subject: { reference: "Patient/p" },
      effectiveDateTime: "2026-01-01",
    };
    const { effectiveDateTime, ...rest } = one;
    const { entries, account } = importing([one, { effectiveDateTime, ...rest }]);
    expect(entries).toHaveLength(2);
    expect(account[2]).toEqual({ resource: "Observation/w", became: [], leftAside: { reason: "duplicate" } });
  });

  test("given twice with different content is a problem", () => {
    const imported = importFhir(
      [patient, { ...weight, id: "w" }, { ...weight, id: "w", status: "amended" }],
      knowledge,
    );
    expect(imported).toMatchObject({ problems: [{ where: "Observation/w" }] });
  });

  test.each([
    ["that does not say whom it is about", { subject: undefined }, "no-subject"],
    ["about somebody else", { subject: { reference: "Patient/q" } }, "other-patient"],
    ["about a contained patient", { subject: { reference: "#p" } }, "other-patient"],
    ["whose focus is somebody else", { focus: [{ reference: "Patient/baby" }] }, "other-patient"],
    [
      "with an extension that changes its meaning",
      { modifierExtension: [{ url: "x" }] },
      "modifier-extension",
    ],
    ["that nobody needs", { resourceType: "Claim" }, "not-relevant"],
    [
      "that is an operation",
      { resourceType: "Procedure", code: concept(snomed, "236886002") },
      "never-decides-category",
    ],
    ["that is a Bundle still closed", { resourceType: "Bundle" }, "unopened-bundle"],
  ])("%s is left aside", (_, fields, reason) => {
    const one = importingOne({ ...weight, ...kilograms, effectiveDateTime: "2026-01-01", ...fields });
    expect(one).toMatchObject({ found: [], leftAside: { reason } });
  });

  test.each(["http://server.example/fhir/Patient/p", "Patient/p/_history/3", "urn:uuid:p"])(
    "about %s is about the patient p",
    (reference) => {
      const one = importingOne({
        ...weight,
        ...kilograms,
        effectiveDateTime: "2026-01-01",
        subject: { reference },
      });
      expect(one.found).toHaveLength(1);
    },
  );
});

describe("opening input", () => {
  test("finds resources in nested bundles and follows references to a fullUrl", () => {
    const inner = {
      resourceType: "Bundle",
      type: "batch",
      entry: [{ resource: { resourceType: "Claim" } }, {}],
    };
    const opened = resourcesOf({
      resourceType: "Bundle",
      entry: [
        { fullUrl: "urn:uuid:1", resource: { resourceType: "Patient", birthDate: "2000-01-01" } },
        { fullUrl: "urn:uuid:2", resource: { ...weight, id: "w", subject: { reference: "urn:uuid:1" } } },
        { fullUrl: "http://x.example/Patient/one", resource: { resourceType: "Patient", id: "other" } },
        { resource: { resourceType: "Basic", subject: { reference: "http://x.example/Patient/one" } } },
        { resource: inner },
      ],
    });
    expect(opened).toEqual([
      { resourceType: "Patient", birthDate: "2000-01-01", id: "1" },
      { ...weight, id: "w", subject: { reference: "Patient/1" } },
      { resourceType: "Patient", id: "other" },
      { resourceType: "Basic", subject: { reference: "Patient/other" } },
      { resourceType: "Claim" },
    ]);
  });

  test("takes a list or a single resource", () => {
    expect(resourcesOf([patient, 1])).toEqual([patient, 1]);
    expect(resourcesOf(patient)).toEqual([patient]);
  });

  test.each([null, 1, "x", true, {}, { resourceType: 5 }])("refuses %j with a remedy", (json) => {
    expect(resourcesOf(json)).toMatchObject({ remedy: expect.stringContaining("Bundle") });
  });
});

describe("odd JSON", () => {
  test("of any depth is accounted for", () => {
    const depth = 20_000;
    const deepList = (): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));
    const deepBundle: unknown = JSON.parse(
      `${'{"resourceType":"Bundle","entry":[{"resource":'.repeat(depth)}1${"}]}".repeat(depth)}`,
    );
    const twice = () => ({ ...weight, id: "w", note: deepList() });
    expect(importing([null, [], "x", 7, {}, deepList(), twice(), twice()]).account).toHaveLength(9);
    expect(resourcesOf(deepBundle)).toEqual([1]);
  });

  test("never throws, and every resource has exactly one line and valid entries", () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.jsonValue(), oddResource), { maxLength: 8 }), (resources) => {
        const opened = resourcesOf(resources);
        if (isImportProblem(opened)) throw new Error("an array is a list of resources");
        const imported = importFhir([patient, ...opened], knowledge, { patient: "p" });
        if ("problems" in imported) return;
        seen += imported.account.length;
        expect(imported.account).toHaveLength(opened.length + 1);
        const became = imported.account.flatMap((line) => line.became).filter((id) => id !== "order");
        const dated = became.filter((id) => !id.endsWith("~undated"));
        expect(dated).toEqual(imported.entries.map((entry) => entry.id));
        const undated = became
          .filter((id) => id.endsWith("~undated"))
          .map((id) => id.replace("~undated", ""));
        for (const resource of undated)
          expect(imported.undated.map((fact) => fact.resource)).toContain(resource);
        expect(new Set(became).size).toBe(became.length);
        for (const line of imported.account)
          expect(line.became.length > 0 || line.leftAside !== undefined).toBe(true);
        for (const { type, body, id } of imported.entries) {
          const text = JSON.parse(JSON.stringify(type === "registered" ? { birthDate: "1996-06-01" } : body));
          expect(readEntry({ id, type, happened: "2026-01-01", body: text }, id)).toHaveProperty("id");
        }
      }),
      { numRuns: 1_000 },
    );
    expect(seen).toBeGreaterThan(1_000);
  });
});

/** Resources with fields of the right names that hold anything, often what they should. */
const oddConcept = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    concept(loinc, "2106-3"),
    concept(loinc, "1742-6"),
    concept(loinc, "29463-7"),
    concept(loinc, "44261-6"),
    concept(rxnorm, "6064"),
    concept(rxnorm, "3640"),
    concept(rxnorm, "1000126"),
    concept(snomed, "762952008"),
    concept("http://hl7.org/fhir/sid/ndc", "0-0-0"),
    { text: "negative" },
  ),
);
const oddDate = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom("2026-01-01", "2026-01", "2026-01-01T10:00:00+09:00"),
);
const oddQuantity = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      value: fc.oneof(fc.double(), fc.jsonValue()),
      unit: fc.constantFrom("mg", "kg", "capsule", "", 4),
      code: fc.constantFrom("U/L", "kg", "mg", "d", "CAP", "((", null),
      system: fc.constantFrom(ucum, "x"),
      comparator: fc.constantFrom("<", ">", "ad"),
    },
    { requiredKeys: [] },
  ),
);
const oddDosage = fc.array(
  fc.oneof(
    fc.jsonValue(),
    fc.record({
      sequence: fc.constantFrom(1, 1, 2, "1"),
      timing: fc.record({
        repeat: fc.dictionary(
          fc.constantFrom("frequency", "period", "periodUnit"),
          fc.constantFrom(0, 1, 2, "d", "wk"),
        ),
      }),
      doseAndRate: fc.array(fc.record({ doseQuantity: oddQuantity }), { maxLength: 2 }),
    }),
  ),
  { maxLength: 2 },
);
const oddResource = fc.record(
  {
    resourceType: fc.constantFrom(
      "Patient",
      "Observation",
      "MedicationRequest",
      "MedicationDispense",
      "MedicationStatement",
      "MedicationAdministration",
      "Medication",
      "Condition",
      "AllergyIntolerance",
      "Bundle",
    ),
    id: fc.oneof(fc.jsonValue(), fc.constantFrom("a", "b", "c", "d", "e", "f")),
    status: fc.constantFrom(
      "final",
      "preliminary",
      "active",
      "completed",
      "in-progress",
      "draft",
      "stopped",
      null,
    ),
    intent: fc.constantFrom("order", "plan", "option"),
    subject: fc.constant({ reference: "Patient/p" }),
    patient: fc.constant({ reference: "Patient/p" }),
    code: oddConcept,
    medicationCodeableConcept: oddConcept,
    medicationReference: fc.record({ reference: fc.constantFrom("#1", "Medication/a", "a", "/", "urn:") }),
    contained: fc.oneof(fc.jsonValue(), fc.constant([{ id: "1", code: concept(rxnorm, "6064") }])),
    effectiveDateTime: oddDate,
    authoredOn: oddDate,
    recordedDate: oddDate,
    whenHandedOver: oddDate,
    issued: oddDate,
    valueString: fc.oneof(fc.jsonValue(), fc.constantFrom("positive", "negative")),
    effectivePeriod: fc.record({ start: oddDate, end: oddDate }),
    valueQuantity: oddQuantity,
    valueInteger: fc.jsonValue(),
    valueCodeableConcept: oddConcept,
    interpretation: fc.array(oddConcept, { maxLength: 2 }),
    component: fc.array(fc.record({ code: oddConcept, valueQuantity: oddQuantity }), { maxLength: 2 }),
    referenceRange: fc.array(fc.record({ low: oddQuantity, high: oddQuantity }), { maxLength: 2 }),
    quantity: oddQuantity,
    daysSupply: oddQuantity,
    dosageInstruction: oddDosage,
    dosage: fc.oneof(oddDosage, fc.record({ dose: oddQuantity })),
    dispenseRequest: fc.record({
      quantity: oddQuantity,
      expectedSupplyDuration: oddQuantity,
      numberOfRepeatsAllowed: fc.jsonValue(),
    }),
    reasonCode: fc.array(oddConcept, { maxLength: 2 }),
  },
  { requiredKeys: ["resourceType", "subject", "patient"] },
);

test("every reason has words in both languages", () => {
  expect(reasonCodes.length).toBeGreaterThan(20);
  for (const reason of reasonCodes) {
    expect(accountWords.en[reason]).toMatch(/\.$/);
    expect(accountWords.ja[reason]).toMatch(/。$/);
  }
  expect(accountSentence({ reason: "comparator", detail: "< 5 U/L" }, "en")).toMatch(/\(< 5 U\/L\)$/);
});
