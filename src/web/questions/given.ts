/** What stands in a question's form: as the API would be given it, with what is half typed. */
import type { Field, Fields } from "../../core/questions/fields.ts";

export type Given = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";
export const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
export const rowsOf = (value: unknown): readonly Given[] =>
  Array.isArray(value) ? value.filter(isGiven) : [];

function isGiven(value: unknown): value is Given {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A form's state after a change: what was emptied is no longer in it. */
export function withValue(given: Given, name: string, value: unknown): Given {
  const { [name]: _, ...others } = given;
  return isEmpty(value) ? others : { ...others, [name]: value };
}

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** As it is asked: digits in one width, empty rows at the end left out. */
export function toAsk(fields: Fields, given: Given): Given {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = asked(field, given[name]);
      return isEmpty(value) ? [] : [[name, value]];
    }),
  );
}

function asked(field: Field, value: unknown): unknown {
  if (field.kind === "number") return numberText(textOf(value));
  if (field.kind !== "rows") return value;
  const rows = rowsOf(value).map((row) => toAsk(field.columns, row));
  // Rows keep their places, by which what is wrong in them is named.
  return rows.slice(0, rows.findLastIndex((row) => Object.keys(row).length > 0) + 1);
}

/** "５，２" and "5,2" are 5.2. */
function numberText(typed: string): string {
  return typed
    .normalize("NFKC")
    .trim()
    .replace(/^(\d+),(\d{1,2})$/, "$1.$2");
}

/** What stands at a place such as `results.0.unit`. */
export function valueAt(given: Given, at: string): unknown {
  return at
    .split(".")
    .reduce<unknown>(
      (within, part) =>
        typeof within === "object" && within !== null ? Reflect.get(within, part) : undefined,
      given,
    );
}
