import type { EntryOf, EntryType } from "./entry.ts";

/** All counting entries of a type, oldest first. */
export type EntriesOf = <T extends EntryType>(type: T) => readonly EntryOf<T>[];
