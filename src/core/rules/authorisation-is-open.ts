import { citesOf } from "../cites.ts";
import { ask, pass, stop } from "../finding.ts";
import { authorisationCloses, authoriseAnew, isExpired } from "../redeeming.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { wasPrescribedUntested } from "../windows.ts";

/**
 * A supply is handed out once, on an authorisation that is still open. Its window was set when it was given, and is
 * reckoned again from its day: the earlier of the two closes it.
 */
export const authorisationIsOpen = rule("authorisation-is-open", ["pass", "ask", "stop"], (c) => {
  const { authorisedOnce, dispenseWithinDaysOfPrescription } = c.values;
  const { prescriptionWindowDaysIfPregnancyImpossible } = c.values;
  const cites = citesOf(
    authorisedOnce,
    c.pregnancyPossible ? dispenseWithinDaysOfPrescription : prescriptionWindowDaysIfPregnancyImpossible,
  );
  const number = c.question.dispensing?.number ?? "";
  const { authorisation } = c;
  if (authorisation === undefined) {
    const check = [step("pharmacist", "check-number", { number }, c.day)];
    return stop("unknown-number", { number }, cites, check, { floor: true });
  }
  const { state, day: authorisedDay, dispensedDay } = authorisation;
  // Why it was voided or taken back is for the prescriber to look at: that a new one is given cannot be presumed.
  const anew = [step("prescriber", "authorise-anew", {}, c.day)];
  if (state === "voided") return stop("voided", { number }, cites, anew, { floor: true });
  if (state === "reversed") return stop("reversed", { number, dispensedDay }, cites, anew, { floor: true });
  if (state === "dispensed")
    return stop("dispensed", { number, dispensedDay }, cites, "never", { floor: true });
  if (wasPrescribedUntested(c)) {
    return ask("not-tested-before", { authorisedDay }, cites, [authoriseAnew(c)]);
  }
  const closesAt = authorisationCloses(c);
  return isExpired(c)
    ? ask("expired", { authorisedDay, closedAt: closesAt }, cites, [authoriseAnew(c)])
    : pass("open", { authorisedDay, closesAt }, cites, closesAt);
});
