import { notBefore } from "../../core/happened.ts";
import { refuse } from "../../core/refusal.ts";
import { noneSince, recording } from "./recording.ts";

/** A pregnancy, reported or shown by a test, that is over. */
export const endPregnancy = recording({
  name: "end-pregnancy",
  writes: "pregnancy-ended",
  roles: ["prescriber"],
  stillSo: noneSince("pregnancy-reported", "pregnancy-test-resulted", "corrected"),
  check: (_body, { record }, happened) => {
    const signs = [
      ...record.of("pregnancy-reported").map((reported) => reported.happened),
      ...record.tests.filter(({ result }) => result === "positive").map(({ known }) => known),
    ];
    const ended = record.of("pregnancy-ended");
    const open = signs.some(
      (sign) => notBefore(happened, sign) && !ended.some((end) => notBefore(end.happened, sign)),
    );
    return open ? undefined : refuse("not-started", { field: "pregnancy", what: "" });
  },
});
