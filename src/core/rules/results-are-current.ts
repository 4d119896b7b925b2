import { type Day, spanWithin } from "../calendar.ts";
import { closes } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { isReviewed, latestOf } from "../results.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";
import { normalResult } from "./baseline-results-are-reviewed.ts";

/**
 * Blood during treatment, by the protocol's schedule: since the previous supply until the response is recorded as
 * known (US label), after the first month and then at intervals (SmPC), or every month, before the second supply or
 * before every supply (house rules).
 */
export const resultsAreCurrent = rule("results-are-current", ["pass", "ask"], (c) => {
  const { monitoredAnalytes, resultsUntilResponseKnown, resultsFirstWithin, resultsEvery } = c.values;
  const { resultsBeforeSecondSupply, resultsEverySupply } = c.values;
  const cites = citesOf(
    monitoredAnalytes,
    resultsUntilResponseKnown,
    resultsFirstWithin,
    resultsEvery,
    resultsBeforeSecondSupply,
    resultsEverySupply,
  );
  const { firstDoseDay, previousSupplyDay } = c.record;
  if (firstDoseDay === undefined || previousSupplyDay === undefined)
    return pass("before-treatment", {}, cites);
  const responseKnown = c.record
    .of("judgement-recorded")
    .some(
      ({ body, happened, actor }) =>
        body.rule === "results-are-current" &&
        body.conclusion === "may-continue" &&
        actor === "prescriber" &&
        happened.day >= firstDoseDay,
    );
  const eachSupply =
    resultsEverySupply.value === true ||
    (resultsBeforeSecondSupply.value === true && c.record.supplies.length === 1) ||
    (resultsUntilResponseKnown.value === true && !responseKnown);
  const due: string[] = [];
  let closesDay: Day | undefined;
  for (const id of monitoredAnalytes.value ?? []) {
    const sampled = latestOf(c, id)?.happened.day;
    const during = sampled !== undefined && sampled > firstDoseDay ? sampled : undefined;
    const sinceSupply = sampled !== undefined && sampled > previousSupplyDay;
    const firstDue =
      resultsFirstWithin.value === null ? undefined : spanWithin(firstDoseDay, resultsFirstWithin.value);
    const nextDue =
      resultsEvery.value === null ? undefined : spanWithin(during ?? firstDoseDay, resultsEvery.value);
    const lastDay = during === undefined ? earlier(firstDue, nextDue) : nextDue;
    const late = lastDay !== undefined && c.day > lastDay;
    if (late || (eachSupply && !sinceSupply)) due.push(id);
    else closesDay = earlier(closesDay, lastDay);
  }
  if (due.length > 0) {
    return ask("due", { due }, cites, [
      step("nurse", "take-blood", { analytes: due }, c.day, {
        entries: [
          ...due.map((id) => normalResult(c, id)),
          draft("results-reviewed", {}, "prescriber", c.day),
        ],
      }),
    ]);
  }
  const unread = (monitoredAnalytes.value ?? []).filter((id) => {
    const result = latestOf(c, id);
    return result !== undefined && result.happened.day > firstDoseDay && !isReviewed(c, result);
  });
  if (unread.length > 0) {
    return ask("not-reviewed", { analytes: unread }, cites, [
      step("prescriber", "review-results", {}, c.day, {
        entries: [draft("results-reviewed", {}, "prescriber", c.day)],
      }),
    ]);
  }
  return pass(
    "current",
    { lastDay: closesDay },
    cites,
    closesDay === undefined ? undefined : closes(c, closesDay),
  );
});

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined) return b;
  return b === undefined || a < b ? a : b;
}
