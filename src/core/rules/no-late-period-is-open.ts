import { settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { hasLastWord } from "../happened.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A missed expected period stops at once; no source gives retest days, so a prescriber records a plan. */
export const noLatePeriodIsOpen = rule("no-late-period-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.latePeriodStops.cites;
  const periods = c.record.of("menses-recorded");
  // Only a period that has come closes it: "irregular" or "absent" says nothing of this one.
  const came = periods.filter(({ body }) => body.status === "started");
  const late = periods.filter(
    (period) => period.body.status === "late" && !came.some((one) => hasLastWord(one, period)),
  );
  const last = late.at(-1);
  if (!c.pregnancyPossible || last === undefined) return pass("none-open", {}, cites);
  const open = late.filter((period) => !settled(c, "no-late-period-is-open", "late", period));
  const lateDay = (open.at(-1) ?? last).happened.day;
  if (open.length === 0) return pass("plan-recorded", { lateDay }, cites);
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
