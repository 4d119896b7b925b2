import type { Case } from "../case.ts";
import type { EntryOf } from "../entry.ts";
import { pass, stop } from "../finding.ts";
import { hasLastWord, isAnswered } from "../happened.ts";
import { isMoodAlarm, thinksOfSelfHarm } from "../mood.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Thoughts of self-harm, PHQ-9 item 9 above zero or a new mood symptom stop until a prescriber has concluded. */
export const moodAllowsTreatment = rule("mood-allows-treatment", ["pass", "stop"], (c) => {
  const cites = c.values.moodStops.cites;
  const alarms = c.record.of("mood-screened").filter(({ body }) => isMoodAlarm(body));
  const assessments = c.record.of("mood-assessed");
  const calm = assessments.filter(lifts);
  const toStop = assessments.findLast((one) => !lifts(one) && !calm.some((other) => hasLastWord(other, one)));
  if (alarms.length === 0 && toStop !== undefined) {
    const assessedDay = toStop.happened.day;
    return stop("assessed-to-stop", { assessedDay }, cites, [assess(c)], { floor: true });
  }
  const last = alarms.at(-1);
  if (last === undefined) return pass("no-alarm", {}, cites);
  const open = alarms.filter((alarm) => !isAnswered(alarm, assessments, lifts));
  const alarm = open.findLast(({ body }) => thinksOfSelfHarm(body)) ?? open.at(-1);
  if (alarm === undefined) {
    const assessedDay = calm.at(-1)?.happened.day ?? c.day;
    return pass("assessed", { screenedDay: last.happened.day, assessedDay }, cites);
  }
  const screenedDay = alarm.happened.day;
  return thinksOfSelfHarm(alarm.body)
    ? // What an assessment of self-harm will conclude is not presumed: no day is promised.
      stop("self-harm", { screenedDay }, cites, [step("prescriber", "assess-mood", {}, c.day)], {
        floor: true,
      })
    : stop("new-mood-symptom", { screenedDay }, cites, [assess(c)], { floor: true });
});

function lifts({ body }: EntryOf<"mood-assessed">): boolean {
  return body.conclusion === "may-continue";
}

function assess(c: Case) {
  const calm = draft("mood-assessed", { conclusion: "may-continue" }, "prescriber", c.day);
  return step("prescriber", "assess-mood", {}, c.day, { entries: [calm] });
}
