import type { Day } from "./calendar.ts";

/** Where and by whom: what surrounds a decision and is neither the patient's record nor knowledge. */
export interface Setting {
  readonly protocol: string;
  readonly clinic?: string;
  /** The clinic's IANA zone; the protocol's where no clinic is named. */
  readonly zone?: string;
  /** Editions an administrator confirmed, each from a day. */
  readonly confirmedEditions: readonly ConfirmedEdition[];
}

export interface ConfirmedEdition {
  readonly protocol: string;
  /** The edition's first day, which is its name. */
  readonly edition: Day;
  /** From this day the edition counts alone; never backwards. */
  readonly from: Day;
}
