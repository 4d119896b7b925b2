import { describe, expect, test } from "vitest";
import { readQuestionExamples } from "../../app/golden-questions.ts";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { day } from "../../core/calendar.ts";
import { languages } from "../../words/words.ts";
import { siteOf } from "../site.ts";

const site = siteOf(readKnowledge(), day("2026-11-22"));
/** The rows of page 004's tables stand first among the examples, to the yen. */
const totals = readQuestionExamples()
  .filter(({ question, under }) => question.id === "price" && under === "tokyo-monthly")
  .flatMap(({ total }) => total ?? [])
  .slice(0, 20);

describe("The page of prices", () => {
  test.each(languages)("has every total of page 004's tables (%s)", (language) => {
    const page = site.page(language, "prices") ?? site.page(language, "/prices") ?? "";
    expect(totals).toHaveLength(20);
    expect(totals).toContain(57_618);
    for (const total of totals) expect(page, String(total)).toContain(total.toLocaleString("en"));
  });

  test.each(languages)(
    "sums a course of five and of six visits up from a first visit and its follow-ups (%s)",
    (language) => {
      const page = site.page(language, "/prices") ?? "";
      // 40 mg, 30 days, where pregnancy is possible: 33,594 first; a follow-up as the clinic's own table has it.
      const row = [...page.matchAll(/<tr><th scope="row">40 mg[^<]*<\/th>(.*?)<\/tr>/g)].map(
        ([, cells = ""]) => [...cells.matchAll(/[\d,]{5,}/g)].map(([yen]) => Number(yen.replaceAll(",", ""))),
      );
      const [first = 0, again = 0] = row.find(([one]) => one === 33_594) ?? [];
      expect(again).toBeGreaterThan(0);
      expect(row).toContainEqual([first + 4 * again, first + 5 * again]);
    },
  );
});
