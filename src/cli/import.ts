/** `isoward import FILE...`: a patient's history into the ledger, with an account of every resource. */
import { readFileSync } from "node:fs";
import { Command } from "commander";
import { filesAt } from "../app/history.ts";
import type { ImportedJson } from "../app/import/imported-json.ts";
import type { FileProblem } from "../app/record-file.ts";
import type { Role } from "../core/entry.ts";
import { orSay, withApi } from "./api.ts";
import { asRole, type Shared, shared } from "./options.ts";
import { problemLine, problemStatus, problemText } from "./problem-text.ts";

interface Options extends Shared {
  readonly clinic: string;
  readonly site?: string;
  readonly patient?: string;
  readonly subject?: string;
  readonly source?: string;
  readonly notTheSameAs?: readonly string[];
  readonly account: boolean;
  readonly as: Role;
}

const words = {
  en: {
    done: ({ patient, created, written, unchanged, superseded }: ImportedJson) =>
      `${created ? "Registered" : "Patient"} ${patient}: ${written} facts written, ${superseded} withdrawn for newer ones, ${unchanged} resources known already.`,
    aside: (count: number) => `${count} resources became no fact (--account says why).`,
    proposals: (count: number) =>
      `${count} open orders for isotretinoin are kept as documents: decide and authorise them here.`,
  },
  ja: {
    done: ({ patient, created, written, unchanged, superseded }: ImportedJson) =>
      `${created ? "登録しました:" : "患者"}${patient}。記録${written}件、新しい内容への置き換え${superseded}件、取り込み済み${unchanged}件。`,
    aside: (count: number) => `${count}件のリソースは記録になりませんでした(--accountで理由を表示)。`,
    proposals: (count: number) =>
      `イソトレチノインの処方指示${count}件は文書として保存しました。ここで判断し、承認してください。`,
  },
} as const;

export function importCommand(): Command {
  const command = new Command("import")
    .description("Import a patient's history: twice changes nothing, and every resource is accounted for")
    .argument("<file...>", "FHIR R4 Bundle, folder of FHIR resources, or Isoward record (YAML or JSON)")
    .requiredOption("--clinic <id>", "the clinic that treats the patient")
    .option("--site <id>", "the clinic's site")
    .option("--patient <number>", "the patient's number here, where the files do not say who it is")
    .option("--subject <id>", "the id of the FHIR Patient meant, where the files hold several")
    .option("--source <name>", "the system the files are from, where ids of several could be the same")
    .option("--not-the-same-as <patient...>", "patients who look alike and are somebody else")
    .option("--account", "say what became of each resource", false);
  return asRole(shared(command), ["prescriber", "nurse", "pharmacist", "front-desk", "administrator"]).action(
    (paths: string[], options: Options) => orSay(() => run(paths, options)),
  );
}

async function run(paths: readonly string[], options: Options): Promise<number> {
  const { data, clinic, lang, json, account, as } = options;
  const problems: FileProblem[] = [];
  const files = paths.flatMap((path) => filesAt(path, problems));
  if (problems.length > 0) {
    for (const { file, says, remedy } of problems) console.error(problemLine(`${file}: ${says}`, remedy));
    return 2;
  }
  const { site, patient, subject, source, notTheSameAs } = options;
  const wanted = Object.entries({ site, patient, subject, source, notTheSameAs }).filter(
    ([, value]) => value !== undefined,
  );
  const body = {
    ...Object.fromEntries(wanted),
    files: files.map((name) => ({ name, text: readFileSync(name, "utf8") })),
  };
  const path = `/api/clinics/${encodeURIComponent(clinic)}/import`;
  const answer = await withApi(data, (api) => api.send("POST", path, body, as));
  if (json) console.log(JSON.stringify(answer.body, null, 2));
  if (!answer.ok) {
    if (!json) console.error(problemText(answer.body, lang));
    return problemStatus(answer.body);
  }
  if (!json) say(answer.body as ImportedJson, lang, account);
  return 0;
}

function say(done: ImportedJson, lang: Shared["lang"], whole: boolean): void {
  console.log(words[lang].done(done));
  const aside = done.account.filter(({ leftAside }) => leftAside !== undefined);
  if (whole) {
    for (const { resource, became, leftAside } of done.account) {
      const parts = [became.length === 0 ? "" : `→ ${became.length}`, leftAside?.text[lang] ?? ""];
      console.log(`  ${resource}  ${parts.filter((part) => part !== "").join("  ")}`);
    }
  } else if (aside.length > 0) console.log(words[lang].aside(aside.length));
  if (done.proposals.length > 0) console.log(words[lang].proposals(done.proposals.length));
}
