/** What an administrator does with a ledger, wherever it is kept: backup and restore by the same files, verify, roots. */
import {
  type Backup,
  backup,
  backupBy,
  backupKeys,
  erasures,
  newFile,
  type OnProgress,
  verifyWhole,
} from "./backup.ts";
import { type Erasure, erasureHash, openKeys } from "./keys.ts";
import type { Projector } from "./ledger.ts";
import { moveRows } from "./move.ts";
import { keysIntoFile, rowsIntoFile } from "./moving/into-file.ts";
import type { KeyRows } from "./moving/parts.ts";
import { fileKeys, sqliteRows } from "./moving/sqlite-rows.ts";
import type { Database, Place } from "./place.ts";
import {
  erasuresFor,
  lostKeys,
  type Restored,
  type RestoreOptions,
  refuseOtherThanKeys,
  restore,
} from "./restore.ts";
import type { Root } from "./root.ts";
import { exportRoot, type Verified, type VerifyOptions, verify } from "./verify.ts";

/** A backup as `backup` makes it, in the same form of file. */
export async function backupOf(place: Place, target: string, onProgress: OnProgress): Promise<Backup> {
  if ("folder" in place) return await backup(place.folder, target, onProgress);
  return await backupBy(
    async (partial) => {
      const { postgresRows } = await import("./moving/postgres-rows.ts");
      const rows = await postgresRows(place.database, "snapshot");
      try {
        const last = (await erasuresOf(place)).at(-1);
        await rowsIntoFile(rows, last, partial, (done, total) => onProgress("copying", done, total));
      } finally {
        await rows.close();
      }
    },
    target,
    onProgress,
  );
}

/** A copy of the keys, as `backupKeys` makes it. */
export async function backupKeysOf(place: Place, target: string): Promise<void> {
  if ("folder" in place) backupKeys(place.folder, target);
  else await newFile(target, (partial) => withKeysOf(place, (keys) => keysIntoFile(keys, partial)));
}

/** The proofs of all erasures, oldest first. */
export const erasuresOf = async (place: Place): Promise<readonly Erasure[]> =>
  "folder" in place ? erasures(place.folder) : await withKeysOf(place, (keys) => keys.erasures());

/** Every hash, that nothing is missing, and that the roots hold. */
export async function verifyAt(place: Place, options: VerifyOptions = {}): Promise<Verified> {
  if ("folder" in place) return await verify(place.folder, options);
  const { verifyPostgres } = await import("./postgres/verify.ts");
  return await verifyPostgres(place.database, options);
}

/** Where every stream stands now, to keep elsewhere. */
export async function rootOfPlace(place: Place): Promise<Root> {
  if ("folder" in place) return exportRoot(place.folder);
  const { exportPostgresRoot } = await import("./postgres/verify.ts");
  return await exportPostgresRoot(place.database);
}

/** Streams whose private parts cannot be read, though nobody erased them. */
export async function lostKeysOf(place: Place): Promise<readonly string[]> {
  if ("folder" in place) return lostKeys(place.folder);
  const { postgresRows } = await import("./moving/postgres-rows.ts");
  const rows = await postgresRows(place.database, "snapshot");
  try {
    // Keys come before the entries that need them, so those of a later moment are all that these need.
    return await withKeysOf(place, async (keys) => {
      const known = new Set((await keys.erasures()).map(({ stream }) => stream));
      for await (const page of keys.keys()) for (const { stream } of page) known.add(stream);
      return (await rows.sealedStreams()).filter((stream) => !known.has(stream));
    });
  } finally {
    await rows.close();
  }
}

/**
 * Restores a backup: into a folder as `restore` does, or into a database with nothing in it, which is no ledger before
 * all of it is there. Killed, it goes on when it is done again.
 */
export async function restoreInto(
  from: string,
  place: Place,
  options: RestoreOptions,
  projector: Projector,
): Promise<Restored> {
  if ("folder" in place) return await restore(from, place.folder, options);
  const { onProgress = () => {} } = options;
  refuseOtherThanKeys(options.keys);
  const verified = await verifyWhole(from, onProgress);
  const keys = openKeys(options.keys, { readOnly: true });
  try {
    const { list, lost, known } = erasuresFor(from, keys, options);
    const erased = [...list];
    for (const stream of lost) erased.push(proofAfter(erased, stream, options.loseKeysAt ?? ""));
    await moveRows(
      { rows: sqliteRows(from), keys: without(erased, fileKeys(options.keys)) },
      { to: place, projector, onProgress: shown(onProgress) },
    );
    return { ...verified, erasedAgain: list.length - known, lostKeys: lost };
  } finally {
    keys.close();
  }
}

const shown =
  (onProgress: OnProgress) =>
  (doing: string, done: number, total: number): void => {
    if (doing === "copying" || doing === "verifying") onProgress(doing, done, total);
  };

/** Nobody had a key that is lost: the proof says that of it. */
function proofAfter(before: readonly Erasure[], stream: string, erasedAt: string): Erasure {
  const proof = { number: before.length + 1, stream, erasedAt, keyHash: null };
  return { ...proof, hash: erasureHash(before.at(-1)?.hash, proof) };
}

/** Keys but those that were erased. */
function without(list: readonly Erasure[], keys: KeyRows): KeyRows {
  const erased = new Set(list.map(({ stream }) => stream));
  return {
    ...keys,
    async *keys() {
      for await (const page of keys.keys()) yield page.filter(({ stream }) => !erased.has(stream));
    },
    erasures: () => Promise.resolve(list),
  };
}

async function withKeysOf<T>(place: Database, work: (keys: KeyRows) => Promise<T>): Promise<T> {
  const { postgresKeys } = await import("./moving/postgres-rows.ts");
  const keys = await postgresKeys(place.keys ?? place.database, "snapshot");
  try {
    return await work(keys);
  } finally {
    await keys.close();
  }
}
