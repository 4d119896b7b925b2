import { underWaySince } from "./course-under-way.ts";
import { recording, staffAndPatient } from "./recording.ts";

/** The day on which the last capsule was taken: it ends the course, and the restrictions count from it. */
export const recordLastCapsule = recording({
  name: "record-last-capsule",
  writes: "last-capsule-recorded",
  roles: staffAndPatient,
  stillSo: (_body, { record }) => underWaySince(record) === undefined,
});
