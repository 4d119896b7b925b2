import { describe, expect, test } from "vitest";
import { questions } from "../core/questions/index.ts";
import { reasonsOfQuestion } from "../words/render-question.ts";
import { readQuestionExamples, runQuestionExample } from "./golden-questions.ts";
import { readKnowledge } from "./knowledge-files.ts";

const knowledge = readKnowledge();
const results = readQuestionExamples().map((example) => runQuestionExample(example, knowledge));

describe("the golden examples of the questions", () => {
  test.each(results.map((one) => [`${one.example.question.id}: ${one.example.en}`, one] as const))(
    "%s",
    (_title, { wrong }) => {
      expect(wrong).toEqual([]);
    },
  );

  test.each(questions.map(({ id }) => id))("every reason of %s has an example", (id) => {
    const seen = new Set(
      results.flatMap(({ example, got }) =>
        example.question.id === id && got !== undefined
          ? [got.headline.reason, ...got.remarks.map(({ reason }) => reason)]
          : [],
      ),
    );
    const reasons = reasonsOfQuestion(id);
    expect(reasons.length).toBeGreaterThan(0);
    expect(reasons.filter((reason) => !seen.has(reason))).toEqual([]);
  });

  test("every answer speaks both languages, and cites what the knowledge holds", () => {
    const told = results.flatMap(({ got }) => (got === undefined ? [] : [got.headline, ...got.remarks]));
    expect(told.length).toBeGreaterThan(results.length);
    for (const { text, reason, cites } of told) {
      expect(text.en, reason).not.toMatch(/undefined|NaN|\[object|^\s*$/);
      expect(text.ja, reason).not.toMatch(/undefined|NaN|\[object|^\s*$/);
      expect(text.ja, reason).toMatch(/[ぁ-んァ-ン一-龠]/);
      for (const cite of cites) expect(knowledge.sources, cite).toHaveProperty([cite]);
    }
  });
});
