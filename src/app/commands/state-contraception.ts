import { anybody, recording } from "./recording.ts";

/** Whether contraception was used all the time. A gap is an alarm. */
export const stateContraception = recording({
  name: "state-contraception",
  writes: "contraception-stated",
  roles: anybody,
  alarm: ({ usedWithoutGap }) => !usedWithoutGap,
});
