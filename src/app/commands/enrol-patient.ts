import { enrolledAs, programmesOf } from "./enrolled.ts";
import { isSame, recording, whyUnknown } from "./recording.ts";

/** The patient is enrolled in a programme. */
export const enrolPatient = recording({
  name: "enrol-patient",
  writes: "programme-enrolled",
  roles: ["prescriber", "pharmacist", "administrator"],
  input: (body) => body.omit({ party: true, account: true }),
  become: (body) => ({ ...body, party: "patient" }),
  known: (body, { record }, happened) => isSame(enrolledAs(record, body, happened) ?? {}, body),
  check: ({ programme }, { context }) => whyUnknown("programme", programme, programmesOf(context.knowledge)),
});
