/** What every store does with an append, whatever it keeps entries in: packs it, holds it against what stands, chains it. */
import { canonical } from "./canonical.ts";
import { entryHash, headerOf, isStreamName } from "./chain.ts";
import type { Append, Appended, Begun, Idempotency, Remembered, StoredEntry } from "./ledger.ts";
import type { EntryRow } from "./rows.ts";

/** An entry on its way: header, body and private part as canonical JSON. */
export interface PackedEntry {
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly private?: string;
}

export interface PackedAppend {
  readonly stream: string;
  readonly expectedVersion: number;
  readonly entries: readonly PackedEntry[];
  readonly readVersions?: Readonly<Record<string, number>>;
  readonly noneBegunSince?: Begun;
  readonly idempotency?: Idempotency;
}

/** What became of it, without the entries that whoever handed it in has already. */
export type AppendAnswer =
  | {
      readonly is: "appended";
      /** Of its last entry. */
      readonly version: number;
      /** Of its last entry. */
      readonly position: number;
      readonly hashes: readonly string[];
    }
  | Exclude<Appended, { readonly is: "appended" }>;

/** @throws TypeError for what is a bug of the caller's: no entries, a name no stream can have, a body JSON cannot hold */
export function pack(append: Append): PackedAppend {
  const { stream, expectedVersion, entries, readVersions, noneBegunSince, idempotency } = append;
  if (!isStreamName(stream)) throw new TypeError(`${JSON.stringify(stream)} is no name for a stream`);
  if (entries.length === 0) throw new TypeError("an append has at least one entry");
  return {
    stream,
    expectedVersion,
    entries: entries.map((entry) => {
      const packed = { id: entry.id, header: headerOf(entry), body: canonical(entry.body) };
      return entry.private === undefined ? packed : { ...packed, private: canonical(entry.private) };
    }),
    ...(readVersions === undefined ? {} : { readVersions }),
    ...(noneBegunSince === undefined ? {} : { noneBegunSince }),
    ...(idempotency === undefined ? {} : { idempotency }),
  };
}

/** Why an append cannot be done as the ledger stands, or was done before; undefined where it can. */
export function standsAgainst(
  { stream, expectedVersion, idempotency, readVersions = {}, noneBegunSince }: PackedAppend,
  standing: {
    readonly remembered: (key: string) => Remembered | undefined;
    readonly version: (stream: string) => number;
    /** A stream that was begun since, of those whose names begin so. */
    readonly begunSince: (since: Begun) => string | undefined;
  },
): Exclude<AppendAnswer, { readonly is: "appended" }> | undefined {
  const remembered = idempotency && standing.remembered(idempotency.key);
  if (remembered !== undefined)
    return { is: remembered.request === idempotency?.request ? "repeated" : "key-reused", remembered };
  for (const [read, expected] of [[stream, expectedVersion] as const, ...Object.entries(readVersions)]) {
    const actual = standing.version(read);
    if (actual !== expected) return { is: "conflict", stream: read, expected, actual };
  }
  const begun = noneBegunSince && standing.begunSince(noneBegunSince);
  if (begun !== undefined)
    return { is: "conflict", stream: begun, expected: 0, actual: Math.max(1, standing.version(begun)) };
  return undefined;
}

/**
 * Its entries as rows: numbered, placed and hashed.
 * @param after the hash that the first hangs on, and the position it comes after
 */
export function rowsOf(
  { stream, expectedVersion, entries }: PackedAppend,
  after: { readonly hash: string; readonly position: number },
  sealed: (entry: PackedEntry) => Uint8Array | null,
): EntryRow[] {
  let before = after.hash;
  return entries.map((entry, index) => {
    const { id, header, body } = entry;
    const row = { stream, version: expectedVersion + index + 1, id, header, body, sealed: sealed(entry) };
    before = entryHash(before, row);
    return { ...row, position: after.position + index + 1, hash: before };
  });
}

/** The answer to an append whose rows were written. */
export function answerOf(rows: readonly Pick<EntryRow, "version" | "position" | "hash">[]): AppendAnswer {
  const last = rows.at(-1);
  return {
    is: "appended",
    version: last?.version ?? 0,
    position: last?.position ?? 0,
    hashes: rows.map(({ hash }) => hash),
  };
}

/** The answer with the entries as they were handed in. */
export function appendedOf({ stream, entries }: Append, answer: AppendAnswer): Appended {
  if (answer.is !== "appended") return answer;
  const before = entries.length - 1;
  return {
    is: "appended",
    entries: entries.map(
      ({ private: hidden, ...entry }, index): StoredEntry => ({
        ...entry,
        stream,
        version: answer.version - before + index,
        position: answer.position - before + index,
        hash: answer.hashes[index] ?? "",
        ...(hidden === undefined ? {} : { private: { value: hidden } }),
      }),
    ),
  };
}
