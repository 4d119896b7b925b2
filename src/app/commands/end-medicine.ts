import { refuse } from "../../core/refusal.ts";
import { clinicians, recording } from "./recording.ts";
import { stood } from "./stood.ts";

/** A medicine that is no longer taken. */
export const endMedicine = recording({
  name: "end-medicine",
  writes: "medicine-ended",
  roles: clinicians,
  subject: ({ medicine }) => medicine,
  check: ({ medicine }, { record }, happened) => {
    const started = record.of("medicine-started").filter(({ body }) => body.medicine === medicine);
    const ended = record.of("medicine-ended").filter(({ body }) => body.medicine === medicine);
    return stood(started, ended, happened)
      ? undefined
      : refuse("not-started", { field: "medicine", what: medicine });
  },
});
