import { recording, staffAndPatient } from "./recording.ts";

/** A dose that was taken. */
export const takeDose = recording({
  name: "take-dose",
  writes: "dose-taken",
  roles: staffAndPatient,
});
