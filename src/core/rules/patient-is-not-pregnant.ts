import type { Day } from "../calendar.ts";
import { type Case, settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { answers, type Written } from "../happened.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/**
 * A reported pregnancy or a positive test stops, whatever the category says. No source gives a number of days after
 * which it may be taken back, so only a prescriber's recorded conclusion or the recorded end closes it.
 */
export const patientIsNotPregnant = rule("patient-is-not-pregnant", ["pass", "stop"], (c) => {
  const cites = c.values.pregnancyStops.cites;
  const signs = signsOf(c);
  if (signs.length === 0) return pass("no-sign-of-pregnancy", {}, cites);
  const closed = signs.filter((sign) => isClosed(c, sign));
  // Who has concluded on a later sign knew of this one.
  const sign = signs.findLast(
    (one) => !closed.includes(one) && !closed.some((other) => isLater(other.known, one.known)),
  );
  if (sign === undefined) return pass("no-longer-pregnant", {}, cites);
  const wayOut = [step("prescriber", "assess-pregnancy", {}, c.day)];
  return sign.reason === "pregnancy-reported"
    ? stop("pregnancy-reported", { reportedDay: sign.day }, cites, wayOut, { floor: true })
    : stop("test-positive", { collectedDay: sign.day }, cites, wayOut, { floor: true });
});

interface Sign {
  readonly reason: "pregnancy-reported" | "test-positive";
  readonly day: Day;
  readonly known: Written;
}

/** Every sign of a pregnancy, the latest last; of one moment the one that was reported. */
function signsOf(c: Case): readonly Sign[] {
  const positive = c.record.tests.filter(({ result }) => result === "positive");
  return [
    ...positive.map(
      ({ day, known, recordedAt }): Sign => ({
        reason: "test-positive",
        day,
        known: { happened: known, recordedAt },
      }),
    ),
    ...c.record
      .of("pregnancy-reported")
      .map((known): Sign => ({ reason: "pregnancy-reported", day: known.happened.day, known })),
  ].toSorted((a, b) => (isLater(a.known, b.known) ? 1 : isLater(b.known, a.known) ? -1 : 0));
}

function isClosed(c: Case, { reason, known }: Sign): boolean {
  return (
    c.record.of("pregnancy-ended").some((ended) => answers(ended, known)) ||
    settled(c, "patient-is-not-pregnant", reason, known)
  );
}

function isLater(one: Written, other: Written): boolean {
  return answers(one, other) && !answers(other, one);
}
