import { plus, safetyMonths } from "../calendar.ts";
import { opens, settled } from "../case.ts";
import { contraceptionDrafts } from "../contraception-plan.ts";
import { ask, pass, stop, wait } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

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
    if (firstDoseDay !== undefined && sinceDay > firstDoseDay) {
      if (
        settled(c, "contraception-has-run-a-month", "gap-during-treatment", { happened: { day: sinceDay } })
      ) {
        return pass("gap-judged", { sinceDay }, cites);
      }
      const plan = draft(
        "judgement-recorded",
        { rule: "contraception-has-run-a-month", conclusion: "may-continue" },
        "prescriber",
        c.day,
      );
      return stop(
        "gap-during-treatment",
        { sinceDay, firstDoseDay },
        cites,
        [step("prescriber", "plan-after-lapse", {}, c.day, { entries: [plan] })],
        { floor: true },
      );
    }
    return pass("without-a-gap", { sinceDay }, cites);
  },
);
