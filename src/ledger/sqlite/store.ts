/** The connection that writes, with its statements prepared once. There is one in the world for each ledger. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Head } from "../chain.ts";
import { emptyLog, keysFile, openKeys } from "../keys.ts";
import { type Begun, LedgerError, type Remembered } from "../ledger.ts";
import { movedAway } from "../moving/moved-away.ts";
import { ownFile } from "../own-file.ts";
import type { EntryRow } from "../rows.ts";
import { staying } from "../staying.ts";
import { applyDebug, type Debug } from "./debug.ts";
import type { Durability } from "./messages.ts";
import { checkTables, createTables, ledgerFile, schemaVersion, versionOf } from "./schema.ts";
import { olderStore } from "./steps.ts";

/**
 * Text written since the log was last copied into the file, after which it is copied again. Everything waits meanwhile:
 * of a megabyte some twenty milliseconds, of sixteen a hundred and more.
 */
const checkpointBytes = 1024 * 1024;
/** What a log that once grew longer, because somebody read for long, is cut back to. */
const mostLogBytes = 64 * 1024 * 1024;

const probeLength = 32 * 1024;

export type Store = ReturnType<typeof openStore>;

/** Opens the folder's ledger for writing, and makes it where there is none. The caller holds the lock. */
export function openStore(
  { folder, masterKeys }: { readonly folder: string; readonly masterKeys?: string | undefined },
  now: string,
  debug: Debug,
) {
  const path = join(folder, ledgerFile);
  ownFile(path);
  const database = new DatabaseSync(path, { timeout: 5000 });
  // A read model may hold names: secure_delete overwrites what is deleted there. The log is copied back by
  // checkpoint() and not by COMMIT, so that an acknowledgement never waits for it.
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON; PRAGMA journal_size_limit = ${mostLogBytes};
    PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -65536`);
  const { count } = database.prepare("SELECT count(*) AS count FROM sqlite_master").get() as {
    count: number;
  };
  if (count === 0) createTables(database, now);
  checkTables(database, path);
  if (versionOf(database) < schemaVersion) throw olderStore(path, versionOf(database));
  const gone = database.prepare("SELECT value FROM about WHERE name = 'movedTo'").get()?.["value"];
  if (gone !== undefined) {
    database.close();
    throw movedAway(String(gone));
  }
  applyDebug(database, debug);
  const keys = openKeys(join(folder, keysFile), {
    masterKeys,
    synchronous: debug.defect === "no-sync" ? "OFF" : "FULL",
  });
  keys.refuseOtherMasterKeys();

  const pragma = (name: string) => Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  if (pragma("journal_mode") !== "wal")
    throw new LedgerError(
      "failed",
      `${path} cannot keep a write-ahead log`,
      "put the folder on a local disk: network file systems will not do",
    );

  const insertEntry = database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  const selectHead = database.prepare("SELECT version, hash FROM heads WHERE stream = ?");
  const upsertHead = database.prepare(
    "INSERT INTO heads VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET version = excluded.version, hash = excluded.hash",
  );
  const selectRemembered = database.prepare(
    'SELECT request, stream, first AS "from", last AS "to" FROM remembered WHERE key = ?',
  );
  const insertRemembered = database.prepare("INSERT INTO remembered VALUES (?, ?, ?, ?, ?)");
  const selectBegun = database.prepare(
    "SELECT stream FROM entries WHERE position > ? AND version = 1 AND substr(stream, 1, ?) = ? LIMIT 1",
  );
  const { position } = database.prepare("SELECT ifnull(max(position), 0) AS position FROM entries").get() as {
    position: number;
  };
  const { value: createdAt } = database.prepare("SELECT value FROM about WHERE name = 'createdAt'").get() as {
    value: string;
  };

  const refuseMoved = staying(path, `${path}-wal`, join(folder, keysFile));
  const commit = prepared(database, "COMMIT");
  const store = {
    database,
    keys,
    path,
    createdAt,
    /** Of the newest entry, uncommitted ones of the running transaction included. */
    position,
    writtenBytes: 0,
    begin: prepared(database, "BEGIN IMMEDIATE"),
    commit() {
      refuseMoved();
      commit();
    },
    savepoint: prepared(database, "SAVEPOINT command"),
    release: prepared(database, "RELEASE command"),
    rollbackTo: prepared(database, "ROLLBACK TO command"),
    rollback() {
      if (database.isTransaction) database.exec("ROLLBACK");
    },
    head: (stream: string) => selectHead.get(stream) as { version: number; hash: string } | undefined,
    begunSince: ({ prefix, position: since }: Begun) =>
      (selectBegun.get(since, prefix.length, prefix) as { stream: string } | undefined)?.stream,
    /** All heads, sorted by the bytes of their names. */
    heads: () =>
      database
        .prepare("SELECT * FROM heads ORDER BY stream")
        .iterate() as Iterable<unknown> as Iterable<Head>,
    insert(row: EntryRow) {
      insertEntry.run(
        row.position,
        row.stream,
        row.version,
        row.id,
        row.header,
        row.body,
        row.sealed,
        row.hash,
      );
      store.writtenBytes += 1000 + row.header.length + row.body.length + (row.sealed?.length ?? 0);
    },
    setHead: (head: Head) => upsertHead.run(head.stream, head.version, head.hash),
    remembered: (key: string) => selectRemembered.get(key) as Remembered | undefined,
    remember(key: string, { request, stream, from, to }: Remembered) {
      insertRemembered.run(key, request, stream, from, to);
    },
    about: (name: string) =>
      (database.prepare("SELECT value FROM about WHERE name = ?").get(name) as { value: string } | undefined)
        ?.value,
    setAbout(name: string, value: string) {
      database
        .prepare("INSERT INTO about VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .run(name, value);
    },
    /** Writes for the sake of writing, as much as a large entry is: whether the disk takes it shows in no other way. */
    probe(now: string) {
      store.begin();
      try {
        store.setAbout("probed", now.padEnd(probeLength));
        store.commit();
      } catch (cause) {
        store.rollback();
        throw cause;
      }
    },
    /** Copies the log into the file, once enough has gathered. Readers are not disturbed. */
    checkpoint(atLeast = checkpointBytes) {
      if (store.writtenBytes < atLeast) return;
      database.exec("PRAGMA wal_checkpoint(PASSIVE)");
      store.writtenBytes = 0;
    },
    /** Empties both logs, where names and keys linger that are deleted already; false while a reader holds one. */
    scrub: () => [emptyLog(database), keys.scrub()].every(Boolean),
    durability: (): Durability => ({
      journalMode: String(pragma("journal_mode")),
      synchronous: Number(pragma("synchronous")),
      keysSynchronous: keys.synchronous(),
    }),
    close() {
      keys.close();
      database.close();
    },
  };
  return store;
}

function prepared(database: DatabaseSync, sql: string): () => void {
  const statement = database.prepare(sql);
  return () => {
    statement.run();
  };
}
