/** A ledger's rows, and its keys, out of SQLite files. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setImmediate } from "node:timers/promises";
import type { Head } from "../chain.ts";
import { type Keys, keysFile, openKeys } from "../keys.ts";
import type { EntryRow } from "../rows.ts";
import { toLedgerError } from "../sqlite/errors.ts";
import { openReading } from "../sqlite/schema.ts";
import type { OldPlace } from "./moved-away.ts";
import { bytesOf, inPages, type KeyRow, type KeyRows, type RememberedRow, type Rows } from "./parts.ts";

/** Rows of a file, read in one transaction. */
export function sqliteRows(path: string): Rows {
  const database = openReading(path);
  database.exec("BEGIN");
  return { ...rowsIn(database, path), close: async () => database.close() };
}

/** A file that is moved out of its folder; whoever asks holds the folder's lock. */
export function oldFile(path: string): OldPlace {
  const during = async <T>(work: (database: DatabaseSync) => T): Promise<T> => {
    const database = new DatabaseSync(path, { timeout: 5000 });
    try {
      database.exec("PRAGMA synchronous = FULL");
      return work(database);
    } catch (cause) {
      throw toLedgerError(cause, path);
    } finally {
      database.close();
    }
  };
  return {
    movedTo: () =>
      during((database) => {
        const found = database.prepare("SELECT value FROM about WHERE name = 'movedTo'").get();
        return found === undefined ? undefined : String(found["value"]);
      }),
    markMoved: (to) =>
      during((database) => {
        database
          .prepare("INSERT INTO about VALUES ('movedTo', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
          .run(to);
      }),
  };
}

/** Rows that are read on a connection of whoever asks. */
export function rowsIn(database: DatabaseSync, path: string): Omit<Rows, "close"> {
  const one = (sql: string, ...values: (string | number)[]) => database.prepare(sql).get(...values);
  return {
    where: path,
    async extent() {
      const found = one("SELECT ifnull(max(position), 0) AS position FROM entries");
      const about = one("SELECT value FROM about WHERE name = 'createdAt'");
      return { position: Number(found?.["position"]), createdAt: String(about?.["value"] ?? "") };
    },
    entries: (after) =>
      pagesOf<EntryRow>(
        database,
        path,
        "SELECT * FROM entries WHERE position > ? ORDER BY position",
        [after],
        bytesOf,
      ),
    async hashAt(position) {
      return one("SELECT hash FROM entries WHERE position = ?", position)?.["hash"] as string | undefined;
    },
    heads: async () =>
      database.prepare("SELECT * FROM heads ORDER BY stream").all() as unknown[] as readonly Head[],
    async sealedStreams() {
      const sql = "SELECT DISTINCT stream FROM entries WHERE sealed IS NOT NULL ORDER BY stream";
      return database
        .prepare(sql)
        .all()
        .map(({ stream }) => String(stream));
    },
    remembered: () =>
      pagesOf<RememberedRow>(
        database,
        path,
        'SELECT key, request, stream, first AS "from", last AS "to" FROM remembered ORDER BY key',
      ),
  };
}

/** The keys of a folder. */
export const folderKeys = (folder: string): KeyRows => fileKeys(join(folder, keysFile));

/** The keys of a file. @throws LedgerError where it is not there */
export function fileKeys(path: string): KeyRows {
  const keys = openKeys(path, { readOnly: true });
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  return {
    ...keysIn(database, keys, path),
    async close() {
      database.close();
      keys.close();
    },
  };
}

/** Keys that are read on connections of whoever asks. */
export function keysIn(database: DatabaseSync, keys: Keys, path: string): Omit<KeyRows, "close"> {
  return {
    keys: () => pagesOf<KeyRow>(database, path, "SELECT stream, key, created FROM keys ORDER BY stream"),
    erasures: async () => keys.erasures(),
  };
}

async function* pagesOf<Row>(
  database: DatabaseSync,
  path: string,
  sql: string,
  values: readonly number[] = [],
  bytes?: (row: Row) => number,
): AsyncGenerator<readonly Row[]> {
  try {
    const rows = database.prepare(sql).iterate(...values) as Iterable<unknown> as Iterable<Row>;
    for (const page of inPages(rows, bytes)) {
      yield page;
      await setImmediate();
    }
  } catch (cause) {
    throw toLedgerError(cause, path);
  }
}
