/**
 * One process writes. It holds an exclusive transaction on `writer.lock`, which the kernel takes back when the process
 * dies, whatever killed it; `writer.json` beside it says who that is.
 *
 * The lock and the store's files must never be opened with node:fs in a process that holds them: closing any handle
 * on a file drops all of the process's POSIX locks on it. SQLite's own handles know of each other.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "../ledger.ts";
import { ownerAlone, ownFile } from "../own-file.ts";

/** Who holds a ledger open for writing. */
export interface Holder {
  readonly pid: number;
  /** An instant in UTC. */
  readonly startedAt: string;
  /** Where it answers, once it has announced that. */
  readonly url?: string;
}

const lockPath = (folder: string) => join(folder, "writer.lock");
const holderPath = (folder: string) => join(folder, "writer.json");

/** @throws LedgerError `locked` where another process, or this one, already writes there */
export function takeLock(folder: string, startedAt: string) {
  // Whoever only looks whether the lock is held keeps it for a moment.
  ownFile(lockPath(folder));
  const database = new DatabaseSync(lockPath(folder), { timeout: 200 });
  try {
    database.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    database.close();
    throw lockedBy(readHolder(folder), folder, cause);
  }
  const announce = (more: { readonly url?: string }) => {
    const holder: Holder = { pid: process.pid, startedAt, ...more };
    writeFileSync(holderPath(folder), `${JSON.stringify(holder)}\n`, { mode: ownerAlone });
  };
  announce({});
  return {
    announce,
    release() {
      rmSync(holderPath(folder), { force: true });
      database.close();
    },
  };
}

/** Who writes there now; undefined where nobody does. */
export function lockHolder(folder: string): Holder | undefined {
  if (!existsSync(lockPath(folder))) return undefined;
  const database = new DatabaseSync(lockPath(folder), { readOnly: true });
  try {
    database.prepare("SELECT count(*) FROM sqlite_master").get();
    return undefined;
  } catch {
    return readHolder(folder) ?? { pid: 0, startedAt: "" };
  } finally {
    database.close();
  }
}

function readHolder(folder: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(holderPath(folder), "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function lockedBy(holder: Holder | undefined, folder: string, cause: unknown): LedgerError {
  const who = holder === undefined ? "another process" : `process ${holder.pid}`;
  const since = holder === undefined ? "" : ` since ${holder.startedAt}`;
  const remedy =
    holder?.url === undefined
      ? `end ${who} first, or name another folder`
      : `it answers at ${holder.url}: send the command there, or end ${who} first`;
  return new LedgerError("locked", `${who} has written to ${folder}${since}`, remedy, cause);
}
