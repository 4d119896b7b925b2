/** `isoward protocols` and `isoward protocols compare A B`. */
import { Command, InvalidArgumentError, Option } from "commander";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type At, type Day, dayOf, dayText, parseDay } from "../core/calendar.ts";
import { compareProtocols, type NotCompared } from "../core/knowledge/compare.ts";
import { listProtocols } from "../core/knowledge/protocol-list.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { renderComparison } from "../words/render-comparison.ts";
import type { Language } from "../words/words.ts";
import { comparisonText, protocolsText } from "./comparison-text.ts";

interface Options {
  readonly on?: Day;
  readonly lang: Language;
  readonly json: boolean;
  readonly all?: boolean;
}

/** The list, and the comparison under it. */
export function protocolsCommand(): Command {
  const compare = common(
    new Command("compare")
      .description("Two protocols or clinics side by side, value by value as in force on a day")
      .argument("<a>", "a protocol or clinic of `isoward protocols`")
      .argument("<b>", "another one")
      .option("--all", "print the values that are the same, too", false),
  ).action((a: string, b: string, _options: Options, command: Command) => {
    process.exitCode = printComparison(a, b, command.optsWithGlobals());
  });
  return common(
    new Command("protocols")
      .description("List protocols and clinics; `protocols compare A B` puts two side by side")
      .enablePositionalOptions(),
  )
    .addCommand(compare)
    .action((options: Options) => {
      const { on = today("Etc/UTC"), lang, json } = options;
      const protocols = listProtocols(readKnowledge(), on);
      console.log(json ? JSON.stringify({ protocols }, null, 2) : protocolsText(protocols, lang));
    });
}

function common(command: Command): Command {
  return command
    .option("--on <day>", "day, YYYY-MM-DD (default: today)", dayOption)
    .addOption(new Option("--lang <language>", "language of the answer").choices(["en", "ja"]).default("en"))
    .option("--json", "print JSON", false)
    .exitOverride();
}

function printComparison(a: string, b: string, { on, lang, json, all }: Options): number {
  const knowledge = readKnowledge();
  const found = compareProtocols(knowledge, { a, b, on: on ?? today(zoneFor(a, knowledge)) });
  if ("why" in found) return refuse(found);
  const comparison = renderComparison(found, knowledge);
  console.log(
    json ? JSON.stringify(comparison, null, 2) : comparisonText(comparison, lang, { all: all === true }),
  );
  return 0;
}

/** Today where the first of the two is: an edition begins by its own protocol's day. */
function zoneFor(id: string, { clinics, protocols }: Knowledge): string {
  return clinics[id]?.zone ?? protocols[id]?.zone ?? "Etc/UTC";
}

function today(zone: string): Day {
  return dayOf(Date.now() as At, zone);
}

function refuse(found: NotCompared): number {
  const [says, remedy] =
    found.why === "unknown"
      ? [`there is no protocol or clinic "${found.given}"`, `choose one of ${found.known.join(", ")}`]
      : [
          `\`${found.given}\` was not in force yet on that day`,
          `give --on ${dayText(found.since)}, its first edition's day, or a later one`,
        ];
  console.error(`isoward: ${says}\n  → ${remedy}`);
  return 2;
}

function dayOption(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new InvalidArgumentError("Write a calendar day, YYYY-MM-DD.");
  return read;
}
