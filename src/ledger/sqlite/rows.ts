/** Rows of `entries`, and the entries they hold. */
import { type Keys, unseal } from "../keys.ts";
import { type Json, LedgerError, type NewEntry, type StoredEntry } from "../ledger.ts";

export interface EntryRow {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly sealed: Uint8Array | null;
  readonly hash: string;
}

/** A row as the entry it holds; `keyOf` gives the stream's key, or undefined where it was destroyed. */
export function toEntry(row: EntryRow, keyOf: (stream: string) => Uint8Array | undefined): StoredEntry {
  const header = JSON.parse(row.header) as Omit<NewEntry, "body" | "private">;
  const { stream, version, position, hash } = row;
  const body = JSON.parse(row.body) as Json;
  const entry: StoredEntry = Object.assign(header, { stream, version, position, hash, body });
  if (row.sealed === null) return entry;
  const key = keyOf(row.stream);
  if (key === undefined) return { ...entry, private: "erased" };
  return {
    ...entry,
    private: { value: JSON.parse(unseal(key, row.stream, row.id, row.sealed)) as Json },
  };
}

/** A stream's key, undefined where it was destroyed; remembers within one piece of work. */
export function keyReader(keys: Keys): (stream: string) => Uint8Array | undefined {
  const known = new Map<string, Uint8Array | undefined>();
  return (stream) => {
    if (known.has(stream)) return known.get(stream);
    const key = keys.keyOf(stream);
    if (key === undefined && keys.erasureOf(stream) === undefined)
      throw new LedgerError(
        "corrupt",
        `the key of ${stream} is missing, and it was never erased`,
        "put back the keys file that belongs to this ledger",
      );
    known.set(stream, key);
    return key;
  };
}
