/** Forms for what is done in one go and gives several commands: a sample with its result, a list with "asked". */
import { testSettings } from "../../../core/vocabulary.ts";
import { labRowsOf } from "./labs.ts";
import { type About, type Filled, type FormSpec, give, listOf, said } from "./spec.ts";
import { anybody, clinicians, prescriber, staff, staffAndPatient } from "./who.ts";

/** Names and free words, each recorded by itself, and then that somebody asked. */
function asked(one: (body: object) => ReturnType<typeof give>, then: ReturnType<typeof give>) {
  return (names: readonly object[]) => [...names.map(one), then];
}

function textOf(filled: Filled, name: string): string | undefined {
  const value = filled[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}

export const taskForms = {
  medicines: {
    command: "ask-medicines",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "many", name: "medicines", of: "medicines" },
      { kind: "text", name: "otherMedicine" },
    ],
    gives(filled: Filled, about: About) {
      const other = textOf(filled, "otherMedicine");
      const names = listOf(filled, "medicines").map((medicine): object => ({ medicine }));
      return asked(
        (body) => give("start-medicine", body),
        give("ask-medicines", {}, about),
      )(other === undefined ? names : [...names, { text: other }]);
    },
  },
  allergies: {
    command: "ask-allergies",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "many", name: "allergies", of: "allergens" },
      { kind: "text", name: "otherAllergy" },
    ],
    gives(filled: Filled, about: About) {
      const other = textOf(filled, "otherAllergy");
      const names = listOf(filled, "allergies").map((allergen): object => ({ allergen }));
      return asked(
        (body) => give("record-allergy", body),
        give("ask-allergies", {}, about),
      )(other === undefined ? names : [...names, { text: other }]);
    },
  },
  conditions: {
    command: "ask-conditions",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "many", name: "conditionsNow", of: "conditions" },
      { kind: "many", name: "conditionsBefore", of: "conditions" },
      { kind: "text", name: "otherCondition" },
    ],
    gives(filled: Filled, about: About) {
      const other = textOf(filled, "otherCondition");
      return asked(
        (body) => give("record-condition", body),
        give("ask-conditions", {}, about),
      )([
        ...listOf(filled, "conditionsNow").map((condition) => ({ condition, status: "active" })),
        ...listOf(filled, "conditionsBefore").map((condition) => ({ condition, status: "history" })),
        ...(other === undefined ? [] : [{ text: other, status: "active" }]),
      ]);
    },
  },
  symptoms: {
    command: "report-symptoms",
    by: anybody,
    when: "now",
    fields: [{ kind: "many", name: "symptoms", of: "symptoms" }],
    gives: (filled: Filled, about: About) => [
      give("report-symptoms", { symptoms: listOf(filled, "symptoms") }, about),
    ],
  },
  consents: {
    command: "sign-consent",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "ticks", name: "consents", required: true },
      { kind: "tick", name: "guardianSigned" },
    ],
    gives: (filled: Filled, about: About) =>
      listOf(filled, "consents").map((consent) =>
        give("sign-consent", { consent, guardianSigned: filled["guardianSigned"] === true }, about),
      ),
  },
  counselling: {
    command: "counsel",
    by: [...clinicians, "designee"],
    when: "now",
    fields: [{ kind: "ticks", name: "topics", required: true }],
  },
  contraception: {
    command: "start-contraception",
    by: staffAndPatient,
    when: "day",
    fields: [{ kind: "many", name: "methods", of: "contraceptives", required: true }],
    gives: (filled: Filled, about: About) =>
      listOf(filled, "methods").map((method) => give("start-contraception", { method }, about)),
  },
  "pregnancy-test": {
    command: "collect-pregnancy-test",
    by: ["prescriber", "designee", "nurse", "pharmacist", "lab", "front-desk", "patient", "guardian"],
    when: "time",
    fields: [
      { kind: "choice", name: "setting", choices: testSettings, required: true },
      { kind: "choice", name: "specimen", choices: ["urine", "serum"] },
      { kind: "number", name: "detectsMiuPerMl", unit: "mIU/mL" },
      {
        kind: "choice",
        name: "resultNow",
        choices: ["negative", "positive", "indeterminate", "pending"],
        required: true,
      },
    ],
    gives(filled: Filled, about: About, test: string) {
      const { resultNow, ...how } = said(filled);
      const sample = give("collect-pregnancy-test", { test, ...how }, about);
      if (resultNow === "pending") return [sample];
      // Read now, whenever it was taken.
      return [sample, give("result-pregnancy-test", { test, result: resultNow })];
    },
  },
  /** An alarm asks for nothing that could hold it up: the sample is recorded with it. */
  "positive-test": {
    command: "result-pregnancy-test",
    by: anybody,
    when: "time",
    fields: [],
    gives: (_filled: Filled, about: About, test: string) => [
      give("result-pregnancy-test", { test, result: "positive" }, about),
    ],
  },
  "pregnancy-wish": {
    command: "record-pregnancy-wish",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "yes-no", name: "planned", required: true },
      {
        kind: "number",
        name: "withinMonths",
        unit: "months",
        required: true,
        only: ({ planned }: Filled) => planned === true,
      },
    ],
    gives: ({ planned, withinMonths }: Filled, about: About) => [
      give("record-pregnancy-wish", { withinMonths: planned === true ? withinMonths : null }, about),
    ],
  },
  "compelling-reasons": {
    command: "attest-abstinence",
    by: prescriber,
    when: "now",
    fields: [{ kind: "yes-no", name: "compellingReasons", required: true }],
    gives: ({ compellingReasons }: Filled, about: About) => [
      give("attest-abstinence", { committed: true, compellingReasons }, about),
    ],
  },
  blood: {
    command: "record-lab-result",
    by: staff,
    when: "day",
    fields: [
      { kind: "labs", name: "labs", required: true },
      { kind: "yes-no", name: "fasting" },
      { kind: "number", name: "hoursSinceAlcohol", unit: "hours" },
    ],
    gives(filled: Filled, about: About) {
      const { fasting, hoursSinceAlcohol } = said(filled);
      const shared = {
        ...(fasting === undefined ? {} : { fasting }),
        ...(hoursSinceAlcohol === undefined ? {} : { hoursSinceAlcohol }),
      };
      return labRowsOf(filled["labs"]).map((row) => give("record-lab-result", { ...row, ...shared }, about));
    },
  },
} as const satisfies Readonly<Record<string, FormSpec>>;
