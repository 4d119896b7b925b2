import { closes } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Patient, prescriber and site are enrolled in the programme, where it has enrolment. */
export const partiesAreEnrolled = rule("parties-are-enrolled", ["pass", "ask"], (c) => {
  const { value: parties, cites } = c.values.enrolments;
  if (parties === null || parties.length === 0) return pass("not-asked-for", {}, cites);
  const programme = c.values.enrolments.from;
  const joinedAs = (party: string) =>
    c.record
      .of("programme-enrolled")
      .findLast(({ body }) => body.programme === programme && body.party === party);
  const enrolled = (party: string) => {
    const joined = joinedAs(party);
    const left = c.record
      .of("programme-left")
      .findLast(({ body }) => body.programme === programme && body.party === party);
    return (
      joined !== undefined &&
      (joined.body.until === undefined || c.day <= joined.body.until) &&
      (left === undefined || left.happened.day < joined.happened.day)
    );
  };
  const missing = parties.filter((party) => !enrolled(party));
  if (missing.length === 0) {
    const ends = parties.flatMap((party) => joinedAs(party)?.body.until ?? []);
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
