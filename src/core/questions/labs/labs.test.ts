import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { renderAnswerPart } from "../../../words/render-question.ts";
import { day } from "../../calendar.ts";
import { verdicts } from "../../finding.ts";
import type { Analyte } from "../../knowledge/schema.ts";
import { foldRecord } from "../../record.ts";
import { entry } from "../../testing/entries.ts";
import { askedOf, askedOn } from "../asked.ts";
import type { GivenResult } from "./given-result.ts";
import { labs } from "./index.ts";
import { scheduleIds } from "./schedule.ts";

const knowledge = readKnowledge();
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const asked = askedOn(knowledge, setting, day("2026-11-22"));
const answer = (results: readonly GivenResult[], more: object = {}) =>
  labs.answer({ results, ...more }, asked);
const rank = (results: readonly GivenResult[], more: object = {}) =>
  verdicts.indexOf(answer(results, more).verdict);
const passing = verdicts.indexOf("advise");

const analytes = Object.values(knowledge.analytes);
const graded = analytes.filter(({ grades }) => grades !== undefined);
const ungraded = analytes.filter(({ grades }) => grades === undefined);
const anyAnalyte = fc.constantFrom(...analytes);
const anyValue = fc.double({ min: 0, max: 50_000, noNaN: true });
const row = (analyte: Analyte, more: object): GivenResult => ({
  analyte: analyte.id,
  value: 1,
  unit: analyte.unit,
  fasting: true,
  ...more,
});

describe("The headline", () => {
  const high = [
    row(knowledge.analytes["triglycerides"] as Analyte, { value: 900 }),
    row(knowledge.analytes["alt"] as Analyte, { value: 30, upperLimit: 40 }),
  ];

  test("names the value that makes it so, and no other", () => {
    expect(answer(high).headline).toMatchObject({
      verdict: "stop",
      facts: { results: [{ analyte: "triglycerides", value: 900 }] },
    });
    const text = (language: "en" | "ja") =>
      renderAnswerPart("labs", answer(high).headline, knowledge, "Asia/Tokyo")[language];
    expect(text("en")).toContain("900");
    expect(text("ja")).toContain("900");
    expect(text("en")).not.toContain("30");
  });

  test("brings studies only where a result or a schedule is asked about", () => {
    const evidence = (told: object) =>
      labs.answer(told, asked).remarks.filter(({ section }) => section === "evidence").length;
    expect(evidence({})).toBe(0);
    expect(evidence({ results: high })).toBeGreaterThan(0);
    expect(evidence({ schedule: "monthly" })).toBeGreaterThan(evidence({ results: high }));
  });
});

