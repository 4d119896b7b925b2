import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * A reported pregnancy or a positive test stops, whatever the category says. No source gives a number of days after
 * which it may be taken back, so only a prescriber's recorded conclusion or the recorded end closes it.
 */
export const patientIsNotPregnant = rule("patient-is-not-pregnant", ["pass", "stop"], (c) => {
  const cites = c.values.pregnancyStops.cites;
  const reportedDay = c.record.last("pregnancy-reported")?.happened.day;
  const positiveDay = c.record.tests.findLast((test) => test.result === "positive")?.day;
  const sinceDay = Math.max(reportedDay ?? -Infinity, positiveDay ?? -Infinity);
  if (sinceDay === -Infinity) return pass("no-sign-of-pregnancy", {}, cites);
  const ended = c.record.of("pregnancy-ended").some(({ happened }) => happened.day >= sinceDay);
  const concluded = c.record
    .of("judgement-recorded")
    .some(
      ({ body, actor, happened }) =>
        body.rule === "patient-is-not-pregnant" &&
        body.conclusion === "may-continue" &&
        actor === "prescriber" &&
        happened.day >= sinceDay,
    );
  if (ended || concluded) return pass("no-longer-pregnant", {}, cites);
  const wayOut = [step("prescriber", "assess-pregnancy", {}, c.day)];
  return reportedDay === undefined
    ? stop("test-positive", { collectedDay: positiveDay }, cites, wayOut, { floor: true })
    : stop("pregnancy-reported", { reportedDay }, cites, wayOut, { floor: true });
});
