import { recording, staffAndPatient } from "./recording.ts";

/** A procedure that was done. */
export const recordProcedure = recording({
  name: "record-procedure",
  writes: "procedure-done",
  roles: staffAndPatient,
  subject: ({ procedure }) => procedure,
});
