import { anybody, recording } from "./recording.ts";

/** Whether the patient is breastfeeding. That they are is an alarm. */
export const recordBreastfeeding = recording({
  name: "record-breastfeeding",
  writes: "breastfeeding-recorded",
  roles: anybody,
  alarm: ({ breastfeeding }) => breastfeeding,
});
