/** Verifies a ledger: its file, every hash, that nothing is missing, and that the roots hold. */
import { statSync } from "node:fs";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { Head } from "./chain.ts";
import { type ChainRow, chainCheck, type Fault } from "./chain-check.ts";
import { type Root, rootOf } from "./root.ts";
import { toLedgerError } from "./sqlite/errors.ts";
import { ledgerFile, openReading } from "./sqlite/schema.ts";

export interface VerifyOptions {
  /** A root that was exported before: names what is missing since. */
  readonly against?: Root;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Verified {
  readonly entries: number;
  readonly streams: number;
  readonly roots: number;
  /** Of the newest entry. */
  readonly position: number;
  /** All that is wrong, also what is not named below. */
  readonly faultCount: number;
  /** Empty where all is well. */
  readonly faults: readonly Fault[];
}

/** What is verified: a ledger as it stood at one moment, in whatever store. */
export interface Verifiable {
  /** How many entries there are. */
  readonly total: number;
  /** What the store itself finds wrong. */
  readonly damage: readonly string[];
  /** All entries in the order of positions, a page at a time; others get a turn between two. */
  pages(): AsyncIterable<readonly ChainRow[]>;
  /** As the store keeps them beside the entries. */
  heads(): Promise<Iterable<Head>>;
  /** The hash that is kept for each version of a stream, where there is one: by `versionName`. */
  hashesAt(versions: Root["heads"]): Promise<ReadonlyMap<string, string>>;
}

/** A version of a stream as it is looked up. */
export const versionName = (stream: string, version: number) => `${stream} ${version}`;

/**
 * Every hash, that nothing is missing, and that the roots hold; what cannot be read is a finding too.
 * @param says what is damaged; it may throw instead where the store is only away
 */
export async function verifyAll(
  found: Verifiable,
  { against, onProgress = () => {} }: VerifyOptions,
  says: (cause: unknown) => string,
): Promise<Verified> {
  const check = chainCheck();
  try {
    for (const damage of found.damage) check.fault("file", damage);
    let done = 0;
    for await (const page of found.pages()) {
      for (const row of page) check.take(row);
      done += page.length;
      onProgress(done, found.total);
    }
    check.finish(await found.heads());
    if (against !== undefined) {
      const hashes = await found.hashesAt(against.heads);
      check.against(against, (stream, version) => hashes.get(versionName(stream, version)));
    }
  } catch (cause) {
    // What was found before it stands.
    check.fault("file", says(cause));
  }
  return check.result();
}

/** How many entries are verified before others get a turn. */
const step = 1000;

/**
 * Reads the ledger as it stands at one moment; a running server goes on meanwhile.
 * @param path a ledger's folder, or a backup's file
 * @throws LedgerError where there is nothing that can be read as a ledger
 */
export async function verify(path: string, options: VerifyOptions = {}): Promise<Verified> {
  const database = openReading(fileAt(path));
  const says = (cause: unknown) => toLedgerError(cause, path).message;
  try {
    return await verifyAll(verifiable(database), options, says);
  } catch (cause) {
    return { ...nothing, faultCount: 1, faults: [{ what: "file", says: says(cause) }] };
  } finally {
    database.close();
  }
}

const nothing: Verified = { entries: 0, streams: 0, roots: 0, position: 0, faultCount: 0, faults: [] };

/** A SQLite file, in a transaction that ends with its connection. */
function verifiable(database: DatabaseSync): Verifiable {
  database.exec("BEGIN");
  const { total } = database.prepare("SELECT count(*) AS total FROM entries").get() as { total: number };
  return {
    total,
    damage: damage(database),
    async *pages() {
      let page: ChainRow[] = [];
      try {
        for (const row of rowsOf<ChainRow>(database, "SELECT * FROM entries ORDER BY position")) {
          page.push(row);
          if (page.length < step) continue;
          yield page;
          page = [];
          await setImmediate();
        }
      } finally {
        // Also what was read before something could not be.
        yield page;
      }
    },
    heads: () => Promise.resolve(rowsOf<Head>(database, "SELECT * FROM heads ORDER BY stream")),
    hashesAt(versions) {
      const select = database.prepare("SELECT hash FROM entries WHERE stream = ? AND version = ?");
      const hashes = new Map<string, string>();
      for (const [stream, version] of versions) {
        const hash = select.get(stream, version)?.hash;
        if (typeof hash === "string") hashes.set(versionName(stream, version), hash);
      }
      return Promise.resolve(hashes);
    },
  };
}

/** Where every stream stands now, to keep elsewhere and to verify against later. */
export function exportRoot(path: string, takenAt = new Date().toISOString()): Root {
  const database = openReading(fileAt(path));
  try {
    database.exec("BEGIN");
    const heads = [...rowsOf<Head>(database, "SELECT * FROM heads ORDER BY stream")];
    const { position } = database
      .prepare("SELECT ifnull(max(position), 0) AS position FROM entries")
      .get() as { position: number };
    return rootOf(heads, position, takenAt);
  } finally {
    database.close();
  }
}

function damage(database: DatabaseSync): string[] {
  const found = database.prepare("PRAGMA integrity_check(20)").all() as { integrity_check: string }[];
  return found.map((row) => row.integrity_check).filter((says) => says !== "ok");
}

const rowsOf = <Row>(database: DatabaseSync, sql: string) =>
  database.prepare(sql).iterate() as Iterable<unknown> as Iterable<Row>;

const fileAt = (path: string) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? join(path, ledgerFile) : path;
