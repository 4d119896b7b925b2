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

/** How many entries are verified before others get a turn. */
const step = 1000;

/**
 * Reads the ledger as it stands at one moment; a running server goes on meanwhile.
 * @param path a ledger's folder, or a backup's file
 * @throws LedgerError where there is nothing that can be read as a ledger
 */
export async function verify(path: string, options: VerifyOptions = {}): Promise<Verified> {
  const { against, onProgress = () => {} } = options;
  const database = openReading(fileAt(path));
  try {
    const check = chainCheck();
    try {
      database.exec("BEGIN");
      const { total } = database.prepare("SELECT count(*) AS total FROM entries").get() as { total: number };
      for (const says of damage(database)) check.fault("file", says);
      let done = 0;
      for (const row of rowsOf<ChainRow>(database, "SELECT * FROM entries ORDER BY position")) {
        check.take(row);
        done += 1;
        if (done % step === 0) {
          onProgress(done, total);
          await setImmediate();
        }
      }
      onProgress(done, total);
      check.finish(rowsOf<Head>(database, "SELECT * FROM heads ORDER BY stream"));
      if (against !== undefined) {
        const select = database.prepare("SELECT hash FROM entries WHERE stream = ? AND version = ?");
        check.against(against, (stream, version) => select.get(stream, version)?.hash as string | undefined);
      }
    } catch (cause) {
      // What cannot be read is a finding too; what was found before it stands.
      check.fault("file", toLedgerError(cause, path).message);
    }
    return check.result();
  } finally {
    database.close();
  }
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
