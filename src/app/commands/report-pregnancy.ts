import { anybody, recording } from "./recording.ts";

/** A pregnancy, or the suspicion of one. Anybody may say so, and nothing stands in the way of writing it down. */
export const reportPregnancy = recording({
  name: "report-pregnancy",
  writes: "pregnancy-reported",
  roles: anybody,
  alarm: () => true,
});
