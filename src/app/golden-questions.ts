/**
 * The golden examples of the questions between supplies: what somebody asked, under which protocol or clinic, on which
 * day, and what the answer was to say; written so that a clinician can check them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type At, type Day, parseDay, startOf } from "../core/calendar.ts";
import type { Entry } from "../core/entry.ts";
import { verdicts } from "../core/finding.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { AnyQuestion } from "../core/questions/index.ts";
import { sections } from "../core/questions/question.ts";
import { foldRecord } from "../core/record.ts";
import { zoneOf } from "./decide-supply.ts";
import { knowledgeFolder } from "./knowledge-files.ts";
import { allAids } from "./questions/all-aids.ts";
import type { AnswerJson } from "./questions/answer-shape.ts";
import { askOf, askOn, isProblems, questionIds, questionNamed } from "./questions/ask.ts";
import { settingUnder } from "./questions/under.ts";
import { parseText, readRecord } from "./record-file.ts";

const day = z.string().transform((text, context): Day => {
  const read = parseDay(text);
  if (read !== undefined) return read;
  context.addIssue({ code: "custom", message: `"${text}" is not a calendar day; write YYYY-MM-DD` });
  return z.NEVER;
});
/** A remark that must, or must not, be there; what is left out may be anything. */
const said = z.strictObject({
  about: z.string().optional(),
  reason: z.string().optional(),
  verdict: z.enum(verdicts).optional(),
  section: z.enum(sections).optional(),
  /** Facts it is made of, by name; those that are not named may be anything. */
  facts: z.record(z.string(), z.unknown()).optional(),
});
const patient = z.strictObject({
  en: z.string().optional(),
  ja: z.string().optional(),
  entries: z.array(z.record(z.string(), z.unknown())),
});
const example = z.strictObject({
  en: z.string().min(1),
  ja: z.string().min(1),
  under: z.string(),
  on: day,
  patient: z.string().optional(),
  ask: z.record(z.string(), z.unknown()).default({}),
  gives: z.enum(verdicts),
  reason: z.string(),
  earliest: z.iso.date().optional(),
  /** What the bill comes to. */
  total: z.int().optional(),
  /** Facts of the answer's own sentence. */
  facts: z.record(z.string(), z.unknown()).optional(),
  says: z.array(said).default([]),
  saysNot: z.array(said).default([]),
});
const fileSchema = z.strictObject({
  question: z.enum(questionIds as [string, ...string[]]),
  patients: z.record(z.string(), patient).default({}),
  examples: z.array(example).min(1),
});
type Example = z.output<typeof example>;
type Said = z.output<typeof said>;

/** One example of a file. */
export interface QuestionExample extends Example {
  readonly file: string;
  readonly question: AnyQuestion;
  readonly entries: readonly Entry[] | undefined;
}

/** An example, what it got, and what of it is not as it should be. */
export interface QuestionResult {
  readonly example: QuestionExample;
  readonly got: AnswerJson | undefined;
  /** Empty where everything is as the example says. */
  readonly wrong: readonly string[];
}

/** Every example of `questions/*.examples.yaml`. @throws Error with file and remedy, where one cannot be read */
export function readQuestionExamples(folder: string = knowledgeFolder): QuestionExample[] {
  const inside = join(folder, "questions");
  return readdirSync(inside)
    .filter((name) => name.endsWith(".examples.yaml"))
    .toSorted()
    .flatMap((name) => readFile(`questions/${name}`, readFileSync(join(inside, name), "utf8")));
}

