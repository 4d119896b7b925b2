import type { Body } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import { isSame, recording, staffAndPatient, whyNothingSaid, whyUnknown } from "./recording.ts";
import { conditionThen } from "./standing-then.ts";

/** An illness, now or in the past: one that knowledge names, or in words of its own, which then ask for a judgement. */
export const recordCondition = recording({
  name: "record-condition",
  writes: "condition-recorded",
  roles: staffAndPatient,
  known: (body, { record }, happened) => {
    const stands =
      body.condition === undefined ? inWords(body, record) : conditionThen(record, body.condition, happened);
    return stands !== undefined && isSame(stands.body, body) && notBefore(happened, stands.happened);
  },
  check: (body, { context: { knowledge } }) =>
    whyNothingSaid(body, ["condition", "coding", "text"]) ??
    whyUnknown("condition", body.condition, { ...knowledge.conditions, ...knowledge.indications }),
});

function inWords(body: Body<"condition-recorded">, record: PatientRecord) {
  return record.of("condition-recorded").find((before) => isSame(before.body, body));
}
