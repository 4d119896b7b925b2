/** Rows as SQLite reads them. */
import type { Keys } from "../keys.ts";
import { keyMissing, type ReadRow } from "../rows.ts";

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

/** A stream's key, undefined where it was destroyed; remembers within one piece of work. */
export function keyReader(keys: Keys): (stream: string) => Uint8Array | undefined {
  const known = new Map<string, Uint8Array | undefined>();
  return (stream) => {
    if (known.has(stream)) return known.get(stream);
    const key = keys.keyOf(stream);
    if (key === undefined && keys.erasureOf(stream) === undefined) throw keyMissing(stream);
    known.set(stream, key);
    return key;
  };
}
