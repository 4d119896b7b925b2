import type { Case } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass, stop } from "../finding.ts";
import type { Change } from "../question.ts";
import { rule } from "../rule.ts";
import { step } from "../steps.ts";
import { suppliedDays } from "../supply.ts";

/** A clinic may begin with a short supply at a low dose, to see how it is borne before the next one. */
export const firstSupplyIsSmallEnough = rule("first-supply-is-small-enough", ["pass", "ask", "stop"], (c) => {
  const { firstSupplyDays, firstDailyMg } = c.values;
  const cites = citesOf(firstSupplyDays, firstDailyMg);
  const mostDays = firstSupplyDays.value;
  const mostMg = firstDailyMg.value;
  if (mostDays === null && mostMg === null) return pass("not-asked-for", {}, cites);
  if (!c.firstSupply) return pass("treatment-under-way", {}, cites);
  const days = suppliedDays(c);
  const { dailyMg } = c.question;
  const change = within(c, days, mostDays, mostMg);
  const steps = {
    dose: mostMg === null ? [] : [step("prescriber", "lower-dose", { mostMg }, c.day, { change })],
    days: mostDays === null ? [] : [step("prescriber", "shorten-supply", { mostDays }, c.day, { change })],
  };
  if (mostMg !== null && dailyMg !== undefined && dailyMg > mostMg) {
    return stop("dose-too-high", { dailyMg, mostMg }, cites, steps.dose);
  }
  if (mostDays !== null && days !== undefined && days > mostDays) {
    return stop("too-many-days", { days, mostDays }, cites, steps.days);
  }
  const doseUnknown = mostMg !== null && dailyMg === undefined;
  const daysUnknown = mostDays !== null && days === undefined;
  if (doseUnknown || daysUnknown) {
    return ask("amount-unknown", { mostDays, mostMg }, cites, [
      ...(doseUnknown ? [step("prescriber", "state-dose", {}, c.day, { change })] : []),
      ...(daysUnknown ? [step("prescriber", "state-days", {}, c.day, { change })] : []),
    ]);
  }
  return pass("small-enough", { mostDays, mostMg }, cites);
});

/** The proposal as the clinic would begin: dose, days and capsules that fit together. */
function within(c: Case, days: number | undefined, mostDays: number | null, mostMg: number | null): Change {
  const { dailyMg: proposedMg, capsuleMg } = c.question;
  const dailyMg = lower(proposedMg, mostMg);
  const fewer = lower(days, mostDays);
  return {
    ...(dailyMg === undefined ? {} : { dailyMg }),
    ...(fewer === undefined ? {} : { days: fewer }),
    ...(dailyMg === undefined || fewer === undefined || capsuleMg === undefined
      ? {}
      : { capsules: Math.ceil((dailyMg * fewer) / capsuleMg) }),
  };
}

function lower(proposed: number | undefined, most: number | null): number | undefined {
  if (most === null) return proposed;
  return proposed === undefined ? most : Math.min(proposed, most);
}
