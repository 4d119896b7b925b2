/** A practice in a temporary folder, and FHIR resources made up for it: for the tests of the import. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type At, at } from "../../../core/calendar.ts";
import type { By } from "../../entries.ts";
import { type OpenPractice, openPractice } from "../../open-practice.ts";
import { type PatientState, patientState } from "../../patient-state.ts";
import { type Imported, type ImportOptions, importFiles } from "../import-files.ts";

export const by: By = { role: "front-desk", id: "test-front-desk", authenticated: true };
export const prescriber: By = { role: "prescriber", id: "test-prescriber", authenticated: true };
export const clinic = "tokyo-monthly";

export interface Importing {
  readonly folder: string;
  readonly practice: OpenPractice;
  /** Sets the clock. */
  readonly itIs: (instant: string) => void;
  readonly imported: (
    values: readonly unknown[],
    more?: Partial<ImportOptions>,
    who?: By,
  ) => Promise<Imported>;
  /** What is wrong with the files, and that nothing was written. */
  readonly problems: (
    values: readonly unknown[],
    more?: Partial<ImportOptions>,
  ) => Promise<readonly string[]>;
  readonly stateOf: (patient: string) => Promise<PatientState>;
  readonly close: () => Promise<void>;
}

/** It is 18 November 2026, half past ten in Tokyo. */
export async function importing(): Promise<Importing> {
  let now: At = at("2026-11-18T10:30:00+09:00");
  const folder = mkdtempSync(join(tmpdir(), "isoward-import-"));
  const practice = await openPractice(folder, { now: () => now });
  const tried = (values: readonly unknown[], more: Partial<ImportOptions>, who = by) => {
    const given = values.map((value) =>
      typeof value === "string" ? { name: "record.yaml", text: value } : asText(value),
    );
    return importFiles(practice, given, { by: who }, { clinic, site: "first", ...more });
  };
  return {
    folder,
    practice,
    itIs: (instant) => {
      now = at(instant);
    },
    async imported(values, more = {}, who = by) {
      const result = await tried(values, more, who);
      if ("problems" in result) throw new Error(result.problems.map(({ says }) => says).join("\n"));
      return result;
    },
    async problems(values, more = {}) {
      const before = await practice.ledger.position();
      const result = await tried(values, more);
      expect(await practice.ledger.position(), "nothing is written").toBe(before);
      return "problems" in result ? result.problems.map(({ says }) => says) : [];
    },
    async stateOf(patient) {
      const state = await patientState(practice, patient);
      if (state === undefined) throw new Error(`no patient ${patient}`);
      return state;
    },
    async close() {
      await practice.ledger.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export const asText = (value: unknown, name = "upload.json") => ({ name, text: JSON.stringify(value) });

export const bundle = (...resources: readonly object[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});

let people = 0;
/** A Patient whom nobody imported before; all of them were born on one day. */
export function somebody(more: object = {}) {
  people += 1;
  return {
    resourceType: "Patient",
    id: `person-${people}`,
    birthDate: "2000-06-15",
    gender: "female",
    name: [{ family: `Nobody${people}`, given: ["Test"] }],
    ...more,
  };
}

export const about = (patient: { readonly id: string }) => ({
  subject: { reference: `Patient/${patient.id}` },
});

export const weight = (patient: { readonly id: string }, kg: number, id = "weight", on = "2026-11-01") => ({
  resourceType: "Observation",
  id,
  status: "final",
  code: { coding: [{ system: "http://loinc.org", code: "29463-7" }] },
  effectiveDateTime: on,
  valueQuantity: { value: kg, unit: "kg", system: "http://unitsofmeasure.org", code: "kg" },
  ...about(patient),
});

export const rxnorm = (code: string) => ({
  coding: [{ system: "http://www.nlm.nih.gov/research/umls/rxnorm", code }],
});

/** Doxycycline is 3640. */
export const taking = (patient: { readonly id: string }, code: string, id: string, more: object = {}) => ({
  resourceType: "MedicationStatement",
  id,
  status: "active",
  medicationCodeableConcept: rxnorm(code),
  effectiveDateTime: "2026-11-02",
  ...about(patient),
  ...more,
});
