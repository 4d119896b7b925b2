import { anybody, recording, whyNothingSaid } from "./recording.ts";

/** What was asked about mood and self-harm, and answered. Thoughts of self-harm or a new symptom are an alarm. */
export const screenMood = recording({
  name: "screen-mood",
  writes: "mood-screened",
  roles: anybody,
  alarm: ({ selfHarmThoughts, newMoodSymptom, phq9, phq9Item9 }) =>
    selfHarmThoughts === true || newMoodSymptom === true || (phq9 ?? 0) > 0 || (phq9Item9 ?? 0) > 0,
  check: (body) => whyNothingSaid(body, ["selfHarmThoughts", "newMoodSymptom", "phq9", "phq9Item9"]),
});
