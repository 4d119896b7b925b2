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

/** What is not known of a row of a stream beforehand, in the order in which `toRow` takes it. */
export const columns = "position, version, header, body, sealed, hash";

/** A row that SQLite gave as a list: it makes no object of each, with its names, for a reader that makes one anyway. */
export function toRow(stream: string, values: RowValues): ReadRow {
  const [position, version, header, body, sealed, hash] = values;
  return { position, stream, version, header, body, sealed, hash };
}

export type RowValues = readonly [
  position: number,
  version: number,
  header: string,
  body: string,
  sealed: Uint8Array | null,
  hash: string,
];

/** The header has the id too. */
export type ReadRow = Omit<EntryRow, "id">;

/** A row as the entry it holds; `keyOf` gives the stream's key, or undefined where it was destroyed. */
export function toEntry(row: ReadRow, keyOf: (stream: string) => Uint8Array | undefined): StoredEntry {
  const header = JSON.parse(row.header) as Omit<NewEntry, "body" | "private">;
  const { id, type, schema, happened, recordedAt, actor, clinic, site, source } = header;
  const { stream, version, position, hash } = row;
  const body = JSON.parse(row.body) as Json;
  const said = { id, type, schema, happened, recordedAt, actor, clinic, source, body };
  const place = { stream, version, position, hash };
  const entry: StoredEntry = site === undefined ? { ...said, ...place } : { ...said, site, ...place };
  if (row.sealed === null) return entry;
  const key = keyOf(row.stream);
  if (key === undefined) return { ...entry, private: "erased" };
  return {
    ...entry,
    private: { value: JSON.parse(unseal(key, stream, id, row.sealed)) as Json },
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
