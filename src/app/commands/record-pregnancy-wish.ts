import { recording, staffAndPatient } from "./recording.ts";

/** Whether a pregnancy is planned, and within how many months. */
export const recordPregnancyWish = recording({
  name: "record-pregnancy-wish",
  writes: "pregnancy-wish-recorded",
  roles: staffAndPatient,
});
