import { expect, test } from "vitest";
import { courseChangesOf } from "./course-forms.ts";

const none = { underWaySince: null, begun: null, heldSince: null };
const day = "2026-11-01";

test("Without a course one can only be started", () => {
  expect(courseChangesOf(none)).toEqual(["course-started"]);
});

test("A course under way can be held or ended, and is not started again", () => {
  const underWay = { ...none, underWaySince: day, begun: day };
  expect(courseChangesOf(underWay)).toEqual(["course-held", "course-ended"]);
});

test("Where supplies came first its beginning can still be written down", () => {
  expect(courseChangesOf({ ...none, underWaySince: day })).toContain("course-started");
});

test("A course on hold is resumed or ended, not held again", () => {
  const held = { underWaySince: day, begun: day, heldSince: day };
  expect(courseChangesOf(held)).toEqual(["course-resumed", "course-ended"]);
});
