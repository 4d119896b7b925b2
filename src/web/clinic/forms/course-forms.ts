/** What can be done about a course as it stands: nothing is offered that would be refused. */
import type { PatientView } from "../../../app/views/shapes.ts";

export const courseChanges = ["course-started", "course-held", "course-resumed", "course-ended"] as const;
export type CourseChange = (typeof courseChanges)[number];

type Course = Pick<PatientView["course"], "underWaySince" | "begun" | "heldSince">;

const possible: { readonly [C in CourseChange]: (course: Course) => boolean } = {
  // Where supplies came first the beginning can still be recorded.
  "course-started": ({ begun }) => begun === null,
  "course-held": ({ underWaySince, heldSince }) => underWaySince !== null && heldSince === null,
  "course-resumed": ({ heldSince }) => heldSince !== null,
  "course-ended": ({ underWaySince }) => underWaySince !== null,
};

export function courseChangesOf(course: Course): readonly CourseChange[] {
  return courseChanges.filter((change) => possible[change](course));
}
