/**
 * The keys of private parts, one a stream, in a file of their own: a backup of the ledger holds none of them, so that a
 * key destroyed once is destroyed for the backups too.
 *
 * A private part is kept as nonce (12 bytes), ciphertext, tag (16 bytes) of AES-256-GCM; its associated data is the
 * stream's name and the entry's id, so that no ciphertext can be moved to another entry.
 */
import { createCipheriv, createDecipheriv, hash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { LedgerError } from "./ledger.ts";
import { masterKeysIn } from "./master-keys.ts";
import { ownFile } from "./own-file.ts";

/** The proof that a stream's key was destroyed. Each hangs on the one before, so that none can be left out. */
export interface Erasure {
  /** Counts erasures from 1. */
  readonly number: number;
  readonly stream: string;
  /** An instant in UTC. */
  readonly erasedAt: string;
  /** SHA-256 of the key that was destroyed; null where the stream never had one. */
  readonly keyHash: string | null;
  /** SHA-256 over the proof before it and this one. */
  readonly hash: string;
}

export const keysFile = "keys.sqlite";
/** Of the shape of the keys file; raised with it. */
const keysVersion = 1;

const tables = `
  CREATE TABLE keys (stream TEXT PRIMARY KEY, key BLOB NOT NULL, created TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE erasures (
    number INTEGER PRIMARY KEY, stream TEXT NOT NULL UNIQUE, erasedAt TEXT NOT NULL, keyHash TEXT, hash TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER erasures_stay BEFORE DELETE ON erasures BEGIN SELECT RAISE(ABORT, 'erasures stay'); END;
  CREATE TRIGGER erasures_stand BEFORE UPDATE ON erasures BEGIN SELECT RAISE(ABORT, 'erasures stand'); END;
  PRAGMA user_version = ${keysVersion};
`;

export type Keys = ReturnType<typeof openKeys>;

/**
 * Opens the keys file, and makes it where it may be written.
 *
 * @param options `masterKeys`: the file of master keys, where keys are sealed; who only copies keys needs none
 */
export function openKeys(
  path: string,
  options: {
    readonly readOnly?: boolean;
    readonly synchronous?: "FULL" | "OFF";
    readonly masterKeys?: string | undefined;
  } = {},
) {
  const { readOnly = false, synchronous = "FULL" } = options;
  const master = masterKeysIn(options.masterKeys);
  if (readOnly && !existsSync(path))
    throw new LedgerError(
      "corrupt",
      `${path} is missing: private parts cannot be read`,
      "put back the keys file that belongs to this ledger",
    );
  if (!readOnly) ownFile(path);
  const database = new DatabaseSync(path, { readOnly, timeout: 5000 });
  if (!readOnly) {
    // secure_delete overwrites a deleted key within its page; the log that still holds it is emptied by scrub().
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous}; PRAGMA secure_delete = ON`,
    );
  }
  const { user_version: version } = database.prepare("PRAGMA user_version").get() as { user_version: number };
  if (version > keysVersion)
    throw new LedgerError(
      "newer",
      `${path} was written by a newer Isoward (keys ${version}, this one knows ${keysVersion})`,
      "start the newer version",
    );
  if (version === 0 && !readOnly) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT`);

  const selectKey = database.prepare("SELECT key FROM keys WHERE stream = ?");
  const insertKey = readOnly ? undefined : database.prepare("INSERT INTO keys VALUES (?, ?, ?)");
  const selectErasure = database.prepare("SELECT * FROM erasures WHERE stream = ?");
  const erasures = () => database.prepare("SELECT * FROM erasures ORDER BY number").all().map(toErasure);
  const erasureOf = (stream: string) => {
    const row = selectErasure.get(stream);
    return row === undefined ? undefined : toErasure(row);
  };
  const storedOf = (stream: string) => (selectKey.get(stream) as { key: Uint8Array } | undefined)?.key;
  const keyOf = (stream: string) => {
    const stored = storedOf(stream);
    return stored === undefined ? undefined : master.open(stream, stored);
  };

  return {
    keyOf,
    /** Whether there is one, whoever can open it. */
    has: (stream: string) => storedOf(stream) !== undefined,
    erasureOf,
    erasures,
    /** Whoever goes on writing with other master keys, or none, would leave keys that nobody can open together. @throws LedgerError */
    refuseOtherMasterKeys() {
      const sql = "SELECT stream FROM keys WHERE length(key) > 32 GROUP BY substr(key, 2, 4)";
      for (const { stream } of database.prepare(sql).all()) keyOf(String(stream));
    },
    /** Whether somebody new could be given a key now. @throws LedgerError */
    probe: () => void master.newest(),
    /** Makes a key for each of the streams, in one transaction that is synced when this returns. */
    create(streams: Iterable<string>, now: string) {
      inTransaction(database, () => {
        for (const stream of streams) insertKey?.run(stream, master.close(stream, randomBytes(32)), now);
      });
    },
    /** Destroys a stream's key for good and leaves the proof; the first proof where that was done before. */
    erase(stream: string, now: string): Erasure {
      const before = erasureOf(stream);
      if (before !== undefined) return before;
      const key = keyOf(stream);
      const last = erasures().at(-1);
      const proof = {
        number: (last?.number ?? 0) + 1,
        stream,
        erasedAt: now,
        keyHash: key === undefined ? null : hash("sha256", key),
      };
      const erasure = { ...proof, hash: erasureHash(last?.hash, proof) };
      inTransaction(database, () => destroy(database, erasure));
      return erasure;
    },
    /** Takes over proofs from a newer list, and destroys their keys here too. */
    adopt(newer: readonly Erasure[]) {
      inTransaction(database, () => {
        for (const erasure of newer) if (erasureOf(erasure.stream) === undefined) destroy(database, erasure);
      });
    },
    /** Empties the write-ahead log, where destroyed keys linger; false while a reader holds it. */
    scrub(): boolean {
      return emptyLog(database);
    },
    synchronous: () => (database.prepare("PRAGMA synchronous").get() as { synchronous: number }).synchronous,
    close: () => database.close(),
  };
}

