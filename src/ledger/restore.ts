/** A ledger from a backup, without bringing back what was erased since. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type OnProgress, verifyWhole } from "./backup.ts";
import { type Erasure, isWholeList, type Keys, keysFile, openKeys } from "./keys.ts";
import { LedgerError } from "./ledger.ts";
import { ownFile } from "./own-file.ts";
import { toLedgerError } from "./sqlite/errors.ts";
import { ledgerFile, openReading } from "./sqlite/schema.ts";
import { sync } from "./sqlite/sync.ts";
import type { Verified } from "./verify.ts";

export interface RestoreOptions {
  /** A keys file: the one of the lost server, or the newest copy of it. */
  readonly keys: string;
  /** The newest list of erasures there is; `of-the-keys` says that the keys file is the server's own and knows best. */
  readonly erasures: readonly Erasure[] | "of-the-keys";
  /** Streams whose key is lost count as erased from now on, instead of refusing. An instant in UTC. */
  readonly loseKeysAt?: string;
  readonly onProgress?: OnProgress;
}

export interface Restored extends Verified {
  /** Erasures that were carried out here again. */
  readonly erasedAgain: number;
  /** Streams whose private parts nobody can read any more, for want of a key. */
  readonly lostKeys: readonly string[];
}

/**
 * Restores into a folder that is empty or does not exist; nothing stands there until all of it is verified.
 * @throws LedgerError `corrupt` where the backup or the list does not verify, `failed` where something else is missing
 */
export async function restore(from: string, folder: string, options: RestoreOptions): Promise<Restored> {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new LedgerError(
      "failed",
      `${folder} is not empty`,
      "name an empty folder, or one that does not exist",
    );
  const { onProgress = () => {} } = options;
  const partial = `${resolve(folder)}.partial`;
  makeBeside(partial, folder);
  try {
    const verified = await verifyWhole(from, onProgress);
    copyFileSync(from, join(partial, ledgerFile));
    ownFile(join(partial, ledgerFile));
    const done = restoreKeys(join(partial, ledgerFile), join(partial, keysFile), options);
    await verifyWhole(partial, onProgress);
    for (const name of [ledgerFile, keysFile, "."]) sync(join(partial, name));
    renameSync(partial, resolve(folder));
    sync(dirname(resolve(folder)));
    return { ...verified, ...done };
  } catch (cause) {
    throw toLedgerError(cause, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

/** Before an hour of verifying. @throws LedgerError where this user may make no folder there */
function makeBeside(partial: string, folder: string) {
  try {
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new LedgerError(
      "failed",
      `${partial} cannot be made, where ${folder} is made whole first: ${cause instanceof Error ? cause.message : String(cause)}`,
      "restore as a user that may write there, and give the folder to the server's user then (chown -R)",
      cause,
    );
  }
}

function restoreKeys(ledgerPath: string, keysPath: string, options: RestoreOptions) {
  copyKeys(options.keys, keysPath);
  const keys = openKeys(keysPath);
  try {
    const { list, lost, known } = erasuresFor(ledgerPath, keys, options);
    keys.adopt(list);
    for (const stream of lost) keys.erase(stream, options.loseKeysAt ?? "");
    keys.scrub();
    return { erasedAgain: list.length - known, lostKeys: lost };
  } finally {
    keys.close();
  }
}

/**
 * What has to be erased of a backup's keys: the newest list, and then streams whose key is lost.
 * @throws LedgerError where the list is not the newest, or a key is missing and may not be
 */
export function erasuresFor(
  ledgerPath: string,
  keys: Keys,
  options: Pick<RestoreOptions, "erasures" | "loseKeysAt">,
): { readonly list: readonly Erasure[]; readonly lost: readonly string[]; readonly known: number } {
  const known = keys.erasures();
  const list = options.erasures === "of-the-keys" ? known : options.erasures;
  refuseOldList(list, known, ledgerPath);
  const erased = new Set(list.map(({ stream }) => stream));
  const lost = keyless(ledgerPath, keys).filter((stream) => !erased.has(stream));
  if (lost.length > 0 && options.loseKeysAt === undefined)
    throw new LedgerError(
      "failed",
      `the keys of ${lost.length} streams are missing, ${lost[0]} among them`,
      "give a newer copy of the keys, or accept that these private parts are lost (--lose-keys)",
    );
  return { list, lost, known: known.length };
}

/** A list that is older than the backup, or than the keys, would bring back what was erased. */
function refuseOldList(list: readonly Erasure[], known: readonly Erasure[], ledgerPath: string) {
  if (!isWholeList(list) || !isWholeList(known))
    throw new LedgerError(
      "corrupt",
      "the list of erasures was changed, or parts of it are missing",
      "give the list as it was exported",
    );
  const last = known.at(-1);
  const seen = [knownToBackup(ledgerPath), last === undefined ? undefined : `${last.number} ${last.hash}`];
  for (const proof of seen) {
    if (proof === undefined) continue;
    const [number = "0", hash] = proof.split(" ");
    if (list[Number(number) - 1]?.hash !== hash)
      throw new LedgerError(
        "failed",
        `the list of erasures is not the newest: it ends at ${list.length}, and ${number} were known already`,
        "give the newest list; without it erased patients would come back",
      );
  }
}

function knownToBackup(ledgerPath: string): string | undefined {
  const database = openReading(ledgerPath);
  try {
    return database.prepare("SELECT value FROM about WHERE name = 'erasures'").get()?.value as
      | string
      | undefined;
  } finally {
    database.close();
  }
}

/** Streams of a folder whose private parts cannot be read, though nobody erased them. */
export function lostKeys(folder: string): string[] {
  const keys = openKeys(join(folder, keysFile), { readOnly: true });
  try {
    return keyless(join(folder, ledgerFile), keys);
  } finally {
    keys.close();
  }
}

function keyless(ledgerPath: string, keys: Keys): string[] {
  const database = openReading(ledgerPath);
  try {
    const streams = database
      .prepare("SELECT DISTINCT stream FROM entries WHERE sealed IS NOT NULL ORDER BY stream")
      .all() as { stream: string }[];
    return streams
      .map(({ stream }) => stream)
      .filter((stream) => !keys.has(stream) && keys.erasureOf(stream) === undefined);
  } finally {
    database.close();
  }
}

function copyKeys(from: string, to: string) {
  refuseOtherThanKeys(from);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } finally {
    database.close();
  }
}

/** @throws LedgerError where it is no file of keys, such as a backup in its place */
export function refuseOtherThanKeys(from: string): void {
  const remedy = "name the keys file of the lost server, or the newest copy of it";
  if (!existsSync(from)) throw new LedgerError("failed", `there is no keys file at ${from}`, remedy);
  const database = new DatabaseSync(from, { readOnly: true });
  try {
    database.exec("SELECT 1 FROM keys, erasures LIMIT 0");
  } catch (cause) {
    throw new LedgerError("failed", `${from} is no keys file`, remedy, cause);
  } finally {
    database.close();
  }
}
