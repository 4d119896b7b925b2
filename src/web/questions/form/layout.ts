/** How a form is laid out: what is asked first, what is folded away, and what falls away because it is of no matter. */
import type { Knowledge } from "../../../core/knowledge/schema.ts";
import { findByName } from "../../../core/names/find-by-name.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion, QuestionId } from "../../../core/questions/index.ts";
import { type Given, isEmpty, textOf } from "../given.ts";

interface Layout {
  /** In this order; every other field is folded away below. */
  readonly first: readonly string[];
  /** An answer can be had without them, but hardly a useful one: nobody is told that they are optional. */
  readonly wanted: readonly string[];
}

const layouts: { readonly [Q in QuestionId]?: Layout } = {
  plan: {
    first: ["weightKg", "age", "dailyMg", "targetMgPerKg", "product", "canBecomePregnant", "start"],
    wanted: ["weightKg", "age", "dailyMg", "targetMgPerKg", "product"],
  },
};

export interface LaidOut {
  readonly first: readonly string[];
  readonly folded: readonly string[];
}

export function layoutOf(question: AnyQuestion, given: Given, knowledge: Knowledge): LaidOut {
  const fields: Fields = question.fields;
  const away = ofNoMatter(question.id, given, knowledge);
  const shown = Object.keys(fields).filter((name) => !away.has(name));
  const first = layouts[question.id]?.first.filter((name) => shown.includes(name)) ?? shown;
  return { first, folded: shown.filter((name) => !first.includes(name)) };
}

/** Whether a field is said to be optional. Where an answer can be left open that is among its choices. */
export function isToldOptional(question: AnyQuestion, name: string): boolean {
  const fields: Fields = question.fields;
  const field = fields[name];
  if (field === undefined || field.required === true) return false;
  if (field.kind === "yes-no" || field.kind === "choice") return false;
  return layouts[question.id]?.wanted.includes(name) !== true;
}

/** Without what is of no matter to what was entered: nothing is asked with that nobody sees. */
export function withoutWhatFellAway(question: AnyQuestion, given: Given, knowledge: Knowledge): Given {
  if (question.id !== "indication" || useOf(given, knowledge).is !== "found") return given;
  const away = ofNoMatter(question.id, given, knowledge);
  return Object.fromEntries(Object.entries(given).filter(([name]) => !away.has(name)));
}

/** Severity and earlier treatment are those of acne: for any other use they change nothing. */
const ofAcne = ["severity", "features", "failed"];

function ofNoMatter(id: QuestionId, given: Given, knowledge: Knowledge): ReadonlySet<string> {
  if (id !== "indication") return new Set();
  const use = useOf(given, knowledge);
  const mayBeAcne = use.is === "found" ? use.id === "acne" : use.near.some((one) => one.id === "acne");
  return new Set(mayBeAcne ? [] : ofAcne);
}

function useOf({ name }: Given, { indications }: Knowledge) {
  return isEmpty(name)
    ? ({ is: "not-found", near: [] } as const)
    : findByName(Object.values(indications), textOf(name));
}
