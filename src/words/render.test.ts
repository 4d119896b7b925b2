import { describe, expect, test } from "vitest";
import { at, day } from "../core/calendar.ts";
import type { Entry } from "../core/entry.ts";
import { type Finding, judgeSupply } from "../core/judge.ts";
import { foldRecord } from "../core/record.ts";
import { step } from "../core/steps.ts";
import { patient, supply } from "../core/testing/patients.ts";
import { reasonWords, renderFinding, renderStep } from "./render.ts";
import { knowledge, says, someAt, someDay, zone } from "./testing/sentences.ts";
import { languages } from "./words.ts";

describe("Facts in words", () => {
  test("days and instants", () => {
    expect(says.en.day(someDay)).toBe("20 Nov 2026");
    expect(says.ja.day(someDay)).toBe("2026年11月20日");
    expect(says.en.at(someAt)).toBe("21 Nov 2026, 00:00 (America/New_York)");
    expect(says.en.day(undefined)).toBe("an unknown day");
  });

  test("a window that closes at midnight served until 23:59 of the day before", () => {
    expect(says.en.through(someAt)).toBe("20 Nov 2026, 23:59 (America/New_York)");
    expect(says.ja.through(someAt)).toBe("2026年11月20日 23:59(America/New_York)");
    const closed = reasonWords(
      "en",
      "pregnancy-test-is-in-window",
      "window-closed",
    )({ collectedDay: day("2026-11-14"), closedAt: someAt }, says.en);
    expect(closed).toContain("until 20 Nov 2026, 23:59 (America/New_York)");
  });

  test("numbers", () => {
    const numbers = [0, 0.5, 33.333_333, 1_000, 1_234_567.8, -1_234];
    expect(numbers.map(says.en.number)).toEqual(["0", "0.5", "33.333", "1,000", "1,234,567.8", "-1,234"]);
  });

  test("names, in the middle of a sentence, and the id where nobody knows it", () => {
    expect(says.en.names("condition", ["depression", "crohn-disease"])).toBe(
      "depression and Crohn's disease",
    );
    expect(says.en.name("medicine", "constructor")).toBe("constructor");
    expect(says.en.name("product", "claravis")).toBe("Claravis");
    expect(says.ja.names("condition", ["depression", "crohn-disease"])).toBe("うつ病、クローン病");
    expect(says.en.term("birth-defects-consent")).toBe("consent on the risk of birth defects");
    expect(says.en.list(["a", "b", "c"])).toBe("a, b and c");
    expect(says.en.list(["a, b", "c"])).toBe("a, b; c");
    expect(says.ja.list(["甲、乙", "丙"])).toBe("「甲、乙」「丙」");
  });

  test("a dose that rounds to its limit still shows that it is above it", () => {
    const facts = {
      dailyMg: 120,
      weightKg: 59.9,
      mgPerKg: 2,
      minimumMgPerKg: 0.5,
      ordinaryMgPerKg: 1,
      maximumMgPerKg: 2,
    };
    expect(reasonWords("en", "dose-is-within-limits", "above-maximum")(facts, says.en)).toBe(
      "120 mg a day is 2 mg/kg at 59.9 kg; at most 2 mg/kg (119.8 mg).",
    );
  });
});

describe("Findings and steps in words", () => {
  const finding: Finding = {
    rule: "supply-is-short-enough",
    verdict: "stop",
    reason: "too-long-for-protocol",
    facts: { days: 45, mostDays: 30 },
    cites: [],
    wayOut: [],
    until: undefined,
    floor: false,
    editionDay: undefined,
    overridden: undefined,
  };

  test("a finding in both languages", () => {
    expect(renderFinding(finding, knowledge, zone)).toEqual({
      en: "45 days; at most 30 under this protocol.",
      ja: "45日分です。このプロトコルの上限は30日分です。",
    });
  });

  test("one set aside says when and why", () => {
    const aside = { ...finding, overridden: { because: "Travels for six weeks", day: someDay } };
    const text = renderFinding(aside, knowledge, zone);
    expect(text.en).toContain("set this finding aside for this supply on 20 Nov 2026");
    expect(text.ja).toContain("2026年11月20日");
    for (const language of languages) expect(text[language]).toContain("Travels for six weeks");
  });

  test("a reason without words is a bug, and so is one of every object", () => {
    for (const reason of ["no-such-reason", "constructor"]) {
      expect(() => renderFinding({ ...finding, reason }, knowledge, zone)).toThrow("no words");
    }
  });

  test("a step in both languages", () => {
    const collect = step(
      "lab",
      "collect-confirming-test",
      { setting: "medical-setting", fromDay: someDay, periodDays: 5 },
      someDay,
    );
    expect(renderStep(collect, knowledge, zone)).toEqual({
      en: "Collect the second pregnancy test in a medical setting on 20 Nov 2026 or later, in the first 5 days of a period (just before treatment if periods are irregular or absent).",
      ja: "2026年11月20日以降、月経開始から5日以内(月経不順・無月経の場合は治療開始の直前)に、医療機関で2回目の妊娠検査の検体を採取してください。",
    });
  });

  test("a laboratory result and its grade", () => {
    const watch = { results: [{ analyte: "triglycerides", value: 1520, unit: "mg/dL", grade: 1 as const }] };
    expect(reasonWords("en", "results-are-acceptable", "watch")(watch, says.en)).toBe(
      "Worth watching: triglycerides 1,520 mg/dL (grade 1).",
    );
    expect(reasonWords("ja", "results-are-acceptable", "watch")(watch, says.ja)).toContain(
      "1,520 mg/dL(グレード1)",
    );
  });

  test("laboratory results with a grade, without one, and without a range", () => {
    const on = day("2026-11-20");
    const noon = at("2026-11-20T12:00:00Z");
    const lab = (id: string, analyte: string, value: number, unit: string, upperLimit?: number): Entry => ({
      id,
      type: "lab-resulted",
      happened: { day: on },
      actor: "lab",
      source: "manual",
      body: { analyte, value, unit, ...(upperLimit === undefined ? {} : { upperLimit }) },
    });
    const results = [
      lab("r1", "triglycerides", 400, "mg/dL", 150),
      lab("r2", "glucose", 130, "mg/dL", 110),
      lab("r3", "creatinine", 0.9, "mg/dL"),
    ];
    const record = foldRecord([...patient({ canBecomePregnant: false, monthsBefore: 2, on }), ...results], {
      at: noon,
      zone: "UTC",
    });
    const judged = judgeSupply(supply, {
      knowledge,
      record,
      setting: { protocol: "jp-selfpay", confirmedEditions: [] },
    });
    const found = judged.findings.find(({ rule }) => rule === "results-are-acceptable");
    const texts = found?.facts["results"];
    if (!Array.isArray(texts)) throw new Error(`expected results to judge, got ${found?.reason}`);
    expect(texts).toEqual([
      { analyte: "triglycerides", value: 400, unit: "mg/dL", grade: 2 },
      { analyte: "glucose", value: 130, unit: "mg/dL", grade: "ungraded" },
      { analyte: "creatinine", value: 0.9, unit: "mg/dL", grade: "no-limit" },
    ]);
    for (const each of judged.findings) {
      const said = renderFinding(each, knowledge, zone);
      for (const language of languages) expect(said[language].length).toBeGreaterThan(5);
    }
    expect(judged.findings.length).toBe(51);
  });
});
