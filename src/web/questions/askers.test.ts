import { expect, test } from "vitest";
import { questions } from "../../core/questions/index.ts";
import { askers, isPlaced, questionsOf } from "./askers.ts";

test("every question has one place among those who ask", () => {
  const shown = askers.flatMap(questionsOf).map(({ id }) => id);
  expect(shown.toSorted()).toEqual(questions.map(({ id }) => id).toSorted());
  expect(questions.filter(({ id }) => !isPlaced(id)).map(({ id }) => id)).toEqual([]);
  expect(questions.length).toBeGreaterThanOrEqual(12);
});
