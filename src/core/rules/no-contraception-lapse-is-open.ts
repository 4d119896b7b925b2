import { settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { latest } from "../happened.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A lapse stops at once; restart after it has no cited number, so a prescriber records a plan. */
export const noContraceptionLapseIsOpen = rule("no-contraception-lapse-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.contraceptionLapseStops.cites;
  const gap = c.record.of("contraception-stated").findLast(({ body }) => !body.usedWithoutGap);
  const lapsed = latest(c.record.last("contraception-lapsed")?.happened, gap?.happened);
  if (!c.pregnancyPossible || lapsed === undefined) return pass("none-open", {}, cites);
  const lapsedDay = lapsed.day;
  if (settled(c, "no-contraception-lapse-is-open", "lapsed", lapsed))
    return pass("plan-recorded", { lapsedDay }, cites);
  const plan = draft(
    "judgement-recorded",
    { rule: "no-contraception-lapse-is-open", conclusion: "may-continue" },
    "prescriber",
    c.day,
  );
  return stop(
    "lapsed",
    { lapsedDay },
    cites,
    [step("prescriber", "plan-after-lapse", {}, c.day, { entries: [plan] })],
    { floor: true },
  );
});
