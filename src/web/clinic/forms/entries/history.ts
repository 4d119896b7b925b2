/** Illnesses, allergies, medicines, earlier treatment, and who takes part. */
import type { EntryType } from "../../../../core/entry.ts";
import type { FormSpec } from "../spec.ts";
import { clinicians, staffAndPatient } from "../who.ts";

export const historyForms = {
  "guardian-recorded": {
    command: "record-guardian",
    by: staffAndPatient,
    when: "now",
    fields: [{ kind: "text", name: "relation" }],
  },
  "visit-held": {
    command: "record-visit",
    by: ["prescriber", "designee", "nurse", "front-desk"],
    when: "now",
    fields: [{ kind: "yes-no", name: "inPerson", required: true }],
  },
  "circumstances-stated": {
    command: "state-circumstances",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "yes-no", name: "privateImport" },
      { kind: "yes-no", name: "hairRemoval" },
      { kind: "yes-no", name: "eyeSurgery" },
      { kind: "yes-no", name: "comesRegularly" },
      { kind: "yes-no", name: "agreesToPrevention" },
      { kind: "yes-no", name: "mayBePregnant" },
    ],
  },
  "comprehension-answered": {
    command: "answer-comprehension",
    by: staffAndPatient,
    when: "now",
    fields: [{ kind: "yes-no", name: "passed", required: true }],
  },
  "prior-therapy-recorded": {
    command: "record-prior-therapy",
    by: staffAndPatient,
    when: "now",
    fields: [
      {
        kind: "choice",
        name: "agent",
        required: true,
        choices: [
          "systemic-antibiotic",
          "topical-retinoid",
          "topical-antibiotic",
          "benzoyl-peroxide",
          "hormonal",
          "isotretinoin",
          "other",
        ],
      },
      { kind: "number", name: "weeks", unit: "weeks" },
      { kind: "choice", name: "result", choices: ["failed", "partial", "cleared", "not-tolerated"] },
    ],
  },
  "condition-recorded": {
    command: "record-condition",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "one", name: "condition", of: "conditions" },
      { kind: "text", name: "text" },
      { kind: "choice", name: "status", choices: ["active", "history"] },
    ],
  },
  "condition-ended": {
    command: "end-condition",
    by: ["prescriber", "nurse"],
    when: "day",
    fields: [{ kind: "one", name: "condition", of: "conditions", required: true }],
  },
  "allergy-recorded": {
    command: "record-allergy",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "one", name: "allergen", of: "allergens" },
      { kind: "text", name: "text" },
    ],
  },
  "medicine-started": {
    command: "start-medicine",
    by: staffAndPatient,
    when: "day",
    fields: [
      { kind: "one", name: "medicine", of: "medicines" },
      { kind: "text", name: "text" },
    ],
  },
  "medicine-ended": {
    command: "end-medicine",
    by: clinicians,
    when: "day",
    fields: [{ kind: "one", name: "medicine", of: "medicines", required: true }],
  },
  "procedure-planned": {
    command: "plan-procedure",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "choice", name: "procedure", choices: ["lasik", "prk", "other"], required: true },
      { kind: "day", name: "plannedFor", ahead: true },
    ],
  },
  "procedure-done": {
    command: "record-procedure",
    by: staffAndPatient,
    when: "day",
    fields: [{ kind: "choice", name: "procedure", choices: ["lasik", "prk", "other"], required: true }],
  },
} as const satisfies { readonly [T in EntryType]?: FormSpec };
