/** `isoward may-i`, `isoward interactions` …: one command for each question, made of the question's fields. */
import { Argument, Command, InvalidArgumentError, Option } from "commander";
import { zoneOf } from "../app/decide-supply.ts";
import { readHistory } from "../app/history.ts";
import { readKnowledge } from "../app/knowledge-files.ts";
import type { AnswerJson } from "../app/questions/answer-shape.ts";
import { askOf, askOn, isProblems, type QuestionAnswer, questionNamed } from "../app/questions/ask.ts";
import type { GivenProblem } from "../app/questions/given.ts";
import { reportAsFhir } from "../app/questions/report-fhir.ts";
import { placesToAsk, settingUnder, underUnlessSaid } from "../app/questions/under.ts";
import type { FileProblem } from "../app/record-file.ts";
import { type At, type Day, dayOf, dayText, endOf, parseDay, startOf } from "../core/calendar.ts";
import type { Verdict } from "../core/finding.ts";
import { NotDecidable } from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Field, Fields } from "../core/questions/fields.ts";
import type { AnyQuestion, QuestionId } from "../core/questions/index.ts";
import { foldRecord } from "../core/record.ts";
import { questionWords } from "../words/render-question.ts";
import type { Language } from "../words/words.ts";
import { answerText } from "./answer-text.ts";
import { orSay, withApi } from "./api.ts";
import { languageAsked, type Shared, shared } from "./options.ts";
import { problemLine, problemStatus, problemText } from "./problem-text.ts";

const exitStatus: { readonly [V in Verdict]: number } = { pass: 0, advise: 0, ask: 10, wait: 11, stop: 12 };

interface Options extends Shared {
  readonly under?: string;
  readonly protocol?: string;
  readonly clinic?: string;
  readonly on?: Day;
  readonly record?: readonly string[];
  readonly patient?: string;
  readonly fhir?: boolean;
  readonly [field: string]: unknown;
}

const labels = {
  en: {
    under: "protocol or clinic whose rules count",
    on: "day it is asked for, YYYY-MM-DD (default: today)",
    record: "a patient's record: FHIR R4 or Isoward, files or folders",
    patient: "a patient of the practice in --data, by number; the record fills in what it knows",
    rows: "once for each",
    columns: "columns",
    asked: "The answer's JSON is described in docs/answer.schema.json.",
    status: "Exit status: 0 yes or in order, 10 ask, 11 wait, 12 stop or no, 2 bad input.",
    fhir: "print the report as a FHIR R4 bundle, without name or number",
    either: "Give fields, --record FILE, or --patient NUMBER.",
  },
  ja: {
    under: "基準とするプロトコルまたはクリニック",
    on: "基準日(YYYY-MM-DD、省略時は今日)",
    record: "患者の記録(FHIR R4またはIsoward形式のファイルかフォルダー)",
    patient: "--data の診療録にある患者の番号。記録にあることは入力不要です",
    rows: "1件ごとに指定",
    columns: "項目",
    asked: "JSONの形は docs/answer.schema.json にあります。",
    status: "終了コード: 0 可、10 要確認、11 待機、12 中止・不可、2 入力の誤り。",
    fhir: "報告を氏名・番号なしのFHIR R4バンドルとして出力",
    either: "項目、--record ファイル、--patient 番号 のいずれかを指定してください。",
  },
} as const;

/** The command of a question. */
export function askCommand(id: QuestionId): Command {
  const question = questionNamed(id);
  if (question === undefined) throw new Error(`there is no question "${id}"`);
  const language = languageAsked();
  const words = questionWords[language][id];
  const say = labels[language];
  const command = new Command(id).description(`${words.title} ${words.lead}`);
  const { fields } = question as { readonly fields: Fields };
  const fieldWords: Readonly<Record<string, Label>> = words.fields;
  const argument = Object.keys(fields).find((name) => fields[name]?.argument === true);
  const takesFiles = question.record === "needed" && argument === undefined;
  if (argument !== undefined)
    command.addArgument(argumentOf(argument, fields[argument], fieldWords[argument]));
  if (takesFiles) command.argument("[file...]", say.record);
  for (const [name, field] of Object.entries(fields)) {
    if (name !== argument) command.addOption(optionOf(name, field, fieldWords[name], language));
  }
  if (!takesFiles) command.option("--record <file...>", say.record);
  command
    .option("--patient <number>", say.patient)
    .option("--under <protocol-or-clinic>", `${say.under} (default: ${underUnlessSaid})`)
    .addOption(new Option("--protocol <id>").hideHelp())
    .addOption(new Option("--clinic <id>").hideHelp())
    .option("--on <day>", say.on, dayOption);
  if (id === "report") command.option("--fhir", say.fhir);
  return shared(command)
    .addHelpText(
      "after",
      `\n${question.record === "needed" ? `${say.either}\n` : ""}${say.status}\n${say.asked}`,
    )
    .action((given: unknown, options: Options) =>
      orSay(async () => {
        const own = argument !== undefined || takesFiles;
        const chosen = own ? options : (given as Options);
        const files = takesFiles ? (given as readonly string[]) : (chosen.record ?? []);
        const input = Object.fromEntries(
          Object.keys(fields)
            .map((name) => [name, name === argument ? given : chosen[name]])
            .filter(([, value]) => value !== undefined),
        );
        return answer(question, input, files, chosen);
      }),
    );
}

interface Label {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly columns?: Readonly<Record<string, Label>>;
}

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

function argumentOf(name: string, field: Field | undefined, label: Label | undefined): Argument {
  const many = field?.kind === "texts" || field?.kind === "known-list" || field?.kind === "choices";
  const inner = `${kebab(name)}${many ? "..." : ""}`;
  // The record may know it, so the command line asks for it only where nothing else answers.
  return new Argument(`[${inner}]`, describe(label));
}

