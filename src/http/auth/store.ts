/** Where accounts are kept: a file of their own beside the ledger, or a schema of their own in PostgreSQL. */
import { chmodSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

export const accountsFile = "accounts.sqlite";
export const accountsSchema = "accounts";

export interface Store {
  /** As better-auth takes it. */
  readonly database: DatabaseSync | pg.Pool;
  /** Does something that no other server does at the same moment. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the file in a folder, readable by its owner alone. */
export function sqliteStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, accountsFile);
  const database = new DatabaseSync(path, { timeout: 5000 });
  chmodSync(path, 0o600);
  // A session that was ended stays ended through a power cut: every commit is on the disk.
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
  return {
    database,
    // A folder is one server's.
    alone: (work) => work(),
    close: async () => database.close(),
  };
}

/** Opens the schema in a database, made where there is none. */
export async function postgresStore(url: string): Promise<Store> {
  const database = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: "isoward",
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, whatever its types say
    onConnect: (client) => client.query(`SET search_path TO ${accountsSchema}`),
  });
  // A connection that breaks while it waits is replaced by the next.
  database.on("error", () => undefined);
  // One that breaks in use tells whoever asked something of it, and does not end the process.
  database.on("connect", (client) => client.on("error", () => undefined));
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const client = await database.connect();
    try {
      await client.query("SELECT pg_advisory_lock($1)", [accountsLock]);
      return await work();
    } finally {
      // Closed rather than given back: what it holds is free whatever became of the work.
      client.release(true);
    }
  };
  try {
    await alone(() => database.query(`CREATE SCHEMA IF NOT EXISTS ${accountsSchema}`));
  } catch (cause) {
    await database.end();
    throw cause;
  }
  return { database, alone, close: () => database.end() };
}

/** Any number that nothing else in the database takes: "acc" in ASCII. */
const accountsLock = 0x61_63_63;
