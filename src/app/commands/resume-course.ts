import { refuse } from "../../core/refusal.ts";
import { recording } from "./recording.ts";

/** A course on hold goes on. */
export const resumeCourse = recording({
  name: "resume-course",
  writes: "course-resumed",
  roles: ["prescriber"],
  stillSo: (_body, { record }) => record.heldDay === undefined,
  check: (_body, { record: { heldDay } }, { day }) =>
    heldDay === undefined || day < heldDay ? refuse("not-held", {}) : undefined,
});
