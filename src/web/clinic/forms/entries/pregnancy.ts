/** Pregnancy, tests and contraception. */
import type { EntryType } from "../../../../core/entry.ts";
import { categoryBases, testSettings } from "../../../../core/vocabulary.ts";
import type { FormSpec } from "../spec.ts";
import { anybody, prescriber, staffAndPatient } from "../who.ts";

export const pregnancyForms = {
  "category-attested": {
    command: "attest-category",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "yes-no", name: "canBecomePregnant", required: true },
      {
        kind: "choice",
        name: "basis",
        choices: categoryBases,
        required: true,
        only: ({ canBecomePregnant }) => canBecomePregnant === false,
      },
      {
        kind: "ticks",
        name: "documented",
        choices: ["fsh-post-menopausal", "hcg-negative", "oestradiol-low", "progesterone-absent"],
        only: ({ canBecomePregnant, basis }) => canBecomePregnant === false && basis === "post-menopausal",
      },
    ],
  },
  "pregnancy-test-collected": {
    command: "collect-pregnancy-test",
    by: ["prescriber", "designee", "nurse", "pharmacist", "lab", "front-desk", "patient", "guardian"],
    when: "time",
    fields: [
      { kind: "choice", name: "setting", choices: testSettings, required: true },
      { kind: "choice", name: "specimen", choices: ["urine", "serum"] },
      { kind: "number", name: "detectsMiuPerMl", unit: "mIU/mL" },
      { kind: "yes-no", name: "supervised", only: ({ setting }) => setting === "home" },
    ],
  },
  "pregnancy-test-resulted": {
    command: "result-pregnancy-test",
    by: anybody,
    when: "now",
    fields: [
      {
        kind: "choice",
        name: "result",
        choices: ["negative", "positive", "indeterminate"],
        required: true,
      },
    ],
  },
  "home-testing-permitted": {
    command: "permit-home-testing",
    by: prescriber,
    when: "now",
    fields: [{ kind: "yes-no", name: "permitted", required: true }],
  },
  "menses-recorded": {
    command: "record-menses",
    by: anybody,
    when: "day",
    fields: [
      {
        kind: "choice",
        name: "status",
        choices: ["started", "late", "irregular", "absent"],
        required: true,
      },
    ],
  },
  "contraception-started": {
    command: "start-contraception",
    by: staffAndPatient,
    when: "day",
    fields: [{ kind: "one", name: "method", of: "contraceptives", required: true }],
  },
  "contraception-ended": {
    command: "end-contraception",
    by: staffAndPatient,
    when: "day",
    fields: [{ kind: "one", name: "method", of: "contraceptives", required: true }],
  },
  "contraception-lapsed": {
    command: "report-contraception-lapse",
    by: anybody,
    when: "day",
    fields: [{ kind: "text", name: "what" }],
  },
  "contraception-stated": {
    command: "state-contraception",
    by: anybody,
    when: "now",
    fields: [{ kind: "yes-no", name: "usedWithoutGap", required: true }],
  },
  "abstinence-attested": {
    command: "attest-abstinence",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "yes-no", name: "committed", required: true },
      { kind: "yes-no", name: "compellingReasons", only: ({ committed }) => committed === true },
    ],
  },
  "pregnancy-reported": { command: "report-pregnancy", by: anybody, when: "day", fields: [] },
  "pregnancy-ended": { command: "end-pregnancy", by: prescriber, when: "day", fields: [] },
  "breastfeeding-recorded": {
    command: "record-breastfeeding",
    by: anybody,
    when: "now",
    fields: [{ kind: "yes-no", name: "breastfeeding", required: true }],
  },
} as const satisfies { readonly [T in EntryType]?: FormSpec };
