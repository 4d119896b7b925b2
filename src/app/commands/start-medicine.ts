import type { Body } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import type { Record as PatientRecord } from "../../core/record.ts";
import { isSame, recording, staffAndPatient, whyNothingSaid, whyUnknown } from "./recording.ts";
import { medicineThen } from "./standing-then.ts";

/** A medicine or supplement taken: one that knowledge names, or in words of its own, which then ask for a judgement. */
export const startMedicine = recording({
  name: "start-medicine",
  writes: "medicine-started",
  roles: staffAndPatient,
  known: (body, { record }, happened) => {
    const taken =
      body.medicine === undefined ? inWords(body, record) : medicineThen(record, body.medicine, happened);
    return taken !== undefined && isSame(taken.body, body) && notBefore(happened, taken.happened);
  },
  check: (body, { context }) =>
    whyNothingSaid(body, ["medicine", "coding", "text"]) ??
    whyUnknown("medicine", body.medicine, context.knowledge.medicines),
});

function inWords(body: Body<"medicine-started">, record: PatientRecord) {
  return record.of("medicine-started").find((before) => isSame(before.body, body));
}
