import { z } from "zod";
import { refuse } from "../../core/refusal.ts";
import { enrolledAs, ofAccount } from "./enrolled.ts";
import { clinicRecording } from "./recording.ts";

/** The clinic's prescriber or site is no longer in a programme. */
export const leaveProgramme = clinicRecording({
  name: "leave-programme",
  writes: "programme-left",
  roles: ["prescriber", "pharmacist", "administrator"],
  input: (body) => body.extend({ party: z.enum(["prescriber", "site"]) }),
  become: (body, _state, given) => ofAccount(body, given),
  subject: ({ programme, party, account = "" }) => `${programme} ${party} ${account}`,
  stillSo: (body, { record }, happened) => enrolledAs(record, body, happened) === undefined,
  check: (body, { record }, happened) =>
    enrolledAs(record, body, happened) === undefined
      ? refuse("not-started", { field: "programme", what: body.programme })
      : undefined,
});
