/** Any input that a question's fields take, drawn from the knowledge: what somebody could ask, however odd. */
import fc from "fast-check";
import { type Day, day } from "../calendar.ts";
import type { Knowledge } from "../knowledge/schema.ts";
import type { ChoiceList, Field, Fields } from "../questions/fields.ts";

/** The day on which it is asked. */
export const askedDay = day("2026-11-22");

export type AnyInput = Readonly<Record<string, unknown>>;

/** Inputs of a question: required fields are there, the others may be. */
export function anyInput(fields: Fields, knowledge: Knowledge): fc.Arbitrary<AnyInput> {
  const names = Object.keys(fields);
  const required = names.filter((name) => fields[name]?.required === true);
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field, knowledge)])),
    { requiredKeys: required },
  );
}

/** A value of one field. */
export function anyValue(field: Field, knowledge: Knowledge): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case "day":
      return fc.integer({ min: askedDay - 400, max: askedDay + 40 }).map((value) => value as Day);
    case "number": {
      const { least, most, whole } = field;
      const most1 = Math.min(most, least + 5000);
      return whole === true
        ? fc.integer({ min: Math.ceil(least), max: Math.floor(most1) })
        : fc.double({ min: least, max: most1, noNaN: true }).map((value) => value || 0);
    }
    case "yes-no":
      return fc.boolean();
    case "choice":
      return fc.constantFrom(...field.of);
    case "choices":
      return fc.uniqueArray(fc.constantFrom(...field.of), { maxLength: 4 });
    case "known":
      return fc.constantFrom(...idsOf(field.of, knowledge));
    case "known-list":
      return fc.uniqueArray(fc.constantFrom(...idsOf(field.of, knowledge)), { maxLength: 4 });
    case "text":
      return anyText(field.suggest, knowledge);
    case "texts":
      return fc.array(anyText(field.suggest, knowledge), { minLength: 1, maxLength: 4 });
    case "rows":
      return fc.array(anyInput(field.columns, knowledge), { maxLength: 4 });
  }
}

const idsOf = (list: ChoiceList, knowledge: Knowledge) => Object.keys(knowledge[list]);

function anyText(suggest: ChoiceList | undefined, knowledge: Knowledge): fc.Arbitrary<string> {
  const odd = fc.constantFrom("qwertzuiop", "constructor", "何か", "x", "U/L", "mg/dL", "mmol/L");
  return suggest === undefined
    ? odd
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...idsOf(suggest, knowledge)) }, odd);
}
