/** `isoward move`: a practice from a folder into PostgreSQL, and back. */
import { resolve } from "node:path";
import { Command } from "commander";
import { type Place, placeOf } from "../app/place.ts";
import { masked, type Settings } from "../app/settings.ts";
import { LedgerError } from "../ledger/ledger.ts";
import type { Moved, MoveStep } from "../ledger/move.ts";
import type { Language } from "../words/words.ts";
import { orSay } from "./api.ts";
import { languageOption, ownerOnly } from "./options.ts";
import { placeText } from "./place-text.ts";
import { progress } from "./progress.ts";
import { settingsGiven } from "./settings-given.ts";

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly keys?: string;
  readonly data?: string;
  readonly config?: string;
  readonly lang: Language;
  readonly json: boolean;
}

interface Done extends Moved {
  readonly accounts: number;
}

const words = {
  en: {
    steps: {
      keys: "Copying keys",
      copying: "Copying entries",
      verifying: "Verifying",
      filling: "Filling the lists anew",
    } satisfies Record<MoveStep, string>,
    done: ({ entries, streams, keys, accounts, hash }: Done, where: string) =>
      `${entries} entries in ${streams} streams, ${keys} keys and ${accounts} ${accounts === 1 ? "account" : "accounts"} are in ${where}, every hash as it was.\nThe root over all of it, there and here: ${hash}`,
    goneOn: (before: number) => `${before} of the entries had come already.`,
    setDatabase: (database: string, keys: string | undefined, data: string) =>
      `Set now, in isoward.yaml or the environment:\n  database: ${database}\n${keys === undefined ? "" : `  keys: ${keys}\n`}and keep data: ${data}, for the secret of the accounts is in it; every server needs a copy of that.`,
    setFolder: (folder: string) =>
      `Set now, in isoward.yaml or the environment:\n  data: ${folder}\nand leave database and keys out.`,
    old: (where: string) =>
      `${where} is as it was, with its keys, and marked: no server starts on it again. Remove it once a backup of the new one is made: what is erased from now on is not erased there.`,
  },
  ja: {
    steps: {
      keys: "鍵をコピー中",
      copying: "記載をコピー中",
      verifying: "検証中",
      filling: "一覧を作成中",
    } satisfies Record<MoveStep, string>,
    done: ({ entries, streams, keys, accounts, hash }: Done, where: string) =>
      `${streams}系列の${entries}件の記載、${keys}個の鍵、${accounts}件のアカウントを${where}に移し、すべてのハッシュが元と一致することを確かめました。\n全体のルート(移動元・移動先とも):${hash}`,
    goneOn: (before: number) => `うち${before}件は前回までに移してありました。`,
    setDatabase: (database: string, keys: string | undefined, data: string) =>
      `isoward.yamlまたは環境変数を次のように設定してください。\n  database: ${database}\n${keys === undefined ? "" : `  keys: ${keys}\n`}data: ${data} はそのまま残してください。アカウントの秘密鍵があり、どのサーバーにもそのコピーが必要です。`,
    setFolder: (folder: string) =>
      `isoward.yamlまたは環境変数を次のように設定し、databaseとkeysは外してください。\n  data: ${folder}`,
    old: (where: string) =>
      `${where}は鍵も含めて元のまま残り、移動済みの印が付いたため、サーバーはもうそこでは起動しません。移動先のバックアップを取ったら削除してください。これから消去する内容は、移動元からは消えません。`,
  },
} as const;

export function moveCommand(): Command {
  const command = new Command("move")
    .description(
      "Move a practice from its folder into PostgreSQL, or back; killed, it goes on when run again",
    )
    .option("--from <place>", "a folder or a postgres:// address; what the settings say where left out")
    .option("--to <place>", "the other of the two; the settings' database where left out")
    .option("--keys <address>", "the database of the keys, apart from that of the ledger")
    .option("--data <folder>", "folder of the server, with the secret of its accounts")
    .option("--config <file>", "file of settings")
    .addHelpText(
      "after",
      "\nAn address given here can be read by every user of this machine while it runs: leave its password out and set\nPGPASSWORD, or set ISOWARD_DATABASE and ISOWARD_KEYS and leave the address out.",
    );
  return languageOption(command)
    .option("--json", "print JSON", false)
    .exitOverride()
    .action((options: Options) => orSay(() => run(options)));
}

async function run(options: Options): Promise<number> {
  const { lang, json, data, config } = options;
  const settings = settingsGiven({ data, config })?.settings;
  if (settings === undefined) return 2;
  const { from, to } = placesOf(options, settings);
  const secretIn = "folder" in from ? from.folder : settings.data;
  const { move } = await import("../ledger/move.ts");
  const { accountsMoved, moveAccounts, refuseAccounts } = await import("../http/auth/move-accounts.ts");
  const { projector } = await import("../app/views/projector.ts");
  const say = words[lang];
  ownerOnly();
  const shown = Object.fromEntries(Object.entries(say.steps).map(([step, label]) => [step, progress(label)]));
  let accounts = 0;
  const moved = await move({
    from,
    to,
    projector,
    onProgress: (doing, done, total) => shown[doing]?.(done, total),
    refuse: () => refuseAccounts({ from, to, secretIn }),
    async alongside(target) {
      accounts = await moveAccounts({ from, to: target, secretIn });
    },
  });
  await accountsMoved(to);
  const done = { ...moved, accounts };
  if (json) console.log(JSON.stringify(done, null, 2));
  else {
    console.log(say.done(done, placeText(to)));
    if (done.before > 0) console.log(say.goneOn(done.before));
    if ("folder" in to) console.log(say.setFolder(to.folder));
    else
      console.log(
        say.setDatabase(
          masked("database", to.database),
          to.keys && masked("keys", to.keys),
          "folder" in from ? from.folder : settings.data,
        ),
      );
    console.log(say.old(placeText(from)));
  }
  return 0;
}

const isUrl = (place: string) => /^postgres(?:ql)?:\/\//.test(place);

function placesOf(options: Options, settings: Settings): { readonly from: Place; readonly to: Place } {
  const set = placeOf(settings);
  const keysOf = (database: string) =>
    options.keys ?? (database === settings.database ? settings.keys : undefined);
  const sealed = settings.masterKeys === undefined ? {} : { masterKeys: settings.masterKeys };
  const placed = (given: string): Place => {
    if (!isUrl(given)) return { folder: resolve(given), ...sealed };
    const keys = keysOf(given);
    return { database: given, ...(keys === undefined ? {} : { keys }), ...sealed };
  };
  const from = options.from === undefined ? set : placed(options.from);
  const target = options.to ?? settings.database;
  if (target === undefined)
    throw new LedgerError(
      "failed",
      "nobody said where to",
      "give --to and a postgres:// address or a folder, or set database",
    );
  const to = placed(target);
  if ("folder" in from === "folder" in to)
    throw new LedgerError(
      "failed",
      `both ${placeText(from)} and ${placeText(to)} are ${"folder" in from ? "folders" : "databases"}`,
      "folder" in from
        ? "copy a folder with `backup` and `restore`; move goes between a folder and PostgreSQL"
        : "copy a database with PostgreSQL's own pg_dump; move goes between a folder and PostgreSQL",
    );
  return { from, to };
}
