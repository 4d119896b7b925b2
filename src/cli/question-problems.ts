/** What is wrong with what a question was given, told by the option or argument it was typed as; or as the API's problem. */
import type { GivenProblem } from "../app/questions/given.ts";
import type { FileProblem } from "../app/record-file.ts";
import type { Field, Fields } from "../core/questions/fields.ts";
import type { AnyQuestion } from "../core/questions/index.ts";
import { doesNotFitAsTold, type Problem, problem, problemJson } from "../http/problem.ts";
import type { Language } from "../words/words.ts";
import { kebab } from "./ask-options.ts";
import type { Shared } from "./options.ts";
import { problemLine } from "./problem-text.ts";

const words = {
  en: { row: (number: number) => ` (row ${number})` },
  ja: { row: (number: number) => `(${number}行目)` },
} as const;

type Say = Pick<Shared, "json" | "lang">;

/** Says problems with fields and gives the exit status. */
export function sayProblems(
  problems: readonly GivenProblem[],
  { id, fields }: AnyQuestion,
  { json, lang }: Say,
): number {
  if (json) printProblem(doesNotFitAsTold(problems), `/api/questions/${id}`, lang);
  else for (const one of problems) console.error(lineOf(one, fields, lang));
  return 2;
}

/** The same of files and options that no question has. */
export function sayFileProblems(
  problems: readonly FileProblem[],
  { id }: AnyQuestion,
  { json, lang }: Say,
): number {
  const told = problems.map(({ file, line, says, remedy }) => ({
    place: `${file}${line === undefined ? "" : `:${line}`}`,
    says,
    remedy,
  }));
  if (json) {
    const errors = told.map(({ place, says, remedy }) => ({
      parameter: place,
      detail: remedy === undefined ? says : `${says}: ${remedy}`,
    }));
    printProblem(problem("does-not-fit", {}, { errors }), `/api/questions/${id}`, lang);
  } else for (const { place, says, remedy } of told) console.error(problemLine(`${place}: ${says}`, remedy));
  return 2;
}

/** A problem of the API whose every error is of a field, as lines; undefined where it is another problem. */
export function fieldLines(body: unknown, { fields }: AnyQuestion, language: Language): string | undefined {
  const { errors = [] } = (typeof body === "object" && body !== null ? body : {}) as ProblemBody;
  if (errors.length === 0) return undefined;
  const lines = errors.map(({ pointer, detail, text = { en: detail, ja: detail } }) =>
    pointer === undefined
      ? undefined
      : lineOf({ at: pointer.replace(/^#\/?/, "").replaceAll("/", "."), says: text }, fields, language),
  );
  return lines.includes(undefined) ? undefined : lines.join("\n");
}

interface ProblemBody {
  readonly errors?: readonly {
    readonly pointer?: string;
    readonly detail: string;
    readonly text?: GivenProblem["says"];
  }[];
}

/** An argument stands in angle brackets, as in the help; an option as it is typed, its rows counted from one. */
function lineOf({ at, says }: GivenProblem, fields: Fields, language: Language): string {
  const [name = "", ...rest] = at.split(".");
  const field: Field | undefined = fields[name];
  const place = field?.argument === true ? `<${kebab(name)}>` : `--${kebab(name)}`;
  const [row, ...columns] = rest;
  const isRow = row !== undefined && /^\d+$/.test(row);
  const number = isRow ? words[language].row(Number(row) + 1) : "";
  const within = (isRow ? columns : rest).map((column) => `${column}=…: `).join("");
  return problemLine(`${place}${number}: ${within}${says[language]}`);
}

function printProblem(found: Problem, path: string, language: Language): void {
  console.log(JSON.stringify(problemJson(found, { path, language }), null, 2));
}
