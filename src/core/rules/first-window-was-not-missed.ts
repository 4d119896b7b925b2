import { type Day, endOf, plus } from "../calendar.ts";
import { type Case, opens } from "../case.ts";
import { ask, pass, wait } from "../finding.ts";
import {
  awaitedTests,
  confirms,
  countingTests,
  resultOf,
  testDraft,
  testSettingNeeded,
} from "../pregnancy-tests.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * The old edition's lockout: where the first window passed without a supply, the next test that counts is at least
 * `missedFirstWindowWaitDays` after the specimen that opened it. Gone from the edition of 15 November 2026.
 */
export const firstWindowWasNotMissed = rule("first-window-was-not-missed", ["pass", "ask", "wait"], (c) => {
  const { missedFirstWindowWaitDays, testWindowDays } = c.values;
  const cites = missedFirstWindowWaitDays.cites;
  const waitDays = missedFirstWindowWaitDays.value;
  if (waitDays === null || testWindowDays.value === null || !c.pregnancyPossible) {
    return pass("no-such-wait", {}, cites);
  }
  if (!c.firstAtRisk) return pass("treatment-under-way", {}, cites);
  const opened = missedWindow(c, waitDays, testWindowDays.value);
  if (opened === undefined) return pass("not-missed", {}, cites);
  const fromDay = plus(opened, waitDays);
  const facts = { openedDay: opened, waitDays, fromDay };
  if (countingTests(c).some((test) => test.day >= fromDay)) return pass("waited", facts, cites);
  const sample = awaitedTests(c).findLast((test) => test.day >= fromDay);
  if (sample !== undefined) {
    return ask("result-after-wait-missing", { ...facts, collectedDay: sample.day }, cites, [
      resultOf(c, sample),
    ]);
  }
  const day = c.day < fromDay ? fromDay : c.day;
  const collect = step("lab", "wait-after-missed-window", { fromDay }, day, {
    when: c.day < fromDay ? "only-then" : "then",
    entries: testDraft(c, day, "plan-after-lockout"),
  });
  return c.day < fromDay
    ? wait("locked-out", { ...facts, setting: testSettingNeeded(c) }, cites, [collect], opens(c, fromDay))
    : ask("test-after-wait-missing", facts, cites, [collect]);
});

/** The specimen day of the last test whose window passed unused, each opener at least the wait after the one before. */
function missedWindow(c: Case, waitDays: number, windowDays: number): Day | undefined {
  const zone = c.values.windowZone.value ?? c.zone;
  const tests = countingTests(c);
  const screening = tests[0];
  if (screening === undefined) return undefined;
  let opener: Day | undefined;
  for (const test of tests) {
    // The first window is opened by the confirming test; after a missed one any test that has waited opens the next.
    const mayOpen = opener === undefined ? confirms(c, test, screening) : test.day >= plus(opener, waitDays);
    if (mayOpen) opener = test.day;
    else continue;
    if (c.at < endOf(plus(opener, windowDays - 1), zone)) return earlierOpener(tests, opener, c, waitDays);
  }
  return opener;
}

/** With a window still open the one before it, if any, is the one that was missed: it has been waited for. */
function earlierOpener(
  tests: ReturnType<typeof countingTests>,
  open: Day,
  c: Case,
  waitDays: number,
): Day | undefined {
  const screening = tests[0];
  return tests.find(
    (test) => screening !== undefined && confirms(c, test, screening) && test.day <= plus(open, -waitDays),
  )?.day;
}
