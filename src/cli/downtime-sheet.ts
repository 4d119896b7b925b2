/** `isoward downtime-sheet`: what a clinic hands out and writes on paper while the computer is down, as a file to print. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { at, day } from "../core/calendar.ts";
import { LedgerError } from "../ledger/ledger.ts";
import { sheetHtml, sheetOf, type Telling } from "../print/downtime-sheet.ts";
import { renderRole } from "../words/render.ts";
import { sayIn } from "../words/say.ts";
import { orSay } from "./api.ts";
import { ownerOnly, placeAsSet, type Shared, shared } from "./options.ts";

interface Options extends Shared {
  readonly clinic: string;
  readonly site?: string;
  readonly out?: string;
}

const words = {
  en: {
    written: (file: string, people: number, through: string) =>
      `${people} ${people === 1 ? "person" : "people"} in ${file}, good through ${through}. Print it: a file is no use without the computer.`,
  },
  ja: {
    written: (file: string, people: number, through: string) =>
      `${people}名分を${file}に書き出しました(${through}まで有効)。停止時に使えるよう、印刷しておいてください。`,
  },
} as const;

export function downtimeSheetCommand(): Command {
  const command = new Command("downtime-sheet")
    .description(
      "A sheet to print for a day without the computer: who may come, what may be handed out until when",
    )
    .requiredOption("--clinic <clinic>", "whose patients")
    .option("--site <site>", "of one of its sites alone")
    .option("--out <file>", "the file to write (downtime-CLINIC-DAY.html, where left out)");
  return shared(command).action((options: Options) => orSay(() => run(options)));
}

async function run({ data, clinic, site, lang, json, out }: Options): Promise<number> {
  const { readPractice } = await import("../app/open-practice.ts");
  const { downtimeView } = await import("../app/views/downtime.ts");
  const practice = await readPractice(await placeAsSet(data));
  try {
    const sites = practice.knowledge.clinics[clinic]?.sites ?? [];
    if (site !== undefined && !sites.some(({ id }) => id === site))
      throw noSuch(
        "site",
        site,
        sites.map(({ id }) => id),
      );
    const found = await downtimeView(practice, clinic, site);
    if (found === undefined) throw noSuch("clinic", clinic, Object.keys(practice.knowledge.clinics));
    if (json) {
      console.log(JSON.stringify(found, null, 2));
      return 0;
    }
    const say = sayIn(lang, practice.knowledge, found.zone);
    const telling: Telling = {
      day: (text) => say.day(day(text)),
      at: (text) => say.at(at(text)),
      through: (text) => say.through(at(text)),
      role: (role) => renderRole(role)[lang],
    };
    const file = out ?? `downtime-${clinic}-${found.day}.html`;
    ownerOnly();
    writeFileSync(file, sheetHtml(sheetOf(found, lang, telling), lang, css()));
    console.log(words[lang].written(file, found.lines.length, telling.day(found.through)));
    return 0;
  } finally {
    await practice.ledger.close();
  }
}

const css = () =>
  readFileSync(fileURLToPath(new URL("../print/downtime-sheet.css", import.meta.url)), "utf8");

function noSuch(what: string, given: string, known: readonly string[]): LedgerError {
  return new LedgerError("failed", `there is no ${what} "${given}"`, `one of ${known.join(", ")}`);
}
