import { enrolmentsOf } from "../../core/enrolments.ts";
import type { Body, Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Record as AnyRecord } from "../../core/record.ts";
import { type Refusal, refuse } from "../../core/refusal.ts";
import { type PatientState, valuesOf } from "../patient-state.ts";
import type { Given } from "./command.ts";

type Enrolment = Body<"programme-enrolled">;

/** The enrolment of a party that stands at a moment, though it may have run out by then. */
export function enrolledAs(
  record: AnyRecord,
  { programme, party, account }: Pick<Enrolment, "programme" | "party" | "account">,
  when: Happened,
): Enrolment | undefined {
  const isIts = ({ body }: { readonly body: Pick<Enrolment, "programme" | "party" | "account"> }) =>
    body.programme === programme && body.party === party && body.account === account;
  const joined = record
    .of("programme-enrolled")
    .findLast((one) => isIts(one) && notBefore(when, one.happened));
  const left = record.of("programme-left").findLast((one) => isIts(one) && notBefore(when, one.happened));
  // As in the rule: who left on the day of joining has left.
  return joined === undefined || (left !== undefined && left.happened.day >= joined.happened.day)
    ? undefined
    : joined.body;
}

/** Whose enrolment it is: a prescriber's who enrols is their own; a site has no account. */
export function ofAccount<B extends Pick<Enrolment, "party" | "account">>(
  body: B,
  { by }: Pick<Given, "by">,
): B {
  const { account: given, ...rest } = body;
  const own = by.role === "prescriber" && by.authenticated ? by.id : undefined;
  const account = body.party === "prescriber" ? (given ?? own) : undefined;
  return { ...rest, ...(account === undefined ? {} : { account }) } as B;
}

/**
 * Why somebody signed in may not act, though the clinic's record says that a prescriber or the site is enrolled: a
 * programme asks for the prescriber's own enrolment, and of a site elsewhere this record says nothing.
 */
export function whyNotEnrolled(
  party: "prescriber" | "site",
  state: PatientState,
  { by, clinic }: Pick<Given, "by" | "clinic">,
): Refusal | undefined {
  const { value: parties, from: programme } = valuesOf(state).enrolments;
  if (!by.authenticated || parties?.includes(party) !== true) return undefined;
  const standing = enrolmentsOf(state.record, { programme, party }, state.record.day);
  const isOwn =
    party === "site" ? clinic === state.clinic : standing.some(({ account }) => account === by.id);
  return isOwn ? undefined : refuse("not-enrolled", { programme, party });
}

/** Protocols in which somebody enrols. */
export function programmesOf({ protocols }: Knowledge): string[] {
  return Object.values(protocols)
    .filter(({ values }) => values.enrolments !== undefined)
    .map(({ id }) => id);
}
