import { settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A missed expected period stops at once; no source gives retest days, so a prescriber records a plan. */
export const noLatePeriodIsOpen = rule("no-late-period-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.latePeriodStops.cites;
  const periods = c.record.of("menses-recorded");
  const late = periods.findLast(({ body }) => body.status === "late");
  // Only a period that has come closes it: "irregular" or "absent" says nothing of this one.
  const came =
    late !== undefined && periods.slice(periods.indexOf(late)).some(({ body }) => body.status === "started");
  if (!c.pregnancyPossible || late === undefined || came) return pass("none-open", {}, cites);
  const lateDay = late.happened.day;
  if (settled(c, "no-late-period-is-open", "late", late.happened))
    return pass("plan-recorded", { lateDay }, cites);
  const plan = draft(
    "judgement-recorded",
    { rule: "no-late-period-is-open", conclusion: "may-continue" },
    "prescriber",
    c.day,
  );
  return stop(
    "late",
    { lateDay },
    cites,
    [step("prescriber", "plan-after-late-period", {}, c.day, { entries: [plan] })],
    { floor: true },
  );
});
