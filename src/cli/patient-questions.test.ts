import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPractice } from "../app/open-practice.ts";
import { namedIn } from "../app/questions/given.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Field, Fields } from "../core/questions/fields.ts";
import { questions } from "../core/questions/index.ts";
import { kebab } from "./ask-options.ts";
import { isowardHere, isowardIn } from "./testing/isoward.ts";

/** A value of a field as somebody types it; nothing for fields that are text on either side. */
function typed(field: Field, knowledge: Knowledge): string | undefined {
  switch (field.kind) {
    case "number":
      return String(field.least);
    case "yes-no":
      return "yes";
    case "choices":
      return field.of[0];
    case "known-list":
      return namedIn(field.of, knowledge)[0]?.id;
    case "rows": {
      const cells = Object.entries(field.columns).flatMap(([name, column]) => {
        const value = column.kind === "day" ? "2026-11-22" : cell(column, knowledge);
        return value === undefined ? [] : [`${name}=${value}`];
      });
      return cells.join(",");
    }
    case "texts":
    case "text":
    case "day":
    case "choice":
    case "known":
      return undefined;
  }
}

function cell(column: Field, knowledge: Knowledge): string | undefined {
  if (column.kind === "choice") return column.of[0];
  if (column.kind === "known") return namedIn(column.of, knowledge)[0]?.id;
  return column.kind === "text" ? undefined : typed(column, knowledge);
}

/** Numbers, a yes or no, lists and rows are text on a command line, and something else in the API's JSON. */
describe("isoward on a patient of the practice", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-patient-"));
  const isoward = isowardHere(folder);
  let patient = "";
  let knowledge: Knowledge;
  beforeAll(async () => {
    const practice = await openPractice(join(folder, "data"));
    patient = await readyPatient(practice);
    knowledge = practice.knowledge;
    await practice.ledger.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const isTyped = ({ kind, argument }: Field) =>
    argument !== true && kind !== "text" && kind !== "day" && kind !== "choice" && kind !== "known";
  const asked = questions.filter(({ fields }) => Object.values<Field>(fields).some(isTyped));
  test("is asked every question that has such a field", () => expect(asked.length).toBeGreaterThan(10));

  test.each(asked.map(({ id }) => id))("takes what is typed for %s as the API wants it", async (id) => {
    const question = questions.find((one) => one.id === id);
    const fields: Fields = question?.fields ?? {};
    const words = Object.entries(fields).flatMap(([name, field]) => {
      const example = question?.example as Readonly<Record<string, unknown>>;
      if (field.argument === true)
        return example[name] === undefined ? [] : [example[name]].flat().map(String);
      const value = typed(field, knowledge);
      return value === undefined ? [] : [`--${kebab(name)}`, value];
    });
    const { out, err } = await isoward(id, ...words, "--patient", patient, "--json");
    expect(err).toBe("");
    const { errors = [] } = JSON.parse(out) as { errors?: { detail: string }[] };
    expect(errors.filter(({ detail }) => /not text|true or false|^a list/.test(detail))).toEqual([]);
  });

  test("answers what a plan and a price come to, in a process of its own too", async () => {
    const plan = "--target-mg-per-kg 120 --daily-mg 40 --product isotroin --steps days=30,dailyMg=20".split(
      " ",
    );
    const planned = isowardIn(folder)("plan", ...plan, "--patient", patient);
    expect(planned.err).toBe("");
    expect(planned.out).toMatch(/40 mg a day/);
    const price = "--daily-mg 40 --days 30 --visit first --can-become-pregnant no".split(" ");
    const priced = await isoward("price", ...price, "--patient", patient);
    expect([priced.status, priced.err]).toEqual([0, ""]);
  });

  test("says what is wrong by the option it was typed as, its row counted from one", async () => {
    const { status, err } = await isoward("plan", "--days-off", "from=2027-01-01", "--patient", patient);
    expect(status).toBe(2);
    expect(err).toBe("isoward: --days-off (row 1): days=…: this must be given\n");
  });
});
