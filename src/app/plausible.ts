/** Numbers that nobody can mean: typing mistakes, and what would stand in the way of reckoning with a record. */
import type { EntryType } from "../core/entry.ts";
import { type FieldName, type Refusal, refuse } from "../core/refusal.ts";

/** Least and most, by type and field. What is too much for a patient is said by the rules, not here. */
const bounds: { readonly [T in EntryType]?: { readonly [F in FieldName]?: readonly [number, number] } } = {
  "prior-therapy-recorded": { weeks: [0, 5200] },
  "pregnancy-test-collected": { detectsMiuPerMl: [0, 10_000] },
  "pregnancy-wish-recorded": { withinMonths: [0, 600] },
  "lab-resulted": {
    upperLimit: [-1_000_000, 1_000_000],
    lowerLimit: [-1_000_000, 1_000_000],
    hoursSinceAlcohol: [0, 8760],
  },
  // Four months of the smallest capsules at the highest dose.
  "capsules-counted": { capsules: [0, 2000], capsuleMg: [0.1, 1000] },
  "supply-returned": { capsules: [0, 2000], capsuleMg: [0.1, 1000] },
  "supply-dispensed": { capsules: [0, 10_000], capsuleMg: [0.1, 1000], days: [0, 1000] },
  "dose-taken": { mg: [0, 1000] },
  "policy-signed": { detectsMiuPerMl: [0, 10_000], overlapDays: [0, 366], years: [0, 200] },
};

interface Implausible {
  readonly field: FieldName;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** The fields of a body that hold what cannot be. */
export function implausible(type: EntryType, body: object): Implausible[] {
  return Object.entries(bounds[type] ?? {}).flatMap(([field, [least, most]]) => {
    const value: unknown = (body as { readonly [field: string]: unknown })[field];
    return typeof value === "number" && (value < least || value > most)
      ? [{ field: field as FieldName, value, least, most }]
      : [];
  });
}

/** Why a body cannot be taken down as it is. */
export function whyImplausible(type: EntryType, body: object): Refusal | undefined {
  const [first] = implausible(type, body);
  return first === undefined ? undefined : refuse("implausible-value", { ...first });
}
