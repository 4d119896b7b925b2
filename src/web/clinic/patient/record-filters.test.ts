import { expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { isAlarm } from "./record-filters.ts";

const knowledge = readKnowledge();
const told = (...symptoms: string[]) => isAlarm({ type: "symptom-reported", body: { symptoms } }, knowledge);

test("a symptom that is to be expected is no alarm, alone or with another", () => {
  expect(told("dry-lips")).toBe(false);
  expect(told()).toBe(false);
  const expected = Object.values(knowledge.symptoms).filter(({ urgency }) => urgency === "expected");
  expect(expected.length).toBeGreaterThan(3);
  expect(told(...expected.map(({ id }) => id))).toBe(false);
});

test("any other is one, also beside an expected one, and so is what nobody knows", () => {
  expect(told("headache")).toBe(true);
  expect(told("dry-lips", "headache")).toBe(true);
  expect(told("something-new")).toBe(true);
});
