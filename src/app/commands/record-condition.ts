import { notBefore } from "../../core/happened.ts";
import { isSame, recording, staffAndPatient, whyNothingSaid, whyUnknown } from "./recording.ts";

/** An illness, now or in the past: one that knowledge names, or in words of its own, which then ask for a judgement. */
export const recordCondition = recording({
  name: "record-condition",
  writes: "condition-recorded",
  roles: staffAndPatient,
  known: (body, { record }, happened) =>
    record.conditions.some((current) => isSame(current.body, body) && notBefore(happened, current.happened)),
  check: (body, { context: { knowledge } }) =>
    whyNothingSaid(body, ["condition", "coding", "text"]) ??
    whyUnknown("condition", body.condition, { ...knowledge.conditions, ...knowledge.indications }),
});
