import { noneSince, recording } from "./recording.ts";

/** What a prescriber makes of the patient's mood. */
export const assessMood = recording({
  name: "assess-mood",
  writes: "mood-assessed",
  roles: ["prescriber"],
  stillSo: noneSince("mood-screened", "corrected"),
  alarm: ({ conclusion }) => conclusion === "stop",
});
