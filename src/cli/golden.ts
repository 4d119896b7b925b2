/** `isoward golden`: the golden examples as a table a clinician can read. */
import { styleText } from "node:util";
import { Command, Option } from "commander";
import { runGolden } from "../app/golden.ts";
import type { GoldenResult } from "../app/golden-file.ts";
import { readQuestionExamples, runQuestionExample } from "../app/golden-questions.ts";
import { readKnowledge } from "../app/knowledge-files.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";

const languages = { en: ["en"], ja: ["ja"], both: ["en", "ja"] } as const;

interface Options {
  readonly protocol?: string;
  readonly question?: string;
  readonly lang: keyof typeof languages;
}

export function goldenCommand(): Command {
  return new Command("golden")
    .description("Print the golden examples: what each rule and question says on both sides of each edge")
    .option("--protocol <id>", "only the examples of this protocol or clinic")
    .option("--question <id>", "only the examples of this question, such as may-i")
    .addOption(
      new Option("--lang <language>", "language of the table").choices(["en", "ja", "both"]).default("both"),
    )
    .exitOverride()
    .action(print);
}

async function print(options: Options): Promise<void> {
  const knowledge = readKnowledge();
  if (options.question !== undefined) return printQuestions(knowledge, options);
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
  if (options.protocol === undefined) printQuestions(knowledge, options);
}

function printQuestions(knowledge: Knowledge, { question, lang }: Options): void {
  const all = readQuestionExamples();
  const shown = all.filter((one) => question === undefined || one.question.id === question);
  if (shown.length === 0) {
    const known = [...new Set(all.map((one) => one.question.id))].join(", ");
    console.error(`isoward: there are no examples of "${question}"\n  → choose one of ${known}`);
    process.exitCode = 2;
    return;
  }
  const results = shown.map((example) => runQuestionExample(example, knowledge));
  let file = "";
  for (const { example, got, wrong } of results) {
    if (example.file !== file) console.log(styleText("bold", `\n${(file = example.file)}`));
    const mark = wrong.length === 0 ? "" : styleText("red", `  ${wrong.join("; ")}`);
    console.log(`  ${example.under}: ${example.gives} (${example.reason})${mark}`);
    for (const language of languages[lang])
      console.log(`    ${example[language]}\n      → ${got?.headline.text[language] ?? ""}`);
  }
  const differ = results.filter(({ wrong }) => wrong.length > 0).length;
  console.log(`\n${results.length} examples of questions, ${differ} not as expected`);
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
