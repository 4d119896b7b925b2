import { settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { latest, notBefore } from "../happened.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * A reported pregnancy or a positive test stops, whatever the category says. No source gives a number of days after
 * which it may be taken back, so only a prescriber's recorded conclusion or the recorded end closes it.
 */
export const patientIsNotPregnant = rule("patient-is-not-pregnant", ["pass", "stop"], (c) => {
  const cites = c.values.pregnancyStops.cites;
  const reported = c.record.last("pregnancy-reported")?.happened;
  const positive = c.record.tests.findLast((test) => test.result === "positive");
  const since = latest(reported, positive?.known);
  if (since === undefined) return pass("no-sign-of-pregnancy", {}, cites);
  const ended = c.record.of("pregnancy-ended").some(({ happened }) => notBefore(happened, since));
  const shown = positive === undefined || since === reported ? "pregnancy-reported" : "test-positive";
  if (ended || settled(c, "patient-is-not-pregnant", shown, since)) {
    return pass("no-longer-pregnant", {}, cites);
  }
  const wayOut = [step("prescriber", "assess-pregnancy", {}, c.day)];
  return positive === undefined || shown === "pregnancy-reported"
    ? stop("pregnancy-reported", { reportedDay: since.day }, cites, wayOut, { floor: true })
    : stop("test-positive", { collectedDay: positive.day }, cites, wayOut, { floor: true });
});
