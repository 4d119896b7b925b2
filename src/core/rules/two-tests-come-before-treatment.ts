import type { Day } from "../calendar.ts";
import { type Case, opens } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass, wait } from "../finding.ts";
import {
  awaitedTests,
  confirmationFrom,
  confirms,
  countingTests,
  inFirstDaysOfPeriod,
  resultOf,
  testDraft,
  testSettingNeeded,
} from "../pregnancy-tests.ts";
import { rule } from "../rule.ts";
import { type Draft, draft, step } from "../steps.ts";

/**
 * Before the first capsule: a screening test, and a confirming one at least `pretreatmentTestSpacingDays` later,
 * after the month on contraception and in the first days of a period (or just before treatment where periods are
 * irregular or absent). Label §8.3; enrolment form 7.10.
 */
export const twoTestsComeBeforeTreatment = rule(
  "two-tests-come-before-treatment",
  ["pass", "ask", "wait"],
  (c) => {
    const { pretreatmentTests, pretreatmentTestSpacingDays } = c.values;
    const cites = citesOf(pretreatmentTests, pretreatmentTestSpacingDays);
    const needed = pretreatmentTests.value ?? 0;
    if (!c.pregnancyPossible) return pass("not-asked-for", {}, cites);
    if (!c.firstAtRisk) return pass("treatment-under-way", {}, cites);
    const tests = countingTests(c);
    const screening = tests[0];
    const awaited = awaitedTests(c);
    const setting = testSettingNeeded(c);
    if (needed >= 1 && screening === undefined) {
      const first = needed >= 2;
      const sample = awaited[0];
      if (sample !== undefined) {
        // Of two the first starts the days between them: its result is due today.
        const due = first ? ({ on: c.today, when: "now" } as const) : {};
        return ask("screening-result-missing", { collectedDay: sample.day }, cites, [
          resultOf(c, sample, due),
        ]);
      }
      return ask("screening-test-missing", { tests: needed }, cites, [
        step("lab", "collect-pregnancy-test", { setting, first }, first ? c.today : c.day, {
          when: first ? "now" : "then",
          entries: testDraft(c, first ? c.today : c.day, "plan-screening"),
        }),
      ]);
    }
    if (needed < 2 || screening === undefined) return pass("tested", { tests: tests.length }, cites);

    const spacingDays = pretreatmentTestSpacingDays.value ?? 0;
    const confirmFromDay = confirmationFrom(c, screening.lastDay);
    const periodDays = c.values.secondTestWithinDaysOfPeriod.value;
    const confirming = tests.findLast((test) => confirms(c, test, screening));
    const spaced = tests.findLast((test) => test.day >= confirmFromDay);
    const facts = { screeningDay: screening.day, spacingDays, confirmFromDay, periodDays };
    const collect = (day: Day) =>
      step("lab", "collect-confirming-test", { setting, fromDay: confirmFromDay, periodDays }, day, {
        when: day > c.day ? "only-then" : "then",
        entries: [...testDraft(c, day, "plan-confirming"), ...periodDraft(c, day)],
      });
    const recordPeriod = (testedDay: Day) =>
      step("nurse", "record-period", { testedDay }, c.day, { entries: periodDraft(c, testedDay) });
    const mayConfirm = awaited.filter((test) => test.day >= confirmFromDay);
    const sample = mayConfirm.findLast((test) => confirms(c, test, screening));
    if (confirming === undefined && sample !== undefined) {
      return ask("confirming-result-missing", { ...facts, collectedDay: sample.day }, cites, [
        resultOf(c, sample),
      ]);
    }
    if (confirming === undefined && spaced !== undefined) {
      return ask("period-not-recorded", { ...facts, confirmingDay: spaced.day }, cites, [
        recordPeriod(spaced.day),
      ]);
    }
    const outsidePeriod = mayConfirm.at(-1);
    if (confirming === undefined && outsidePeriod !== undefined) {
      const collectedDay = outsidePeriod.day;
      return ask("confirming-result-missing", { ...facts, collectedDay }, cites, [
        resultOf(c, outsidePeriod),
        recordPeriod(collectedDay),
      ]);
    }
    if (confirming === undefined) {
      return c.day < confirmFromDay
        ? wait(
            "too-soon-for-confirming-test",
            facts,
            cites,
            [collect(confirmFromDay)],
            opens(c, confirmFromDay),
          )
        : ask("confirming-test-missing", facts, cites, [collect(c.day)]);
    }
    return pass("two-tests", { ...facts, confirmingDay: confirming.day }, cites);
  },
);

function periodDraft(c: Case, day: Day): Draft[] {
  const days = c.values.secondTestWithinDaysOfPeriod.value;
  if (days === null || inFirstDaysOfPeriod(c, day, days)) return [];
  return [draft("menses-recorded", { status: "started" }, "patient", day)];
}
