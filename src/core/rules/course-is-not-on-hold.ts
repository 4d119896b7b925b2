import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A course on hold is resumed by its prescriber before the next supply. */
export const courseIsNotOnHold = rule("course-is-not-on-hold", ["pass", "ask"], (c) => {
  const cites = c.values.courseLongest.cites;
  const { heldDay } = c.record;
  if (heldDay === undefined) return pass("not-on-hold", {}, cites);
  return ask("on-hold", { heldDay }, cites, [
    step("prescriber", "resume-course", {}, c.day, {
      entries: [draft("course-resumed", {}, "prescriber", c.day)],
    }),
  ]);
});
