/** The options of a question's command, made of its fields, and what its help says below them. */
import { Argument, InvalidArgumentError, Option } from "commander";
import type { ChoiceList, Field, Fields } from "../core/questions/fields.ts";
import type { AnyQuestion } from "../core/questions/index.ts";
import { questionWords } from "../words/render-question.ts";
import { unitSaid } from "../words/units.ts";
import type { Language } from "../words/words.ts";

/** What the help of every question says. */
export const optionWords = {
  en: {
    group: "Questions between supplies:",
    under: "protocol or clinic whose rules count",
    on: "day it is asked for, YYYY-MM-DD (default: today)",
    record: "a patient's record: FHIR R4 or Isoward, files or folders",
    patient: "a patient of the practice in --data, by number; the record fills in what it knows",
    rows: "once for each; columns below",
    columnsOf: "Columns of",
    oneOf: "What can stand for",
    list: "list what it knows: ids, names, other names",
    example: "Example",
    asked: "The answer's JSON is described in docs/answer.schema.json.",
    status: "Exit status: 0 yes or in order, 10 ask, 11 wait, 12 stop or no, 2 bad input.",
    statusFound:
      "Exit status: 0 found, however it is judged: the judgement stands beside each; 10 nothing found, 2 bad input.",
    ics: "write the plan as a calendar file (iCalendar), in the language of --lang, without anybody's name",
    noPlan: "no file was written: there is no plan that may be followed",
    fhir: "print the report as a FHIR R4 bundle, without name or number",
    either: "Give fields, --record FILE, or --patient NUMBER.",
  },
  ja: {
    group: "処方の合間の質問:",
    under: "基準とするプロトコルまたはクリニック",
    on: "基準日(YYYY-MM-DD、省略時は今日)",
    record: "患者の記録(FHIR R4またはIsoward形式のファイルかフォルダー)",
    patient: "--data の診療録にある患者の番号。記録にあることは入力不要です",
    rows: "1件ごとに指定。列は下に示します",
    columnsOf: "列:",
    oneOf: "指定できるもの:",
    list: "登録されているid・名前・別名を一覧表示",
    example: "例",
    asked: "JSONの形は docs/answer.schema.json にあります。",
    status: "終了コード: 0 可、10 要確認、11 待機、12 中止・不可、2 入力の誤り。",
    statusFound: "終了コード: 0 該当あり(評価は記述ごとに示します)、10 該当なし、2 入力の誤り。",
    ics: "計画をカレンダーのファイル(iCalendar)に書き出す(--lang の言語、氏名なし)",
    noPlan: "この内容では進められる計画がないため、ファイルは作りませんでした",
    fhir: "報告を氏名・番号なしのFHIR R4バンドルとして出力",
    either: "項目、--record ファイル、--patient 番号 のいずれかを指定してください。",
  },
} as const;

/** A field in the words of one language. */
export interface Label {
  readonly label: string;
  readonly hint?: string;
  readonly choices?: Readonly<Record<string, string>>;
  readonly columns?: Readonly<Record<string, Label>>;
}

/** `pregnancyPossible` as `pregnancy-possible`. */
export const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/** The field that is written without its name. */
export function argumentOf(name: string, field: Field | undefined, label: Label | undefined): Argument {
  const many = field?.kind === "texts" || field?.kind === "known-list" || field?.kind === "choices";
  const inner = `${kebab(name)}${many ? "..." : ""}`;
  // The record may know it, so the command line asks for it only where nothing else answers.
  return new Argument(`[${inner}]`, describe(label));
}

function describe(label: Label | undefined, more = ""): string {
  const hint = label?.hint === undefined ? "" : ` (${label.hint})`;
  return `${label?.label ?? ""}${hint}${more}`;
}

/** The options of a field: `--x`, `--x no` and `--no-x` where it is answered by yes or no. */
export function optionsOf(
  name: string,
  field: Field,
  label: Label | undefined,
  language: Language,
): readonly Option[] {
  if (field.kind !== "yes-no") return [optionOf(name, field, label, language)];
  const yes = new Option(`--${kebab(name)} [yes-or-no]`, describe(label));
  return [yes, new Option(`--no-${kebab(name)}`).hideHelp()];
}

