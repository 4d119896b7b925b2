/** `isoward backup TARGET` and `isoward restore BACKUP`. */
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Command } from "commander";
import { backup, backupKeys, erasures } from "../ledger/backup.ts";
import type { Erasure } from "../ledger/keys.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { restore } from "../ledger/restore.ts";
import { orSay } from "./api.ts";
import { type Shared, shared } from "./options.ts";
import { progress } from "./progress.ts";

interface BackupOptions extends Shared {
  readonly keys?: string;
  readonly erasures?: string;
  readonly root?: string;
}

interface RestoreOptions extends Shared {
  readonly keys: string;
  readonly erasures?: string;
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
  },
  ja: {
    copying: "コピー中",
    verifying: "検証中",
    done: (entries: number, file: string) => `${file}に${entries}件をコピーし、検証しました。`,
    noKeys: "氏名・メモ・原文書は鍵がないと読めません。鍵は--keysでコピーし、別の場所に保管してください。",
    restored: (entries: number, folder: string, again: number) =>
      `${folder}に${entries}件を復元し、検証しました。消去を${again}件やり直しました。`,
  },
} as const;

export function backupCommand(): Command {
  const command = new Command("backup")
    .description("Copy the ledger into one file, verified; also while a server writes to it")
    .argument("<target>", "a file that does not exist yet")
    .option(
      "--keys <file>",
      "also copy the patients' keys: keep them apart from the backup, and not for long",
    )
    .option("--erasures <file>", "also write the list of erasures, which a restore asks for")
    .option("--root <file>", "also write where every stream stands, for `verify --against`");
  return shared(command).action((target: string, options: BackupOptions) =>
    orSay(async () => {
      const { data, lang, json, keys, erasures: list, root } = options;
      const say = words[lang];
      for (const file of [target, keys, list, root]) whereItGoes(file);
      const { root: stood, ...made } = await backup(data, target, shown(say));
      if (keys !== undefined) backupKeys(data, keys);
      if (list !== undefined) writeFileSync(list, `${JSON.stringify(erasures(data), null, 1)}\n`);
      if (root !== undefined) writeFileSync(root, `${JSON.stringify(stood, null, 1)}\n`);
      if (json) console.log(JSON.stringify(made, null, 2));
      else console.log(`${say.done(made.entries, target)}${keys === undefined ? `\n${say.noKeys}` : ""}`);
      return 0;
    }),
  );
}

export function restoreCommand(): Command {
  const command = new Command("restore")
    .description("Restore a backup into an empty folder; what was erased since stays erased")
    .argument("<backup>", "a file that `isoward backup` has written")
    .requiredOption("--keys <file>", "the keys file of the lost server, or its newest copy")
    .option(
      "--erasures <file>",
      "the newest list of erasures; left out, the keys file is taken to know them all",
    );
  return shared(command).action((from: string, options: RestoreOptions) =>
    orSay(async () => {
      const { data, lang, json, keys, erasures: list } = options;
      const say = words[lang];
      const done = await restore(from, data, {
        keys,
        erasures: list === undefined ? "of-the-keys" : readErasures(list),
        onProgress: shown(say),
      });
      if (json) console.log(JSON.stringify(done, null, 2));
      else console.log(say.restored(done.entries, data, done.erasedAgain));
      return 0;
    }),
  );
}

/** @throws LedgerError where a file's folder is not there: said before an hour of copying */
function whereItGoes(file: string | undefined): void {
  if (file === undefined) return;
  const folder = dirname(resolve(file));
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  throw new LedgerError(
    "failed",
    `${folder} is no folder, so ${file} cannot be written`,
    "make it, or name another",
  );
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
