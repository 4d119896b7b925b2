/** A question's form in the address, behind the "#": it can be passed on, and no server is ever sent it. */
import { type Day, dayText, parseDay } from "../../core/calendar.ts";
import type { Field, Fields } from "../../core/questions/fields.ts";
import { type Given, isEmpty, rowsOf, textOf, textsOf } from "./given.ts";

export interface Asking {
  readonly given: Given;
  /** Undefined: where the reader is. */
  readonly under: string | undefined;
  /** Undefined: today. */
  readonly on: Day | undefined;
}

const underKey = "under";
const onKey = "on";

export function askingOfLink(hash: string, fields: Fields): Asking {
  const link = new URLSearchParams(hash.replace(/^#/, ""));
  const given = Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
    const value = valueOf(field, link.getAll(name));
    return isEmpty(value) ? [] : [[name, value]];
  });
  return {
    given: Object.fromEntries(given),
    under: link.get(underKey) ?? undefined,
    on: parseDay(link.get(onKey) ?? ""),
  };
}

export function linkOfAsking({ given, under, on }: Asking, fields: Fields, language: string): string {
  const link = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    for (const text of textsOfValue(field, given[name])) link.append(name, text);
  }
  if (under !== undefined) link.set(underKey, under);
  if (on !== undefined) link.set(onKey, dayText(on));
  link.set("lang", language);
  return `#${link.toString()}`;
}

function valueOf(field: Field, texts: readonly string[]): unknown {
  const [first] = texts;
  switch (field.kind) {
    case "yes-no":
      return first === "yes" ? true : first === "no" ? false : undefined;
    case "choices":
    case "known-list":
    case "texts":
      return texts;
    case "rows":
      return texts.map((text) => rowOf(text, field.columns));
    case "day":
    case "number":
    case "choice":
    case "known":
    case "text":
      return first;
  }
}

function textsOfValue(field: Field, value: unknown): readonly string[] {
  if (isEmpty(value)) return [];
  switch (field.kind) {
    case "yes-no":
      return [value === true ? "yes" : "no"];
    case "choices":
    case "known-list":
    case "texts":
      return textsOf(value);
    case "rows":
      return rowsOf(value).map((row) => linkOfRow(row, field.columns));
    case "day":
    case "number":
    case "choice":
    case "known":
    case "text":
      return [textOf(value)];
  }
}

/** A row is an address within the address. */
function rowOf(text: string, columns: Fields): Given {
  return askingOfLink(text, columns).given;
}

function linkOfRow(row: Given, columns: Fields): string {
  const link = new URLSearchParams();
  for (const [name, field] of Object.entries(columns)) {
    for (const text of textsOfValue(field, row[name])) link.append(name, text);
  }
  return link.toString();
}
