import { expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { askOn, isProblems } from "../../../app/questions/ask.ts";
import { settingUnder, underUnlessSaid } from "../../../app/questions/under.ts";
import { day } from "../../../core/calendar.ts";
import { questions } from "../../../core/questions/index.ts";
import { onlyOfRecord } from "./only-of-record.ts";

test("a question is said to need a record where, without one, it says that it has none", () => {
  const knowledge = readKnowledge();
  const setting = settingUnder(underUnlessSaid, knowledge);
  if (setting === undefined) throw new Error("no rules to ask by");
  const found = questions.filter((question) => {
    const answer = askOn(question, question.example, { knowledge, setting, day: day("2026-11-22") }, {});
    return !isProblems(answer) && answer.headline.reason === "no-record";
  });
  expect(onlyOfRecord).toEqual(found.map(({ id }) => id));
});
