/** `isoward backup TARGET` and `isoward restore BACKUP`. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import {
  type AccountCopies,
  checkCopies,
  copyAccounts,
  copySecret,
  restoreAccounts,
} from "../http/auth/copy-accounts.ts";
import type { Erasure } from "../ledger/keys.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { backupKeysOf, backupOf, erasuresOf, restoreInto } from "../ledger/upkeep.ts";
import { orSay } from "./api.ts";
import { refuseOlderFiles, writeNew } from "./new-files.ts";
import { ownerOnly, placeAsSet, type Shared, shared } from "./options.ts";
import { placeText } from "./place-text.ts";
import { progress } from "./progress.ts";

interface BackupOptions extends Shared {
  readonly keys?: string;
  readonly erasures?: string;
  readonly root?: string;
  readonly accounts?: string;
  readonly secret?: string;
}

interface RestoreOptions extends Shared {
  readonly keys: string;
  readonly erasures?: string;
  readonly accounts?: string;
  readonly secret?: string;
  readonly loseKeys: boolean;
}

const words = {
  en: {
    copying: "Copying",
    verifying: "Verifying",
    done: (entries: number, file: string) => `${entries} entries in ${file}, verified.`,
    noKeys:
      "It holds no names, notes or documents that can be read: those need the keys. Copy them with --keys, and keep them apart.",
    restored: (entries: number, folder: string, again: number) =>
      `${entries} entries restored into ${folder}, verified; ${again} erasures carried out again.`,
    lost: (count: number) =>
      `Names, notes and documents of ${count} streams are lost: their keys were not there. The rest stands.`,
    noAccounts:
      "It holds no accounts: everybody would have to be invited anew. Give --accounts and --secret.",
  },
  ja: {
    copying: "コピー中",
    verifying: "検証中",
    done: (entries: number, file: string) => `${file}に${entries}件をコピーし、検証しました。`,
    noKeys: "氏名・メモ・原文書は鍵がないと読めません。鍵は--keysでコピーし、別の場所に保管してください。",
    restored: (entries: number, folder: string, again: number) =>
      `${folder}に${entries}件を復元し、検証しました。消去を${again}件やり直しました。`,
    lost: (count: number) =>
      `鍵がなかったため、${count}系列の氏名・メモ・文書は失われました。そのほかは残っています。`,
    noAccounts:
      "アカウントは復元していません。このままでは全員を招待し直すことになります。--accountsと--secretを指定してください。",
  },
} as const;

export function backupCommand(): Command {
  const command = new Command("backup")
    .description(
      "Copy the ledger into one file, verified, and what belongs to it into others; also while a server writes",
    )
    .argument("<target>", "a file that does not exist yet")
    .option(
      "--keys <file>",
      "also copy the patients' keys: keep them apart from the backup, and not for long",
    )
    .option("--erasures <file>", "also write the list of erasures, which a restore asks for")
    .option("--root <file>", "also write where every stream stands, for `verify --against`")
    .option("--accounts <file>", "also copy the accounts: who may sign in, without what lets anybody in")
    .option("--secret <file>", "also copy the secret of the accounts: keep it apart from them, as the keys");
  return shared(command).action((target: string, options: BackupOptions) =>
    orSay(async () => {
      const { data, lang, json, keys, erasures: list, root, accounts, secret } = options;
      const say = words[lang];
      refuseOlderFiles(target, keys, list, root, accounts, secret);
      ownerOnly();
      const place = await placeAsSet(data);
      const { root: stood, ...made } = await backupOf(place, target, shown(say));
      if (keys !== undefined) await backupKeysOf(place, keys);
      if (list !== undefined) await writeNew(list, `${JSON.stringify(await erasuresOf(place), null, 1)}\n`);
      if (root !== undefined) await writeNew(root, `${JSON.stringify(stood, null, 1)}\n`);
      if (accounts !== undefined && "folder" in place) copyAccounts(data, accounts);
      else if (accounts !== undefined && "database" in place)
        await (await inDatabase()).copyDatabaseAccounts(place.database, accounts);
      if (secret !== undefined) copySecret(data, secret);
      if (json) console.log(JSON.stringify(made, null, 2));
      else console.log(`${say.done(made.entries, target)}${keys === undefined ? `\n${say.noKeys}` : ""}`);
      return 0;
    }),
  );
}

export function restoreCommand(): Command {
  const command = new Command("restore")
    .description("Restore a backup into an empty folder or database; what was erased since stays erased")
    .argument("<backup>", "a file that `isoward backup` has written")
    .requiredOption("--keys <file>", "the keys file of the lost server, or its newest copy (required)")
    .option(
      "--erasures <file>",
      "the newest list of erasures; left out, the keys file is taken to know them all",
    )
    .option("--accounts <file>", "a copy of the accounts; goes with --secret")
    .option("--secret <file>", "the secret that belongs to them")
    .option(
      "--lose-keys",
      "go on without the keys that are missing: those private parts are lost for good",
      false,
    );
  return shared(command).action((from: string, options: RestoreOptions) =>
    orSay(async () => {
      const { data, lang, json, keys, erasures: list, loseKeys } = options;
      const say = words[lang];
      const copies = accountCopies(options);
      if (copies !== undefined) checkCopies(copies);
      ownerOnly();
      const place = await placeAsSet(data);
      const { projector } = await import("../app/views/projector.ts");
      const chosen = {
        keys,
        erasures: list === undefined ? ("of-the-keys" as const) : readErasures(list),
        onProgress: shown(say),
        ...(loseKeys ? { loseKeysAt: new Date().toISOString() } : {}),
      };
      const done = await restoreInto(from, place, chosen, projector);
      if (copies !== undefined && "folder" in place) restoreAccounts(data, copies);
      else if (copies !== undefined && "database" in place)
        await (await inDatabase()).restoreDatabaseAccounts(place.database, data, copies);
      if (json) console.log(JSON.stringify(done, null, 2));
      else {
        console.log(say.restored(done.entries, placeText(place), done.erasedAgain));
        if (done.lostKeys.length > 0) console.log(say.lost(done.lostKeys.length));
        if (copies === undefined) console.log(say.noAccounts);
      }
      return 0;
    }),
  );
}

/** The driver of PostgreSQL is loaded by those who use it. */
const inDatabase = () => import("../http/auth/move-accounts.ts");

/** @throws LedgerError where one is given without the other */
function accountCopies({ accounts, secret }: RestoreOptions): AccountCopies | undefined {
  if (accounts === undefined && secret === undefined) return undefined;
  if (accounts !== undefined && secret !== undefined) return { accounts, secret };
  const remedy = "give --accounts and --secret, or neither: then everybody is invited anew";
  throw new LedgerError("failed", "accounts and their secret belong together", remedy);
}

function shown(say: (typeof words)["en" | "ja"]) {
  const copying = progress(say.copying);
  const verifying = progress(say.verifying);
  return (doing: "copying" | "verifying", done: number, all: number) =>
    doing === "copying" ? copying(done, all) : verifying(done, all);
}

function readErasures(file: string): Erasure[] {
  try {
    const read: unknown = JSON.parse(readFileSync(file, "utf8"));
    if (Array.isArray(read)) return read as Erasure[];
  } catch (cause) {
    throw new LedgerError(
      "failed",
      `${file} cannot be read: ${String(cause)}`,
      "name a file of `backup --erasures`",
    );
  }
  throw new LedgerError("failed", `${file} is not a list of erasures`, "name a file of `backup --erasures`");
}
