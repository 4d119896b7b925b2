import type { Day } from "../calendar.ts";
import { closes } from "../case.ts";
import { citesOf } from "../cites.ts";
import { ask, pass } from "../finding.ts";
import { samplesDue } from "../result-schedule.ts";
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
  const { firstDoseDay } = c.record;
  const samples = samplesDue(c);
  if (samples === undefined || firstDoseDay === undefined) return pass("before-treatment", {}, cites);
  const due = samples.filter(({ isDue }) => isDue).map(({ analyte }) => analyte);
  const closesDay = samples.reduce<Day | undefined>(
    (first, { isDue, lastDay }) => (isDue ? first : earlier(first, lastDay)),
    undefined,
  );
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
