import { refuse } from "../../core/refusal.ts";
import { underWaySince } from "./course-under-way.ts";
import { clinicians, recording } from "./recording.ts";

/** Treatment pauses until a prescriber resumes it. */
export const holdCourse = recording({
  name: "hold-course",
  writes: "course-held",
  roles: [...clinicians, "patient", "guardian"],
  stillSo: (_body, { record }) => record.heldDay !== undefined,
  check: (_body, { record }) => {
    if (underWaySince(record) === undefined) return refuse("no-course", {});
    return record.heldDay === undefined ? undefined : refuse("already-held", { sinceDay: record.heldDay });
  },
});
