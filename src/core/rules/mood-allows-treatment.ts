import type { Case } from "../case.ts";
import { pass, stop } from "../finding.ts";
import { notBefore } from "../happened.ts";
import { isMoodAlarm, thinksOfSelfHarm } from "../mood.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Thoughts of self-harm, PHQ-9 item 9 above zero or a new mood symptom stop until a prescriber has concluded. */
export const moodAllowsTreatment = rule("mood-allows-treatment", ["pass", "stop"], (c) => {
  const cites = c.values.moodStops.cites;
  const alarm = c.record.of("mood-screened").findLast(({ body }) => isMoodAlarm(body));
  const concluded = c.record.last("mood-assessed");
  if (alarm === undefined && concluded?.body.conclusion === "stop") {
    const assessedDay = concluded.happened.day;
    return stop("assessed-to-stop", { assessedDay }, cites, [assess(c)], { floor: true });
  }
  if (alarm === undefined) return pass("no-alarm", {}, cites);
  const screenedDay = alarm.happened.day;
  const assessed = c.record
    .of("mood-assessed")
    .findLast(({ happened }) => notBefore(happened, alarm.happened));
  if (assessed?.body.conclusion === "may-continue") {
    return pass("assessed", { screenedDay, assessedDay: assessed.happened.day }, cites);
  }
  const wayOut = [assess(c)];
  const selfHarm = thinksOfSelfHarm(alarm.body);
  return selfHarm
    ? // What an assessment of self-harm will conclude is not presumed: no day is promised.
      stop("self-harm", { screenedDay }, cites, [step("prescriber", "assess-mood", {}, c.day)], {
        floor: true,
      })
    : stop("new-mood-symptom", { screenedDay }, cites, wayOut, { floor: true });
});

function assess(c: Case) {
  const calm = draft("mood-assessed", { conclusion: "may-continue" }, "prescriber", c.day);
  return step("prescriber", "assess-mood", {}, c.day, { entries: [calm] });
}
