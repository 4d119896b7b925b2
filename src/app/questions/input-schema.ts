/** A question's fields as a schema, for the description of the API: what a body may hold, in the reader's words. */
import { z } from "zod";
import type { ChoiceList, Field, Fields } from "../../core/questions/fields.ts";
import type { AnyQuestion } from "../../core/questions/index.ts";
import { questionWords } from "../../words/render-question.ts";

/** @param needed false where the record may know what nobody gives */
export function inputSchema(question: AnyQuestion, needed = true): z.ZodObject {
  return z.strictObject(shapeOf(question.fields, questionWords.en[question.id].fields, needed));
}

interface Words {
  readonly label: string;
  readonly hint?: string;
  readonly columns?: Readonly<Record<string, Words>>;
}

function shapeOf(
  fields: Fields,
  words: Readonly<Record<string, Words>>,
  needed: boolean,
): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const { label = name, hint, columns = {} } = words[name] ?? {};
      const schema = schemaOf(field, columns).describe(hint === undefined ? label : `${label}. ${hint}`);
      return [name, needed && field.required === true ? schema : schema.optional()];
    }),
  );
}

function schemaOf(field: Field, columns: Readonly<Record<string, Words>>): z.ZodType {
  switch (field.kind) {
    case "day":
      return z.iso.date();
    case "number": {
      const number = z.number().min(field.least).max(field.most);
      return field.whole === true ? number.int() : number;
    }
    case "yes-no":
      return z.boolean();
    case "choice":
      return z.enum(field.of);
    case "choices":
      return z.array(z.enum(field.of));
    case "known":
      return known(field.of);
    case "known-list":
      return z.array(known(field.of));
    case "text":
      return z.string();
    case "texts":
      return z.array(z.string());
    case "rows":
      return z.array(z.strictObject(shapeOf(field.columns, columns, true)));
  }
}

/** Any text fits: names in either language are read as the ids they belong to. */
function known(list: ChoiceList): z.ZodType {
  return z.string().meta({ title: `An id of GET /api/choices/${list}, or a name` });
}
