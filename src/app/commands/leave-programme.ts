import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { enrolledAs } from "./enrolled.ts";
import { clinicRecording } from "./recording.ts";

/** The clinic's prescriber or site is no longer in a programme. */
export const leaveProgramme = clinicRecording({
  name: "leave-programme",
  writes: "programme-left",
  roles: ["prescriber", "pharmacist", "administrator"],
  input: (body) => body.extend({ party: z.enum(["prescriber", "site"]) }),
  subject: ({ programme, party }) => `${programme} ${party}`,
  stillSo: (body, { record }, happened) => enrolledAs(record, body, happened) === undefined,
  check: (body, { record }, happened) =>
    enrolledAs(record, body, happened) === undefined
      ? refuse("not-started", { field: "programme", what: body.programme })
      : undefined,
});
