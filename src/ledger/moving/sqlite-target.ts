/** A folder that a ledger is moved into: another one beside it, until all of it is there. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { keysFile } from "../keys.ts";
import { LedgerError } from "../ledger.ts";
import type { Folder } from "../place.ts";
import { toLedgerError } from "../sqlite/errors.ts";
import { takeLock } from "../sqlite/lock.ts";
import { refill } from "../sqlite/projection.ts";
import { openStore } from "../sqlite/store.ts";
import { sync } from "../sqlite/sync.ts";
import { viewsOnly } from "../sqlite/views-only.ts";
import { verify } from "../verify.ts";
import { putKeys, putRemembered } from "./into-file.ts";
import { headsOf, type Origin, type Target } from "./parts.ts";
import { keysIn, rowsIn } from "./sqlite-rows.ts";

/** The folder in which a move to another one is under way. */
export const movingInto = (folder: string) => `${resolve(folder)}.moving`;

/** Whether nothing is in a folder, or there is none. */
export const isFree = (folder: string) => !existsSync(folder) || readdirSync(folder).length === 0;

/**
 * Begins to move into a folder, or goes on where an attempt ended.
 * @throws LedgerError where another move is under way there, or was of another ledger
 */
export function sqliteTarget({ folder, masterKeys }: Folder, { first, createdAt }: Origin): Target {
  const partial = movingInto(folder);
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  const lock = takeLock(partial, new Date().toISOString());
  try {
    const store = openStore({ folder: partial, masterKeys }, createdAt, {});
    const { database, path, keys } = store;
    const keysPath = join(partial, keysFile);
    const keysDatabase = new DatabaseSync(keysPath, { timeout: 5000 });
    keysDatabase.exec("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
    const rows = rowsIn(database, path);
    const begun = database.prepare("SELECT hash FROM entries WHERE position = 1").get();
    const [intoKeys, intoRemembered] = [putKeys(keysDatabase), putRemembered(database)];
    const inOne = async (of: DatabaseSync, work: () => void) => {
      of.exec("BEGIN IMMEDIATE");
      try {
        work();
        of.exec("COMMIT");
      } catch (cause) {
        if (of.isTransaction) of.exec("ROLLBACK");
        throw toLedgerError(cause, partial);
      }
      store.checkpoint();
    };
    let isOpen = true;
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      keysDatabase.close();
      store.close();
      lock.release();
    };
    if (begun !== undefined && begun["hash"] !== first) {
      close();
      throw otherMove(partial);
    }
    return {
      ...rows,
      ...keysIn(keysDatabase, keys, keysPath),
      where: folder,
      putKeys: (more) => inOne(keysDatabase, () => intoKeys(more)),
      async putErasures(erasures) {
        keys.adopt(erasures);
        keys.scrub();
      },
      putEntries: (entries) =>
        inOne(database, () => {
          for (const row of entries) store.insert(row);
          for (const head of headsOf(entries)) store.setHead(head);
        }),
      putRemembered: (more) => inOne(database, () => intoRemembered(more)),
      verify: (options) => verify(partial, options),
      async finish(projector, onProgress) {
        store.position = (await rows.extent()).position;
        refill(store, projector, viewsOnly(database, true), onProgress);
        store.scrub();
        close();
        rmSync(join(partial, "writer.lock"), { force: true });
        for (const name of readdirSync(partial)) sync(join(partial, name));
        sync(partial);
        renameSync(partial, resolve(folder));
        sync(dirname(resolve(folder)));
      },
      close: async () => close(),
    };
  } catch (cause) {
    lock.release();
    throw toLedgerError(cause, partial);
  }
}

const otherMove = (partial: string) =>
  new LedgerError(
    "failed",
    `${partial} holds a move of another ledger that was begun`,
    "finish that one, or remove that folder to begin anew",
  );
