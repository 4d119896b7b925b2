import { expect, test } from "vitest";
import { questionNamed } from "../../../app/questions/ask.ts";
import type { Fields } from "../../../core/questions/fields.ts";
import { questions } from "../../../core/questions/index.ts";
import { stillToAsk } from "./only-asked.ts";

const still = (id: string, asked = {}) => {
  const question = questionNamed(id);
  return question === undefined ? undefined : stillToAsk(question, asked);
};

test("a question waits for what no record knows", () => {
  expect(still("report")).toEqual(["kind"]);
  expect(still("report", { kind: "adverse-event" })).toEqual([]);
  expect(still("may-i", { stopped: "2026-10-21" })).toEqual(["activity"]);
});

test("what a record may know is not waited for", () => {
  expect(still("interactions")).toEqual([]);
  expect(still("triage")).toEqual([]);
});

test("only required fields are waited for", () => {
  for (const question of questions) {
    const fields: Fields = question.fields;
    for (const name of stillToAsk(question, {}))
      expect(fields[name]?.required, `${question.id}: ${name}`).toBe(true);
  }
});
