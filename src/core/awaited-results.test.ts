import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { at, day } from "./calendar.ts";
import { decideSupply } from "./decide.ts";
import type { Entry } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";
import { patient, supply } from "./testing/patients.ts";

// A sample that was at the laboratory was once asked for again.
const knowledge = readKnowledge();
const zone = "Asia/Tokyo";
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const on = day("2026-11-20");
const ready = patient({ canBecomePregnant: true, monthsBefore: 0, on });

/** A first supply for which no test is on record but these. */
function steps(tests: readonly Entry[]) {
  const untested = ready.filter(({ type }) => !type.startsWith("pregnancy-test"));
  const record = foldRecord([...untested, ...tests], { at: at("2026-11-20T12:00:00+09:00"), zone });
  const { plan } = decideSupply(supply, { knowledge, setting, record });
  return plan.steps
    .filter(({ action }) => /test|period/.test(action))
    .map(({ who, action, on: due }) => `${who}: ${action}${due <= record.day ? "" : " later"}`);
}

function collected(test: string, when: string, setting: "medical-setting" | "home" = "medical-setting") {
  return entry("pregnancy-test-collected", when, { test, setting, detectsMiuPerMl: 25 }, "nurse");
}

const screened = [
  collected("first", "2026-10-12"),
  entry("pregnancy-test-resulted", "2026-10-13", { test: "first", result: "negative" }, "lab"),
];

describe("While the result of a sample is awaited", () => {
  test("the first before treatment is not collected again", () => {
    expect(steps([])).toEqual(["lab: collect-pregnancy-test", "lab: collect-confirming-test later"]);
    expect(steps([collected("first", "2026-11-19")])).toEqual([
      "lab: result-pregnancy-test",
      "lab: collect-confirming-test later",
    ]);
  });

  test("the second is not collected again", () => {
    expect(steps([...screened, collected("second", "2026-11-19")])).toEqual(["lab: result-pregnancy-test"]);
  });

  test("the period of the second is asked for beside its result", () => {
    expect(steps([...screened, collected("second", "2026-11-17")])).toEqual([
      "lab: result-pregnancy-test",
      "nurse: record-period",
    ]);
  });

  test("one that could not count whatever its result is collected anew", () => {
    expect(steps([collected("first", "2026-11-19", "home")])).toContain("lab: collect-pregnancy-test");
  });
});
