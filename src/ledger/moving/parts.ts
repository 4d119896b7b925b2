/** What a ledger is made of, wherever it is kept: taken out of one store as it is, and put into another. */
import type { Head } from "../chain.ts";
import type { Erasure } from "../keys.ts";
import type { Projector, Remembered } from "../ledger.ts";
import type { EntryRow } from "../rows.ts";
import type { Verified, VerifyOptions } from "../verify.ts";

export type RememberedRow = Remembered & { readonly key: string };

/** The key of a stream's private parts. */
export interface KeyRow {
  readonly stream: string;
  readonly key: Uint8Array;
  /** When it was made: an instant in UTC. */
  readonly created: string;
}

export interface Extent {
  /** Of the newest entry. */
  readonly position: number;
  readonly createdAt: string;
}

/** A ledger's rows as they stood at one moment. */
export interface Rows {
  /** As it may be told: without a password. */
  readonly where: string;
  extent(): Promise<Extent>;
  /** Entries after a position, in order, a page at a time; others get a turn between two. */
  entries(afterPosition: number): AsyncIterable<readonly EntryRow[]>;
  /** The hash of the entry at a position. */
  hashAt(position: number): Promise<string | undefined>;
  /** Where every stream stands, sorted by the bytes of its name. */
  heads(): Promise<readonly Head[]>;
  /** Streams with a private part, erased or not. */
  sealedStreams(): Promise<readonly string[]>;
  /** Sorted by the bytes of their keys. */
  remembered(): AsyncIterable<readonly RememberedRow[]>;
  close(): Promise<void>;
}

/** The keys that belong to a ledger, and the proofs of those that were destroyed. */
export interface KeyRows {
  /** Those that were not destroyed, sorted by the bytes of their streams' names. */
  keys(): AsyncIterable<readonly KeyRow[]>;
  erasures(): Promise<readonly Erasure[]>;
  close(): Promise<void>;
}

/** Where a ledger is moved to. Nobody can take it for a ledger before it is finished. */
export interface Target extends Pick<Rows, "where" | "extent" | "hashAt" | "remembered">, KeyRows {
  /** Puts keys there, as they are sealed now. */
  putKeys(keys: readonly KeyRow[]): Promise<void>;
  /** Puts proofs there that are not there yet, and destroys the keys they tell of. */
  putErasures(erasures: readonly Erasure[]): Promise<void>;
  /** Puts entries at the end, with the heads they make: durable when it returns. */
  putEntries(entries: readonly EntryRow[]): Promise<void>;
  /** Puts there what is not there yet. */
  putRemembered(rows: readonly RememberedRow[]): Promise<void>;
  verify(options: VerifyOptions): Promise<Verified>;
  /** Fills the read models, and makes it a ledger that can be opened. */
  finish(projector: Projector, onProgress: (done: number, total: number) => void): Promise<void>;
  /** Lets go of it; what was put there stays, and the next attempt goes on with it. */
  close(): Promise<void>;
}

/** Which ledger is moved, so that the next attempt knows its own. */
export interface Origin {
  /** The hash of the first entry. */
  readonly first: string;
  readonly createdAt: string;
}

/** One page holds at most so many rows, and about so many bytes: an entry may hold a photograph. */
const mostRows = 500;
const mostBytes = 4 * 1024 * 1024;

/** Rows a page at a time. */
export function* inPages<Row>(
  rows: Iterable<Row>,
  bytesOf: (row: Row) => number = () => 0,
): Generator<readonly Row[]> {
  let page: Row[] = [];
  let bytes = 0;
  for (const row of rows) {
    page.push(row);
    bytes += bytesOf(row);
    if (page.length < mostRows && bytes < mostBytes) continue;
    yield page;
    page = [];
    bytes = 0;
  }
  if (page.length > 0) yield page;
}

/** About how many bytes an entry is. */
export const bytesOf = ({ header, body, sealed }: EntryRow) =>
  header.length + body.length + (sealed?.length ?? 0);

/** The newest head of each stream among entries that come one after another. */
export const headsOf = (entries: readonly EntryRow[]): Head[] => [
  ...new Map(entries.map(({ stream, version, hash }) => [stream, { stream, version, hash }])).values(),
];
