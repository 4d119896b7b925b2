import { type At, type Day, plus } from "../calendar.ts";
import { type Case, closes, datedAhead, latestOf } from "../case.ts";
import { citesOf } from "../cites.ts";
import type { Happened } from "../entry.ts";
import { ask, pass } from "../finding.ts";
import { doesNotCount, newestTest, resultOf, testDraft, testSettingNeeded } from "../pregnancy-tests.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import { earliest, testCloses } from "../windows.ts";

/**
 * A negative test for this very supply: inside its window (specimen's day is day 1, closing at the end of the last
 * day in the programme's zone), not older than the protocol allows at the prescription, and since the last supply.
 */
export const pregnancyTestIsInWindow = rule("pregnancy-test-is-in-window", ["pass", "ask"], (c) => {
  const { testEveryMonth, testWindowDays, testAgeAtPrescriptionDays, testWithin } = c.values;
  const cites = citesOf(testEveryMonth, testWindowDays, testAgeAtPrescriptionDays, testWithin);
  if (!c.pregnancyPossible || testEveryMonth.value !== true) return pass("not-asked-for", {}, cites);
  const setting = testSettingNeeded(c);
  const collect = () =>
    step("lab", "collect-pregnancy-test", { setting, first: false }, c.day, {
      entries: testDraft(c, c.day, "plan-window"),
    });
  const latest = newestTest(c);
  if (latest === undefined) {
    const aheadDay = datedAhead(c, "pregnancy-test-collected");
    return aheadDay === undefined
      ? ask("no-test", {}, cites, [collect()])
      : ask("test-dated-ahead", { aheadDay }, cites, [collect()]);
  }
  const collectedDay = latest.day;
  const alarm = lastSignOfPregnancy(c);
  if (alarm !== undefined && collectedDay <= alarm.day) {
    return ask("test-before-positive", { collectedDay, positiveDay: alarm.day }, cites, [collect()]);
  }
  const previous = c.record.previousSupplyDay;
  if (previous !== undefined && collectedDay <= previous) {
    return ask("test-before-previous-supply", { collectedDay, previousDay: previous }, cites, [collect()]);
  }
  const closesAt = windowCloses(c, collectedDay);
  if (closesAt !== undefined && c.at >= closesAt) {
    return ask("window-closed", { collectedDay, closedAt: closesAt }, cites, [collect()]);
  }
  if (latest.result === undefined) {
    return ask("result-missing", { collectedDay }, cites, [resultOf(c, latest)]);
  }
  if (latest.result === "indeterminate") return ask("indeterminate", { collectedDay }, cites, [collect()]);
  switch (doesNotCount(c, latest)) {
    case "setting-unknown":
      return ask("setting-unknown", { collectedDay }, cites, [
        step("nurse", "record-test-setting", { collectedDay }, c.day, {
          entries: testDraft(c, c.day, "plan-window"),
        }),
      ]);
    case "setting":
      return ask("setting-not-accepted", { collectedDay, setting: latest.setting ?? "" }, cites, [collect()]);
    case "home-not-permitted":
      return ask("home-test-not-permitted", { collectedDay }, cites, [
        step("prescriber", "permit-home-test", {}, c.day, {
          entries: [draft("home-testing-permitted", { permitted: true }, "prescriber", c.day)],
        }),
      ]);
    case "home-not-supervised":
      return ask("home-test-not-supervised", { collectedDay }, c.values.homeTestsSupervised.cites, [
        collect(),
      ]);
    case "sensitivity-unknown": {
      const mostMiuPerMl = c.values.testDetectsMiuPerMl.value ?? 0;
      return ask("sensitivity-unknown", { collectedDay, mostMiuPerMl }, cites, [
        step("nurse", "record-test-sensitivity", { collectedDay, mostMiuPerMl }, c.day, {
          entries: testDraft(c, c.day, "plan-window"),
        }),
      ]);
    }
    case "not-sensitive":
      return ask("not-sensitive-enough", { collectedDay, detectsMiuPerMl: latest.detectsMiuPerMl }, cites, [
        collect(),
      ]);
    case undefined:
      return pass("in-window", { collectedDay, closesAt }, cites, closesAt);
  }
});

/**
 * The instant the test stops serving: the earliest of its window's end and its age at the prescription. Once prescribed
 * in time only the window runs on.
 */
function windowCloses(c: Case, collected: Day): At | undefined {
  const { testWindowDays, testAgeAtPrescriptionDays } = c.values;
  const running = testCloses(c, collected);
  if (testAgeAtPrescriptionDays.value === null) return running;
  const lastByAge = plus(collected, testAgeAtPrescriptionDays.value);
  // An age that ends on the window's last day or later adds nothing: the window's own zone says when that day ends.
  if (testWindowDays.value !== null && lastByAge >= plus(collected, testWindowDays.value - 1)) return running;
  const inTime = c.authorisation !== undefined && c.prescribedDay <= lastByAge;
  return inTime ? running : earliest(running, closes(c, lastByAge));
}

/** A positive result or a reported pregnancy: only a sample taken on a later day speaks after it. */
function lastSignOfPregnancy(c: Case): Happened | undefined {
  const positive = c.record.tests.findLast((test) => test.result === "positive")?.known;
  return latestOf([
    ...c.record.of("pregnancy-reported"),
    ...(positive === undefined ? [] : [{ happened: positive }]),
  ]);
}
