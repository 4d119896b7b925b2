import { recording, staffAndPatient } from "./recording.ts";

/** That medicines and supplements were asked about; those there are are recorded each by itself. */
export const askMedicines = recording({
  name: "ask-medicines",
  writes: "medicines-asked",
  roles: staffAndPatient,
});
