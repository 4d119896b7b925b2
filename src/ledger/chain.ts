/**
 * The hash chain: each stream's entries hang on one another, so that none can be changed, dropped or put between.
 *
 * Everything hashed is UTF-8 text of lines joined by "\n" (0x0A), without one at the end; no line can hold one, for
 * canonical JSON escapes it and stream names have none. All hashes are SHA-256 in lower-case hex.
 *
 *     before the first entry:  isoward-stream-1
 *                              <stream>
 *
 *     an entry:                isoward-entry-1
 *                              <hash before it>
 *                              <stream>
 *                              <version>
 *                              <header>    canonical JSON of actor, clinic, happened, id, recordedAt, schema, site, source, type
 *                              <body>      canonical JSON
 *                              <private>   SHA-256 of the encrypted bytes as they are stored, or "-" where there is none
 *
 *     all heads:               isoward-heads-1
 *                              <stream> <version> <hash>      one line a stream, sorted by the bytes of its name
 *
 * The ciphertext is hashed and not the clear text, so the chain still verifies after a stream's key was destroyed, and
 * a hash tells nobody who guesses at a name whether the guess was right.
 */
import { hash } from "node:crypto";
import { canonical } from "./canonical.ts";
import type { NewEntry } from "./ledger.ts";

/** Where a stream stands: its newest version and that entry's hash. */
export interface Head {
  readonly stream: string;
  readonly version: number;
  readonly hash: string;
}

/** The stream the ledger keeps for itself: its roots. Names that begin so are its own. */
export const serverStream = "~server";

/** Printable ASCII without spaces, so that every database and language sorts names alike. */
export const isStreamName = (name: string) => /^[!-}][!-~]{0,199}$/.test(name);

/** What the first entry of a stream hangs on. */
export const genesis = (stream: string) => sha256(`isoward-stream-1\n${stream}`);

/** An entry's header as it is hashed and kept. */
export function headerOf(entry: NewEntry): string {
  const { id, type, schema, happened, recordedAt, actor, clinic, site, source } = entry;
  const header = { id, type, schema, happened, recordedAt, actor: { ...actor }, clinic, source };
  return canonical(site === undefined ? header : { ...header, site });
}

/** An entry's hash; `sealed` is its encrypted private part. */
export function entryHash(
  before: string,
  entry: {
    readonly stream: string;
    readonly version: number;
    readonly header: string;
    readonly body: string;
    readonly sealed: Uint8Array | null;
  },
): string {
  const { stream, version, header, body, sealed } = entry;
  return sha256(
    `isoward-entry-1\n${before}\n${stream}\n${version}\n${header}\n${body}\n${sealed === null ? "-" : sha256(sealed)}`,
  );
}

/** One hash over where every stream stands. */
export function headsHash(heads: Iterable<Head>): string {
  const lines = ["isoward-heads-1"];
  for (const { stream, version, hash } of heads) lines.push(`${stream} ${version} ${hash}`);
  return sha256(lines.join("\n"));
}

const sha256 = (data: string | Uint8Array) => hash("sha256", data, "hex");
