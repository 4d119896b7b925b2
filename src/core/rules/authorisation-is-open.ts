import type { Case } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, type StepOf, step } from "../steps.ts";
import { earliest, prescriptionCloses } from "../windows.ts";

/**
 * A supply is handed out once, on an authorisation that is still open. Its window was set when it was given, and is
 * reckoned again from its day: the earlier of the two closes it.
 */
export const authorisationIsOpen = rule("authorisation-is-open", ["pass", "ask", "stop"], (c) => {
  const cites = citesOf(
    c.values.dispenseWithinDaysOfPrescription,
    c.values.prescriptionWindowDaysIfPregnancyImpossible,
    c.values.authorisedOnce,
  );
  const { authorisation } = c;
  const number = c.question.dispensing?.number ?? "";
  if (authorisation === undefined) {
    const check = [step("pharmacist", "check-number", { number }, c.day)];
    return stop("unknown-number", { number }, cites, check, { floor: true });
  }
  const { state, day: authorisedDay, dispensedDay } = authorisation;
  const anew = [step("prescriber", "authorise-anew", {}, c.day)];
  switch (state) {
    case "voided":
      return stop("voided", { number }, cites, anew, { floor: true });
    case "reversed":
      return stop("reversed", { number, dispensedDay }, cites, anew, { floor: true });
    case "dispensed":
      return stop("dispensed", { number, dispensedDay }, cites, anew, { floor: true });
    case "expired":
    case "open": {
      const closesAt = earliest(authorisation.dispenseBefore, prescriptionCloses(c));
      return closesAt !== undefined && c.at >= closesAt
        ? ask("expired", { authorisedDay, closedAt: closesAt }, cites, [authoriseAnew(c)])
        : pass("open", { authorisedDay, closesAt }, cites, closesAt);
    }
  }
});

/** The prescriber decides again and authorises the same amount under a new number. */
function authoriseAnew(c: Case): StepOf<"authorise-anew"> {
  const { authorisation } = c;
  if (authorisation === undefined) return step("prescriber", "authorise-anew", {}, c.day);
  const number = `~anew-${c.day}`;
  const { decision: _old, dispenseBefore: _closed, ...amount } = authorisation.body;
  const body = { ...amount, number, edition: c.edition.sinceDay };
  return step("prescriber", "authorise-anew", {}, c.day, {
    entries: [draft("supply-authorised", body, "prescriber", c.day)],
    change: { dispensing: { number } },
  });
}
