import { recording, staffAndPatient } from "./recording.ts";

/** That illnesses, now and in the past, were asked about; those there are are recorded each by itself. */
export const askConditions = recording({
  name: "ask-conditions",
  writes: "conditions-asked",
  roles: staffAndPatient,
});
