import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** The first consultation of a course is in person; those after it may be remote. */
export const firstVisitWasInPerson = rule("first-visit-was-in-person", ["pass", "ask"], (c) => {
  const { value, cites } = c.values.firstVisitInPerson;
  if (value !== true) return pass("not-asked-for", {}, cites);
  if (!c.firstSupply) return pass("treatment-under-way", {}, cites);
  const since = c.record.earlierCourse?.overDay;
  const visits = c.record
    .of("visit-held")
    .filter(({ happened }) => since === undefined || happened.day > since);
  const seen = visits.findLast(({ body }) => body.inPerson);
  if (seen !== undefined) return pass("in-person", { seenDay: seen.happened.day }, cites);
  const wayOut = [
    step("prescriber", "see-in-person", {}, c.day, {
      entries: [draft("visit-held", { inPerson: true }, "prescriber", c.day)],
    }),
  ];
  return visits.length === 0
    ? ask("no-visit-recorded", {}, cites, wayOut)
    : ask("only-remote", {}, cites, wayOut);
});
