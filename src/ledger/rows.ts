/** Rows of `entries`, the same in every store, and the entries they hold. */
import { unseal } from "./keys.ts";
import { type Json, type KeptEntry, LedgerError, type NewEntry, type StoredEntry } from "./ledger.ts";

/** Everything a store keeps of an entry. */
export type EntryRow = KeptEntry;

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

/** A fresh entry as the projector sees it; its parts are parsed only where they are looked at. */
export function freshEntry(row: EntryRow, privateText: string | undefined): StoredEntry {
  const entry = {
    ...(JSON.parse(row.header) as Omit<NewEntry, "body" | "private">),
    stream: row.stream,
    version: row.version,
    position: row.position,
    hash: row.hash,
    get body() {
      return JSON.parse(row.body) as Json;
    },
  };
  if (privateText === undefined) return entry;
  return Object.defineProperty(entry, "private", {
    enumerable: true,
    get: () => ({ value: JSON.parse(privateText) as Json }),
  });
}

/** A key that is gone without a proof of its erasure. */
export const keyMissing = (stream: string) =>
  new LedgerError(
    "corrupt",
    `the key of ${stream} is missing, and it was never erased`,
    "put back the keys that belong to this ledger",
  );

/** A private part for a stream that takes none any more. */
export const wasErased = (stream: string) =>
  new LedgerError(
    "failed",
    `${stream} was erased: it takes no private part any more`,
    "leave the private part out, or begin a new stream",
  );
