/** Which pregnancy tests count under a protocol, and the test a plan would ask for. */
import { type Day, laterDay, plus, safetyMonths } from "./calendar.ts";
import type { Case } from "./case.ts";
import { type Draft, draft, type StepOf, step } from "./steps.ts";
import type { PregnancyTest } from "./what-stands.ts";

/** What it takes to say which tests count. */
type Tested = Pick<Case, "record" | "values" | "firstAtRisk">;

export type Objection =
  | "setting"
  | "setting-unknown"
  | "home-not-permitted"
  | "home-not-supervised"
  | "sensitivity-unknown"
  | "not-sensitive";

/** Why a test does not count, if it does not. */
export function doesNotCount(c: Tested, test: PregnancyTest): Objection | undefined {
  return settingObjection(c, test) ?? sensitivityObjection(c, test);
}

/** Where the next test has to be done. */
export function testSettingNeeded(c: Tested): "certified-laboratory" | "medical-setting" | "any" {
  if (needsCertifiedLaboratory(c)) return "certified-laboratory";
  if (c.firstAtRisk && c.values.pretreatmentTestsInMedicalSetting.value === true) return "medical-setting";
  return homeAllowed(c) ? "any" : "medical-setting";
}

/** Negative tests that count, oldest first, since any earlier course ended. */
export function countingTests(c: Tested): readonly PregnancyTest[] {
  return sinceLastSign(c).filter((test) => test.result === "negative" && doesNotCount(c, test) === undefined);
}

/**
 * Samples whose result is awaited, oldest first: nobody is asked for another one meanwhile. Those that could not count
 * whatever the result are not among them; what is not recorded of a sample can still be added.
 */
export function awaitedTests(c: Case): readonly PregnancyTest[] {
  return sinceLastSign(c).filter((test) => {
    const objection = doesNotCount(c, test);
    return (
      test.result === undefined &&
      objection !== "setting" &&
      objection !== "home-not-supervised" &&
      objection !== "not-sensitive"
    );
  });
}

/** Asks for the result of a sample, presumed negative in a plan. */
export function resultOf(
  c: Case,
  { id, day }: PregnancyTest,
  { on = c.day, when = "then" }: { readonly on?: Day; readonly when?: "now" | "then" } = {},
): StepOf<"result-pregnancy-test"> {
  const negative = draft("pregnancy-test-resulted", { test: id, result: "negative" }, "lab", on);
  return step("lab", "result-pregnancy-test", { collectedDay: day }, on, { when, entries: [negative] });
}

/** Samples of after any earlier course and any positive result. */
function sinceLastSign(c: Tested): readonly PregnancyTest[] {
  const earlier = c.record.earlierCourse?.overDay;
  const positive = c.record.tests
    .filter(({ result }) => result === "positive")
    .reduce<Day | undefined>((last, { lastDay }) => laterDay(last ?? lastDay, lastDay), undefined);
  return c.record.tests.filter(
    (test) =>
      (earlier === undefined || test.day > earlier) && (positive === undefined || test.day > positive),
  );
}

/** The newest sample that was not positive, by a day if one is given; of one day the one with the worse result. */
export function newestTest(c: Case, until?: Day): PregnancyTest | undefined {
  const others = c.record.tests.filter(
    ({ result, lastDay }) => result !== "positive" && (until === undefined || lastDay <= until),
  );
  const newest = others.at(-1);
  return others.find((test) => test.day === newest?.day && test.result === "indeterminate") ?? newest;
}

/** The first day on which a test confirms: spaced from the screening one, and after the month on contraception. */
export function confirmationFrom(c: Case, screening: Day): Day {
  const { pretreatmentTestSpacingDays, secondTestAfterContraceptionMonth, contraceptionMonthsBefore } =
    c.values;
  const spaced = plus(screening, pretreatmentTestSpacingDays.value ?? 0);
  if (secondTestAfterContraceptionMonth.value !== true) return spaced;
  const since = c.coverage.sinceDay ?? c.today;
  return laterDay(spaced, plus(safetyMonths(since, contraceptionMonthsBefore.value ?? 1), 1));
}

/** Whether a test confirms: late enough after the screening one, and in the days of the cycle the label names. */
export function confirms(c: Case, test: PregnancyTest, screening: PregnancyTest): boolean {
  const days = c.values.secondTestWithinDaysOfPeriod.value;
  return (
    test !== screening &&
    test.day >= confirmationFrom(c, screening.lastDay) &&
    (days === null || inFirstDaysOfPeriod(c, test.day, days))
  );
}

/** By what is known of periods on the day of the test: the latest status then, and the last period's first day. */
export function inFirstDaysOfPeriod(c: Case, tested: Day, days: number): boolean {
  const status = c.record
    .of("menses-recorded")
    .findLast(({ body, happened }) => happened.day <= tested && body.status !== "late");
  if (status === undefined) return false;
  return status.body.status !== "started" || tested <= plus(status.happened.day, days - 1);
}

/** A negative test as a plan would have it, collected and read on a day. */
export function testDraft(c: Case, day: Day, test: string): Draft[] {
  const detects = c.values.testDetectsMiuPerMl.value;
  const needed = testSettingNeeded(c);
  return [
    draft(
      "pregnancy-test-collected",
      {
        test: `${test}-${day}`,
        setting: needed === "any" ? "medical-setting" : needed,
        ...(detects === null ? {} : { detectsMiuPerMl: detects }),
      },
      "lab",
      day,
    ),
    draft("pregnancy-test-resulted", { test: `${test}-${day}`, result: "negative" }, "lab", day),
  ];
}

function needsCertifiedLaboratory(c: Tested): boolean {
  const { pretreatmentTestsInCertifiedLaboratory, laterTestsInCertifiedLaboratory } = c.values;
  return (
    (c.firstAtRisk ? pretreatmentTestsInCertifiedLaboratory : laterTestsInCertifiedLaboratory).value === true
  );
}

function homeAllowed(c: Tested): boolean {
  return (
    c.values.homeTestsNeedPermission.value !== true ||
    c.record.last("home-testing-permitted")?.body.permitted === true
  );
}

function settingObjection(c: Tested, test: PregnancyTest): Objection | undefined {
  const needed = testSettingNeeded(c);
  const supervised = c.values.homeTestsSupervised.value === true;
  if (test.setting === undefined) return needed === "any" && !supervised ? undefined : "setting-unknown";
  if (needed === "certified-laboratory" && test.setting !== "certified-laboratory") return "setting";
  if (test.setting !== "home") return undefined;
  if (needed === "any") return supervised && !test.supervised ? "home-not-supervised" : undefined;
  return c.firstAtRisk && c.values.pretreatmentTestsInMedicalSetting.value === true
    ? "setting"
    : "home-not-permitted";
}

function sensitivityObjection(c: Tested, test: PregnancyTest): Objection | undefined {
  const most = c.values.testDetectsMiuPerMl.value;
  if (most === null) return undefined;
  // The clinic signs for its own kit, not for the one a patient uses at home.
  const detects = test.detectsMiuPerMl ?? (test.setting === "home" ? undefined : kitOf(c));
  if (detects === undefined) return "sensitivity-unknown";
  return detects > most ? "not-sensitive" : undefined;
}

/** What the clinic's own kit detects, by its signed policy. */
function kitOf(c: Tested): number | undefined {
  return c.record.of("policy-signed").findLast(({ body }) => body.policy === "pregnancy-test-kit")?.body
    .detectsMiuPerMl;
}
