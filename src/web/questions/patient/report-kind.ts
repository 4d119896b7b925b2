/** Which report a record calls for: of a pregnancy where there is a sign of one, else of an adverse event. */
import type { TimelineLine } from "../../../app/views/shapes.ts";
import type { ReportKind } from "../../../core/questions/report.ts";

type Line = Pick<TimelineLine, "type" | "body" | "withdrawn" | "correctedBy">;

export function reportKindOf(lines: readonly Line[]): ReportKind {
  const isPregnancy = lines
    .filter(({ withdrawn, correctedBy }) => !withdrawn && correctedBy === null)
    .some(
      ({ type, body }) =>
        type === "pregnancy-reported" ||
        (type === "pregnancy-test-resulted" && body["result"] === "positive"),
    );
  return isPregnancy ? "pregnancy-exposure" : "adverse-event";
}
