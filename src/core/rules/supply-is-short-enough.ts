import { advise, ask, pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { suppliedDays } from "../supply.ts";
import { step } from "../steps.ts";

/** Days of one supply. Where pregnancy is possible or the category unknown the limit is a floor. */
export const supplyIsShortEnough = rule("supply-is-short-enough", ["pass", "advise", "ask", "stop"], (c) => {
  const limit = c.pregnancyPossible
    ? c.values.supplyDaysIfPregnancyPossible
    : c.values.supplyDaysIfPregnancyImpossible;
  const { value: mostDays, cites } = limit;
  const days = suppliedDays(c);
  const { dailyMg, capsuleMg } = c.question;
  const shorter = (most: number) => ({
    days: most,
    ...(dailyMg === undefined || capsuleMg === undefined
      ? { capsules: undefined as never }
      : { capsules: Math.ceil((dailyMg * most) / capsuleMg) }),
  });
  const change = mostDays === null ? undefined : withoutUndefined(shorter(mostDays));
  if (days === undefined) {
    return ask("days-unknown", { mostDays }, cites, [
      step("prescriber", "state-days", {}, c.day, { change: change ?? { days: 30 } }),
    ]);
  }
  if (mostDays !== null && days > mostDays) {
    const wayOut = [
      step("prescriber", "shorten-supply", { mostDays }, c.day, change === undefined ? {} : { change }),
    ];
    return c.pregnancyPossible
      ? stop("too-long", { days, mostDays }, cites, wayOut, { floor: true })
      : stop("too-long-for-protocol", { days, mostDays }, cites, wayOut);
  }
  return limit.deviation !== undefined && days > (c.protocolValues.supplyDaysIfPregnancyImpossible.value ?? 0)
    ? advise("longer-by-deviation", { days, signedBy: limit.deviation.signedBy }, cites)
    : pass("short-enough", { days, mostDays }, cites);
});

function withoutUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as Partial<T>;
}
