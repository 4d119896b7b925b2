import { notBefore } from "../../core/happened.ts";
import { isSame, recording, staffAndPatient, whyNothingSaid, whyUnknown } from "./recording.ts";

/** A medicine or supplement taken: one that knowledge names, or in words of its own, which then ask for a judgement. */
export const startMedicine = recording({
  name: "start-medicine",
  writes: "medicine-started",
  roles: staffAndPatient,
  known: (body, { record }, happened) =>
    record.medicines.some((current) => isSame(current.body, body) && notBefore(happened, current.happened)),
  check: (body, { context }) =>
    whyNothingSaid(body, ["medicine", "coding", "text"]) ??
    whyUnknown("medicine", body.medicine, context.knowledge.medicines),
});
