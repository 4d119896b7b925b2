/** What is proposed: one supply of isotretinoin. Whatever is undefined is not known, and is asked about. */
import type { Day } from "./calendar.ts";

/** One supply, as it is proposed. */
export interface SupplyQuestion {
  /** Names the order, where several are judged. */
  readonly order?: string;
  /** A product of `knowledge/products.yaml`. */
  readonly product?: string;
  /** Milligrams in one capsule. */
  readonly capsuleMg?: number;
  readonly formulation?: "conventional" | "lidose" | "micronised";
  /** Capsules in the whole supply. */
  readonly capsules?: number;
  /** Milligrams a day. */
  readonly dailyMg?: number;
  readonly dosesPerDay?: number;
  /** Days the supply could last at the longest. */
  readonly days?: number;
  /** What the order says of its amount that could not be read, in its own words. */
  readonly unread?: readonly string[];
  /** How many other orders for isotretinoin are open beside this one. */
  readonly otherOrders?: number;
  /** Further fills without a new decision; an order that does not say has none. */
  readonly refills: number;
  /** What it is prescribed for, where the order itself says so. */
  readonly indication?: Indicated;
  /** Present where the question is whether an authorised supply may be handed out. */
  readonly dispensing?: Dispensing;
}

/** A supply about to be handed out: which authorisation it redeems, and what is in the pharmacist's hand. */
export interface Dispensing {
  readonly number: string;
  readonly product?: string;
  readonly capsuleMg?: number;
  readonly capsules?: number;
  readonly lot?: string;
  /** The last day on which the pack may be used. */
  readonly expiresOnDay?: Day;
}

/** What a step would change in a proposal. */
export interface Change extends Partial<Omit<SupplyQuestion, "dispensing">> {
  readonly dispensing?: Partial<Dispensing>;
}

/** The proposal with a change made to it. */
export function changed(question: SupplyQuestion, { dispensing, ...rest }: Change): SupplyQuestion {
  const next = { ...question, ...rest };
  return question.dispensing === undefined || dispensing === undefined
    ? next
    : { ...next, dispensing: { ...question.dispensing, ...dispensing } };
}

/** An indication as an order gives it: known to `knowledge/indications.yaml`, or only a text nobody could place. */
export interface Indicated {
  readonly id?: string;
  readonly text: string;
}
