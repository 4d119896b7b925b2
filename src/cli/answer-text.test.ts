import { expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { allAids } from "../app/questions/all-aids.ts";
import { askOn, isProblems, questionNamed } from "../app/questions/ask.ts";
import { day } from "../core/calendar.ts";
import { answerText } from "./answer-text.ts";

const knowledge = readKnowledge();
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };

function told(id: string, given: object, language: "en" | "ja"): string {
  const question = questionNamed(id);
  if (question === undefined) throw new Error(id);
  const answer = askOn(question, given, { knowledge, setting, day: day("2026-11-22") }, allAids);
  if (isProblems(answer)) throw new Error(JSON.stringify(answer));
  return answerText(answer, knowledge, language);
}

test("what holds until the same day is said once, under all its names", () => {
  const text = told("aftercare", { stopped: "2026-10-21" }, "en");
  expect(text.split("From 22 Apr 2027, not before.")).toHaveLength(2);
  for (const name of ["Waxing", "Laser hair removal", "Dermabrasion of the whole face"])
    expect(text).toContain(name);
  const japanese = told("aftercare", { stopped: "2026-10-21" }, "ja");
  expect(japanese.split("2027年4月22日からできます。")).toHaveLength(2);
  expect(japanese.split("\n")[1]?.split("2027年4月22日")).toHaveLength(2);
});

test("what nobody was asked about is not ticked", () => {
  const text = told(
    "eligibility",
    { age: 24, severity: "severe", canBecomePregnant: false, cannotBecause: "cisgender-male" },
    "en",
  );
  const part = text.slice(text.indexOf("Nothing on record, or not asked for here"));
  expect(part).toContain("Mood");
  expect(part).not.toContain("✓");
});

test("a symptom's name inside a sentence begins small", () => {
  expect(told("triage", { symptoms: ["late period"] }, "en")).toContain("today: a period that has not come");
});
