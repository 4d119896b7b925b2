import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../../app/knowledge-files.ts";
import { askOn, isProblems, questionNamed } from "../../../../app/questions/ask.ts";
import { day } from "../../../../core/calendar.ts";
import { comparedOf, isAlternative, verdictOf } from "./compared.ts";
import { analytesIn, daysOf, saidOfDays, sourcesOf } from "./visits.ts";

const knowledge = readKnowledge();
function ask(given: object) {
  const question = questionNamed("plan");
  if (question === undefined) throw new Error("no plan");
  const setting = { protocol: "jp-selfpay", clinic: "tokyo-monthly", confirmedEditions: [] };
  const answer = askOn(question, given, { knowledge, setting, day: day("2026-11-22") }, {});
  if (isProblems(answer)) throw new Error(JSON.stringify(answer));
  const [plan] = answer.plans ?? [];
  if (plan === undefined) throw new Error("nothing was planned");
  return { answer, plan };
}
const usual = {
  weightKg: 60,
  targetMgPerKg: 120,
  dailyMg: 40,
  age: 24,
  canBecomePregnant: true,
  start: "2027-01-10",
  product: "isotroin",
};

describe("The table of a plan's days", () => {
  const { answer, plan } = ask(usual);
  const days = daysOf(plan);

  test("has a line for each day on which something falls, in order, and leaves no event out", () => {
    expect(days.map(({ on }) => on)).toEqual([...new Set(plan.events.map(({ on }) => on))].toSorted());
    const shown = days.flatMap(({ on, kinds, tests }) =>
      [...kinds, ...tests.map(({ kind }) => kind)].map((kind) => `${on} ${kind}`),
    );
    expect(new Set(shown)).toEqual(new Set(plan.events.map(({ on, kind }) => `${on} ${kind}`)));
    expect(shown.length).toBeGreaterThan(15);
  });

  test("puts the capsules of a visit beside its tests, and no supply is lost", () => {
    const visits = days.filter(({ supply }) => supply !== undefined);
    expect(visits.map(({ supply }) => supply)).toEqual(plan.supplies);
    expect(visits[1]?.tests.map(({ kind }) => kind)).toContain("pregnancy-test");
    expect(visits[0]?.kinds).toContain("supply");
  });

  test("takes every sentence of a day out of the list below it, and names its sources once", () => {
    const { ofDays, others } = saidOfDays(plan, answer.remarks);
    expect(new Set(ofDays.map(({ text }) => text.en))).toEqual(
      new Set(plan.events.map(({ text }) => text.en)),
    );
    expect(others.length + ofDays.length).toBe(answer.remarks.length);
    const sources = sourcesOf(ofDays, answer.sources).map(({ id }) => id);
    expect(sources.length).toBe(new Set(sources).size);
    expect(new Set(sources)).toEqual(new Set(ofDays.flatMap(({ cites }) => cites)));
  });

  test("names each value that is looked at in blood once", () => {
    const analytes = analytesIn(saidOfDays(plan, answer.remarks).ofDays);
    expect(analytes.length).toBe(new Set(analytes).size);
    expect(analytes).toContain("alt");
  });
});

describe("The table of other doses", () => {
  const { answer, plan } = ask(usual);
  const rows = comparedOf(answer);

  test("begins with the plan that was asked for, within its limits and with its cost", () => {
    expect(rows[0]).toMatchObject({
      plan,
      dailyMg: 40,
      mgPerKgDaily: 0.67,
      status: "within",
      yen: answer.total,
    });
  });

  test("has a line for every plan, each with what is said of it and no other", () => {
    expect(rows.map((row) => row.plan)).toEqual(answer.plans);
    const said = answer.remarks.filter(isAlternative);
    expect(rows.slice(1).map(({ dailyMg, plan: { days } }) => [dailyMg, days])).toEqual(
      said.map(({ facts }) => [facts["dailyMg"], facts["days"]]),
    );
    expect(said.length).toBeGreaterThanOrEqual(3);
  });

  test("says of a dose that never reaches the target that it does not, and of one below the label that it is", () => {
    const low = rows.find(({ dailyMg }) => dailyMg === 10);
    expect(low?.status).toBe("below-label");
    expect(low?.concerns).toContain("not-reached");
  });

  test("shows a plan that was asked for above its limits with that limit, not as fine", () => {
    const own = comparedOf(ask({ ...usual, dailyMg: 140 }).answer)[0];
    expect(own?.status).toBe("above-maximum");
    expect(own === undefined ? undefined : verdictOf(own)).toBe("stop");
  });

  test("names the fewer capsules that one dose a day would take, where they are", () => {
    const single = rows.find(({ dailyMg }) => dailyMg === 20)?.asOneDose;
    expect(single?.capsules).toBe("20 mg × 1");
    expect(single?.lessYen).toBeGreaterThan(0);
    expect(rows.find(({ dailyMg }) => dailyMg === 10)?.asOneDose).toBeUndefined();
  });

  test("marks what stands alike alike, asked for or not", () => {
    expect(verdictOf({ status: "within", concerns: [] })).toBe("pass");
    expect(verdictOf({ status: "within", concerns: ["longer-than-usual"] })).toBe("advise");
    expect(verdictOf({ status: "above-maximum", concerns: ["not-reached"] })).toBe("stop");
    expect(verdictOf({ status: undefined, concerns: [] })).toBe("ask");
  });

  test("is not there where nothing is set beside the plan", () => {
    expect(comparedOf({ ...answer, plans: [plan] })).toEqual([]);
  });
});
