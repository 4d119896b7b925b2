import { recording, staffAndPatient } from "./recording.ts";

/** A dose that was missed. */
export const missDose = recording({
  name: "miss-dose",
  writes: "dose-missed",
  roles: staffAndPatient,
});
