import type { Body, Happened } from "../../core/entry.ts";
import { notBefore } from "../../core/happened.ts";
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Record as AnyRecord } from "../../core/record.ts";

type Enrolment = Body<"programme-enrolled">;

/** The enrolment of a party that stands at a moment, though it may have run out by then. */
export function enrolledAs(
  record: AnyRecord,
  { programme, party }: Pick<Enrolment, "programme" | "party">,
  when: Happened,
): Enrolment | undefined {
  const isIts = ({ body }: { readonly body: Pick<Enrolment, "programme" | "party"> }) =>
    body.programme === programme && body.party === party;
  const joined = record
    .of("programme-enrolled")
    .findLast((one) => isIts(one) && notBefore(when, one.happened));
  const left = record.of("programme-left").findLast((one) => isIts(one) && notBefore(when, one.happened));
  // As in the rule: who left on the day of joining has left.
  return joined === undefined || (left !== undefined && left.happened.day >= joined.happened.day)
    ? undefined
    : joined.body;
}

/** Protocols in which somebody enrols. */
export function programmesOf({ protocols }: Knowledge): string[] {
  return Object.values(protocols)
    .filter(({ values }) => values.enrolments !== undefined)
    .map(({ id }) => id);
}
