/** Where in the course somebody is: still early, past an adequate trial, past its usual or longest length. */
import { type Day, daysBetween, spanWithin } from "../../calendar.ts";
import { lastDayWithin } from "../../course-length.ts";
import type { ResponseRuleId } from "../../knowledge/topics/evidence.ts";
import type { Asked } from "../question.ts";

export interface Standing {
  readonly firstDay: Day;
  /** Whole weeks since the first capsule. */
  readonly weeks: number;
  /** Within the time in which a flare is seen. */
  readonly isFlareTime: boolean;
  readonly trialWeeks: number | undefined;
  readonly trialCites: readonly string[];
  readonly isTrialOver: boolean;
  readonly usualDay: Day | undefined;
  readonly longestDay: Day | undefined;
}

/** A figure by which an answer to treatment is read. */
export function responseRule({ knowledge }: Asked, id: ResponseRuleId) {
  const found = knowledge.responseRules[id];
  return { value: found?.value, says: found?.says, cites: found?.cites ?? [] };
}

export function standingOf(asked: Asked, firstDay: Day): Standing {
  const { day, knowledge, values, country } = asked;
  const flare = knowledge.symptoms["flare"]?.expectedWithin;
  const trials = [
    ...(country === "US" || country === "JP" ? [responseRule(asked, "trial-us-weeks")] : []),
    ...(country === "US" ? [] : [responseRule(asked, "trial-eu-weeks")]),
  ];
  // Where several are heard the longest: nothing is called a failure before it.
  const trial = trials.reduce((a, b) => ((b.value ?? 0) > (a.value ?? 0) ? b : a));
  const weeks = Math.floor(daysBetween(firstDay, day) / 7);
  return {
    firstDay,
    weeks,
    isFlareTime: flare !== undefined && day <= spanWithin(firstDay, flare),
    trialWeeks: trial.value,
    trialCites: trial.cites,
    isTrialOver: trial.value !== undefined && weeks >= trial.value,
    usualDay: lastDayWithin(firstDay, values.courseUsual.value),
    longestDay: lastDayWithin(firstDay, values.courseLongest.value),
  };
}