function describe(label: Label | undefined, more = ""): string {
  const hint = label?.hint === undefined ? "" : ` (${label.hint})`;
  return `${label?.label ?? ""}${hint}${more}`;
}

function optionOf(name: string, field: Field, label: Label | undefined, language: Language): Option {
  const flag = `--${kebab(name)}`;
  switch (field.kind) {
    case "yes-no":
      return new Option(`${flag} [yes-or-no]`, describe(label)).preset("yes");
    case "number":
      return new Option(`${flag} <${field.unit === "1" ? "number" : field.unit}>`, describe(label));
    case "day":
      return new Option(`${flag} <day>`, describe(label));
    case "choice":
    case "choices": {
      const choices = field.of.map((one) => `${one}: ${label?.choices?.[one] ?? one}`).join("; ");
      const many = field.kind === "choices" ? "..." : "";
      return new Option(`${flag} <one${many}>`, describe(label, ` [${choices}]`));
    }
    case "known":
    case "text":
      return new Option(`${flag} <name>`, describe(label));
    case "known-list":
    case "texts":
      return new Option(`${flag} <names...>`, describe(label));
    case "rows": {
      const { rows, columns } = labels[language];
      const names = Object.entries(field.columns).map(
        ([column]) => `${column}: ${label?.columns?.[column]?.label ?? column}`,
      );
      const row = `${Object.keys(field.columns).slice(0, 3).join("=…,")}=…`;
      return new Option(
        `${flag} <${row}>`,
        describe(label, ` (${rows}; ${columns}: ${names.join(", ")})`),
      ).argParser(readRow);
    }
  }
}

/** `analyte=alt,value=95,unit=U/L` */
function readRow(text: string, before: readonly Row[] = []): readonly Row[] {
  const cells = text.split(",").map((cell) => {
    const at = cell.indexOf("=");
    if (at <= 0) throw new InvalidArgumentError('Write "column=value", with commas between them.');
    return [cell.slice(0, at).trim(), cell.slice(at + 1).trim()] as const;
  });
  return [...before, Object.fromEntries(cells)];
}
type Row = Readonly<Record<string, string>>;

async function answer(
  question: AnyQuestion,
  given: Readonly<Record<string, unknown>>,
  files: readonly string[],
  options: Options,
): Promise<number> {
  if (options.patient !== undefined) return answerOfPatient(question, given, options.patient, options);
  const knowledge = readKnowledge();
  const under = options.under ?? options.clinic ?? options.protocol ?? underUnlessSaid;
  const setting = settingUnder(under, knowledge);
  if (setting === undefined) {
    return refuse([
      {
        file: "--under",
        says: `nothing is called "${under}"`,
        remedy: `choose one of ${placesToAsk(knowledge).join(", ")}`,
      },
    ]);
  }
  const zone = zoneOf(setting, knowledge);
  const now = Date.now() as At;
  const day = options.on ?? dayOf(now, zone);
  try {
    if (files.length === 0)
      return print(askOn(question, given, { knowledge, setting, day }), knowledge, options);
    const history = readHistory(files, knowledge);
    if ("problems" in history) return refuse(history.problems);
    // A bare day counts whole: what happened on it is known.
    const at = dayOf(now, zone) === day ? now : startOf(day, zone);
    const record = foldRecord(
      history.entries,
      { at, through: (endOf(day, zone) - 1) as At, zone },
      history.undated,
    );
    if (options.fhir === true) return printFhir(reportAsFhir(given, record, knowledge), options);
    return print(askOf(question, given, { knowledge, setting, record }), knowledge, options);
  } catch (cause) {
    if (!(cause instanceof NotDecidable)) throw cause;
    return refuse([{ file: "--under", says: cause.message, remedy: cause.remedy }]);
  }
}

async function answerOfPatient(
  question: AnyQuestion,
  given: Readonly<Record<string, unknown>>,
  patient: string,
  options: Options,
): Promise<number> {
  const path = `/api/patients/${encodeURIComponent(patient)}/questions/${question.id}${options.fhir === true ? "/fhir" : ""}`;
  const { ok, body } = await withApi(options.data, (api) => api.send("POST", path, given));
  if (!ok) {
    console.error(problemText(body, options.lang));
    return problemStatus(body);
  }
  if (options.fhir !== true) return print(body as AnswerJson, readKnowledge(), options);
  console.log(JSON.stringify(body, null, 2));
  return 0;
}

function printFhir(bundle: ReturnType<typeof reportAsFhir>, { lang }: Shared): number {
  if ("problems" in bundle) return sayProblems(bundle.problems, lang);
  console.log(JSON.stringify(bundle, null, 2));
  return 0;
}

function sayProblems(problems: readonly GivenProblem[], language: Language): number {
  for (const { at, says } of problems) console.error(problemLine(`--${kebab(at)}: ${says[language]}`));
  return 2;
}

function print(answer: QuestionAnswer, knowledge: Knowledge, { json, lang }: Shared): number {
  if (isProblems(answer)) return sayProblems(answer.problems, lang);
  console.log(json ? JSON.stringify(answer, null, 2) : answerText(answer, knowledge, lang));
  return exitStatus[answer.verdict];
}

function refuse(problems: readonly FileProblem[]): number {
  for (const { file, line, says, remedy } of problems) {
    console.error(problemLine(`${file}${line === undefined ? "" : `:${line}`}: ${says}`, remedy));
  }
  return 2;
}

function dayOption(text: string): Day {
  const read = parseDay(text);
  if (read === undefined)
    throw new InvalidArgumentError(
      `Write a calendar day as YYYY-MM-DD, such as ${dayText(dayOf(Date.now() as At, "UTC"))}.`,
    );
  return read;
}
