import { anybody, recording } from "./recording.ts";

/** Contraception failed or was forgotten. */
export const reportContraceptionLapse = recording({
  name: "report-contraception-lapse",
  writes: "contraception-lapsed",
  roles: anybody,
  alarm: () => true,
});
