import { judged } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A missed expected period stops at once; no source gives retest days, so a prescriber records a plan. */
export const noLatePeriodIsOpen = rule("no-late-period-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.latePeriodStops.cites;
  const latest = c.record.last("menses-recorded");
  if (!c.pregnancyPossible || latest?.body.status !== "late") return pass("none-open", {}, cites);
  const lateDay = latest.happened.day;
  if (judged(c, "no-late-period-is-open", "late", lateDay)) return pass("plan-recorded", { lateDay }, cites);
  const plan = draft(
    "judgement-recorded",
    { rule: "no-late-period-is-open", conclusion: "may-continue" },
    "prescriber",
    c.day,
  );
  return stop("late", { lateDay }, cites, [
    step("prescriber", "plan-after-late-period", {}, c.day, { entries: [plan] }),
  ]);
});
