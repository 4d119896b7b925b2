/** Who is enrolled in a programme: each prescriber by their own account, a patient or a site once. */
import type { Day } from "./calendar.ts";
import type { Body } from "./entry.ts";
import type { Record } from "./record.ts";

export type Enrolment = Body<"programme-enrolled">;

/** Enrolments of a party that stand on a day, one an account. */
export function enrolmentsOf(
  record: Pick<Record, "of">,
  { programme, party }: { readonly programme: string; readonly party: string },
  day: Day,
): readonly Enrolment[] {
  const isTheirs = ({ body }: { readonly body: { readonly programme: string; readonly party: string } }) =>
    body.programme === programme && body.party === party;
  const joined = new Map(
    record
      .of("programme-enrolled")
      .filter(isTheirs)
      .map((one) => [one.body.account, one]),
  );
  const left = new Map(
    record
      .of("programme-left")
      .filter(isTheirs)
      .map((one) => [one.body.account, one.happened.day]),
  );
  return [...joined.values()].flatMap(({ body, happened }) => {
    const leftOn = left.get(body.account);
    const stands =
      (body.until === undefined || day <= body.until) && (leftOn === undefined || leftOn < happened.day);
    return stands ? [body] : [];
  });
}
