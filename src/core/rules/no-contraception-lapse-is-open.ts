import { type Case, latestOf, settled } from "../case.ts";
import { lapsesOf } from "../coverage.ts";
import { pass, stop } from "../finding.ts";
import type { Written } from "../happened.ts";
import { rule } from "../rule.ts";
import { draft, type StepOf, step } from "../steps.ts";

/** The finding that the prescriber's plan names. */
const lapse = ["no-contraception-lapse-is-open", "lapsed"] as const;

/** A lapse stops at once; restart after it has no cited number, so a prescriber records a plan. */
export const noContraceptionLapseIsOpen = rule("no-contraception-lapse-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.contraceptionLapseStops.cites;
  const lapses = lapsesOf(c.record);
  const last = latestOf(lapses);
  if (!c.pregnancyPossible || last === undefined) return pass("none-open", {}, cites);
  const open = lapses.filter((one) => !isPlanned(c, one));
  const lapsedDay = (latestOf(open) ?? last).day;
  if (open.length === 0) return pass("plan-recorded", { lapsedDay }, cites);
  return stop("lapsed", { lapsedDay }, cites, [planAfterLapse(c)], { floor: true });
});

/** Whether a prescriber has recorded how treatment goes on after a lapse. */
export function isPlanned(c: Case, event: Written): boolean {
  return settled(c, ...lapse, event);
}

/** Asks the prescriber for that plan. */
export function planAfterLapse(c: Case): StepOf<"plan-after-lapse"> {
  const plan = draft(
    "judgement-recorded",
    { rule: lapse[0], conclusion: "may-continue" },
    "prescriber",
    c.day,
  );
  return step("prescriber", "plan-after-lapse", {}, c.day, { entries: [plan] });
}
