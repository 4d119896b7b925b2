/** The tables of the SQLite store, and what a connection must hold to before it may write to them. */
import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "../ledger.ts";
import { toLedgerError } from "./errors.ts";

export const ledgerFile = "ledger.sqlite";
/** Of the tables below; raised with them. A store that says more than this was written by a newer Isoward. */
export const schemaVersion = 1;
/** "Isow" in ASCII: marks the file as a ledger. */
const applicationId = 0x49736f77;

/** `header` and `body` are canonical JSON, byte for byte what was hashed; `sealed` is the encrypted private part. */
export const entryTables = `
  CREATE TABLE entries (
    position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
    header TEXT NOT NULL, body TEXT NOT NULL, sealed BLOB, hash TEXT NOT NULL,
    UNIQUE (stream, version)
  ) STRICT;
  CREATE TABLE heads (
    stream TEXT PRIMARY KEY, version INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE remembered (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, stream TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;

/**
 * The record only grows. REPLACE removes rows without asking the trigger for that, so it has one of its own. Whoever wants it otherwise has to take these away first, and the chain still tells.
 */
export const triggers = `
  CREATE TRIGGER entries_stand BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
  CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END;
  CREATE TRIGGER entries_keep_their_place BEFORE INSERT ON entries WHEN
    EXISTS (SELECT 1 FROM entries WHERE position = NEW.position) OR EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM entries WHERE stream = NEW.stream AND version = NEW.version)
    BEGIN SELECT RAISE(ABORT, 'entries are never replaced: position, id or version is taken'); END;
`;

/** Makes the tables of an attached store, as they are there: a backup is of the version that was backed up. */
export function copyTables(database: DatabaseSync, attached: string) {
  const made = database
    .prepare(
      `SELECT sql FROM ${attached}.sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE 'view\\_%' ESCAPE '\\'
       ORDER BY type = 'trigger'`,
    )
    .all();
  const version = Object.values(database.prepare(`PRAGMA ${attached}.user_version`).get() ?? {})[0];
  database.exec("BEGIN");
  for (const { sql } of made) database.exec(String(sql));
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${Number(version)}; COMMIT`);
}

/** Makes the tables in an empty database. */
export function createTables(database: DatabaseSync, createdAt: string) {
  database.exec(`BEGIN IMMEDIATE; ${entryTables} ${triggers}`);
  database.prepare("INSERT INTO about VALUES ('createdAt', ?)").run(createdAt);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT`);
}

export function versionOf(database: DatabaseSync): number {
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  return version;
}

/**
 * @throws LedgerError where the file is no ledger, or a newer one than this code knows. An older one can be read: it has
 * to be, for the backup that is made before it is brought up to date.
 */
export function checkTables(database: DatabaseSync, path: string) {
  const version = versionOf(database);
  const { application_id: id } = database.prepare("PRAGMA application_id").get() as {
    application_id: number;
  };
  if (id !== applicationId)
    throw new LedgerError(
      "corrupt",
      `${path} is not a ledger`,
      "name the folder of a ledger, or restore a backup",
    );
  if (version > schemaVersion)
    throw new LedgerError(
      "newer",
      `${path} was written by a newer Isoward (store ${version}, this one knows ${schemaVersion})`,
      "start the newer version; going back needs the backup made before the upgrade",
    );
}

/** A connection that can only read; it works beside a running server, and after one was killed. */
export function openReading(path: string): DatabaseSync {
  if (!existsSync(path))
    throw new LedgerError("failed", `there is no ledger at ${path}`, "check the folder's name");
  try {
    const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      checkTables(database, path);
      database.exec("PRAGMA cache_size = -32768");
    } catch (cause) {
      database.close();
      throw cause;
    }
    return database;
  } catch (cause) {
    throw toLedgerError(cause, path);
  }
}
