/** What was typed on the command line of a question, sorted into the question's fields. */
import { sameName } from "../core/names/find-by-name.ts";
import type { Field, Fields } from "../core/questions/fields.ts";
import type { QuestionId } from "../core/questions/index.ts";
import { questionWords } from "../words/render-question.ts";
import { languages } from "../words/words.ts";
import type { Label } from "./ask-options.ts";

type Chosen = Readonly<Record<string, unknown>>;

/**
 * What was typed, sorted: in `--during waxing` the word is neither yes nor no, so it was not said of the option; it is
 * the activity, and the option was meant without a word.
 */
export function givenBack<O extends Chosen>(
  fields: Fields,
  options: O,
  given: unknown,
): { readonly chosen: O; readonly words: readonly string[] } {
  const words: readonly string[] = given === undefined ? [] : Array.isArray(given) ? given : [given];
  const swallowed = Object.keys(fields).flatMap((name) => {
    const value = options[name];
    return fields[name]?.kind === "yes-no" && typeof value === "string" && !isYesOrNo(value)
      ? [[name, value] as const]
      : [];
  });
  return {
    chosen: { ...options, ...Object.fromEntries(swallowed.map(([name]) => [name, true])) },
    words: [...words, ...swallowed.map(([, word]) => word)],
  };
}

function isYesOrNo(word: string): boolean {
  return ["yes", "no", "true", "false"].includes(word);
}

/** A choice by its label in either language, as its id; anything else as it was typed. */
export function choiceTyped(
  field: Field | undefined,
  labels: readonly (Label | undefined)[],
  typed: unknown,
): unknown {
  if (Array.isArray(typed)) return typed.map((one) => choiceTyped(field, labels, one));
  if ((field?.kind !== "choice" && field?.kind !== "choices") || typeof typed !== "string") return typed;
  const wanted = sameName(typed);
  const called = (id: string) =>
    sameName(id) === wanted || labels.some((label) => sameName(label?.choices?.[id] ?? "") === wanted);
  return field.of.find(called) ?? typed;
}

/** A field's words in every language: a choice may be typed by any of its labels. */
export function labelsOf(id: QuestionId, name: string): readonly (Label | undefined)[] {
  return languages.map((language) => {
    const words: Readonly<Record<string, Label>> = questionWords[language][id].fields;
    return words[name];
  });
}

/**
 * What was typed as the types that JSON wants: on a command line a number, a yes and a list of one are text. What cannot
 * be read stays as it was typed, and is refused with what would be right.
 */
export function valuesTyped(fields: Fields, typed: Chosen): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, valueTyped(fields[name], value)]),
  );
}

function valueTyped(field: Field | undefined, typed: unknown): unknown {
  switch (field?.kind) {
    case "number": {
      const number = typeof typed === "string" && typed.trim() !== "" ? Number(typed.normalize("NFKC")) : NaN;
      return Number.isFinite(number) ? number : typed;
    }
    case "yes-no":
      if (typed === "yes" || typed === "true") return true;
      return typed === "no" || typed === "false" ? false : typed;
    case "choices":
    case "known-list":
    case "texts":
      return listed(typed);
    case "rows":
      return listed(typed).map((row) =>
        typeof row === "object" && row !== null ? valuesTyped(field.columns, { ...row }) : row,
      );
    case "day":
    case "choice":
    case "known":
    case "text":
    case undefined:
      return typed;
  }
}

function listed(typed: unknown): readonly unknown[] {
  return Array.isArray(typed) ? typed : [typed];
}
