import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import type { Setting } from "../../setting.ts";
import { askedOn } from "../asked.ts";
import type { PlanInput } from "./fields.ts";
import { plan } from "./plan.ts";

const knowledge = readKnowledge();
const label: Setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const man = { age: 24, canBecomePregnant: false, product: "isotroin", start: day("2027-01-10"), days: 60 };
const ask = (input: PlanInput, setting = label) =>
  plan.answer({ ...man, ...input }, askedOn(knowledge, setting, day("2026-11-22")));
const lowered = (input: PlanInput) =>
  ask(input).remarks.flatMap(({ wayOut }) =>
    wayOut === "never"
      ? []
      : wayOut.flatMap((one) =>
          one.action === "lower-dose" || one.action === "justify-or-lower-dose" ? [one.facts.mostMg] : [],
        ),
  );

describe("the way out of too high a dose", () => {
  test.each([
    [59.8, 60, 50],
    [60, 70, 60],
    [60, 130, 60],
    [45.5, 60, 40],
  ])(
    "at %f kg and %i mg a day is %i mg, which capsules of 10 and 20 mg make",
    (weightKg, dailyMg, mostMg) => {
      expect(lowered({ weightKg, dailyMg })).toContain(mostMg);
    },
  );
});

test.each([10, 40])("at %i mg a day no sum is told that no price stands for", (dailyMg) => {
  const setting = { protocol: "jp-selfpay", clinic: "ten-day-start", confirmedEditions: [] };
  const { plans = [], remarks } = ask(
    { weightKg: 60, dailyMg, targetMgPerKg: 120, product: "acnetrent" },
    setting,
  );
  expect(plans.length).toBeGreaterThan(1);
  expect(remarks.flatMap((one) => ("totalYen" in one.facts ? [one.facts.totalYen] : []))).not.toContain(0);
});
