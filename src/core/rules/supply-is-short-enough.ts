import { advise, ask, pass, stop } from "../finding.ts";
import type { SupplyQuestion } from "../question.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

/** Days of one supply. Where pregnancy is possible or the category unknown the limit is a floor. */
export const supplyIsShortEnough = rule("supply-is-short-enough", ["pass", "advise", "ask", "stop"], (c) => {
  const limit = c.pregnancyPossible
    ? c.values.supplyDaysIfPregnancyPossible
    : c.values.supplyDaysIfPregnancyImpossible;
  const { value: mostDays, cites } = limit;
  const days = suppliedDays(c);
  const { dailyMg, capsuleMg } = c.question;
  const shorter = (most: number): Partial<SupplyQuestion> => ({
    days: most,
    ...(dailyMg === undefined || capsuleMg === undefined
      ? {}
      : { capsules: Math.ceil((dailyMg * most) / capsuleMg) }),
  });
  const unread = c.question.unread ?? [];
  if (unread.length > 0) {
    return ask("amount-unreadable", { parts: unread }, cites, [
      step("prescriber", "state-days", {}, c.day, {
        change: { unread: [], ...(mostDays === null ? {} : shorter(mostDays)) },
      }),
    ]);
  }
  if (days === undefined) {
    return ask("days-unknown", { mostDays }, cites, [
      step("prescriber", "state-days", {}, c.day, {
        change: mostDays === null ? { days: 1 } : shorter(mostDays),
      }),
    ]);
  }
  if (mostDays !== null && days > mostDays) {
    const wayOut = [step("prescriber", "shorten-supply", { mostDays }, c.day, { change: shorter(mostDays) })];
    return c.pregnancyPossible
      ? stop("too-long", { days, mostDays }, cites, wayOut, { floor: true })
      : stop("too-long-for-protocol", { days, mostDays }, cites, wayOut, { floor: true });
  }
  return limit.deviation !== undefined && days > (c.protocolValues.supplyDaysIfPregnancyImpossible.value ?? 0)
    ? advise("longer-by-deviation", { days, signedBy: limit.deviation.signedBy }, cites)
    : pass("short-enough", { days, mostDays }, cites);
});
