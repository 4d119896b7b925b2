/** What somebody gave a question, as text or JSON, read by the question's fields: nothing is guessed or dropped. */

import { dayText, parseDay } from "../../core/calendar.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import { findByName } from "../../core/names/find-by-name.ts";
import { placeUnder } from "../../core/place.ts";
import type { ChoiceList, Field, Fields } from "../../core/questions/fields.ts";
import { unitSaid } from "../../words/units.ts";
import type { Bilingual } from "../../words/words.ts";

/** What is wrong with a field, where, and what would be right. */
export interface GivenProblem {
  /** Dots between the parts: `results.0.unit`. */
  readonly at: string;
  readonly says: Bilingual;
}

export type Read =
  | { readonly input: Readonly<Record<string, unknown>> }
  | { readonly problems: readonly GivenProblem[] };

/** An input of the question, or everything that is wrong with what was given. */
export function readGiven(fields: Fields, given: unknown, knowledge: Knowledge): Read {
  const problems: GivenProblem[] = [];
  const input = readFields(fields, given, "", knowledge, problems);
  return problems.length > 0 ? { problems } : { input };
}

function readFields(
  fields: Fields,
  given: unknown,
  at: string,
  knowledge: Knowledge,
  problems: GivenProblem[],
): Readonly<Record<string, unknown>> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    problems.push({ at, says: { en: "fields by name are wanted here", ja: "項目名と値の組が必要です" } });
    return {};
  }
  const input: Record<string, unknown> = {};
  const place = (name: string) => placeUnder(at, name);
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(fields, name)) continue;
    const known = Object.keys(fields).join(", ");
    problems.push({
      at: place(name),
      says: {
        en: `there is no such field; there are ${known}`,
        ja: `この項目はありません(あるのは ${known})`,
      },
    });
  }
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    if (isEmpty(value)) {
      if (field.required === true)
        problems.push({ at: place(name), says: { en: "this must be given", ja: "必ず入れてください" } });
      continue;
    }
    const read = readField(field, value, place(name), knowledge, problems);
    if (read !== undefined) input[name] = read;
  }
  return input;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const boundless = 1e9;

/** As long as any name somebody types; and as many as any list of medicines has. */
const mostLetters = 200;
const mostItems = 100;

function readField(
  field: Field,
  value: unknown,
  at: string,
  knowledge: Knowledge,
  problems: GivenProblem[],
): unknown {
  const wrong = (en: string, ja: string) => {
    problems.push({ at, says: { en, ja } });
    return undefined;
  };
  const text = () =>
    typeof value === "string" && value.trim() !== "" && value.length <= mostLetters
      ? value.trim()
      : undefined;
  const each = (read: (one: unknown, place: string) => unknown) => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.length > mostItems)
      return wrong(`at most ${mostItems} of them`, `${mostItems}件までにしてください`);
    return list.map((one, index) => read(one, Array.isArray(value) ? `${at}.${index}` : at));
  };
  const as = (kind: Field["kind"], more: object) => (one: unknown, place: string) =>
    readField({ ...more, kind } as Field, one, place, knowledge, problems);
  switch (field.kind) {
    case "day": {
      const day = typeof value === "string" ? parseDay(value) : undefined;
      return day ?? wrong("a calendar day, such as 2026-11-22", "日付は 2026-11-22 のように書いてください");
    }
    case "number": {
      const { least, most, unit, whole } = field;
      const number =
        typeof value === "string" && value.trim() !== "" ? Number(value.normalize("NFKC")) : value;
      const fits =
        typeof number === "number" &&
        Number.isFinite(number) &&
        number >= least &&
        number <= most &&
        (whole !== true || Number.isInteger(number));
      if (fits) return number;
      const said = unitSaid(unit);
      const kind = whole === true ? { en: "whole number", ja: "整数" } : { en: "number", ja: "数" };
      // Some have no bound that anybody would care to read.
      return most >= boundless
        ? wrong(`a ${kind.en}`, `${kind.ja}を入れてください`)
        : wrong(
            `a ${kind.en} from ${least} to ${most} ${said.en}`.trim(),
            `${least}から${most}${said.ja}までの${kind.ja}を入れてください`,
          );
    }
    case "yes-no":
      if (typeof value === "boolean") return value;
      if (value === "yes" || value === "true") return true;
      if (value === "no" || value === "false") return false;
      return wrong("yes or no", "「はい」か「いいえ」(yes / no)で答えてください");
    case "choice":
      return (
        field.of.find((one) => one === value) ??
        wrong(`one of ${field.of.join(", ")}`, `次のどれかを選んでください(${field.of.join(", ")})`)
      );
    case "choices":
      return each(as("choice", { of: field.of }));
    case "known":
      return knownId(field, text(), knowledge, wrong);
    case "known-list":
      return each(as("known", { of: field.of }));
    case "text":
      return (
        text() ??
        wrong(`a text of up to ${mostLetters} letters`, `${mostLetters}文字までの文を入れてください`)
      );
    case "texts":
      return each(as("text", {}));
    case "rows":
      return each((row, place) => readFields(field.columns, row, place, knowledge, problems));
  }
}

