import { refuse } from "../../core/refusal.ts";
import { clinicians, recording } from "./recording.ts";
import { medicineThen } from "./standing-then.ts";

/** A medicine that is no longer taken. */
export const endMedicine = recording({
  name: "end-medicine",
  writes: "medicine-ended",
  roles: clinicians,
  subject: ({ medicine }) => medicine,
  stillSo: ({ medicine }, { record }, happened) => medicineThen(record, medicine, happened) === undefined,
  check: ({ medicine }, { record }, happened) =>
    medicineThen(record, medicine, happened) === undefined
      ? refuse("not-started", { field: "medicine", what: medicine })
      : undefined,
});
