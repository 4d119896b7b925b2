/** `isoward migrate`: brings a practice's folder to this version, after a backup that was asked for. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { projector } from "../app/views/projector.ts";
import { copyAccounts } from "../http/auth/copy-accounts.ts";
import { backup } from "../ledger/backup.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { bringFolderUpToDate, type Standing, standingOf } from "../ledger/standing.ts";
import type { Language } from "../words/words.ts";
import { orSay } from "./api.ts";
import { ownerOnly, placeAsSet, type Shared, shared } from "./options.ts";
import { progress } from "./progress.ts";

interface Options extends Shared {
  readonly dryRun: boolean;
  /** A folder; false where somebody said that there shall be none. */
  readonly backup?: string | boolean;
}

const words = {
  en: {
    nothing: (entries: number) => `All of it is of this version already: ${entries} entries.`,
    store: (from: number, to: number, says: string) =>
      `The store goes from version ${from} to ${to}: ${says}`,
    refills: (entries: number) =>
      `Lists are filled anew from ${entries} entries; nothing that was recorded is changed.`,
    accounts: (what: string) => `Accounts get ${what}.`,
    dry: "Nothing was done.",
    needsBackup: "It changes what is kept, so it begins with a backup: give --backup FOLDER.",
    copying: "Copying",
    filling: "Filling the lists anew",
    kept: (folder: string) => `As it was, it is in ${folder}. It holds no keys: those are not changed.`,
    database:
      "A database is brought up to date by the first server of a version that is started on it. Make a backup before (`isoward backup`).",
    done: "Done: a server of this version can be started.",
  },
  ja: {
    nothing: (entries: number) => `すべて現在のバージョンです(${entries}件)。`,
    store: (from: number, to: number, says: string) => `台帳をバージョン${from}から${to}にします。${says}`,
    refills: (entries: number) => `${entries}件の記載から一覧を作り直します。記録そのものは変わりません。`,
    accounts: (what: string) => `アカウントに${what}を加えます。`,
    dry: "まだ何も変更していません。",
    needsBackup:
      "保存内容を変更するため、先にバックアップを取ります。--backup フォルダー を指定してください。",
    copying: "コピー中",
    filling: "一覧を作成中",
    kept: (folder: string) => `変更前の内容は${folder}にあります。鍵は変更しないため、含まれていません。`,
    database:
      "データベースは、新しいバージョンのサーバーを最初に起動したときに更新されます。先にバックアップ(`isoward backup`)を取ってください。",
    done: "完了しました。このバージョンのサーバーを起動できます。",
  },
} as const;

export function migrateCommand(): Command {
  const command = new Command("migrate")
    .description("Bring store, lists and accounts to this version, after a backup")
    .option("--dry-run", "say what would be done, and do nothing", false)
    .option(
      "--backup <folder>",
      "where what is there now is copied to first: a folder that does not exist yet",
    )
    .option("--no-backup", "there is a backup already");
  return shared(command).action((options: Options) => orSay(() => run(options)));
}

async function run({ data, lang, dryRun, backup: target }: Options): Promise<number> {
  const say = words[lang];
  const place = await placeAsSet(data);
  if ("database" in place) {
    console.log(say.database);
    return 0;
  }
  const { pendingIn } = await import("../http/auth/engine.ts");
  const standing = standingOf(data, projector);
  const accounts = (await pendingIn(data)) ?? [];
  const plan = planOf(standing, accounts, lang);
  for (const line of plan) console.log(line);
  if (plan.length === 0) {
    console.log(say.nothing(standing.entries));
    return 0;
  }
  const changes = standing.steps.length > 0 || accounts.length > 0;
  // True only by accident: commander gives a folder, false for --no-backup, or nothing.
  const isAsked = (target ?? true) === true;
  if (dryRun) {
    console.log(changes && isAsked ? `${say.dry} ${say.needsBackup}` : say.dry);
    return 0;
  }
  if (changes && isAsked)
    throw new LedgerError("failed", "there is no backup of what would be changed", needsBackup);
  ownerOnly();
  if (typeof target === "string") {
    await keep(data, target, lang);
    console.log(say.kept(target));
  }
  bringFolderUpToDate(data, () => {});
  const { openPractice } = await import("../app/open-practice.ts");
  const practice = await openPractice(place, { onRefill: progress(say.filling) });
  await practice.ledger.close();
  if (accounts.length > 0) {
    const { openAccounts } = await import("../http/auth/accounts.ts");
    await (await openAccounts({ folder: data })).close();
  }
  console.log(say.done);
  return 0;
}

const needsBackup = "give --backup and a folder that does not exist yet, or --no-backup where there is one";

function planOf({ version, steps, refills, entries }: Standing, accounts: readonly string[], lang: Language) {
  const say = words[lang];
  return [
    ...steps.map(({ to, says }, index) => say.store(steps[index - 1]?.to ?? version, to, says[lang])),
    ...(refills ? [say.refills(entries)] : []),
    ...(accounts.length > 0 ? [say.accounts(accounts.join(", "))] : []),
  ];
}

async function keep(data: string, folder: string, lang: Language): Promise<void> {
  if (existsSync(folder))
    throw new LedgerError("failed", `${folder} exists already`, "name a folder that does not exist");
  mkdirSync(folder, { recursive: true });
  const copying = progress(words[lang].copying);
  await backup(data, join(folder, "ledger.sqlite"), (_, done, all) => copying(done, all));
  if (existsSync(join(data, "accounts.sqlite"))) copyAccounts(data, join(folder, "accounts.sqlite"));
}
