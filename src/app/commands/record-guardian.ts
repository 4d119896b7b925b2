import { recording, staffAndPatient } from "./recording.ts";

/** A parent or guardian who takes part; the name belongs in the note. */
export const recordGuardian = recording({
  name: "record-guardian",
  writes: "guardian-recorded",
  roles: staffAndPatient,
});
