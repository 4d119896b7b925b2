/** `isoward golden`: the golden examples as a table a clinician can read. */
import { styleText } from "node:util";
import { Command, Option } from "commander";
import { runGolden } from "../app/golden.ts";
import type { GoldenResult } from "../app/golden-file.ts";
import { readKnowledge } from "../app/knowledge-files.ts";

const languages = { en: ["en"], ja: ["ja"], both: ["en", "ja"] } as const;

interface Options {
  readonly protocol?: string;
  readonly lang: keyof typeof languages;
}

export function goldenCommand(): Command {
  return new Command("golden")
    .description("Print the golden examples: what each rule says on both sides of each edge")
    .option("--protocol <id>", "only the examples of this protocol or clinic")
    .addOption(
      new Option("--lang <language>", "language of the table").choices(["en", "ja", "both"]).default("both"),
    )
    .exitOverride()
    .action(print);
}

async function print(options: Options): Promise<void> {
  const knowledge = readKnowledge();
  const all = runGolden(knowledge);
  const shown = all.filter(({ file }) => options.protocol === undefined || nameOf(file) === options.protocol);
  if (shown.length === 0) {
    const known = [...new Set(all.map(({ file }) => nameOf(file)))].join(", ");
    console.error(`isoward: there are no examples for "${options.protocol}"\n  → choose one of ${known}`);
    process.exitCode = 2;
    return;
  }
  // The words are large, and nothing else here needs them.
  const { renderFinding } = await import("../words/render.ts");
  let file = "";
  for (const result of shown) {
    if (result.file !== file) console.log(styleText("bold", `\n${(file = result.file)}`));
    console.log(rows(result, options.lang, renderFinding(result.finding, knowledge, result.zone)));
  }
  const differ = shown.filter((result) => !isAsExpected(result)).length;
  console.log(`\n${shown.length} examples, ${differ} not as expected`);
  if (differ > 0) process.exitCode = 1;
}

function isAsExpected({ expected, got }: GoldenResult): boolean {
  return (
    expected.gives === got.gives &&
    expected.reason === got.reason &&
    (expected.overall ?? got.overall) === got.overall
  );
}

function rows(result: GoldenResult, lang: Options["lang"], sentence: { en: string; ja: string }): string {
  const { rule, got, expected, name } = result;
  const mark = isAsExpected(result)
    ? ""
    : styleText("red", `  expected ${expected.gives} (${expected.reason})`);
  const said = languages[lang].map((language) => `    ${name[language]}\n      → ${sentence[language]}`);
  return [`  ${rule}: ${got.gives} (${got.reason})${mark}`, ...said].join("\n");
}

/** "protocols/label-eu.examples.yaml" is of label-eu. */
function nameOf(file: string): string {
  return file.replace(/^.*\/|\.examples\.yaml$/g, "");
}
