import type { Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import { refuse } from "../../core/refusal.ts";
import type { PatientState } from "../patient-state.ts";
import { noneSince, recording } from "./recording.ts";

/** Unused capsules that came back. More than were ever given of that strength is a mistake in counting. */
export const returnCapsules = recording({
  name: "return-capsules",
  writes: "supply-returned",
  roles: ["prescriber", "nurse", "pharmacist", "front-desk"],
  stillSo: noneSince("supply-dispensed", "supply-reversed", "capsules-counted", "corrected"),
  subject: ({ capsuleMg }) => capsuleMg,
  check: ({ capsules, capsuleMg }, state, happened) => {
    const given = stillOut(state, capsuleMg, happened);
    return given !== undefined && capsules > given
      ? refuse("more-than-given", { capsules, given })
      : undefined;
  },
});

/** Capsules of a strength handed out and not returned; undefined where a supply does not say how many, or of what. */
function stillOut({ record }: PatientState, capsuleMg: number, happened: Happened): number | undefined {
  let out = 0;
  for (const { body, happened: then } of record.of("supply-dispensed")) {
    if (!notBefore(happened, then)) continue;
    if (body.capsules === undefined || body.capsuleMg === undefined) return undefined;
    if (body.capsuleMg === capsuleMg) out += body.capsules;
  }
  for (const { body } of record.of("supply-returned")) {
    if (body.capsuleMg === capsuleMg) out -= body.capsules;
  }
  return Math.max(0, out);
}