function optionOf(
  name: string,
  field: Exclude<Field, { kind: "yes-no" }>,
  label: Label | undefined,
  language: Language,
): Option {
  const flag = `--${kebab(name)}`;
  switch (field.kind) {
    case "number":
      return new Option(`${flag} <${unitSaid(field.unit)[language] || "number"}>`, describe(label));
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
      const row = `${Object.keys(field.columns).slice(0, 3).join("=…,")}=…`;
      // One row is one result: `--result` is read as well as `--results`.
      const flags = flag.endsWith("s") ? `${flag.slice(0, -1)}, ${flag}` : flag;
      const rows = describe(label, ` (${optionWords[language].rows})`);
      return new Option(`${flags} <${row}>`, rows).argParser(readRow);
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
  const columns = cells.map(([column]) => column);
  const twice = columns.find((column, place) => columns.indexOf(column) !== place);
  if (twice !== undefined)
    throw new InvalidArgumentError(`"${twice}" stands twice. Give each row an option of its own.`);
  return [...before, Object.fromEntries(cells)];
}
type Row = Readonly<Record<string, string>>;

/** Below the options: the columns of tables, a case to try, the exit status. */
export function afterHelp(question: AnyQuestion, language: Language): string {
  const say = optionWords[language];
  const { id, record, example } = question;
  const fields: Fields = question.fields;
  const words: Readonly<Record<string, Label>> = questionWords[language][id].fields;
  const lines = [""];
  for (const [name, field] of Object.entries(fields)) {
    if (field.argument !== true || (field.kind !== "choice" && field.kind !== "choices")) continue;
    lines.push(`${say.oneOf} ${kebab(name)}:`);
    for (const one of field.of) lines.push(`  ${one.padEnd(24)} ${words[name]?.choices?.[one] ?? ""}`);
    lines.push("");
  }
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind !== "rows") continue;
    lines.push(`${say.columnsOf} --${kebab(name)}:`);
    for (const column of Object.keys(field.columns))
      lines.push(`  ${column.padEnd(18)} ${describe(words[name]?.columns?.[column])}`);
    lines.push("");
  }
  if (example !== undefined)
    lines.push(`${say.example}:`, `  ${exampleLine(id, fields, example, record)}`, "");
  if (record === "needed") lines.push(say.either);
  lines.push(id === "claims" ? say.statusFound : say.status, say.asked);
  return lines.join("\n");
}

/** Where an example is asked that has no answer under a protocol alone: prices are a clinic's own. */
const exampleUnder: { readonly [question: string]: string | undefined } = { price: "tokyo-monthly" };

type Given = Readonly<Record<string, unknown>>;

function exampleLine(id: string, fields: Fields, example: Given, record: AnyQuestion["record"]): string {
  const words = Object.entries(example).flatMap(([name, value]) => {
    const field = fields[name];
    const flag = field?.argument === true ? [] : [`--${kebab(name)}`];
    if (value === true) return flag;
    if (value === false) return [...flag, "no"];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (field?.kind !== "rows") return [...flag, ...values.map(quoted)];
    return values.flatMap((row) => [...flag, quoted(rowText(row))]);
  });
  const file = record === "needed" && fields["kind"] === undefined ? ["record.yaml"] : [];
  const under = exampleUnder[id];
  return ["isoward", id, ...file, ...words, ...(under === undefined ? [] : ["--under", under])].join(" ");
}

function rowText(row: unknown): string {
  return Object.entries(typeof row === "object" && row !== null ? row : {})
    .map(([column, value]) => `${column}=${String(value)}`)
    .join(",");
}

function quoted(value: unknown): string {
  const text = String(value);
  return /^[\w.:=-]+$/.test(text) ? text : `"${text}"`;
}

/** The list of the knowledge that a question's argument is looked up in; undefined where it is in none. */
export function listOf(fields: Fields): ChoiceList | undefined {
  const field = Object.values(fields).find(({ argument }) => argument === true);
  if (field?.kind === "known" || field?.kind === "known-list") return field.of;
  return field?.kind === "text" || field?.kind === "texts" ? field.suggest : undefined;
}
