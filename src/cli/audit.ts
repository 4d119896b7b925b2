/** `isoward audit`: who saw what at a clinic, as a file; and whether such a file is whole, wherever it is. */

import { once } from "node:events";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { Command } from "commander";
import {
  belongsTo,
  type ExportFault,
  exportAudit,
  type VerifiedExport,
  verifyExport,
} from "../app/audit-export.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { orSay } from "./api.ts";
import { refuseOlderFiles } from "./new-files.ts";
import { languageOption, placeAsSet, type Shared, shared } from "./options.ts";
import { problemLine } from "./problem-text.ts";
import { readRoot } from "./verify.ts";

interface ExportOptions extends Shared {
  readonly from?: string;
  readonly to?: string;
  readonly out?: string;
}

interface VerifyOptions extends Pick<Shared, "lang" | "json"> {
  readonly against?: string;
}

const words = {
  en: {
    written: (entries: number, file: string) =>
      `${entries} entries were written to ${file}. To verify it anywhere: isoward audit verify ${file}`,
    whole: ({ entries, clinic, exportedAt }: VerifiedExport) =>
      `The audit trail of ${clinic}, exported at ${exportedAt}, is whole: ${entries} entries, every hash as it was written.`,
    faults: (count: number) => `It is NOT whole: ${count} ${count === 1 ? "fault" : "faults"}.`,
    against: "It reaches at least as far as the root says, and says the same there.",
    shorter: "entries that the root knows are missing",
    other: "another entry than the root knows",
  },
  ja: {
    written: (entries: number, file: string) =>
      `${entries}件を${file}に書き出しました。どこでも次の命令で検証できます: isoward audit verify ${file}`,
    whole: ({ entries, clinic, exportedAt }: VerifiedExport) =>
      `${clinic}の監査記録(${exportedAt}書き出し)は完全です。${entries}件すべてのハッシュが記録時と一致しました。`,
    faults: (count: number) => `完全ではありません。異常が${count}件あります。`,
    against: "ルートの時点までの記載がそろい、内容も一致しています。",
    shorter: "ルートにある記載が欠けています",
    other: "ルートとは異なる記載です",
  },
} as const;

export function auditCommand(): Command {
  const command = new Command("audit").description(
    "Who saw what: the audit trail as a file, and whether it is whole",
  );
  command.addCommand(
    shared(
      new Command("export")
        .description("Write a clinic's audit trail, a line an entry; also beside a running server")
        .argument("<clinic>", "the clinic's id, or none for what belongs to no clinic")
        .option("--from <month>", "the first month, such as 2026-11")
        .option("--to <month>", "the last month")
        .option("--out <file>", "the file to write, instead of standard output"),
    ).action((clinic: string, options: ExportOptions) => orSay(() => write(clinic, options))),
  );
  command.addCommand(
    languageOption(
      new Command("verify")
        .description("Verify a file that was exported: every hash, nothing missing; needs no ledger")
        .argument("<file>", "a file of isoward audit export, or of a clinic's page")
        .option(
          "--against <file>",
          "a root kept elsewhere (isoward verify --export-root): names what is missing",
        )
        .option("--json", "print JSON", false),
    ).action((file: string, options: VerifyOptions) => orSay(() => check(file, options))),
  );
  return command;
}

async function write(clinic: string, { data, lang, from, to, out }: ExportOptions): Promise<number> {
  refuseOlderFiles(out);
  const { readPractice } = await import("../app/open-practice.ts");
  const practice = await readPractice(await placeAsSet(data));
  let lines = 0;
  try {
    const target = out === undefined ? process.stdout : createWriteStream(out, { mode: 0o600, flags: "wx" });
    for await (const text of exportAudit(practice, clinic, { from, to })) {
      lines += text.split("\n").length - 1;
      if (!target.write(text)) await once(target, "drain");
    }
    if (target !== process.stdout) {
      target.end();
      await once(target, "finish");
    }
  } finally {
    await practice.ledger.close();
  }
  // But for its head and its end.
  if (out !== undefined) console.log(words[lang].written(lines - 2, out));
  return 0;
}

async function check(file: string, { lang, json, against }: VerifyOptions): Promise<number> {
  if (!existsSync(file)) throw new LedgerError("failed", `there is no file ${file}`, "check its name");
  const lines = createInterface({
    input: createReadStream(file, "utf8"),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  const found = await verifyExport(lines);
  const say = words[lang];
  const faults = [...found.faults, ...(against === undefined ? [] : behind(found, readRoot(against), say))];
  if (json) console.log(JSON.stringify({ ...found, faults }, null, 2));
  else if (faults.length === 0) {
    console.log(say.whole(found));
    if (against !== undefined) console.log(say.against);
  } else {
    console.error(problemLine(say.faults(faults.length)));
    for (const { what, stream, version, says } of faults) {
      const where = [stream, version].filter((part) => part !== undefined).join(" ");
      console.error(`  ${what}${where === "" ? "" : ` ${where}`}: ${says}`);
    }
  }
  return faults.length === 0 ? 0 : 1;
}

/** Streams that a root knows to reach further, or otherwise. */
function behind(
  found: VerifiedExport,
  root: ReturnType<typeof readRoot>,
  say: (typeof words)["en" | "ja"],
): readonly ExportFault[] {
  const known = new Map(found.heads.map((head) => [head.stream, head]));
  return root.heads.flatMap(([stream, version, hash]): ExportFault[] => {
    if (!belongsTo(stream, found)) return [];
    const here = known.get(stream);
    if (here === undefined || here.version < version)
      return [{ what: here === undefined ? "missing-stream" : "missing-tail", stream, says: say.shorter }];
    const isOther = here.version === version && here.hash !== hash;
    return isOther ? [{ what: "hash", stream, version, says: say.other }] : [];
  });
}
