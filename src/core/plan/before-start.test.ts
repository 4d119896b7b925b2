import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { day, dayText, plus, safetyMonths } from "../calendar.ts";
import { askedOn } from "../questions/asked.ts";
import { contraceptionBy, startAfterContraception, testDaysFor, testsBefore } from "./before-start.ts";

const knowledge = readKnowledge();
const valuesOf = (protocol: string) =>
  askedOn(knowledge, { protocol, confirmedEditions: [] }, day("2026-11-22")).values;
const someStart = fc.integer({ min: 0, max: 800 }).map((days) => plus(day("2027-01-01"), days));

describe("before the first capsule", () => {
  test("contraception begins on the last day that leaves its month, and not a day later", () => {
    const values = valuesOf("jp-selfpay");
    fc.assert(
      fc.property(someStart, (start) => {
        const begun = contraceptionBy(start, values);
        if (begun === undefined) throw new Error("a month is asked for");
        expect(safetyMonths(begun, 1)).toBeLessThan(start);
        expect(safetyMonths(plus(begun, 1), 1)).toBeGreaterThanOrEqual(start);
        expect(startAfterContraception(begun, values)).toBeLessThanOrEqual(start);
      }),
    );
  });

  test("two tests stand nineteen days apart, the second on the day the month is over", () => {
    expect(
      testsBefore(day("2027-01-10"), valuesOf("jp-selfpay")).map(({ fromDay, toDay }) => [
        dayText(fromDay),
        dayText(toDay),
      ]),
    ).toEqual([
      ["2026-12-22", "2026-12-22"],
      ["2027-01-10", "2027-01-10"],
    ]);
  });

  test("one test in Europe, at most three days before", () => {
    const [only, ...others] = testsBefore(day("2027-01-10"), valuesOf("eu-ppp"));
    expect(others).toEqual([]);
    expect(only).toEqual({ fromDay: day("2027-01-07"), toDay: day("2027-01-10") });
  });

  test.each([
    ["jp-selfpay", "2027-02-06"],
    ["eu-ppp", "2027-02-06"],
    ["us-ipledge", "2027-02-03"],
    ["label-us", "2027-01-09"],
  ])("a supply under %s takes a test from %s on", (protocol, from) => {
    const usable = knowledge.protocols[protocol]?.usable === true;
    if (!usable) return;
    expect(dayText(testDaysFor(day("2027-02-09"), valuesOf(protocol)).fromDay)).toBe(from);
  });
});
