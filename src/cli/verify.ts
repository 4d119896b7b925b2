/** `isoward verify`: every hash of the ledger, and what an exported root says was there. */
import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { LedgerError } from "../ledger/ledger.ts";
import type { Root } from "../ledger/root.ts";
import { exportRoot, type Verified, verify } from "../ledger/verify.ts";
import { orSay } from "./api.ts";
import { type Shared, shared } from "./options.ts";
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
    root: (file: string) => `The root was written to ${file}: keep it elsewhere, and give it with --against.`,
  },
  ja: {
    verifying: "検証中",
    whole: ({ entries, streams }: Verified) =>
      `台帳は完全です。${streams}系列の${entries}件すべてのハッシュが記録時と一致しました。`,
    faults: (count: number) => `台帳は完全ではありません。異常が${count}件あります。`,
    root: (file: string) =>
      `ルートを${file}に書き出しました。別の場所に保管し、--againstで照合してください。`,
  },
} as const;

export function verifyCommand(): Command {
  const command = new Command("verify")
    .description("Verify the ledger: nothing changed, nothing missing; also beside a running server")
    .option("--against <file>", "a root that was exported before: names what is missing since")
    .option("--export-root <file>", "write where every stream stands, to be kept elsewhere");
  return shared(command).action((options: Options) => orSay(() => run(options)));
}

async function run({ data, lang, json, against, exportRoot: target }: Options): Promise<number> {
  const say = words[lang];
  const found = await verify(data, {
    onProgress: progress(say.verifying),
    ...(against === undefined ? {} : { against: readRoot(against) }),
  });
  if (json) console.log(JSON.stringify(found, null, 2));
  else if (found.faultCount === 0) console.log(say.whole(found));
  else {
    console.log(say.faults(found.faultCount));
    for (const { what, stream, version, says } of found.faults) {
      const where = [stream, version].filter((part) => part !== undefined).join(" ");
      console.log(`  ${what}${where === "" ? "" : ` ${where}`}: ${says}`);
    }
  }
  if (found.faultCount > 0) return 1;
  if (target !== undefined) {
    writeFileSync(target, `${JSON.stringify(exportRoot(data), null, 1)}\n`);
    if (!json) console.log(say.root(target));
  }
  return 0;
}

function readRoot(file: string): Root {
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
