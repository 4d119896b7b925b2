import { recording } from "./recording.ts";

/** A consultation, in person or remote. */
export const recordVisit = recording({
  name: "record-visit",
  writes: "visit-held",
  roles: ["prescriber", "designee", "nurse", "front-desk"],
});
