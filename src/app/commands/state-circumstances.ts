import { recording, staffAndPatient } from "./recording.ts";

/** How treatment fits the patient's life: own import, hair removal, visits, prevention, a pregnancy there may be. */
export const stateCircumstances = recording({
  name: "state-circumstances",
  writes: "circumstances-stated",
  roles: staffAndPatient,
});
