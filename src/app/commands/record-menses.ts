import { anybody, recording } from "./recording.ts";

/** A period that began, or that it is late, irregular or absent. A late one is an alarm. */
export const recordMenses = recording({
  name: "record-menses",
  writes: "menses-recorded",
  roles: anybody,
  alarm: ({ status }) => status === "late",
});
