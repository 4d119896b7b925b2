import { expect, test } from "vitest";
import type { StepJson } from "../forms/for-step.ts";
import { opensByItself } from "./due.ts";

const today = { role: "nurse", day: "2026-11-20", group: "gather" } as const;

function step(action: string, by: string | null, who: StepJson["who"] = "nurse"): StepJson {
  return { who, action, facts: {}, text: { en: action, ja: action }, by, when: "then" };
}

test("The first own step that is due opens by itself", () => {
  const steps = [
    step("review-results", "2026-11-20", "prescriber"),
    step("ask-mood", "2026-12-04"),
    step("measure-weight", "2026-11-20"),
  ];
  expect(opensByItself(steps, today)?.action).toBe("measure-weight");
  expect(opensByItself([step("ask-mood", null)], today)?.action).toBe("ask-mood");
});

test("A step of a later day stays closed, and so does everything while capsules are in hand", () => {
  expect(opensByItself([step("ask-mood", "2026-11-21")], today)).toBeUndefined();
  expect(opensByItself([step("ask-mood", "2026-11-20")], { ...today, group: "treated" })).toBeUndefined();
});

test("What is said in the order opens no form", () => {
  expect(
    opensByItself([step("choose-product", "2026-11-20", "prescriber")], { ...today, role: "prescriber" }),
  ).toBeUndefined();
});
