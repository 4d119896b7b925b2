import { z } from "zod";
import type { Authorisation } from "../../core/authorisations.ts";
import type { Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import { type Refusals, refuse } from "../../core/refusal.ts";
import { entry } from "../entries.ts";
import type { PatientState } from "../patient-state.ts";
import { whoWrote } from "../who-wrote.ts";
import { authorisationOf } from "./authorisation-of.ts";
import { command, nothing, write } from "./command.ts";

/**
 * Nobody collected it: the capsules go back, the supply counts as never handed out, and the number stays used. Once
 * doses were taken or capsules counted that is no longer so: what came back is then recorded as returned. Only who
 * handed it out knows that it lies on their shelf, or the home clinic, which answers for the treatment.
 */
export const reverseSupply = command({
  name: "reverse-supply",
  on: "patient",
  roles: ["pharmacist", "prescriber"],
  input: z.strictObject({ number: z.string(), note: z.string().max(4000).optional() }),
  decide({ number, note }, state, { clinic }) {
    const found = authorisationOf(number, state);
    if ("refused" in found) return { refusal: found };
    if (!isTheirs(found, state, clinic)) {
      return { refusal: refuse("handed-out-elsewhere", { number: found.number }) };
    }
    if (found.state === "reversed") return nothing;
    if (found.state !== "dispensed") return { refusal: refuse("never-dispensed", { number: found.number }) };
    const because = whyNotUnopened(found, state);
    if (because !== undefined) return { refusal: refuse("not-unopened", { number: found.number, because }) };
    const kept = note === undefined ? undefined : { note };
    return write(entry("supply-reversed", { number: found.number }, { private: kept }));
  },
});

/** Whether a clinic may take it back: the one that handed it out, or the patient's home clinic. */
function isTheirs(
  { number }: Authorisation,
  { history, clinic: home }: PatientState,
  clinic: string,
): boolean {
  if (clinic === home) return true;
  return history.entries.some(
    (one) =>
      one.type === "supply-dispensed" &&
      one.body.number === number &&
      whoWrote(history, one.id).clinic === clinic,
  );
}

/** What shows that the supply was more than handed over the counter and back. */
function whyNotUnopened(
  { number }: Authorisation,
  { record }: PatientState,
): Refusals["not-unopened"]["because"] | undefined {
  const supply = record.of("supply-dispensed").find(({ body }) => body.number === number);
  if (supply === undefined) return undefined;
  const since = ({ happened }: { readonly happened: Happened }) => notBefore(happened, supply.happened);
  const ofIt = (one: { readonly happened: Happened; readonly body: { readonly capsuleMg: number } }) =>
    since(one) && (supply.body.capsuleMg === undefined || one.body.capsuleMg === supply.body.capsuleMg);
  if (record.of("dose-taken").some(since)) return "doses-taken";
  if (record.of("capsules-counted").some(ofIt)) return "capsules-counted";
  if (record.of("supply-returned").some(ofIt)) return "capsules-returned";
  const later = record.of("supply-dispensed").some((one) => one.id !== supply.id && since(one));
  return later ? "later-supply" : undefined;
}
