/** Rows of a ledger, and its keys, into files of the form that a backup has. */
import { DatabaseSync } from "node:sqlite";
import { type Erasure, openKeys } from "../keys.ts";
import { ownFile } from "../own-file.ts";
import { createTables } from "../sqlite/schema.ts";
import type { KeyRow, KeyRows, RememberedRow, Rows } from "./parts.ts";

/** Entries, heads and remembered requests into a file that does not exist; `last` is the newest erasure there was. */
export async function rowsIntoFile(
  rows: Rows,
  last: Erasure | undefined,
  path: string,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const { position, createdAt } = await rows.extent();
  ownFile(path);
  const database = new DatabaseSync(path);
  try {
    database.exec("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
    createTables(database, createdAt);
    database.exec("BEGIN");
    const insert = database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    let done = 0;
    for await (const page of rows.entries(0)) {
      for (const { position: at, stream, version, id, header, body, sealed, hash } of page)
        insert.run(at, stream, version, id, header, body, sealed, hash);
      onProgress((done += page.length), position);
    }
    const head = database.prepare("INSERT INTO heads VALUES (?, ?, ?)");
    for (const { stream, version, hash } of await rows.heads()) head.run(stream, version, hash);
    const put = putRemembered(database);
    for await (const page of rows.remembered()) put(page);
    if (last !== undefined)
      database.prepare("INSERT INTO about VALUES ('erasures', ?)").run(`${last.number} ${last.hash}`);
    database.exec("COMMIT");
  } finally {
    database.close();
  }
}

/** Keys and the proofs of those destroyed into a file that does not exist. */
export async function keysIntoFile(from: KeyRows, path: string): Promise<void> {
  const keys = openKeys(path);
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    const put = putKeys(database);
    for await (const page of from.keys()) put(page);
    keys.adopt(await from.erasures());
  } finally {
    keys.close();
    // Whole by itself, without a log beside it.
    database.exec("PRAGMA journal_mode = DELETE");
    database.close();
  }
}

/** Puts keys into a keys file; what was sealed anew since an attempt before is put in its place. */
export function putKeys(database: DatabaseSync): (keys: readonly KeyRow[]) => void {
  const insert = database.prepare(
    "INSERT INTO keys VALUES (?, ?, ?) ON CONFLICT (stream) DO UPDATE SET key = excluded.key",
  );
  return (keys) => {
    for (const { stream, key, created } of keys) insert.run(stream, key, created);
  };
}

/** Puts remembered requests into a ledger's file that are not in it yet. */
export function putRemembered(database: DatabaseSync): (rows: readonly RememberedRow[]) => void {
  const insert = database.prepare("INSERT INTO remembered VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  return (rows) => {
    for (const { key, request, stream, from, to } of rows) insert.run(key, request, stream, from, to);
  };
}