function readFile(file: string, text: string): QuestionExample[] {
  const parsed = parseText(file, text);
  if ("says" in parsed) throw new Error(`${file}:${parsed.line ?? 1}: ${parsed.says}\n  → ${parsed.remedy}`);
  const read = fileSchema.safeParse(parsed.value);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `${file}: ${path.join(".")}: ${message}`);
    throw new Error(lines.join("\n"));
  }
  const { question: id, patients, examples } = read.data;
  const question = questionNamed(id);
  if (question === undefined) throw new Error(`${file}: there is no question "${id}"`);
  const entriesOf = new Map(
    Object.entries(patients).map(([name, { entries }]) => [name, entriesIn(`${file}: ${name}`, entries)]),
  );
  return examples.map((one) => {
    const entries = one.patient === undefined ? undefined : entriesOf.get(one.patient);
    if (one.patient !== undefined && entries === undefined)
      throw new Error(`${file}: “${one.en}” names no patient of the file: ${one.patient}`);
    return { ...one, file, question, entries };
  });
}

function entriesIn(where: string, entries: readonly Record<string, unknown>[]): readonly Entry[] {
  const read = readRecord(where, { value: { entries }, lineOf: () => undefined });
  if (!("problems" in read)) return read;
  throw new Error(read.problems.map(({ says, remedy }) => `${where}: ${says}\n  → ${remedy}`).join("\n"));
}

/** Asks one example. */
export function runQuestionExample(example: QuestionExample, knowledge: Knowledge): QuestionResult {
  const setting = settingUnder(example.under, knowledge);
  if (setting === undefined)
    return { example, got: undefined, wrong: [`nothing is called ${example.under}`] };
  const zone = zoneOf(setting, knowledge);
  const got =
    example.entries === undefined
      ? askOn(example.question, example.ask, { knowledge, setting, day: example.on }, allAids)
      : askOf(
          example.question,
          example.ask,
          {
            knowledge,
            setting,
            // Noon: what happened that morning is known, what is written with a bare day counts.
            record: foldRecord(example.entries, { at: (startOf(example.on, zone) + noonMs) as At, zone }),
          },
          allAids,
        );
  if (isProblems(got))
    return { example, got: undefined, wrong: got.problems.map(({ at, says }) => `${at}: ${says.en}`) };
  return { example, got, wrong: differences(example, got) };
}

const noonMs = 12 * 3_600_000;

function differences(wanted: QuestionExample, got: AnswerJson): string[] {
  const wrong: string[] = [];
  if (got.verdict !== wanted.gives) wrong.push(`gives ${got.verdict}, not ${wanted.gives}`);
  if (got.headline.reason !== wanted.reason)
    wrong.push(`its headline is ${got.headline.reason}, not ${wanted.reason}`);
  if (wanted.earliest !== undefined && got.earliest !== wanted.earliest)
    wrong.push(`earliest is ${got.earliest ?? "no day"}, not ${wanted.earliest}`);
  if (wanted.total !== undefined && got.total !== wanted.total)
    wrong.push(`comes to ${got.total ?? "nothing"}, not ${wanted.total}`);
  for (const [name, value] of Object.entries(wanted.facts ?? {})) {
    const found = got.headline.facts[name];
    if (!isSame(found, value))
      wrong.push(`its ${name} is ${JSON.stringify(found)}, not ${JSON.stringify(value)}`);
  }
  for (const one of wanted.says) {
    if (!got.remarks.some((remark) => fits(one, remark))) wrong.push(`does not say ${JSON.stringify(one)}`);
  }
  for (const one of wanted.saysNot) {
    if (got.remarks.some((remark) => fits(one, remark))) wrong.push(`says ${JSON.stringify(one)}`);
  }
  return wrong;
}

function fits(wanted: Said, remark: AnswerJson["remarks"][number]): boolean {
  return (
    (wanted.about === undefined || wanted.about === remark.about) &&
    (wanted.reason === undefined || wanted.reason === remark.reason) &&
    (wanted.verdict === undefined || wanted.verdict === remark.verdict) &&
    (wanted.section === undefined || wanted.section === remark.section) &&
    Object.entries(wanted.facts ?? {}).every(([name, value]) => isSame(remark.facts[name], value))
  );
}

function isSame(got: unknown, wanted: unknown): boolean {
  return JSON.stringify(got) === JSON.stringify(wanted);
}
