import { currentUntil, lastCurrent, nextCurrentDay } from "../case.ts";
import { ask, pass } from "../finding.ts";
import { rule } from "../rule.ts";
import { draft, step } from "../steps.ts";

/** Self-harm and mood are asked about directly for every supply; half an answer is no answer. */
export const moodHasBeenAsked = rule("mood-has-been-asked", ["pass", "ask"], (c) => {
  const { value, cites } = c.values.moodEverySupply;
  if (value !== true) return pass("not-asked-for", {}, cites);
  const screened = lastCurrent(c, "mood-screened");
  const selfHarm = screened?.body.selfHarmThoughts ?? screened?.body.phq9Item9;
  if (screened !== undefined && selfHarm !== undefined && screened.body.newMoodSymptom !== undefined) {
    const askedDay = screened.happened.day;
    return pass("asked", { askedDay }, cites, currentUntil(c, askedDay));
  }
  const day = nextCurrentDay(c);
  const calm = draft("mood-screened", { selfHarmThoughts: false, newMoodSymptom: false }, "nurse", day);
  const wayOut = [step("nurse", "ask-mood", {}, day, { entries: [calm] })];
  return screened === undefined ? ask("not-asked", {}, cites, wayOut) : ask("half-asked", {}, cites, wayOut);
});
