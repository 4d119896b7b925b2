/**
 * Seals every patient's key under a new master key. No entry is touched, and servers go on meanwhile: they read the file
 * of master keys again once it has changed. Killed, it goes on with the same master key when it is run again.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { emptyLog, keysFile } from "./keys.ts";
import { LedgerError } from "./ledger.ts";
import { addMasterKey, type MasterKeys, masterKeysIn, thereIs } from "./master-keys.ts";
import { movedAway } from "./moving/moved-away.ts";
import type { KeyRow, KeyRows } from "./moving/parts.ts";
import { folderKeys } from "./moving/sqlite-rows.ts";
import type { Place } from "./place.ts";
import { ledgerFile, openReading } from "./sqlite/schema.ts";

export interface Rotated {
  /** Of the master key under which all keys are sealed now. */
  readonly number: number;
  /** Whether it was made, or one that was begun with before was gone on with. */
  readonly isNew: boolean;
  /** Patients' keys that were sealed anew. */
  readonly sealed: number;
  readonly keys: number;
}

/** A key as it lies there and as it shall. */
interface Resealed {
  readonly stream: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

/** Where keys are kept, open to be sealed anew. */
interface KeyChest {
  read(): Promise<KeyRows>;
  /** Does something that one at a time may do. */
  alone<T>(work: () => T): Promise<T>;
  /** Puts keys in the place of those that lie there still, and of no other: one may have been destroyed meanwhile. */
  put(keys: readonly Resealed[]): Promise<void>;
  /** Leaves nothing behind of what was replaced, as far as the store lets us. */
  scrub(): Promise<void>;
  close(): Promise<void>;
}

/** @throws LedgerError where no file is named, it does not open what is sealed, or another rotation is under way */
export async function rotateKeys(
  place: Place,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<Rotated> {
  const path = place.masterKeys;
  if (path === undefined)
    throw new LedgerError(
      "failed",
      "nobody said where the master keys are",
      "set masterKeys to a file apart from the ledger and its backups; it is made where there is none",
    );
  await refuseOldPlace(place);
  const before = thereIs(path) ? masterKeysIn(path) : undefined;
  const newest = before?.newest();
  const chest = await chestOf(place);
  // Before the first start: what is sealed from the beginning never lay open.
  if (chest === undefined && before === undefined)
    return { number: addMasterKey(path, undefined), isNew: true, sealed: 0, keys: 0 };
  if (chest === undefined)
    throw new LedgerError(
      "failed",
      "there are no keys yet",
      "start the server first; it seals them from the beginning",
    );
  try {
    let keys = 0;
    let others = 0;
    for await (const { stream, key } of keysOf(chest)) {
      keys += 1;
      // Whatever cannot be opened is said before anything is changed.
      (before ?? masterKeysIn(key.length > 32 ? path : undefined)).open(stream, key);
      if (before?.numberOf(key) !== newest) others += 1;
    }
    const goesOn = newest !== undefined && others > 0;
    // Whoever made a key by what the file held before has put it there by then.
    const number = await chest.alone(() => (goesOn ? newest : addMasterKey(path, newest)));
    const sealed = await sealAll(chest, masterKeysIn(path), number, (done) => onProgress(done, keys));
    await chest.scrub();
    return { number, isNew: !goesOn, sealed, keys };
  } finally {
    await chest.close();
  }
}

const atOnce = 500;

async function sealAll(
  chest: KeyChest,
  master: MasterKeys,
  number: number,
  onProgress: (done: number) => void,
): Promise<number> {
  let [seen, sealed] = [0, 0];
  let page: Resealed[] = [];
  const put = async () => {
    await chest.put(page);
    sealed += page.length;
    page = [];
    onProgress(seen);
  };
  for await (const { stream, key } of keysOf(chest)) {
    seen += 1;
    if (master.numberOf(key) !== number)
      page.push({ stream, before: key, after: master.close(stream, master.open(stream, key)) });
    if (page.length === atOnce) await put();
  }
  await put();
  return sealed;
}

async function* keysOf(chest: KeyChest): AsyncGenerator<KeyRow> {
  const rows = await chest.read();
  try {
    for await (const page of rows.keys()) yield* page;
  } finally {
    await rows.close();
  }
}

/** A place that the ledger has left: whoever were told that all its keys are sealed anew would take older lines away. */
async function refuseOldPlace(place: Place): Promise<void> {
  const to = "folder" in place ? folderMovedTo(place.folder) : await databaseMovedTo(place.database);
  if (to !== undefined) throw movedAway(to);
}

function folderMovedTo(folder: string): string | undefined {
  const path = join(folder, ledgerFile);
  if (!existsSync(path)) return undefined;
  const database = openReading(path);
  try {
    const found = database.prepare("SELECT value FROM about WHERE name = 'movedTo'").get();
    return found === undefined ? undefined : String(found["value"]);
  } finally {
    database.close();
  }
}

async function databaseMovedTo(url: string): Promise<string | undefined> {
  const { postgresRows } = await import("./moving/postgres-rows.ts");
  try {
    const rows = await postgresRows(url, "snapshot");
    try {
      return await rows.movedTo();
    } finally {
      await rows.close();
    }
  } catch (cause) {
    if (cause instanceof LedgerError && cause.code === "missing") return undefined;
    throw cause;
  }
}

/** Undefined where nothing was ever kept there. */
async function chestOf(place: Place): Promise<KeyChest | undefined> {
  if ("folder" in place)
    return existsSync(join(place.folder, keysFile)) ? folderChest(place.folder) : undefined;
  try {
    return await databaseChest(place.keys ?? place.database);
  } catch (cause) {
    if (cause instanceof LedgerError && cause.code === "missing") return undefined;
    throw cause;
  }
}

function folderChest(folder: string): KeyChest {
  const rows = folderKeys(folder);
  const database = new DatabaseSync(join(folder, keysFile), { timeout: 5000 });
  database.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  const update = database.prepare("UPDATE keys SET key = ? WHERE stream = ? AND key = ?");
  const within = <T>(work: () => T): T => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const done = work();
      database.exec("COMMIT");
      return done;
    } catch (cause) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw cause;
    }
  };
  return {
    read: async () => ({ ...rows, close: async () => {} }),
    alone: async (work) => within(work),
    async put(keys) {
      within(() => {
        for (const { stream, before, after } of keys) update.run(after, stream, before);
      });
    },
    async scrub() {
      emptyLog(database);
    },
    async close() {
      database.close();
      await rows.close();
    },
  };
}

