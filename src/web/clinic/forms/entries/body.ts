/** Weight, blood, skin, symptoms and mood. */
import type { EntryType } from "../../../../core/entry.ts";
import { severities, severityFeatures } from "../../../../core/vocabulary.ts";
import type { FieldSpec, FormSpec } from "../spec.ts";
import { anybody, prescriber, staff, staffAndPatient } from "../who.ts";

const conclusion: FieldSpec = {
  kind: "choice",
  name: "conclusion",
  choices: ["may-continue", "stop"],
  required: true,
};

export const bodyForms = {
  "weight-measured": {
    command: "record-weight",
    by: staffAndPatient,
    when: "now",
    fields: [
      {
        kind: "number",
        name: "kg",
        unit: "kg",
        required: true,
        believed: { least: "leastWeightKg", most: "mostWeightKg" },
      },
    ],
  },
  "lab-resulted": {
    command: "record-lab-result",
    by: staff,
    when: "day",
    fields: [
      { kind: "one", name: "analyte", of: "analytes", required: true },
      { kind: "number", name: "value", required: true },
      { kind: "text", name: "unit", required: true },
      { kind: "number", name: "upperLimit" },
      { kind: "number", name: "lowerLimit" },
      { kind: "yes-no", name: "fasting" },
      { kind: "number", name: "hoursSinceAlcohol", unit: "hours" },
    ],
  },
  "result-unread": {
    command: "record-unread-result",
    by: staff,
    when: "day",
    fields: [
      { kind: "one", name: "analyte", of: "analytes", required: true },
      { kind: "text", name: "written", required: true },
    ],
  },
  "results-reviewed": { command: "review-results", by: prescriber, when: "none", fields: [] },
  "severity-scored": {
    command: "score-severity",
    by: ["prescriber", "nurse"],
    when: "now",
    fields: [
      { kind: "choice", name: "severity", choices: severities },
      { kind: "ticks", name: "features", choices: severityFeatures },
      { kind: "number", name: "gags", whole: true, most: 44 },
      { kind: "number", name: "iga", whole: true, most: 4 },
    ],
  },
  "symptom-assessed": {
    command: "assess-symptom",
    by: prescriber,
    when: "now",
    fields: [
      { kind: "one", name: "symptom", of: "symptoms", required: true },
      { kind: "choice", name: "conclusion", choices: ["resolved", "may-continue", "stop"], required: true },
    ],
  },
  "mood-screened": {
    command: "screen-mood",
    by: anybody,
    when: "now",
    fields: [
      { kind: "yes-no", name: "selfHarmThoughts", required: true },
      { kind: "yes-no", name: "newMoodSymptom", required: true },
      { kind: "number", name: "phq9", whole: true, most: 27 },
      { kind: "number", name: "phq9Item9", whole: true, most: 3 },
    ],
  },
  "sexual-function-asked": {
    command: "ask-sexual-function",
    by: anybody,
    when: "now",
    fields: [{ kind: "yes-no", name: "newProblem", required: true }],
  },
  "mood-assessed": { command: "assess-mood", by: prescriber, when: "now", fields: [conclusion] },
  "photograph-taken": {
    command: "take-photograph",
    by: staffAndPatient,
    when: "now",
    fields: [{ kind: "text", name: "view" }],
  },
} as const satisfies { readonly [T in EntryType]?: FormSpec };
