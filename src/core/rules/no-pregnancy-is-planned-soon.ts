import { lastThisCourse } from "../case.ts";
import { advise, ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/**
 * A house rule: who wants to be pregnant within the clinic's months is not started. Where no clinic asks, a wish that was told is told how
 * long it has to wait.
 */
export const noPregnancyIsPlannedSoon = rule(
  "no-pregnancy-is-planned-soon",
  ["pass", "advise", "ask", "stop"],
  (c) => {
    const { value: months, cites } = c.values.pregnancyWishExcludedMonths;
    const { value: monthsAfter, cites: after } = c.values.contraceptionMonthsAfter;
    if (!c.pregnancyPossible) return pass("not-asked-for", {}, cites);
    const wish = lastThisCourse(c, "pregnancy-wish-recorded")?.body;
    if (months === null) {
      const isWished = wish !== undefined && wish.withinMonths !== null;
      return isWished && monthsAfter !== null
        ? advise("must-wait", { monthsAfter }, after)
        : pass("not-asked-for", {}, cites);
    }
    if (wish === undefined) {
      const none = draft("pregnancy-wish-recorded", { withinMonths: null }, "nurse", c.today);
      return ask("not-asked", { months }, cites, [
        step("nurse", "record-pregnancy-wish", {}, c.today, { when: "now", entries: [none] }),
      ]);
    }
    return wish.withinMonths !== null && wish.withinMonths <= months
      ? stop("planned", { months, withinMonths: wish.withinMonths }, cites, [
          step("prescriber", "postpone-for-pregnancy-wish", {}, c.day),
        ])
      : pass("not-planned", { months }, cites);
  },
);
