import type { Day } from "../calendar.ts";
import { closes } from "../case.ts";
import { type Enrolment, enrolmentsOf } from "../enrolments.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Patient, prescriber and site are enrolled in the programme, where it has enrolment. */
export const partiesAreEnrolled = rule("parties-are-enrolled", ["pass", "ask"], (c) => {
  const { value: parties, cites } = c.values.enrolments;
  if (parties === null || parties.length === 0) return pass("not-asked-for", {}, cites);
  const programme = c.values.enrolments.from;
  const enrolments = parties.map((party) => enrolmentsOf(c.record, { programme, party }, c.day));
  const missing = parties.filter((_, index) => enrolments[index]?.length === 0);
  if (missing.length === 0) {
    const ends = enrolments.flatMap((standing) => lastEnd(standing) ?? []);
    const untilDay = ends.length === 0 ? undefined : ends.reduce((a, b) => (a < b ? a : b));
    return pass(
      "enrolled",
      { parties, programme },
      cites,
      untilDay === undefined ? undefined : closes(c, untilDay),
    );
  }
  return ask(
    "missing",
    { missing, programme },
    cites,
    missing.map((party) =>
      step(party === "site" ? "pharmacist" : "prescriber", "enrol-party", { party }, c.today, {
        when: "now",
        entries: [
          draft(
            "programme-enrolled",
            { programme, party: party as "patient" | "prescriber" | "site" },
            "administrator",
            c.today,
          ),
        ],
      }),
    ),
  );
});

/** Of several prescribers the one who is enrolled longest; undefined where one is without an end. */
function lastEnd(standing: readonly Enrolment[]): Day | undefined {
  const ends = standing.map(({ until }) => until);
  return ends.reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b), ends[0]);
}
