import { citesOf } from "../cites.ts";
import { contraceptionDrafts } from "../contraception-plan.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** The methods in force are enough for the protocol: how many, of which kind, or abstinence where it counts. */
export const contraceptionIsAcceptable = rule("contraception-is-acceptable", ["pass", "ask", "stop"], (c) => {
  const { contraceptionMethodsTogether, primaryMethodNeeded, contraceptionMonthsAfter } = c.values;
  const cites = citesOf(contraceptionMethodsTogether, primaryMethodNeeded, contraceptionMonthsAfter);
  if (!c.pregnancyPossible) return pass("not-asked-for", {}, cites);
  const methods = contraceptionMethodsTogether.value ?? 1;
  const primary = primaryMethodNeeded.value === true;
  const { coverage } = c;
  const facts = { methods, accepted: coverage.accepted, refused: coverage.refused };
  const start = () =>
    step("patient", "start-contraception", { methods, primary }, c.today, {
      when: "now",
      entries: contraceptionDrafts(c, c.today),
    });
  switch (coverage.lacks) {
    case "nothing": {
      const monthsAfter = contraceptionMonthsAfter.value ?? 1;
      return coverage.abstinence === "accepted"
        ? pass("abstinence", { monthsAfter }, cites)
        : pass("methods-accepted", { ...facts, monthsAfter }, cites);
    }
    case "reasons":
      return ask("abstinence-without-reasons", {}, c.values.abstinenceNeedsCompellingReasons.cites, [
        step("prescriber", "record-compelling-reasons", {}, c.today, {
          when: "now",
          entries: [
            draft("abstinence-attested", { committed: true, compellingReasons: true }, "prescriber", c.today),
          ],
        }),
      ]);
    case "methods":
    case "primary":
    case "independence":
      if (coverage.accepted.length === 0 && coverage.refused.length === 0) {
        return ask("no-method-recorded", { methods, primary }, cites, [start()]);
      }
      return coverage.lacks === "methods"
        ? stop("too-few-methods", facts, cites, [start()], { floor: true })
        : coverage.lacks === "primary"
          ? stop("no-primary-method", facts, cites, [start()], { floor: true })
          : stop("barrier-alone", facts, c.values.barrierAloneRefused.cites, [start()], { floor: true });
  }
});
