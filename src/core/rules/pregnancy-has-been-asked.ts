import { isCurrent } from "../case.ts";
import { lastStated } from "../circumstances.ts";
import { ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A pregnancy that nobody has asked about is not excluded; the tests before a supply have rules of their own. */
export const pregnancyHasBeenAsked = rule("pregnancy-has-been-asked", ["pass", "ask", "stop"], (c) => {
  const { cites } = c.values.pregnancyStops;
  if (!c.pregnancyPossible) return pass("not-possible", {}, cites);
  const test = c.record.tests.findLast(({ result }) => result !== undefined);
  const stated = lastStated(c, "mayBePregnant");
  if (stated?.body.mayBePregnant === true && (test === undefined || test.day <= stated.happened.day)) {
    return stop("may-be", {}, cites, [step("prescriber", "assess-pregnancy", {}, c.day)], { floor: true });
  }
  if (test?.result === "negative" && isCurrent(c, test.day))
    return pass("tested", { testedDay: test.day }, cites);
  if (stated !== undefined && isCurrent(c, stated.happened.day)) return pass("not-pregnant", {}, cites);
  const no = draft("circumstances-stated", { mayBePregnant: false }, "nurse", c.today);
  return ask("not-asked", {}, cites, [
    step("nurse", "ask-circumstance", { circumstance: "mayBePregnant" }, c.today, {
      when: "now",
      entries: [no],
    }),
  ]);
});