function toErasure(row: Readonly<Record<string, SQLOutputValue>>): Erasure {
  const text = (column: string) => String(row[column]);
  return {
    number: Number(row["number"]),
    stream: text("stream"),
    erasedAt: text("erasedAt"),
    keyHash: row["keyHash"] === null ? null : text("keyHash"),
    hash: text("hash"),
  };
}

/** Copies a write-ahead log into its file and empties it; false, at once, while a reader holds it. */
export function emptyLog(database: DatabaseSync): boolean {
  database.exec("PRAGMA busy_timeout = 0");
  const { busy } = database.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() as { busy: number };
  database.exec("PRAGMA busy_timeout = 5000");
  return busy === 0;
}

/** What an erasure's proof hashes to, after the one before it. */
export function erasureHash(before: string | undefined, erasure: Omit<Erasure, "hash">): string {
  const { number, stream, erasedAt, keyHash } = erasure;
  return hash(
    "sha256",
    `isoward-erasure-1\n${before ?? "-"}\n${number}\n${stream}\n${erasedAt}\n${keyHash ?? "-"}`,
  );
}

/** Whether the list is whole and unchanged: numbered from 1, each proof hanging on the one before. */
export const isWholeList = (list: readonly Erasure[]) =>
  list.every(
    (erasure, index) =>
      erasure.number === index + 1 && erasure.hash === erasureHash(list[index - 1]?.hash, erasure),
  );

/** Encrypts a private part for the one entry it belongs to. */
export function seal(key: Uint8Array, stream: string, id: string, text: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(`${stream}\n${id}`));
  return Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
}

/** @throws LedgerError `corrupt` where the bytes are not what was encrypted for this entry under this key */
export function unseal(key: Uint8Array, stream: string, id: string, sealed: Uint8Array): string {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(`${stream}\n${id}`));
    decipher.setAuthTag(sealed.subarray(-16));
    return decipher.update(sealed.subarray(12, -16), undefined, "utf8") + decipher.final("utf8");
  } catch (cause) {
    throw new LedgerError(
      "corrupt",
      `the private part of entry ${id} of ${stream} cannot be decrypted`,
      "run verify; the keys file must be the one that belongs to this ledger",
      cause,
    );
  }
}

function destroy(database: DatabaseSync, erasure: Erasure) {
  database.prepare("DELETE FROM keys WHERE stream = ?").run(erasure.stream);
  database
    .prepare("INSERT INTO erasures VALUES ($number, $stream, $erasedAt, $keyHash, $hash)")
    .run({ ...erasure });
}

function inTransaction(database: DatabaseSync, work: () => void) {
  database.exec("BEGIN IMMEDIATE");
  try {
    work();
    database.exec("COMMIT");
  } catch (cause) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw cause;
  }
}
