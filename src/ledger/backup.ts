/**
 * Copies of a ledger while a server writes it, and the way back.
 *
 * A backup is one file: entries, heads, remembered requests. It holds no key, so what is erased later is erased in it
 * too, and no read model, for those hold names in the clear; they are filled anew after a restore. Keys and the list of
 * erasures are copied on their own, and kept for a shorter time.
 */
import { existsSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { type Erasure, keysFile, openKeys } from "./keys.ts";
import { LedgerError } from "./ledger.ts";
import { ownFile } from "./own-file.ts";
import type { Root } from "./root.ts";
import { toLedgerError } from "./sqlite/errors.ts";
import { copyTables, ledgerFile, openReading } from "./sqlite/schema.ts";
import { sync } from "./sqlite/sync.ts";
import { exportRoot, type Verified, verify } from "./verify.ts";

export interface Backup extends Verified {
  readonly bytes: number;
  /** Where every stream stood: keep it apart from the backup. */
  readonly root: Root;
}

/** `copying` and `verifying` each count entries. */
export type OnProgress = (doing: "copying" | "verifying", done: number, total: number) => void;

/** How many entries are copied before others get a turn. */
const step = 500;

/**
 * Writes the ledger as it stands at one moment into a file that did not exist: under another name first, which becomes
 * its own once the copy is verified and synced.
 * @throws LedgerError `corrupt` where the copy does not verify, `full`, or `failed` where the file exists
 */
export const backup = (folder: string, target: string, onProgress: OnProgress = () => {}): Promise<Backup> =>
  backupBy((partial) => copy(folder, partial, onProgress), target, onProgress);

/** The same, of a ledger that `write` puts into a file. */
export function backupBy(
  write: (partial: string) => Promise<void>,
  target: string,
  onProgress: OnProgress,
): Promise<Backup> {
  return newFile(target, async (partial) => {
    await write(partial);
    const verified = await verifyWhole(partial, onProgress);
    return { ...verified, bytes: statSync(partial).size, root: exportRoot(partial) };
  });
}

/** A copy of the keys and the list of erasures, whole at one moment. Keep it apart from the backups, and not for long. */
export function backupKeys(folder: string, target: string) {
  refuseExisting(target);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const database = new DatabaseSync(join(folder, keysFile), { readOnly: true, timeout: 5000 });
  try {
    ownFile(partial);
    database.prepare("VACUUM INTO ?").run(partial);
    settle(partial, target);
  } catch (cause) {
    throw toLedgerError(cause, target);
  } finally {
    database.close();
    rmSync(partial, { force: true });
  }
}

/** A file that is there once all of it is. */
export async function newFile<T>(target: string, write: (partial: string) => Promise<T>): Promise<T> {
  refuseExisting(target);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  try {
    const written = await write(partial);
    settle(partial, target);
    return written;
  } catch (cause) {
    throw toLedgerError(cause, target);
  } finally {
    rmSync(partial, { force: true });
  }
}

function settle(partial: string, target: string) {
  sync(partial);
  renameSync(partial, target);
  sync(dirname(resolve(target)));
}

/** The proofs of all erasures, oldest first: a restore asks for the newest list there is. */
export function erasures(folder: string): readonly Erasure[] {
  const keys = openKeys(join(folder, keysFile), { readOnly: true });
  try {
    return keys.erasures();
  } finally {
    keys.close();
  }
}

/** Not SQLite's own backup call: that begins anew at every commit of another process, and takes read models along. */
async function copy(folder: string, partial: string, onProgress: OnProgress) {
  const path = join(folder, ledgerFile);
  openReading(path).close();
  ownFile(partial);
  const database = new DatabaseSync(partial);
  try {
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    database.prepare("ATTACH ? AS source").run(`${pathToFileURL(path).href}?mode=ro`);
    copyTables(database, "source");
    database.exec("BEGIN");
    const { total } = database
      .prepare("SELECT ifnull(max(position), 0) AS total FROM source.entries")
      .get() as { total: number };
    const insert = database.prepare(
      "INSERT INTO entries SELECT * FROM source.entries WHERE position > ? AND position <= ? ORDER BY position",
    );
    for (let done = 0; done < total; done += step) {
      insert.run(done, Math.min(done + step, total));
      onProgress("copying", Math.min(done + step, total), total);
      await setImmediate();
    }
    database.exec(`
      INSERT INTO heads SELECT * FROM source.heads;
      INSERT INTO remembered SELECT * FROM source.remembered;
      INSERT INTO about SELECT * FROM source.about WHERE name NOT IN ('projector', 'probed', 'movedTo');
    `);
    const last = erasures(folder).at(-1);
    if (last !== undefined)
      database.prepare("INSERT INTO about VALUES ('erasures', ?)").run(`${last.number} ${last.hash}`);
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

/** @throws LedgerError `corrupt` where anything is wrong */
export async function verifyWhole(path: string, onProgress: OnProgress): Promise<Verified> {
  const verified = await verify(path, {
    onProgress: (done, total) => onProgress("verifying", done, total),
  });
  const [first] = verified.faults;
  if (first === undefined) return verified;
  const where = first.stream === undefined ? "" : ` (${first.stream}, version ${first.version})`;
  throw new LedgerError(
    "corrupt",
    `${path} does not verify: ${verified.faultCount} faults, the first: ${first.says}${where}`,
    "run verify on the ledger and on older backups; keep the newest that verifies",
  );
}

function refuseExisting(target: string) {
  if (existsSync(target))
    throw new LedgerError("failed", `${target} exists already`, "name a file that does not exist");
}
