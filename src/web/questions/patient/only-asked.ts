/** What no record knows, and a question cannot do without: until it is there, no server is asked. */
import type { Fields } from "../../../core/questions/fields.ts";
import type { AnyQuestion, QuestionId } from "../../../core/questions/index.ts";
import { type Given, isEmpty } from "../given.ts";

/** Of the questions that a record answers in part. */
const neverOnRecord: { readonly [Q in QuestionId]?: readonly string[] } = {
  "may-i": ["activity"],
  price: ["days"],
};

/** The fields that still have to be filled in by hand. */
export function stillToAsk(question: AnyQuestion, asked: Given): readonly string[] {
  const fields: Fields = question.fields;
  const required = Object.entries(fields).flatMap(([name, field]) => (field.required === true ? [name] : []));
  const byHand = "known" in question && question.known !== undefined ? neverOnRecord[question.id] : required;
  return (byHand ?? []).filter((name) => isEmpty(asked[name]));
}
