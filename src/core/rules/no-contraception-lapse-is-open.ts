import { latestOf, settled } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** A lapse stops at once; restart after it has no cited number, so a prescriber records a plan. */
export const noContraceptionLapseIsOpen = rule("no-contraception-lapse-is-open", ["pass", "stop"], (c) => {
  const cites = c.values.contraceptionLapseStops.cites;
  const gaps = c.record.of("contraception-stated").filter(({ body }) => !body.usedWithoutGap);
  const lapses = [...c.record.of("contraception-lapsed"), ...gaps];
  const last = latestOf(lapses);
  if (!c.pregnancyPossible || last === undefined) return pass("none-open", {}, cites);
  const open = lapses.filter((lapse) => !settled(c, "no-contraception-lapse-is-open", "lapsed", lapse));
  const lapsedDay = (latestOf(open) ?? last).day;
  if (open.length === 0) return pass("plan-recorded", { lapsedDay }, cites);
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
