import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";

/** One order for isotretinoin at a time: two that pass apart may be twice the dose together. */
export const noOtherOrderIsOpen = rule("no-other-order-is-open", ["pass", "ask"], (c) => {
  const { cites } = c.values.supplyDaysIfPregnancyPossible;
  const others = c.question.otherOrders ?? 0;
  return others === 0
    ? pass("only-one", {}, cites)
    : ask("others", { others }, cites, [
        step("prescriber", "withdraw-other-orders", { others }, c.day, { change: { otherOrders: 0 } }),
      ]);
});
