import { describe, expect, test } from "vitest";
import { type Day, day, plus } from "../calendar.ts";
import type { Values } from "../knowledge/resolve.ts";
import { bloodDays } from "./samples.ts";

const start = day("2027-02-01");
const after = (days: number) => plus(start, days);
const valued = <T>(value: T) => ({ value, cites: [], from: "" });
const nothing = {
  resultsEverySupply: valued(false),
  resultsBeforeSecondSupply: valued(false),
  resultsUntilResponseKnown: valued(false),
  resultsFirstWithin: valued(null),
  resultsEvery: valued(null),
};
const course = {
  today: start,
  firstDay: start,
  lastDay: after(149),
  supplyDays: [0, 30, 60, 90, 120].map(after),
  sampledDay: undefined as Day | undefined,
  suppliesBefore: 0,
  isResponseKnown: false,
};
const days = (values: Partial<Pick<Values, keyof typeof nothing>>, more: Partial<typeof course> = {}) =>
  bloodDays({ ...course, ...more }, { ...nothing, ...values }).map((one) => one.day - start);

describe("the days of blood in a course ahead", () => {
  test("are none where nobody asks for any", () => expect(days({})).toEqual([]));

  test("are every supply but the first where each waits for results", () =>
    expect(days({ resultsEverySupply: valued(true) })).toEqual([30, 60, 90, 120]));

  test("are the second supply alone where a clinic looks again then", () =>
    expect(days({ resultsBeforeSecondSupply: valued(true) })).toEqual([30]));

  test("are every supply until the response is known, and none once it is", () => {
    const values = { resultsUntilResponseKnown: valued(true) };
    expect(days(values)).toEqual([30, 60, 90, 120]);
    expect(days(values, { isResponseKnown: true })).toEqual([]);
    expect(bloodDays(course, { ...nothing, ...values }).every((one) => one.untilResponseKnown)).toBe(true);
  });

  test("come before the visit where a month is shorter than the way to it, then at the last visit in time", () =>
    // The first month of February ends on day 28, two days before the second visit; three months on it is day 120.
    expect(days({ resultsFirstWithin: valued({ months: 1 }), resultsEvery: valued({ months: 3 }) })).toEqual([
      28, 120,
    ]));

  test("are at the visit itself where the month is over only then", () =>
    expect(days({ resultsFirstWithin: valued({ days: 30 }), resultsEvery: valued({ months: 3 }) })).toEqual([
      30, 120,
    ]));

  test("are not two within days: one since the last supply serves the next, if it lasts to the one after", () => {
    const values = { resultsEverySupply: valued(true), resultsEvery: valued({ months: 1 }) };
    const from = (first: number) => ({
      firstDay: after(27),
      supplyDays: [0, 30, 60].map((days) => after(first + days)),
      suppliesBefore: 1,
    });
    // A month from 28 February is 28 March, day 55.
    expect(days(values, from(56)).slice(0, 2)).toEqual([55, 86]);
    expect(days(values, from(55)).slice(0, 2)).toEqual([55, 85]);
  });

  test("are today where one is overdue, and the plan says since when", () => {
    const values = { ...nothing, resultsEvery: valued({ months: 1 }) };
    const late = { ...course, today: after(40), supplyDays: [60, 90, 120].map(after), suppliesBefore: 2 };
    expect(bloodDays(late, values)[0]).toEqual({
      day: after(40),
      untilResponseKnown: false,
      overdueSince: after(28),
    });
  });

  test("go on from the last sample of a course under way", () =>
    expect(
      days(
        { resultsFirstWithin: valued({ months: 1 }), resultsEvery: valued({ months: 3 }) },
        { supplyDays: [60, 90, 120].map(after), suppliesBefore: 2, sampledDay: after(10) },
      ),
    ).toEqual([90]));
});
