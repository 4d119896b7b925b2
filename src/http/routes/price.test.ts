import { afterAll, beforeAll, expect, test } from "vitest";
import { type AnApi, anApi } from "../testing/an-api.ts";

let api: AnApi;
beforeAll(async () => {
  api = await anApi();
});
afterAll(() => api.close());

/** Page 004's totals: 30 days at a first and a follow-up visit, each without and with the urine test. */
const page004 = {
  10: [16_698, 17_754, 14_498, 15_554],
  20: [19_998, 21_054, 17_798, 18_854],
  40: [32_538, 33_594, 30_338, 31_394],
  60: [45_078, 46_134, 42_878, 43_934],
  80: [57_618, 58_674, 55_418, 56_474],
} as const;

test("all twenty totals of page 004 are answered, with lines that add up to them", async () => {
  let asked = 0;
  for (const [mg, totals] of Object.entries(page004)) {
    const cases = ["first", "return"].flatMap((visit) => [false, true].map((can) => [visit, can] as const));
    for (const [index, [visit, canBecomePregnant]] of cases.entries()) {
      const { status, body } = await api.post("/api/questions/price", undefined, {
        under: "tokyo-monthly",
        on: "2026-11-22",
        dailyMg: Number(mg),
        days: 30,
        visit,
        canBecomePregnant,
      });
      expect(status, JSON.stringify(body)).toBe(200);
      expect(body).toMatchObject({ total: totals[index], currency: "JPY", taxIncluded: true, notListed: [] });
      const sum = body.lines.reduce((all: number, { yen }: { yen: number }) => all + yen, 0);
      expect(sum).toBe(body.total);
      asked++;
    }
  }
  expect(asked).toBe(20);
});

test("page 000's first ten days are answered, with what they leave out", async () => {
  const { body } = await api.post("/api/questions/price", undefined, {
    under: "ten-day-start",
    on: "2026-11-22",
    dailyMg: 20,
    days: 10,
    visit: "first",
    canBecomePregnant: true,
  });
  expect(body).toMatchObject({
    verdict: "ask",
    total: 5500,
    taxIncluded: null,
    notListed: ["consultation-first", "blood-test", "urine-test"],
  });
});
