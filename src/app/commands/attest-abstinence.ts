import { recording, staffAndPatient } from "./recording.ts";

/** That there is no intercourse; that it can be relied on, for compelling reasons, takes a prescriber's word. */
export const attestAbstinence = recording({
  name: "attest-abstinence",
  writes: "abstinence-attested",
  roles: staffAndPatient,
});
