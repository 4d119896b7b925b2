import type { Authorisation } from "../../core/authorisations.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { readNumber } from "../authorisation-number.ts";
import type { PatientState } from "../patient-state.ts";

/** The authorisation of a typed number, whatever became of it. */
export function authorisationOf(typed: string, state: PatientState): Authorisation | Refusal {
  const number = readNumber(typed)?.number;
  if (number === undefined) return refuse("not-a-number", { given: typed });
  const found = state.record.authorisations.find((one) => one.number === number);
  return found ?? refuse("no-such-authorisation", { number });
}

/** The same, if it can still be redeemed. */
export function openAuthorisation(typed: string, state: PatientState): Authorisation | Refusal {
  const found = authorisationOf(typed, state);
  if ("refused" in found || found.state === "open") return found;
  return refuse("authorisation-used", { number: found.number, state: found.state });
}
