import { recording, staffAndPatient } from "./recording.ts";

/** That a photograph was taken, and of what. */
export const takePhotograph = recording({
  name: "take-photograph",
  writes: "photograph-taken",
  roles: staffAndPatient,
  subject: ({ view }) => view,
});
