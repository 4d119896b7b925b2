import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { commandNamed } from "../../../app/commands/index.ts";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { at } from "../../../core/calendar.ts";
import type { Given } from "../../api/sending.ts";
import { elseForms, elseGroups } from "./else-forms.ts";
import { entryForms } from "./entry-forms.ts";
import type { FieldSpec, Filled, FormSpec } from "./spec.ts";
import { taskForms } from "./task-forms.ts";
import { formText } from "./text.ts";
import { valuesAt } from "./use-values.ts";
import { read } from "./validate.ts";

const knowledge = readKnowledge();
const every: readonly (readonly [string, FormSpec])[] = [
  ...Object.entries(entryForms),
  ...Object.entries(taskForms),
  ...elseGroups.flatMap((group) =>
    elseForms(knowledge)[group].map(({ form }) => [`else ${form.command}`, form] as const),
  ),
];
/** Says only what a prescriber may say, though the command takes more. */
const narrower = new Set(["compelling-reasons"]);

/** Something that fits a field. */
function sample(field: FieldSpec): unknown {
  switch (field.kind) {
    case "yes-no":
    case "tick":
      return true;
    case "number":
      return field.believed === undefined ? "2" : "60";
    case "choice":
      return field.choices[0];
    case "ticks":
      return field.choices === undefined ? ["informed-consent"] : [field.choices[0]];
    case "one":
      return field.of === "programmes" ? "us-ipledge" : Object.keys(knowledge[field.of as never])[0];
    case "many":
      return [Object.keys(knowledge[field.of as never])[0]];
    case "text":
      return field.name === "unit" ? "mg/dL" : "words";
    case "day":
      return "2026-11-20";
    case "labs":
      return { triglycerides: { value: "90", unit: "mg/dL", upperLimit: "149", lowerLimit: "" } };
  }
}

function sent(form: FormSpec, filled: Filled): readonly Given[] {
  const { values, errors } = read(form.fields, filled, formText.en);
  expect(errors).toEqual({});
  const about = form.when === "none" ? {} : { happened: "2026-11-20" };
  return form.gives?.(values, about, "own") ?? [{ command: form.command, body: { ...values, ...about } }];
}

describe.each(every)("The form %s", (name, form) => {
  test("is offered to those whose command it gives, and to nobody else", () => {
    const command = commandNamed(form.command);
    expect(command).toBeDefined();
    const roles = command?.roles ?? [];
    expect(roles).toEqual(expect.arrayContaining([...form.by]));
    if (!narrower.has(name)) expect(form.by).toHaveLength(roles.length);
  });

  test("gives commands whose input fits, fully filled in and with the least", () => {
    const full: Filled = Object.fromEntries(form.fields.map((field) => [field.name, sample(field)]));
    const least: Filled = Object.fromEntries(
      form.fields.filter(({ required }) => required === true).map((field) => [field.name, sample(field)]),
    );
    for (const filled of [full, least]) {
      for (const { command, body } of sent(form, filled)) {
        const input = commandNamed(command)?.input as z.ZodType;
        // What a step fixes (a rule, a test) is not the form's to ask for.
        const fixed = { rule: "weight-is-current", reason: "not-known", test: "one" };
        const known = Object.keys((input as unknown as { shape: object }).shape ?? {});
        const whole = {
          ...Object.fromEntries(Object.entries(fixed).filter(([key]) => known.includes(key))),
          ...body,
        };
        const result = input.safeParse(whole);
        expect(result.success ? [] : result.error.issues, JSON.stringify(whole)).toEqual([]);
      }
    }
  });

  test("names its fields and choices in both languages", () => {
    for (const text of [formText.en, formText.ja]) {
      for (const field of form.fields) expect(text.labels[field.name], field.name).toBeTruthy();
    }
    expect(Object.keys(formText.en.labels)).toEqual(Object.keys(formText.ja.labels));
    expect(Object.keys(formText.en.choices)).toEqual(Object.keys(formText.ja.choices));
  });
});

test("there are forms", () => {
  expect(every.length).toBeGreaterThan(70);
});

test("What was typed in a list and not chosen is never taken for none", () => {
  const { fields } = taskForms.medicines;
  const { errors } = read(fields, { "medicines, typed": "isotretinoin from a friend" }, formText.en);
  expect(errors["medicines"]).toContain("isotretinoin from a friend");
  expect(read(fields, { "medicines, typed": " " }, formText.en).errors).toEqual({});
});

describe("A weight that no body has", () => {
  const values = valuesAt(knowledge, "tokyo-monthly", at("2026-11-20T10:00:00+09:00"));
  const weighed = (kg: string) =>
    read(entryForms["weight-measured"].fields, { kg }, formText.en, {}, values).errors;

  test("is refused by the form, between the bounds that the clinic's values state", () => {
    expect(weighed("542")).toEqual({ kg: formText.en.notBelieved(20, 350) });
    expect(weighed("19.9")).toEqual({ kg: formText.en.notBelieved(20, 350) });
    for (const kg of ["20", "54.2", "350"]) expect(weighed(kg), kg).toEqual({});
  });
});
