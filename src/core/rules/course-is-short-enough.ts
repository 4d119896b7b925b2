import { plus } from "../calendar.ts";
import { closes, judged } from "../case.ts";
import { citesOf } from "../cites.ts";
import { lastDayWithin } from "../course-length.ts";
import { advise, ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

/** The course with this supply in it. Past the usual length an advice, past the longest a recorded judgement. */
export const courseIsShortEnough = rule("course-is-short-enough", ["pass", "advise", "ask"], (c) => {
  const { courseUsual, courseLongest } = c.values;
  const cites = citesOf(courseUsual, courseLongest);
  const begunDay = c.record.firstDoseDay ?? c.day;
  const days = suppliedDays(c) ?? 1;
  const endDay = plus(c.day, days - 1);
  const usualDay = lastDayWithin(begunDay, courseUsual.value);
  const longestDay = lastDayWithin(begunDay, courseLongest.value);
  const facts = { begunDay, endDay, usualDay, longestDay };
  if (longestDay !== undefined && endDay > longestDay) {
    if (judged(c, "course-is-short-enough", "longer-than-longest"))
      return advise("longer-judged", facts, cites);
    return ask("longer-than-longest", facts, cites, [
      step("prescriber", "judge-course-length", {}, c.day, {
        entries: [
          draft(
            "judgement-recorded",
            { rule: "course-is-short-enough", conclusion: "may-continue" },
            "prescriber",
            c.day,
          ),
        ],
      }),
    ]);
  }
  // Prescribed later, the same supply ends later.
  const until =
    c.firstSupply || longestDay === undefined ? undefined : closes(c, plus(longestDay, -(days - 1)));
  return usualDay !== undefined && endDay > usualDay
    ? advise("longer-than-usual", facts, cites, until)
    : pass("short-enough", facts, cites, until);
});