describe("Laboratory results", () => {
  test("a higher value never gets a better verdict, whatever the value before treatment", () => {
    expect(graded.map(({ id }) => id)).toEqual(["triglycerides", "cholesterol", "alt", "ast", "ck"]);
    fc.assert(
      fc.property(
        fc.constantFrom(...graded),
        anyValue,
        anyValue,
        fc.option(fc.integer({ min: 1, max: 500 }), { nil: undefined }),
        fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined }),
        (analyte, a, b, upperLimit, baseline) => {
          const [low, high] = a <= b ? [a, b] : [b, a];
          const least = Math.max(low, analyte.plausible.least);
          const most = Math.min(Math.max(high, least), analyte.plausible.most);
          const of = (value: number) => rank([row(analyte, { value, upperLimit, baseline })]);
          expect(of(most)).toBeGreaterThanOrEqual(of(Math.min(least, most)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("a unit that nobody can turn never passes, nor does a missing one", () => {
    const anyUnit = fc.option(
      fc.string().filter((unit) => analytes.every((one) => one.unit !== unit && unit !== "mmol/L")),
      { nil: undefined },
    );
    fc.assert(
      fc.property(anyAnalyte, anyValue, anyUnit, (analyte, value, unit) => {
        expect(rank([row(analyte, { value, unit, upperLimit: 1e6, lowerLimit: 0 })])).toBeGreaterThan(
          passing,
        );
      }),
    );
  });

  test("held against an upper limit that no laboratory has nothing passes", () => {
    fc.assert(
      fc.property(
        anyAnalyte,
        anyValue,
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (analyte, value, by) => {
          const { least, most } = analyte.plausibleLimit;
          const upperLimit = by < 1 ? (least - 1e-9) * by : most * 1.001 * by;
          expect(rank([row(analyte, { value, upperLimit, lowerLimit: 0 })])).toBeGreaterThan(passing);
        },
      ),
    );
  });

  test("without the laboratory's limits only triglycerides are graded, and nothing else passes", () => {
    fc.assert(
      fc.property(anyAnalyte, anyValue, (analyte, value) => {
        if (analyte.id === "triglycerides") return;
        expect(rank([row(analyte, { value })])).toBeGreaterThan(passing);
      }),
    );
  });

  test.each(ungraded)("$id has no grade: at its limits in order, outside asked about", (analyte) => {
    const { least, most } = analyte.plausibleLimit;
    const limits = { lowerLimit: least + (most - least) / 4, upperLimit: most / 2 };
    const reasons = (value: number) => answer([row(analyte, { value, ...limits })]).remarks[0]?.reason;
    expect(reasons(limits.lowerLimit)).toBe("in-range");
    expect(reasons(limits.upperLimit)).toBe("in-range");
    expect(reasons(limits.lowerLimit - 0.001)).toBe("outside-range");
    expect(reasons(limits.upperLimit + 0.001)).toBe("outside-range");
  });

  test("a further result, and whatever is told of exercise or symptoms, never makes an answer better", () => {
    const anyRow = fc.record({
      analyte: anyAnalyte,
      value: anyValue,
      upperLimit: anyValue,
      lowerLimit: anyValue,
    });
    const anyTold = fc.record(
      { exercisedHard: fc.boolean(), darkUrine: fc.boolean(), muscleWeakness: fc.boolean() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(anyRow, { minLength: 1, maxLength: 4 }),
        anyRow,
        anyTold,
        (rows, further, told) => {
          const given = rows.map(({ analyte, ...more }) => row(analyte, more));
          const before = rank(given);
          expect(rank(given, told)).toBeGreaterThanOrEqual(before);
          expect(
            rank([...given, ...[further].map(({ analyte, ...more }) => row(analyte, more))]),
          ).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test("no signed policy passes triglycerides of 800 mg/dL or a grade 4", () => {
    const policy = entry("policy-signed", "2026-01-10", {
      policy: "laboratory",
      signedBy: "Somebody",
      rows: graded.map(({ id }) => ({ analyte: id, fromGrade: 1, action: "advise" as const })),
    });
    const record = foldRecord([policy], asked);
    const signed = askedOf(knowledge, setting, record);
    for (const [id, value] of [
      ["triglycerides", 800],
      ["alt", 801],
      ["ast", 801],
      ["ck", 401],
      ["cholesterol", 501],
    ]) {
      const results = [
        {
          analyte: String(id),
          value: Number(value),
          unit: knowledge.analytes[String(id)]?.unit ?? "",
          upperLimit: 40,
        },
      ];
      expect(labs.answer({ results }, signed).verdict, String(id)).toBe("stop");
    }
  });

  test("the schedules that can be chosen are those of the knowledge", () => {
    expect(Object.keys(knowledge.labSchedules)).toEqual([...scheduleIds]);
    for (const { analytes: ids } of Object.values(knowledge.labSchedules)) {
      for (const id of ids) expect(knowledge.analytes).toHaveProperty([id]);
    }
  });

  test("a record's results are drawn with the limits they are read against", () => {
    const lab = (when: string, value: number) =>
      entry("lab-resulted", when, { analyte: "alt", value, unit: "U/L", upperLimit: 40 }, "lab");
    const record = foldRecord([lab("2026-10-01", 20), lab("2026-11-01", 130)], asked);
    const [alt] = labs.answer({}, askedOf(knowledge, setting, record)).series;
    expect(alt?.points.map(({ value }) => value)).toEqual([20, 130]);
    expect(alt?.lines).toEqual([
      { value: 40, meaning: "upper-limit" },
      { value: 120, meaning: "grade-2" },
      { value: 200, meaning: "grade-3" },
      { value: 800, meaning: "grade-4" },
    ]);
  });
});
