import { noneSince, recording, staffAndPatient } from "./recording.ts";

/** Capsules the patient still has, counted. */
export const countCapsules = recording({
  name: "count-capsules",
  writes: "capsules-counted",
  roles: staffAndPatient,
  stillSo: noneSince(
    "supply-dispensed",
    "supply-returned",
    "supply-reversed",
    "dose-taken",
    "dose-missed",
    "corrected",
  ),
  subject: ({ capsuleMg }) => capsuleMg,
});
