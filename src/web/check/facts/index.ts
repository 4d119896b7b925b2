/** Every fact that can be tried, and the record with the changes in it. */
import type { Entry } from "../../../core/entry.ts";
import { alt, mood, severity, sexualFunction, symptoms, triglycerides, weightKg } from "./body-and-mind.ts";
import type { Fact, FactContext } from "./fact.ts";
import { allergies, conditions, medicines } from "./lists.ts";
import { breastfeeding, contraception, periodDay, stated, test } from "./pregnancy.ts";
import type { FactChanges, FactId, FactValues } from "./values.ts";
import { birthDate, category, consents, counselled, guardian, guardianSigned, seenInPerson } from "./who.ts";

export type { FactContext } from "./fact.ts";
export type * from "./values.ts";

/** In the order in which changes are applied: who signs after what is signed. */
export const facts: { readonly [K in FactId]: Fact<FactValues[K]> } = {
  birthDate,
  category,
  guardian,
  seenInPerson,
  consents,
  guardianSigned,
  test,
  periodDay,
  contraception,
  stated,
  breastfeeding,
  weightKg,
  severity,
  mood,
  sexualFunction,
  symptoms,
  triglycerides,
  alt,
  medicines,
  allergies,
  conditions,
  counselled,
};
export const factIds = Object.keys(facts) as FactId[];

/** Every fact as the record has it. */
export function readFacts(context: FactContext): FactValues {
  const values: Reading = {};
  for (const id of factIds) read(id, values, context);
  return values as FactValues;
}

type Reading = { -readonly [K in FactId]?: FactValues[K] };

// The parameter ties a fact to its own value.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function read<K extends FactId>(id: K, values: Reading, context: FactContext): void {
  values[id] = facts[id].read(context);
}

/** The record's entries as they would be with the changes. */
export function withChanges(
  entries: readonly Entry[],
  changes: FactChanges,
  context: FactContext,
): readonly Entry[] {
  return factIds.reduce((sofar, id) => changed(id, sofar, changes, context), entries);
}

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as above
function changed<K extends FactId>(
  id: K,
  entries: readonly Entry[],
  changes: FactChanges,
  context: FactContext,
): readonly Entry[] {
  const value: FactValues[K] | undefined = changes[id];
  return value === undefined ? entries : facts[id].apply(entries, value, context);
}

/** Whether two values of a fact say the same: in whatever order a list names its items. */
export function sameValue<K extends FactId>(a: FactValues[K], b: FactValues[K]): boolean {
  return inOrder(a) === inOrder(b);
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    Array.isArray(part) ? part.map(String).toSorted((a, b) => (a < b ? -1 : 1)) : part,
  );
}