async function databaseChest(url: string): Promise<KeyChest> {
  const [{ connect }, { postgresKeys }] = await Promise.all([
    import("./postgres/connect.ts"),
    import("./moving/postgres-rows.ts"),
  ]);
  // Looks first whether the keys are of this version.
  await (await postgresKeys(url, "snapshot")).close();
  const client = await connect(url);
  return {
    read: () => postgresKeys(url, "snapshot"),
    async alone(work) {
      await client.query("BEGIN; LOCK TABLE keys.keys IN SHARE ROW EXCLUSIVE MODE");
      try {
        const done = work();
        await client.query("COMMIT");
        return done;
      } catch (cause) {
        await client.query("ROLLBACK");
        throw cause;
      }
    },
    async put(keys) {
      await client.query(
        `UPDATE keys.keys SET key = sealed.after
         FROM unnest($1::text[], $2::bytea[], $3::bytea[]) AS sealed (stream, before, after)
         WHERE keys.stream = sealed.stream AND keys.key = sealed.before`,
        [keys.map(({ stream }) => stream), keys.map(({ before }) => before), keys.map(({ after }) => after)],
      );
    },
    async scrub() {
      // Where the user may not, it is left to autovacuum.
      await client.query("VACUUM (FULL) keys.keys").catch(() => {});
    },
    close: () => client.end(),
  };
}
