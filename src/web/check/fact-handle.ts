import type { FactId, FactValues } from "./facts/index.ts";

/** A fact as its control sees it: what holds now, how to change it, and the way back where it is changed. */
export interface FactHandle<V> {
  readonly value: V;
  readonly set: (value: V) => void;
  readonly undo: (() => void) | undefined;
}
export type UseFact = <K extends FactId>(id: K) => FactHandle<FactValues[K]>;
