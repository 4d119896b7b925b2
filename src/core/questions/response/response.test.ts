import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { askedOn } from "../asked.ts";
import { response } from "./index.ts";
import { bandOf, type GivenScore, readScore } from "./score.ts";

const knowledge = readKnowledge();
const asked = askedOn(knowledge, { protocol: "jp-selfpay", confirmedEditions: [] }, day("2026-11-22"));
const gags = knowledge.scales["gags"];
const sum = (given: GivenScore) => readScore(given, gags, asked.day).score.gags;
const nothing = { forehead: 0, rightCheek: 0, leftCheek: 0, nose: 0, chin: 0, chestBack: 0 };

describe("The skin as it is scored", () => {
  test("GAGS weighs each region by its factor, up to 44", () => {
    expect(sum(nothing)).toBe(0);
    expect(sum({ ...nothing, forehead: 1 })).toBe(2);
    expect(sum({ ...nothing, rightCheek: 1 })).toBe(2);
    expect(sum({ ...nothing, leftCheek: 1 })).toBe(2);
    expect(sum({ ...nothing, nose: 1 })).toBe(1);
    expect(sum({ ...nothing, chin: 1 })).toBe(1);
    expect(sum({ ...nothing, chestBack: 1 })).toBe(3);
    expect(sum({ forehead: 4, rightCheek: 4, leftCheek: 4, nose: 4, chin: 4, chestBack: 4 })).toBe(
      gags?.most,
    );
  });

  test("GAGS is not computed while a region is missing; a sum that was written down stands", () => {
    const { chestBack: _, ...rest } = nothing;
    expect(readScore(rest, gags, asked.day)).toMatchObject({
      score: { gags: undefined },
      missing: ["chest-back"],
    });
    expect(readScore({ ...rest, gags: 20 }, gags, asked.day)).toMatchObject({
      score: { gags: 20 },
      missing: [],
    });
  });

  test.each([
    [0, undefined],
    [1, "mild"],
    [18, "mild"],
    [19, "moderate"],
    [30, "moderate"],
    [31, "severe"],
    [38, "severe"],
    [39, "very-severe"],
    [44, "very-severe"],
  ])("a GAGS of %i is %s", (value, band) => {
    expect(bandOf(gags, value)?.id).toBe(band);
  });

  test.each([
    [1, "from-0"],
    [2, "from-2"],
    [5, "from-2"],
    [6, "from-6"],
    [10, "from-6"],
    [11, "from-11"],
    [20, "from-11"],
    [21, "from-21"],
  ])("a DLQI of %i lies in the band %s", (value, band) => {
    expect(bandOf(knowledge.scales["dlqi"], value)?.id).toBe(band);
  });
});

describe("An answer to treatment", () => {
  const count = fc.integer({ min: 0, max: 60 });
  const anyScores = fc.record({ before: count, now: count });
  const answer = (before: number, now: number, weeks: number, symptoms: readonly string[] = []) =>
    response.answer(
      {
        scores: [
          { day: day("2024-01-01"), nodules: before },
          { day: asked.day, nodules: now },
        ],
        weeks,
        symptoms,
      },
      asked,
    );

  test("never raises the dose while the skin is worse than before", () => {
    fc.assert(
      fc.property(anyScores, fc.integer({ min: 1, max: 60 }), ({ before, now }, weeks) => {
        const reasons = answer(before, now, weeks).remarks.map(({ reason }) => reason);
        if (now > before) expect(reasons).not.toContain("raise");
        expect(reasons.includes("raise") && reasons.includes("not-raised-now")).toBe(false);
      }),
    );
  });

  test("stops for every sign of acne fulminans in a flare, and for every symptom that stops", () => {
    const symptoms = Object.values(knowledge.symptoms).filter(({ stops, fulminans }) => stops || fulminans);
    expect(symptoms.length).toBeGreaterThan(15);
    for (const { id } of symptoms) expect(answer(2, 3, 2, [id]).verdict, id).toBe("stop");
  });

  test("says nothing of a change without two scores of the same kind", () => {
    const scores = [
      { day: day("2026-09-01"), iga: 3 },
      { day: asked.day, nodules: 2 },
    ];
    expect(response.answer({ scores, weeks: 10 }, asked).headline.reason).toBe("nothing-to-compare");
  });

  test("draws each measure over days, GAGS with its bands", () => {
    const { series } = response.answer(
      { scores: [{ day: day("2026-09-01"), gags: 33, dlqi: 12 }, { gags: 20 }], weeks: 10 },
      asked,
    );
    expect(series.map(({ id }) => id)).toEqual(["gags", "dlqi"]);
    expect(series[0]?.lines.map(({ value }) => value)).toEqual([19, 31, 39]);
  });
});
