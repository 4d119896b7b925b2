import { z } from "zod";
import { enrolledAs, ofAccount, programmesOf } from "./enrolled.ts";
import { clinicRecording, isSame, whyUnknown } from "./recording.ts";

/** The clinic's prescriber or site is enrolled in a programme; a patient is enrolled by `enrol-patient`. */
export const enrol = clinicRecording({
  name: "enrol",
  writes: "programme-enrolled",
  roles: ["prescriber", "pharmacist", "administrator"],
  input: (body) => body.extend({ party: z.enum(["prescriber", "site"]) }),
  become: (body, _state, given) => ofAccount(body, given),
  known: (body, { record }, happened) => isSame(enrolledAs(record, body, happened) ?? {}, body),
  check: ({ programme }, { context }) => whyUnknown("programme", programme, programmesOf(context.knowledge)),
});
