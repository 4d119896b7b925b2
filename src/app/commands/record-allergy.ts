import { isSame, recording, staffAndPatient, whyNothingSaid, whyUnknown } from "./recording.ts";

/** An allergy: one that knowledge names, or in words of its own, which then ask for a judgement. It does not end. */
export const recordAllergy = recording({
  name: "record-allergy",
  writes: "allergy-recorded",
  roles: staffAndPatient,
  known: (body, { record }) => record.of("allergy-recorded").some((before) => isSame(before.body, body)),
  check: (body, { context }) =>
    whyNothingSaid(body, ["allergen", "coding", "text"]) ??
    whyUnknown("allergen", body.allergen, context.knowledge.allergens),
});
