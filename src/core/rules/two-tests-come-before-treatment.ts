import { citesOf } from "../cites.ts";
import { type Day, laterDay, plus, safetyMonths } from "../calendar.ts";
import { type Case, opens } from "../case.ts";
import { ask, pass, wait } from "../finding.ts";
import { countingTests, testDraft, testSettingNeeded } from "../pregnancy-tests.ts";
import { rule } from "../rule.ts";
import { type Draft, draft, step } from "../steps.ts";

/**
 * Before the first capsule: a screening test, and a confirming one at least `pretreatmentTestSpacingDays` later,
 * after the month on contraception and in the first days of a period (or just before treatment where periods are
 * irregular or absent). Label §8.3; enrolment form 7.10.
 */
export const twoTestsComeBeforeTreatment = rule("two-tests-come-before-treatment", ["pass", "ask", "wait"], (c) => {
  const { pretreatmentTests, pretreatmentTestSpacingDays } = c.values;
  const cites = citesOf(pretreatmentTests, pretreatmentTestSpacingDays);
  const needed = pretreatmentTests.value ?? 0;
  if (!c.pregnancyPossible) return pass("not-asked-for", {}, cites);
  if (!c.firstSupply) return pass("treatment-under-way", {}, cites);
  const tests = countingTests(c);
  const screening = tests[0];
  const setting = testSettingNeeded(c);
  if (needed >= 1 && screening === undefined) {
    const first = needed >= 2;
    return ask("screening-test-missing", { tests: needed }, cites, [
      step("lab", "collect-pregnancy-test", { setting, first }, first ? c.today : c.day, {
        when: first ? "now" : "then",
        entries: testDraft(c, first ? c.today : c.day, "plan-screening"),
      }),
    ]);
  }
  if (needed < 2 || screening === undefined) return pass("tested", { tests: tests.length }, cites);

  const spacingDays = pretreatmentTestSpacingDays.value ?? 0;
  const confirmFromDay = laterDay(plus(screening.day, spacingDays), dayAfterContraceptionMonth(c));
  const confirming = tests.findLast((test) => test.day >= confirmFromDay);
  const periodDays = c.values.secondTestWithinDaysOfPeriod.value;
  const facts = { screeningDay: screening.day, spacingDays, confirmFromDay, periodDays };
  const collect = (day: Day) =>
    step("lab", "collect-confirming-test", { setting, fromDay: confirmFromDay, periodDays }, day, {
      when: day > c.day ? "only-then" : "then",
      entries: [...testDraft(c, day, "plan-confirming"), ...periodDraft(c, day)],
    });
  if (confirming === undefined) {
    return c.day < confirmFromDay
      ? wait("too-soon-for-confirming-test", facts, cites, [collect(confirmFromDay)], opens(c, confirmFromDay))
      : ask("confirming-test-missing", facts, cites, [collect(c.day)]);
  }
  if (periodDays !== null && !inFirstDaysOfPeriod(c, confirming.day, periodDays)) {
    return ask("period-not-recorded", { ...facts, confirmingDay: confirming.day }, cites, [
      step("nurse", "record-period", {}, c.day, { entries: periodDraft(c, confirming.day) }),
    ]);
  }
  return pass("two-tests", { ...facts, confirmingDay: confirming.day }, cites);
});

/** The day after the month on contraception, counted from the stretch that still runs. */
function dayAfterContraceptionMonth(c: Case): Day {
  const { secondTestAfterContraceptionMonth, contraceptionMonthsBefore } = c.values;
  if (secondTestAfterContraceptionMonth.value !== true) return c.record.tests[0]?.day ?? c.day;
  const since = c.coverage.sinceDay ?? c.today;
  return plus(safetyMonths(since, contraceptionMonthsBefore.value ?? 1), 1);
}

function inFirstDaysOfPeriod(c: Case, tested: Day, days: number): boolean {
  return c.record
    .of("menses-recorded")
    .some(({ body, happened }) =>
      body.status === "started"
        ? happened.day <= tested && tested <= plus(happened.day, days - 1)
        : body.status !== "late",
    );
}

function periodDraft(c: Case, day: Day): Draft[] {
  const days = c.values.secondTestWithinDaysOfPeriod.value;
  if (days === null || inFirstDaysOfPeriod(c, day, days)) return [];
  return [draft("menses-recorded", { status: "started" }, "patient", day)];
}
