import { type At, type Day, endOf, plus, spanWithin } from "../calendar.ts";
import { type Case, closes, datedAhead, latestOf } from "../case.ts";
import { citesOf } from "../cites.ts";
import type { Happened } from "../entry.ts";
import { ask, pass } from "../finding.ts";
import { doesNotCount, testDraft, testSettingNeeded } from "../pregnancy-tests.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import type { PregnancyTest } from "../what-stands.ts";

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
  const latest = latestTest(c);
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
    const negative = draft("pregnancy-test-resulted", { test: latest.id, result: "negative" }, "lab", c.day);
    return ask("result-missing", { collectedDay }, cites, [
      step("lab", "result-pregnancy-test", { collectedDay }, c.day, { entries: [negative] }),
    ]);
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

/** The instant the test stops serving: the earliest of its window's end and its age at the prescription. */
function windowCloses(c: Case, collected: Day): At | undefined {
  const { testWindowDays, testAgeAtPrescriptionDays, testWithin, windowZone } = c.values;
  const lastOfWindow = testWindowDays.value === null ? undefined : plus(collected, testWindowDays.value - 1);
  const lastByAge =
    testAgeAtPrescriptionDays.value === null ? undefined : plus(collected, testAgeAtPrescriptionDays.value);
  const ends: At[] = [];
  if (lastOfWindow !== undefined) ends.push(endOf(lastOfWindow, windowZone.value ?? c.zone));
  // An age that ends on the window's last day or later adds nothing: the window's own zone says when that day ends.
  if (lastByAge !== undefined && (lastOfWindow === undefined || lastByAge < lastOfWindow))
    ends.push(closes(c, lastByAge));
  if (testWithin.value !== null) ends.push(closes(c, spanWithin(collected, testWithin.value)));
  return ends.length === 0 ? undefined : (Math.min(...ends) as At);
}

/** The newest sample that was not positive; of one day the one with the worse result. */
function latestTest(c: Case): PregnancyTest | undefined {
  const others = c.record.tests.filter((test) => test.result !== "positive");
  const newest = others.at(-1);
  return others.find((test) => test.day === newest?.day && test.result === "indeterminate") ?? newest;
}

/** A positive result or a reported pregnancy: only a sample taken on a later day speaks after it. */
function lastSignOfPregnancy(c: Case): Happened | undefined {
  const positive = c.record.tests.findLast((test) => test.result === "positive")?.known;
  return latestOf([
    ...c.record.of("pregnancy-reported"),
    ...(positive === undefined ? [] : [{ happened: positive }]),
  ]);
}
