/**
 * Copies of the accounts in a folder, and the way back. A copy holds who has an account and how each proves to be
 * themselves (hashes of passwords, public keys of passkeys, second factors encrypted under the secret, which is copied
 * on its own). It holds nothing that lets somebody in by itself: no session, no link, no code.
 */
import { chmodSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "../../ledger/ledger.ts";
import { sync } from "../../ledger/sqlite/sync.ts";
import { readSecrets, secretFile } from "./secret.ts";
import { accountsFile } from "./store.ts";

/** What is good for a while only: an old one, restored, could let somebody in who is out by now. */
export const passing: ReadonlySet<string> = new Set([
  "session",
  "verification",
  "link",
  "failure",
  "rateLimit",
]);

/** @throws LedgerError where there are none, or the file is there already */
export function copyAccounts(folder: string, target: string): void {
  take(join(folder, accountsFile), target);
}

/** @throws LedgerError where there is none, or the file is there already */
export function copySecret(folder: string, target: string): void {
  takeSecret(join(folder, secretFile), target);
}

export interface AccountCopies {
  readonly accounts: string;
  readonly secret: string;
}

/** @throws LedgerError where one of them is not what it should be: before anything is restored beside them */
export function checkCopies({ accounts, secret }: AccountCopies): void {
  if (!existsSync(secret) || readSecrets(readFileSync(secret, "utf8")) === undefined)
    throw failed(
      `${secret} is no secret of accounts`,
      "name the copy of accounts.secret that belongs to them",
    );
  open(accounts).close();
}

/** Puts copies into a folder that holds no accounts. */
export function restoreAccounts(folder: string, copies: AccountCopies): void {
  checkCopies(copies);
  take(copies.accounts, join(folder, accountsFile));
  restoreSecret(folder, copies);
}

/** Puts the secret into a folder that holds none. */
export function restoreSecret(folder: string, { secret }: AccountCopies): void {
  takeSecret(secret, join(folder, secretFile));
}

function take(from: string, target: string): void {
  refuseExisting(target);
  const partial = `${target}.partial`;
  rmSync(partial, { force: true });
  const source = open(from);
  try {
    source.prepare("VACUUM INTO ?").run(partial);
  } finally {
    source.close();
  }
  try {
    forgetPassing(partial);
    chmodSync(partial, 0o600);
    renameSync(partial, target);
    sync(target);
  } finally {
    rmSync(partial, { force: true });
  }
}

function forgetPassing(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    const present = copy.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    for (const { name } of present) if (passing.has(String(name))) copy.exec(`DELETE FROM "${String(name)}"`);
    // What was deleted stays in the file's free pages until they are left out.
    copy.exec("VACUUM");
  } finally {
    copy.close();
  }
}

function takeSecret(from: string, target: string): void {
  refuseExisting(target);
  writeFileSync(target, readFileSync(from), { flag: "wx", mode: 0o600 });
  sync(target);
}

/** @throws LedgerError where the file is not there or holds no accounts */
function open(path: string): DatabaseSync {
  if (!existsSync(path)) throw failed(`there are no accounts at ${path}`, noAccounts);
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    database.prepare('SELECT count(*) FROM "user"').get();
    return database;
  } catch (cause) {
    database.close();
    throw failed(`${path} holds no accounts`, noAccounts, cause);
  }
}

function refuseExisting(target: string): void {
  if (existsSync(target)) throw failed(`${target} exists already`, "name a file that does not exist");
}

const noAccounts = "name the folder of a practice, or a file that `backup --accounts` has written";

const failed = (says: string, remedy: string, cause?: unknown) =>
  new LedgerError("failed", says, remedy, cause);
