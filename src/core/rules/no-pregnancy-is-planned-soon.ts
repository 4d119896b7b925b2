import { lastThisCourse } from "../case.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * A house rule: who wants to be pregnant within the clinic's months is not started. A wish that lies further off, or is
 * told where no clinic asks, is told how long it has to wait.
 */
export const noPregnancyIsPlannedSoon = rule(
  "no-pregnancy-is-planned-soon",
  ["pass", "advise", "ask", "stop"],
  (c) => {
    const { value: months, cites } = c.values.pregnancyWishExcludedMonths;
    const { value: monthsAfter, cites: after } = c.values.contraceptionMonthsAfter;
    if (!c.pregnancyPossible) return pass("not-asked-for", {}, cites);
    const wish = lastThisCourse(c, "pregnancy-wish-recorded")?.body;
    if (months !== null && wish === undefined) {
      const none = draft("pregnancy-wish-recorded", { withinMonths: null }, "nurse", c.today);
      return ask("not-asked", { months }, cites, [
        step("nurse", "record-pregnancy-wish", {}, c.today, { when: "now", entries: [none] }),
      ]);
    }
    const withinMonths = wish?.withinMonths ?? null;
    if (months !== null && withinMonths !== null && withinMonths <= months) {
      return stop("planned", { months, withinMonths }, cites, [
        step("prescriber", "postpone-for-pregnancy-wish", {}, c.day),
      ]);
    }
    if (withinMonths !== null && monthsAfter !== null) return advise("must-wait", { monthsAfter }, after);
    return months === null ? pass("not-asked-for", {}, cites) : pass("not-planned", { months }, cites);
  },
);
