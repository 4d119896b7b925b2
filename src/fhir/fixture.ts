/** A small knowledge for the importer's tests: made up where a test only needs a code, real codes where it matters. */
import type { Code } from "../core/knowledge/schema.ts";
import type { ImportKnowledge } from "./code-book.ts";
import { type Imported, type ImportOptions, importFhir } from "./import.ts";

const cites = ["test"];
const same = (text: string) => ({ en: text, ja: text });
const code = (system: Code["system"], value: string): Code => ({ system, code: value, checked: "read" });
const byId = <T extends { readonly id: string }>(items: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

const strength = (mg: number, form: "conventional-or-lidose" | "micronised", rxnorm: string) => ({
  mg,
  form,
  code: code("rxnorm", rxnorm),
  cites,
});
const analyte = (id: string, unit: string, loinc: string) => ({
  id,
  name: same(id),
  aliases: [],
  unit,
  codes: [code("loinc", loinc)],
  factors: [] as { from: string; by: number; cites: string[] }[],
  plausible: { least: 0, most: 100_000, cites },
  plausibleLimit: { least: 1, most: 10_000, cites },
  lipid: false,
});
const medicine = (id: string, codes: Code[], atcPrefixes: string[] = [], systemicOnly = false) => ({
  id,
  name: same(id),
  brands: [],
  aliases: [],
  class: id,
  finding: "interaction" as const,
  verdict: "stop" as const,
  onlyWithHormonalContraception: false,
  mayWeakenHormonalContraception: false,
  codes,
  atcPrefixes,
  systemicOnly,
  byRoute: [],
  elsewhere: [],
  says: same(id),
  cites,
});
const contraceptive = (id: string, codes: Code[], atcPrefixes: string[]) => ({
  id,
  name: same(id),
  class: "primary" as const,
  hormonal: true,
  barrier: false,
  codes,
  atcPrefixes,
  cites,
});
const grades = (of: "unit" | "upper-limit", ...over: [number, number, number, number]) => ({
  of,
  limits: over.map((limit, place) => ({ grade: place + 1, over: limit })),
  cites,
});

export const knowledge: ImportKnowledge = {
  ingredient: {
    codes: [code("rxnorm", "6064"), code("atc", "D10BA01")],
    strengthCodes: [
      strength(10, "conventional-or-lidose", "197843"),
      strength(20, "conventional-or-lidose", "197844"),
      strength(25, "conventional-or-lidose", "1547561"),
      strength(40, "conventional-or-lidose", "197845"),
      strength(16, "micronised", "2262711"),
    ],
    cites,
  },
  products: byId([
    {
      id: "absorica",
      name: same("Absorica"),
      strengthsMg: [10, 20],
      market: "US",
      formulation: "lidose",
      excipients: null,
      excipientsByStrengthMg: {},
      excipientsComplete: false,
      food: "any",
      notInterchangeableWith: [],
      codesByStrengthMg: { "10": [code("ndc", "10631-115-31")], "20": [code("ndc", "10631-116-31")] },
      cites,
    },
  ]),
  medicines: byId([
    medicine("tetracyclines", [code("rxnorm", "3640")], ["J01AA"]),
    medicine("corticosteroids-systemic", [code("rxnorm", "8640")], ["H02AB"], true),
    { ...medicine("methotrexate", [code("rxnorm", "6851")]), verdict: "ask" },
    { ...medicine("warfarin", [code("rxnorm", "11289")]), verdict: "advise" },
  ]),
  contraceptives: byId([
    contraceptive("injection", [code("rxnorm", "1000126"), code("atc", "G03AC06")], []),
    contraceptive("progestin-only-pill", [], ["G03AC"]),
  ]),
  analytes: byId([
    {
      ...analyte("triglycerides", "mg/dL", "2571-8"),
      factors: [{ from: "mmol/L", by: 88.57, cites }],
      grades: grades("unit", 150, 300, 500, 1000),
    },
    { ...analyte("alt", "U/L", "1742-6"), grades: grades("upper-limit", 1, 3, 5, 20) },
    { ...analyte("ast", "U/L", "1920-8"), grades: grades("upper-limit", 1, 3, 5, 20) },
    analyte("haemoglobin", "g/dL", "718-7"),
  ]),
  conditions: byId([
    { id: "depression", name: same("Depression"), aliases: [], codes: [code("snomed", "35489007")], cites },
  ]),
  indications: byId([
    {
      id: "acne-severe",
      name: same("Acne"),
      aliases: [],
      class: "labelled",
      reason: same("Labelled."),
      codes: [code("snomed", "88616000"), code("icd-10-cm", "L70.0")],
      cites,
    },
    {
      id: "lupus-nephritis",
      name: same("Lupus nephritis"),
      aliases: [],
      class: "harmful",
      reason: same("No."),
      codes: [code("snomed", "52042003")],
      cites,
    },
  ]),
  allergens: byId([
    {
      id: "peanut",
      name: same("Peanut"),
      aliases: [],
      codes: [code("snomed", "762952008")],
      excipients: [],
      molecule: false,
      cites,
    },
  ]),
};

export const rxnorm = "http://www.nlm.nih.gov/research/umls/rxnorm";
export const ucum = "http://unitsofmeasure.org";
export const patient = { resourceType: "Patient", id: "p", birthDate: "1996-06-01", gender: "female" };

/** A CodeableConcept of one coding. */
export const concept = (system: string, value: string, display?: string) => ({
  coding: [display === undefined ? { system, code: value } : { system, code: value, display }],
});

/** Imports resources beside the patient "p"; a problem fails the test. */
export function importing(resources: readonly unknown[], options: ImportOptions = {}): Imported {
  const imported = importFhir([patient, ...resources], knowledge, options);
  if ("problems" in imported) throw new Error(imported.problems.map((problem) => problem.says).join("\n"));
  return imported;
}

/** What one resource about the patient "p" became, without the patient's own line and entry. */
export function importingOne(fields: object) {
  const subject = { reference: "Patient/p" };
  const { entries, account, orders, undated } = importing([{ id: "r", subject, ...fields }]);
  return {
    found: entries.slice(1).map(({ type, body }) => ({ type, body })),
    entries: entries.slice(1),
    orders,
    undated,
    leftAside: account[1]?.leftAside,
    became: account[1]?.became,
  };
}
