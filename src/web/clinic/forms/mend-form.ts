/** The form with which an entry of a kind is corrected: its own, filled with what it says now. */
import { entryForm } from "./entry-forms.ts";
import type { FieldSpec, Filled } from "./spec.ts";

export interface MendForm {
  readonly fields: readonly FieldSpec[];
  /** The fields as they stand, where they are not those of the body. */
  readonly start?: (body: Filled) => Filled;
  /** The body again. */
  readonly become?: (filled: Filled) => Filled;
  /** Choices that only the entry knows. */
  readonly choices?: (body: Filled) => Readonly<Record<string, readonly string[]>>;
}

const special: Readonly<Record<string, MendForm>> = {
  registered: {
    fields: [
      { kind: "day", name: "birthDate", required: true },
      { kind: "choice", name: "gender", choices: ["female", "male", "other", "unknown"] },
      { kind: "yes-no", name: "prepubertal" },
    ],
  },
  "consent-signed": { fields: [{ kind: "tick", name: "guardianSigned" }] },
  counselled: {
    fields: [{ kind: "ticks", name: "topics", required: true }],
    choices: ({ topics }) => ({ topics: Array.isArray(topics) ? (topics as string[]) : [] }),
  },
  "symptom-reported": { fields: [{ kind: "many", name: "symptoms", of: "symptoms" }] },
  "pregnancy-wish-recorded": {
    fields: [
      { kind: "yes-no", name: "planned", required: true },
      {
        kind: "number",
        name: "withinMonths",
        unit: "months",
        required: true,
        only: ({ planned }) => planned === true,
      },
    ],
    start: ({ withinMonths }) => ({
      planned: withinMonths !== null,
      withinMonths: withinMonths ?? undefined,
    }),
    become: ({ planned, withinMonths }) => ({ withinMonths: planned === true ? withinMonths : null }),
  },
};

/** Undefined where such an entry says nothing that could be put otherwise. */
export function mendForm(type: string): MendForm | undefined {
  if (Object.hasOwn(special, type)) return special[type];
  const own = entryForm(type);
  return own === undefined || own.fields.length === 0 ? undefined : { fields: own.fields };
}