function knownId(
  { of: list, open }: Extract<Field, { kind: "known" }>,
  text: string | undefined,
  knowledge: Knowledge,
  wrong: (en: string, ja: string) => undefined,
): string | undefined {
  if (text === undefined) return wrong("a name or an id", "名前かidを入れてください");
  const found = findByName(namedIn(list, knowledge), text);
  if (found.is === "found") return found.id;
  if (open === true && found.near.length === 0) return text;
  const near = found.near.slice(0, 5).map(({ id }) => id);
  return near.length === 0
    ? wrong(`“${text}” is not known here`, `「${text}」は登録されていません`)
    : wrong(
        `“${text}” is not known here; did you mean ${near.join(", ")}?`,
        `「${text}」は登録されていません。もしかして: ${near.join("、")}`,
      );
}

/** One item of a list of the knowledge, as it can be found. */
export interface NamedItem {
  readonly id: string;
  readonly name: Bilingual;
  readonly aliases?: readonly string[];
}

/** The items that a field can choose from. */
export function namedIn(list: ChoiceList, knowledge: Knowledge): readonly NamedItem[] {
  if (list === "protocols")
    return Object.values(knowledge.protocols).map(({ id, title }) => ({ id, name: title }));
  if (list === "clinics")
    return Object.values(knowledge.clinics).map(({ id, title }) => ({ id, name: title }));
  return Object.values(knowledge[list]);
}

/** An input as it is given: days as text. */
export function givenOf(fields: Fields, input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = input[name];
    if (value === undefined) continue;
    if (field.kind === "day") given[name] = dayText(value as Parameters<typeof dayText>[0]);
    else if (field.kind === "rows")
      given[name] = (value as readonly Readonly<Record<string, unknown>>[]).map((row) =>
        givenOf(field.columns, row),
      );
    else given[name] = value;
  }
  return given;
}

/**
 * What JSON says in another type than the description does: text where a number is meant, one where a list is. On a
 * command line everything is text, so only the API asks for this.
 */
export function wrongTypes(fields: Fields, given: unknown, at = ""): GivenProblem[] {
  if (typeof given !== "object" || given === null) return [];
  return Object.entries(fields).flatMap(([name, field]): GivenProblem[] => {
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    const place = at === "" ? name : `${at}.${name}`;
    if (value === undefined || value === null) return [];
    const wrong = (en: string, ja: string): GivenProblem[] => [{ at: place, says: { en, ja } }];
    switch (field.kind) {
      case "number":
        return typeof value === "number"
          ? []
          : wrong("a number, not text", "文字列ではなく数値で送ってください");
      case "yes-no":
        return typeof value === "boolean" ? [] : wrong("true or false", "true か false で送ってください");
      case "choices":
      case "known-list":
      case "texts":
        return Array.isArray(value) ? [] : wrong("a list", "配列で送ってください");
      case "rows":
        return Array.isArray(value)
          ? value.flatMap((row, index) => wrongTypes(field.columns, row, `${place}.${index}`))
          : wrong("a list of rows", "行の配列で送ってください");
      case "day":
      case "choice":
      case "known":
      case "text":
        return [];
    }
  });
}
