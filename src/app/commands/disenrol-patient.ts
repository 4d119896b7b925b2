import { refuse } from "../../core/refusal.ts";
import { enrolledAs } from "./enrolled.ts";
import { recording } from "./recording.ts";

/** The patient is no longer in a programme. */
export const disenrolPatient = recording({
  name: "disenrol-patient",
  writes: "programme-left",
  roles: ["prescriber", "pharmacist", "administrator", "patient", "guardian"],
  input: (body) => body.omit({ party: true, account: true }),
  become: (body) => ({ ...body, party: "patient" }),
  subject: ({ programme, party }) => `${programme} ${party}`,
  stillSo: (body, { record }, happened) => enrolledAs(record, body, happened) === undefined,
  check: (body, { record }, happened) =>
    enrolledAs(record, body, happened) === undefined
      ? refuse("not-started", { field: "programme", what: body.programme })
      : undefined,
});
