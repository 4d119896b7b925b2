import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** One order for isotretinoin at a time, and one authorisation: two that pass apart may be twice the dose together. */
export const noOtherOrderIsOpen = rule("no-other-order-is-open", ["pass", "ask"], (c) => {
  const cites = citesOf(c.values.supplyDaysIfPregnancyPossible, c.values.authorisedOnce);
  const others = c.question.otherOrders ?? 0;
  if (others > 0) {
    return ask("others", { others }, cites, [
      step("prescriber", "withdraw-other-orders", { others }, c.day, { change: { otherOrders: 0 } }),
    ]);
  }
  const numbers = c.record.authorisations
    .filter(({ state, number }) => state === "open" && number !== c.question.dispensing?.number)
    .map(({ number }) => number);
  if (numbers.length === 0) return pass("only-one", {}, cites);
  return ask("authorisation-open", { numbers }, cites, [
    step("prescriber", "void-other-authorisations", { numbers }, c.day, {
      entries: numbers.map((number) =>
        draft("supply-voided", { number, because: "replaced", rules: [] }, "prescriber", c.day),
      ),
    }),
  ]);
});
