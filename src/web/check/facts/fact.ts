/** A fact of the record that can be looked at differently: how it reads, and what the record would be with it. */
import type { Day } from "../../../core/calendar.ts";
import type { Body, Entry, EntryType, Role } from "../../../core/entry.ts";
import type { Values } from "../../../core/knowledge/resolve.ts";
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import type { Record } from "../../../core/record.ts";

export interface FactContext {
  /** As of the chosen day, without what is being tried. */
  readonly record: Record;
  readonly knowledge: Knowledge;
  readonly values: Values;
  readonly on: Day;
}

export interface Fact<V> {
  readonly read: (context: FactContext) => V;
  /** The entries as they would be. What is tried happens on the chosen day, unless it brings a day of its own. */
  readonly apply: (entries: readonly Entry[], value: V, context: FactContext) => readonly Entry[];
}

/** An entry that is only tried. */
export function tried<T extends EntryType>(
  type: T,
  body: Body<T>,
  actor: Role,
  day: Day,
  name: string = type,
): Entry {
  return { id: `what-if/${name}`, type, body, actor, happened: { day }, source: "manual" } as Entry;
}

/** Whether a fact of this day counts for the coming supply. */
export function isSinceSupply({ record }: FactContext, day: Day): boolean {
  return record.previousSupplyDay === undefined || day > record.previousSupplyDay;
}

/** Without the entries of some types that `drop` picks; all of them where it is left out. */
export function without<T extends EntryType>(
  entries: readonly Entry[],
  types: readonly T[],
  drop: (entry: Extract<Entry, { type: T }>) => boolean = () => true,
): readonly Entry[] {
  const named: ReadonlySet<string> = new Set(types);
  return entries.filter((entry) => !(named.has(entry.type) && drop(entry as Extract<Entry, { type: T }>)));
}

/**
 * The latest entry of a type said anew. It keeps its day where that still counts for the coming supply, else it
 * happens on the chosen day.
 */
export function renewed<T extends EntryType>(
  entries: readonly Entry[],
  type: T,
  body: Body<T>,
  actor: Role,
  context: FactContext,
): readonly Entry[] {
  const latest = context.record.last(type);
  const day =
    latest !== undefined && isSinceSupply(context, latest.happened.day) ? latest.happened.day : context.on;
  return [...without(entries, [type], (entry) => entry.happened.day >= day), tried(type, body, actor, day)];
}
