/** `isoward rotate-keys`: seals every patient's key under a new master key, also beside a running server. */
import { Command } from "commander";
import { type Rotated, rotateKeys } from "../ledger/rotate-keys.ts";
import { orSay } from "./api.ts";
import { ownerOnly, placeAsSet, type Shared, shared } from "./options.ts";
import { progress } from "./progress.ts";

const words = {
  en: {
    sealing: "Sealing",
    done: ({ number, isNew, sealed, keys }: Rotated) =>
      `${isNew ? "A new master key" : "The master key that was begun with before"}, number ${number}: ${sealed} keys were sealed under it, and all ${keys} are now.`,
    copy: (file: string) =>
      `Copy ${file} to a safe place apart from the ledger and its backups: without it no name, note or document can be read.`,
    older: (number: number) =>
      `Backups of keys made before still need the lines below ${number}: take those away only once such backups are gone.`,
  },
  ja: {
    sealing: "鍵を封印中",
    done: ({ number, isNew, sealed, keys }: Rotated) =>
      `${isNew ? "新しい" : "前回の途中の"}マスターキー${number}番で${sealed}件の鍵を封印し直しました。現在、全${keys}件がこのキーで封印されています。`,
    copy: (file: string) =>
      `${file}のコピーを、台帳やバックアップとは別の安全な場所に保管してください。失うと、氏名・メモ・文書は読めなくなります。`,
    older: (number: number) =>
      `これより前に取った鍵のバックアップには、${number}番より前の行が必要です。そのバックアップがなくなるまで消さないでください。`,
  },
} as const;

export function rotateKeysCommand(): Command {
  const command = new Command("rotate-keys").description(
    "Seal the patients' keys under a new master key (setting masterKeys); also beside a running server",
  );
  return shared(command).action((options: Shared) => orSay(() => run(options)));
}

async function run({ data, lang, json }: Shared): Promise<number> {
  ownerOnly();
  const say = words[lang];
  const place = await placeAsSet(data);
  const rotated = await rotateKeys(place, progress(say.sealing));
  if (json) console.log(JSON.stringify(rotated, null, 2));
  else {
    console.log(say.done(rotated));
    console.log(say.copy(place.masterKeys ?? ""));
    if (rotated.number > 1) console.log(say.older(rotated.number));
  }
  return 0;
}
