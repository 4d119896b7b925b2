import { pass, stop } from "../finding.ts";
import { notBefore } from "../happened.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Thoughts of self-harm, PHQ-9 item 9 above zero or a new mood symptom stop until a prescriber has concluded. */
export const moodAllowsTreatment = rule("mood-allows-treatment", ["pass", "stop"], (c) => {
  const cites = c.values.moodStops.cites;
  const alarm = c.record
    .of("mood-screened")
    .findLast(
      ({ body }) =>
        body.selfHarmThoughts === true || body.newMoodSymptom === true || (body.phq9Item9 ?? 0) > 0,
    );
  if (alarm === undefined) return pass("no-alarm", {}, cites);
  const screenedDay = alarm.happened.day;
  const assessed = c.record
    .of("mood-assessed")
    .findLast(({ happened }) => notBefore(happened, alarm.happened));
  if (assessed?.body.conclusion === "may-continue") {
    return pass("assessed", { screenedDay, assessedDay: assessed.happened.day }, cites);
  }
  const calm = draft("mood-assessed", { conclusion: "may-continue" }, "prescriber", c.day);
  const wayOut = [step("prescriber", "assess-mood", {}, c.day, { entries: [calm] })];
  const selfHarm = alarm.body.selfHarmThoughts === true || (alarm.body.phq9Item9 ?? 0) > 0;
  return selfHarm
    ? stop("self-harm", { screenedDay }, cites, wayOut, { floor: true })
    : stop("new-mood-symptom", { screenedDay }, cites, wayOut, { floor: true });
});
