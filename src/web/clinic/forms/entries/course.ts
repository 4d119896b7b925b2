/** The course, its capsules, judgements and programmes. */
import type { EntryType } from "../../../../core/entry.ts";
import type { FieldSpec, FormSpec } from "../spec.ts";
import { prescriber, staffAndPatient } from "../who.ts";

const conclusion: FieldSpec = {
  kind: "choice",
  name: "conclusion",
  choices: ["may-continue", "stop"],
  required: true,
};
const because: FieldSpec = { kind: "text", name: "because", long: true };

export const courseForms = {
  "course-started": {
    command: "start-course",
    by: prescriber,
    when: "day",
    fields: [{ kind: "one", name: "indication", of: "indications", required: true }],
  },
  "course-held": {
    command: "hold-course",
    by: ["prescriber", "nurse", "pharmacist", "patient", "guardian"],
    when: "now",
    fields: [because],
  },
  "course-resumed": { command: "resume-course", by: prescriber, when: "now", fields: [] },
  "course-ended": {
    command: "end-course",
    by: ["prescriber", "nurse"],
    when: "now",
    fields: [because, { kind: "day", name: "lastCapsuleDay" }],
  },
  "judgement-recorded": {
    command: "record-judgement",
    by: prescriber,
    when: "now",
    fields: [conclusion, { ...because, required: true }],
  },
  "supply-returned": {
    command: "return-capsules",
    by: ["prescriber", "nurse", "pharmacist", "front-desk"],
    when: "now",
    fields: [
      { kind: "number", name: "capsules", whole: true, required: true },
      { kind: "number", name: "capsuleMg", unit: "mg", required: true },
    ],
  },
  "capsules-counted": {
    command: "count-capsules",
    by: staffAndPatient,
    when: "now",
    fields: [
      { kind: "number", name: "capsules", whole: true, required: true },
      { kind: "number", name: "capsuleMg", unit: "mg", required: true },
    ],
  },
  "dose-taken": {
    command: "take-dose",
    by: staffAndPatient,
    when: "day",
    fields: [{ kind: "number", name: "mg", unit: "mg", required: true }],
  },
  "dose-missed": { command: "miss-dose", by: staffAndPatient, when: "day", fields: [] },
  "last-capsule-recorded": {
    command: "record-last-capsule",
    by: staffAndPatient,
    when: "day",
    fields: [],
  },
  "finding-overridden": {
    command: "override-finding",
    by: prescriber,
    when: "none",
    noNote: true,
    fields: [{ ...because, required: true }],
  },
  "programme-enrolled": {
    command: "enrol-patient",
    by: ["prescriber", "pharmacist", "administrator"],
    when: "day",
    fields: [
      { kind: "one", name: "programme", of: "programmes", required: true },
      { kind: "day", name: "until", ahead: true },
    ],
  },
  "programme-left": {
    command: "disenrol-patient",
    by: ["prescriber", "pharmacist", "administrator", "patient", "guardian"],
    when: "day",
    fields: [{ kind: "one", name: "programme", of: "programmes", required: true }],
  },
} as const satisfies { readonly [T in EntryType]?: FormSpec };
