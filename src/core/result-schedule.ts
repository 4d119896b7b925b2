/** When blood is due during treatment, by the protocol's schedule and by what the record holds. */
import { type Day, earlierDay, spanWithin } from "./calendar.ts";
import type { Record } from "./record.ts";
import { type Looking, latestOf } from "./results.ts";

export interface SampleDue {
  readonly analyte: string;
  /** Nothing that counts is there now. */
  readonly isDue: boolean;
  /** The last day on which no new sample is needed, where a span sets one. */
  readonly lastDay: Day | undefined;
}

/**
 * Since the previous supply until the response is recorded as known (US label), after the first month and then at
 * intervals (SmPC), or every month, before the second supply or before every supply (house rules). Undefined before
 * treatment.
 */
export function samplesDue(c: Looking): readonly SampleDue[] | undefined {
  const { firstDoseDay, previousSupplyDay } = c.record;
  if (firstDoseDay === undefined || previousSupplyDay === undefined) return undefined;
  const { resultsFirstWithin, resultsEvery } = c.values;
  const eachSupply = isDueEverySupply(c, firstDoseDay);
  return (c.values.monitoredAnalytes.value ?? []).map((analyte) => {
    const sampled = latestOf(c, analyte)?.happened.day;
    const during = sampled !== undefined && sampled > firstDoseDay ? sampled : undefined;
    const sinceSupply = sampled !== undefined && sampled > previousSupplyDay;
    const firstDue =
      resultsFirstWithin.value === null ? undefined : spanWithin(firstDoseDay, resultsFirstWithin.value);
    const nextDue =
      resultsEvery.value === null ? undefined : spanWithin(during ?? firstDoseDay, resultsEvery.value);
    const lastDay = during === undefined ? earlier(firstDue, nextDue) : nextDue;
    const late = lastDay !== undefined && c.day > lastDay;
    return { analyte, isDue: late || (eachSupply && !sinceSupply), lastDay };
  });
}

/** Whether each supply waits for results of its own. */
function isDueEverySupply(c: Looking, firstDoseDay: Day): boolean {
  const { resultsEverySupply, resultsBeforeSecondSupply, resultsUntilResponseKnown } = c.values;
  return (
    resultsEverySupply.value === true ||
    (resultsBeforeSecondSupply.value === true && c.record.supplies.length === 1) ||
    (resultsUntilResponseKnown.value === true && !isResponseKnownIn(c.record, firstDoseDay))
  );
}

/** Whether a prescriber has recorded in this course that the response to treatment is known. */
export function isResponseKnownIn(record: Record, firstDoseDay: Day): boolean {
  return record
    .of("judgement-recorded")
    .some(
      ({ body, happened, actor }) =>
        body.rule === "results-are-current" &&
        body.conclusion === "may-continue" &&
        actor === "prescriber" &&
        happened.day >= firstDoseDay,
    );
}

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : earlierDay(a, b);
}
