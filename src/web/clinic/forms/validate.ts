/** What is wrong with what was filled in, by field; and the same with numbers as numbers. */

import type { Values } from "../../../core/knowledge/resolve.ts";
import { labRowsOf, unreadableRows } from "./labs.ts";
import { numberOf } from "./number-of.ts";
import { type FieldSpec, type Filled, typedOf } from "./spec.ts";
import type { formText } from "./text.ts";

type Words = typeof formText.en;
export type Errors = Readonly<Record<string, string>>;

/** The fields that are to be seen, given what is filled in. */
export function shownFields(fields: readonly FieldSpec[], filled: Filled): readonly FieldSpec[] {
  return fields.filter(({ only }) => only?.(filled) !== false);
}

export function read(
  fields: readonly FieldSpec[],
  filled: Filled,
  words: Words,
  /** Of fields whose choices the step names: what is no longer asked for is not sent. */
  choices: Readonly<Record<string, readonly string[]>> = {},
  /** In force for the patient, where they are known. */
  believed?: Values,
): { readonly values: Filled; readonly errors: Errors } {
  const errors: Record<string, string> = {};
  const values: Record<string, unknown> = {};
  for (const field of shownFields(fields, filled)) {
    const value = asked(field, filled[field.name], choices[field.name]);
    const typed = typedOf(filled, field.name).trim();
    const error = typed === "" ? whyNot(field, value, words, believed) : words.notChosen(typed);
    if (error !== undefined) errors[field.name] = error;
    // A list that somebody emptied is an answer.
    if (isEmpty(field, value) && !Array.isArray(value)) continue;
    values[field.name] = field.kind === "number" ? numberOf(String(value)) : value;
  }
  return { values, errors };
}

/** The rows of a grid that are asked for. */
function asked(field: FieldSpec, value: unknown, choices: readonly string[] | undefined): unknown {
  if (field.kind !== "labs" || choices === undefined || typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).filter(([analyte]) => choices.includes(analyte)));
}

function isEmpty(field: FieldSpec, value: unknown): boolean {
  if (field.kind === "labs") return labRowsOf(value).length === 0 && unreadableRows(value).length === 0;
  if (typeof value === "string") return value.trim() === "";
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function whyNot(
  field: FieldSpec,
  value: unknown,
  words: Words,
  values: Values | undefined,
): string | undefined {
  if (isEmpty(field, value)) return field.required === true ? words.required : undefined;
  switch (field.kind) {
    case "number": {
      const number = numberOf(String(value));
      if (number === undefined) return words.noNumber;
      if (field.whole === true && !Number.isInteger(number)) return words.wholeNumber;
      if (field.most !== undefined && number > field.most) return words.mostNumber(field.most);
      if (field.believed === undefined || values === undefined) return undefined;
      const least = values[field.believed.least].value ?? 0;
      const most = values[field.believed.most].value ?? Number.POSITIVE_INFINITY;
      return number < least || number > most ? words.notBelieved(least, most) : undefined;
    }
    case "labs": {
      const unreadable = unreadableRows(value);
      return unreadable.length === 0 ? undefined : words.labUnreadable(unreadable.join(", "));
    }
    case "yes-no":
    case "tick":
    case "choice":
    case "ticks":
    case "one":
    case "many":
    case "text":
    case "day":
      return undefined;
  }
}
