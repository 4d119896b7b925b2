/**
 * Moves accounts from one database into another as they are: everybody stays signed in, for the secret stays the same.
 * An attempt that was killed is begun anew: nobody has used what it left.
 */
import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { LedgerError } from "../../ledger/ledger.ts";
import { ownFile } from "../../ledger/own-file.ts";
import type { Place } from "../../ledger/place.ts";
import { sync } from "../../ledger/sqlite/sync.ts";
import { type AccountCopies, checkCopies, passing, restoreSecret } from "./copy-accounts.ts";
import { accountRows } from "./engine.ts";
import { secretFile } from "./secret.ts";
import { accountsFile, accountsSchema, postgresStore, type Store, sqliteStore } from "./store.ts";

/** Who asked how often within the last seconds: of no use elsewhere. */
const fleeting: ReadonlySet<string> = new Set(["rateLimit"]);
const page = 500;
/** Stands among the accounts of a database while they are moved there. */
const mark = `${accountsSchema}.moving`;

export interface AccountsMove {
  readonly from: Place;
  readonly to: Place;
  /** The folder that holds the secret now. */
  readonly secretIn: string;
}

/**
 * @throws LedgerError where somebody has an account in the target already, or there are accounts without a secret: to
 * be asked before anything else is moved
 */
export async function refuseAccounts({ from, to, secretIn }: AccountsMove): Promise<void> {
  if (!("folder" in to)) await askedOf(to.database, (client) => refuseTaken(client, to.database));
  if ((await hasAccounts(from)) && !existsSync(join(secretIn, secretFile)))
    throw failed(
      `the secret that belongs to the accounts is not in ${secretIn}`,
      `name the folder of the server with --data: ${secretFile} is in it`,
    );
}

/** @returns how many accounts there are */
export async function moveAccounts({ from, to, secretIn }: AccountsMove): Promise<number> {
  if (!(await hasAccounts(from))) return 0;
  const source = await storeOf(from);
  try {
    const target = await emptied(to);
    try {
      const accounts = await copied(source, target, fleeting);
      if ("folder" in to && resolve(to.folder) !== resolve(secretIn)) takeSecret(secretIn, to.folder);
      return accounts;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** Once all else is there too: from now on what is there is somebody's, and not moved over. */
export async function accountsMoved(to: Place): Promise<void> {
  if (!("folder" in to)) await askedOf(to.database, (client) => client.query(`DROP TABLE IF EXISTS ${mark}`));
}

/** The accounts of a database as a file, as `copyAccounts` makes it. @throws LedgerError where the file is there already */
export async function copyDatabaseAccounts(database: string, target: string): Promise<void> {
  if (existsSync(target)) throw failed(`${target} exists already`, "name a file that does not exist");
  ownFile(target);
  const [source, copy] = [await postgresStore(database), fileStore(target)];
  try {
    await copied(source, copy, passing);
  } finally {
    await copy.close();
    await source.close();
  }
  sync(target);
}

/** Puts a copy of accounts into a database that holds none, and their secret into the folder of the server. */
export async function restoreDatabaseAccounts(
  database: string,
  folder: string,
  copies: AccountCopies,
): Promise<void> {
  checkCopies(copies);
  const [source, target] = [fileStore(copies.accounts), await emptied({ database })];
  try {
    await copied(source, target, passing);
  } finally {
    await target.close();
    await source.close();
  }
  await accountsMoved({ database });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  restoreSecret(folder, copies);
}

function fileStore(path: string): Store {
  const database = new DatabaseSync(path, { timeout: 5000 });
  return { database, alone: (work) => work(), close: async () => database.close() };
}

async function copied(source: Store, target: Store, left: ReadonlySet<string>): Promise<number> {
  const from = await accountRows(source, { migrates: false });
  const to = await accountRows(target, { migrates: true });
  let accounts = 0;
  for (const model of to.models.filter((one) => !left.has(one))) {
    for (let offset = 0; ; offset += page) {
      const rows = await from.adapter.findMany<Record<string, unknown>>({
        model,
        limit: page,
        offset,
        sortBy: { field: "id", direction: "asc" },
      });
      for (const data of rows) await to.adapter.create({ model, data, forceAllowId: true });
      if (model === "user") accounts += rows.length;
      if (rows.length < page) break;
    }
    const counts = await Promise.all([from, to].map(({ adapter }) => adapter.count({ model })));
    if (counts[0] !== counts[1])
      throw failed(`of ${model} ${counts[1]} of ${counts[0]} came`, "move it again");
  }
  return accounts;
}

/** A store with nothing in it, whatever an attempt before has left there. */
async function emptied(to: Place): Promise<Store> {
  if ("folder" in to) {
    for (const end of ["", "-wal", "-shm"]) rmSync(join(to.folder, `${accountsFile}${end}`), { force: true });
    return sqliteStore(to.folder);
  }
  await askedOf(to.database, async (client) => {
    await refuseTaken(client, to.database);
    await client.query(`DROP SCHEMA IF EXISTS ${accountsSchema} CASCADE; CREATE SCHEMA ${accountsSchema};
      CREATE TABLE ${mark} ()`);
  });
  return await postgresStore(to.database);
}

async function refuseTaken(client: pg.Client, url: string) {
  if ((await isThere(client, mark)) || !(await isThere(client, `${accountsSchema}.user`))) return;
  const { rows } = await client.query(`SELECT FROM ${accountsSchema}.user LIMIT 1`);
  if (rows.length > 0)
    throw failed(
      `there are accounts in the database at ${new URL(url).host} already`,
      "name an empty database: nothing that is there is written over",
    );
}

async function hasAccounts(place: Place): Promise<boolean> {
  if ("folder" in place) return existsSync(join(place.folder, accountsFile));
  return await askedOf(place.database, (client) => isThere(client, `${accountsSchema}.user`));
}

async function isThere(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>("SELECT to_regclass($1) IS NOT NULL AS found", [
    table,
  ]);
  return rows[0]?.found === true;
}

const storeOf = (place: Place) =>
  "folder" in place ? sqliteStore(place.folder) : postgresStore(place.database);

async function askedOf<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: "isoward move" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function takeSecret(from: string, folder: string): void {
  const target = join(folder, secretFile);
  ownFile(target);
  copyFileSync(join(from, secretFile), target);
  sync(target);
}

const failed = (says: string, remedy: string) => new LedgerError("failed", says, remedy);
