import { recording, staffAndPatient } from "./recording.ts";

/** That allergies were asked about; those there are are recorded each by itself. */
export const askAllergies = recording({
  name: "ask-allergies",
  writes: "allergies-asked",
  roles: staffAndPatient,
});
