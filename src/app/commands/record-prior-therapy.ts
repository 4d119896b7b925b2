import { recording, staffAndPatient } from "./recording.ts";

/** What was tried before, for how long, and what came of it. */
export const recordPriorTherapy = recording({
  name: "record-prior-therapy",
  writes: "prior-therapy-recorded",
  roles: staffAndPatient,
  subject: ({ agent }) => agent,
});
