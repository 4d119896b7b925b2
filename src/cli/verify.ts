/** `isoward verify`: every hash of the ledger, and what an exported root says was there. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { LedgerError } from "../ledger/ledger.ts";
import type { Root } from "../ledger/root.ts";
import { lostKeysOf, rootOfPlace, verifyAt } from "../ledger/upkeep.ts";
import type { Verified } from "../ledger/verify.ts";
import { orSay } from "./api.ts";
import { refuseOlderFiles, writeNew } from "./new-files.ts";
import { placeAsSet, type Shared, shared } from "./options.ts";
import { progress } from "./progress.ts";

interface Options extends Shared {
  readonly against?: string;
  readonly exportRoot?: string;
}

const words = {
  en: {
    verifying: "Verifying",
    whole: ({ entries, streams }: Verified) =>
      `The ledger is whole: ${entries} entries in ${streams} streams, every hash as it was written.`,
    faults: (count: number) => `The ledger is NOT whole: ${count} ${count === 1 ? "fault" : "faults"}.`,
    next: "What to do: leave the folder as it is, copy it whole, and go by docs/operations.md, “The chain does not verify”.",
    lostKeys: (count: number, first: string) =>
      `But the keys of ${count} streams are missing, ${first} among them: their names, notes and documents cannot be read. Put back the newest copy of the keys (docs/operations.md, “Lost keys”).`,
    root: (file: string) => `The root was written to ${file}: keep it elsewhere, and give it with --against.`,
  },
  ja: {
    verifying: "検証中",
    whole: ({ entries, streams }: Verified) =>
      `台帳は完全です。${streams}系列の${entries}件すべてのハッシュが記録時と一致しました。`,
    faults: (count: number) => `台帳は完全ではありません。異常が${count}件あります。`,
    next: "次にすること:フォルダーには手を加えずに丸ごとコピーし、docs/operations.mdの“The chain does not verify”に従ってください。",
    lostKeys: (count: number, first: string) =>
      `ただし、${first}など${count}系列の鍵がなく、氏名・メモ・文書を読めません。最新の鍵のコピーを戻してください(docs/operations.mdの“Lost keys”)。`,
    root: (file: string) =>
      `ルートを${file}に書き出しました。別の場所に保管し、--againstで照合してください。`,
  },
} as const;

export function verifyCommand(): Command {
  const command = new Command("verify")
    .description(
      "Verify the ledger: nothing changed, nothing missing (status 0, else 1); also beside a running server",
    )
    .argument("[backup]", "a backup's file, in place of the practice's folder")
    .option("--against <file>", "a root that was exported before: names what is missing since")
    .option("--export-root <file>", "write where every stream stands, to be kept elsewhere");
  return shared(command).action((file: string | undefined, options: Options) =>
    orSay(() => run(file, options)),
  );
}

async function run(file: string | undefined, options: Options): Promise<number> {
  const { data, lang, json, against, exportRoot: target } = options;
  const say = words[lang];
  refuseOlderFiles(target);
  const place = file === undefined ? await placeAsSet(data) : { folder: file };
  const found = await verifyAt(place, {
    onProgress: progress(say.verifying),
    ...(against === undefined ? {} : { against: readRoot(against) }),
  });
  // A backup holds no keys at all, and a broken ledger is told of first.
  const keyless = file === undefined && found.faultCount === 0 ? await lostKeysOf(place) : [];
  if (json) console.log(JSON.stringify({ ...found, lostKeys: keyless }, null, 2));
  else if (found.faultCount === 0) console.log(say.whole(found));
  else {
    console.log(say.faults(found.faultCount));
    for (const { what, stream, version, says } of found.faults) {
      const where = [stream, version].filter((part) => part !== undefined).join(" ");
      console.log(`  ${what}${where === "" ? "" : ` ${where}`}: ${says}`);
    }
    console.log(say.next);
  }
  if (found.faultCount > 0) return 1;
  if (keyless.length > 0) {
    if (!json) console.log(say.lostKeys(keyless.length, keyless[0] ?? ""));
    return 1;
  }
  if (target !== undefined) {
    await writeNew(target, `${JSON.stringify(await rootOfPlace(place), null, 1)}\n`);
    if (!json) console.log(say.root(target));
  }
  return 0;
}

/** @throws LedgerError where it is none */
export function readRoot(file: string): Root {
  try {
    const root = JSON.parse(readFileSync(file, "utf8")) as Root;
    if (root.format === "isoward-root-1") return root;
  } catch (cause) {
    throw new LedgerError(
      "failed",
      `${file} cannot be read: ${String(cause)}`,
      "name a file of --export-root",
    );
  }
  throw new LedgerError("failed", `${file} is not a root`, "name a file that --export-root has written");
}
