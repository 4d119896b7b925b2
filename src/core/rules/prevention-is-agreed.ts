import { lastStated } from "../circumstances.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Whoever can become pregnant agrees to contraception before, during and after, and to the tests. */
export const preventionIsAgreed = rule("prevention-is-agreed", ["pass", "ask", "stop"], (c) => {
  const { cites } = c.values.contraceptionMonthsBefore;
  if (!c.pregnancyPossible) return pass("not-needed", {}, cites);
  const agrees = lastStated(c, "agreesToPrevention");
  const explain = (when: "now" | "then") =>
    step("prescriber", "explain-prevention", {}, c.today, {
      when,
      entries: [draft("circumstances-stated", { agreesToPrevention: true }, "prescriber", c.today)],
    });
  if (agrees?.body.agreesToPrevention === false) {
    // Whether somebody changes their mind is not presumed: no day is promised.
    const talk = step("prescriber", "explain-prevention", {}, c.day);
    return stop("refused", {}, cites, [talk], { floor: true });
  }
  return agrees === undefined ? ask("not-asked", {}, cites, [explain("now")]) : pass("agreed", {}, cites);
});
