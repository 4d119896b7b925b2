import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { day } from "../../calendar.ts";
import { askedOn } from "../asked.ts";
import type { PlanInput } from "./fields.ts";
import { plan } from "./plan.ts";

const knowledge = readKnowledge();
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const ask = (input: PlanInput, clinic?: string) =>
  plan.answer(
    input,
    askedOn(knowledge, clinic === undefined ? setting : { ...setting, clinic }, day("2026-11-22")),
  );
const stepsOf = ({ headline, remarks }: ReturnType<typeof ask>) =>
  [headline, ...remarks].flatMap(({ wayOut }) => (wayOut === "never" ? [] : wayOut));
const man = {
  weightKg: 60,
  age: 24,
  canBecomePregnant: false,
  product: "isotroin",
  start: day("2027-01-10"),
} as const;

describe("the way on from a plan that cannot be followed yet", () => {
  test("above the ordinary maximum is one step that names the limit, the reason that lifts it and the dose below", () => {
    expect(stepsOf(ask({ ...man, targetMgPerKg: 120, dailyMg: 80 }))).toMatchObject([
      { who: "prescriber", action: "justify-or-lower-dose", facts: { ordinaryMgPerKg: 1, mostMg: 60 } },
    ]);
  });

  test("from a dose that takes years asks for no dose that was given, but for another, or a length", () => {
    const answer = ask({ ...man, targetMgPerKg: 120, dailyMg: 5 });
    expect(answer.headline).toMatchObject({ facts: { wouldTakeDays: 1440, dailyMg: 5 } });
    expect(stepsOf(answer).map(({ action }) => action)).toEqual(["change-dose-target-or-length"]);
  });

  test("of nobody without an age is the age, not a date of birth to record", () => {
    const { age: _, ...ageless } = man;
    expect(
      stepsOf(ask({ ...ageless, days: 60, dailyMg: 40 })).map(({ who, action }) => [who, action]),
    ).toEqual([["patient", "state-age"]]);
    expect(stepsOf(ask({ ...man, age: 10, days: 60, dailyMg: 40 }))).toEqual([]);
  });
});

test("that blood is taken until the response is known is said at one visit", () => {
  const us = { protocol: "us-ipledge", confirmedEditions: [] };
  const visits = plan
    .answer({ ...man, targetMgPerKg: 120, dailyMg: 40 }, askedOn(knowledge, us, day("2026-11-22")))
    .remarks.filter(({ reason }) => reason === "visit");
  const withBlood = visits.filter(({ facts }) => "blood" in facts && facts.blood);
  expect(withBlood.length).toBeGreaterThan(2);
  expect(visits.filter(({ facts }) => "untilResponseKnown" in facts && facts.untilResponseKnown)).toEqual([
    withBlood[0],
  ]);
});

test("a dose set beside another names the one capsule that would do, and what it saves where prices are known", () => {
  const low = (clinic?: string) =>
    ask({ ...man, targetMgPerKg: 120, dailyMg: 40 }, clinic).remarks.find(
      ({ facts }) => "id" in facts && facts.id === "low-20-mg",
    )?.facts;
  expect(low()).toMatchObject({ capsules: "10 mg × 2", asOneDose: "20 mg × 1", doses: 2 });
  expect(low()).not.toMatchObject({ oneDoseLessYen: 198 });
  expect(low("tokyo-monthly")).toMatchObject({ asOneDose: "20 mg × 1", oneDoseLessYen: 198 });
});
