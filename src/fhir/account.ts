/** What became of each resource of an import. */
import { cut } from "./written.ts";

/** Why a resource, or part of it, was left aside. */
export const reasonCodes = [
  "not-a-resource",
  "unopened-bundle",
  "duplicate",
  "not-relevant",
  "used-by-reference",
  "other-patient",
  "no-subject",
  "modifier-extension",
  "entered-in-error",
  "preliminary",
  "status",
  "no-birth-date",
  "no-code",
  "unknown-code",
  "ambiguous-code",
  "no-day",
  "no-value",
  "unreadable-value",
  "comparator",
  "unsupported-unit",
  "quantity-not-interpreted",
  "not-an-order",
  "only-planned",
  "do-not-perform",
  "isotretinoin-not-an-order",
  "only-dispensed-or-given",
  "no-longer-taken",
  "local-route",
  "refuted",
  "not-confirmed",
  "partial-negation",
  "never-decides-category",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A reason and the fact behind it, such as the code nobody knew or the unit as written. */
export interface Reason {
  readonly reason: ReasonCode;
  readonly detail?: string;
}

/** One line for each resource given. A line may have both: a pregnancy test collected whose result could not be read. */
export interface AccountLine {
  /** `Observation/abc`; a resource without an id is named by its place, `Observation/~3`. */
  readonly resource: string;
  /** Ids of the entries made of it, or "order". */
  readonly became: readonly string[];
  readonly leftAside?: Reason;
}

/** A reason with its fact, cut where it is too long to read. */
export function because(reason: ReasonCode, detail?: string): Reason {
  if (detail === undefined || detail === "") return { reason };
  return { reason, detail: cut(detail) };
}
