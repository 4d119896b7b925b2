import { recording, staffAndPatient } from "./recording.ts";

/** Capsules the patient still has, counted. */
export const countCapsules = recording({
  name: "count-capsules",
  writes: "capsules-counted",
  roles: staffAndPatient,
  subject: ({ capsuleMg }) => capsuleMg,
});
