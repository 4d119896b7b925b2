import { refuse } from "../../core/refusal.ts";
import { recording, staffAndPatient } from "./recording.ts";

/** A procedure that is planned, such as laser eye surgery; on a day to come, or on none yet. */
export const planProcedure = recording({
  name: "plan-procedure",
  writes: "procedure-planned",
  roles: staffAndPatient,
  subject: ({ procedure }) => procedure,
  check: ({ plannedFor }, { record }, { day }) =>
    plannedFor !== undefined && plannedFor < day
      ? refuse("planned-for-the-past", { plannedDay: plannedFor, todayDay: record.day })
      : undefined,
});
