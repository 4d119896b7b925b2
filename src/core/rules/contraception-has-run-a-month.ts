import { type Day, plus, safetyMonths } from "../calendar.ts";
import { type Case, hasWord, latestOf, opens, settled } from "../case.ts";
import { contraceptionDrafts } from "../contraception-plan.ts";
import { lapsesOf } from "../coverage.ts";
import { ask, pass, stop, wait } from "../finding.ts";
import type { Written } from "../happened.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import { isPlanned, planAfterLapse } from "./no-contraception-lapse-is-open.ts";

/** The finding that a prescriber's word on a gap names. */
const gap = ["contraception-has-run-a-month", "gap-during-treatment"] as const;

/** Enough contraception for a month before the first capsule and without a gap since, pauses included. */
export const contraceptionHasRunAMonth = rule(
  "contraception-has-run-a-month",
  ["pass", "ask", "wait", "stop"],
  (c) => {
    const { value: months, cites } = c.values.contraceptionMonthsBefore;
    if (!c.pregnancyPossible || months === null) return pass("not-asked-for", {}, cites);
    const sinceDay = c.coverage.sinceDay;
    if (sinceDay === undefined) {
      return ask("not-in-force", { months }, cites, [
        step(
          "patient",
          "start-contraception",
          {
            methods: c.values.contraceptionMethodsTogether.value ?? 1,
            primary: c.values.primaryMethodNeeded.value === true,
          },
          c.today,
          { when: "now", entries: contraceptionDrafts(c, c.today) },
        ),
      ]);
    }
    const allowedDay = plus(safetyMonths(sinceDay, months), 1);
    if (c.firstAtRisk) {
      return c.day < allowedDay
        ? wait(
            "month-not-over",
            { sinceDay, allowedDay, months },
            cites,
            [
              step("patient", "keep-contraception", { untilDay: allowedDay }, allowedDay, {
                when: "only-then",
              }),
            ],
            opens(c, allowedDay),
          )
        : pass("month-over", { sinceDay, months }, cites);
    }
    const firstDoseDay = c.record.firstDoseDay;
    if (firstDoseDay === undefined || sinceDay <= firstDoseDay) {
      return pass("without-a-gap", { sinceDay }, cites);
    }
    const { byMethods, lapses } = gaps(c, firstDoseDay);
    const open = lapses.filter((lapse) => !isJudged(c, lapse));
    const methodsOpen = byMethods !== undefined && !settled(c, ...gap, byMethods);
    if (!methodsOpen && open.length === 0) {
      const byPlan = latestOf(lapses.filter((lapse) => !hasWord(c, ...gap, lapse)));
      return byMethods === undefined && byPlan !== undefined
        ? pass("lapse-judged", { lapsedDay: byPlan.day }, cites)
        : pass("gap-judged", { sinceDay }, cites);
    }
    // The plan after a lapse is one plan: what is recorded of the lapse settles the gap that it made.
    const unplanned = open.filter((lapse) => !isPlanned(c, lapse));
    const wayOut = [
      ...(unplanned.length > 0 ? [planAfterLapse(c)] : []),
      ...(methodsOpen || open.length > unplanned.length ? [planAfterGap(c)] : []),
    ];
    return stop(
      "gap-during-treatment",
      { sinceDay, firstDoseDay, lapsedDay: latestOf(open)?.day },
      cites,
      wayOut,
      {
        floor: true,
      },
    );
  },
);

/** What broke contraception since the first capsule: a time without enough in use, by its end, and lapses since. */
function gaps(c: Case, firstDoseDay: Day) {
  const since = c.coverage.methodsSinceDay;
  return {
    byMethods: since !== undefined && since > firstDoseDay ? { happened: { day: since } } : undefined,
    lapses: lapsesOf(c.record).filter(
      ({ happened: { day } }) => day >= firstDoseDay && (since === undefined || day >= since),
    ),
  };
}

/** By a word on the gap itself where there is one since the lapse; else by the plan for the lapse. */
function isJudged(c: Case, lapse: Written): boolean {
  return hasWord(c, ...gap, lapse) ? settled(c, ...gap, lapse) : isPlanned(c, lapse);
}

function planAfterGap(c: Case) {
  const plan = draft("judgement-recorded", { rule: gap[0], conclusion: "may-continue" }, "prescriber", c.day);
  return step("prescriber", "plan-after-gap", {}, c.day, { entries: [plan] });
}
