/** A bill: itemised, in whole yen, naming what is charged besides and has no amount. */
import type { Day } from "../calendar.ts";

export const billItems = [
  "consultation-first",
  "consultation-return",
  "capsules",
  "package",
  "blood-test",
  "urine-test",
] as const;
export type BillItem = (typeof billItems)[number];
/** What the price of can be asked for. */
export type PricedItem = BillItem | "consultation";

export interface BillLine {
  readonly item: BillItem;
  readonly quantity: number;
  readonly unitYen: number;
  readonly yen: number;
  /** Of capsules: the strength; of a package: the dose a day and for how many days. */
  readonly mg?: number;
  readonly days?: number;
  readonly product?: string;
}

export interface Bill {
  readonly lines: readonly BillLine[];
  readonly totalYen: number;
  readonly currency: "JPY";
  /** `null` where a list that was used does not say. */
  readonly taxIncluded: boolean | null;
  /** The first days of the lists it was made from. */
  readonly listsSinceDay: readonly Day[];
  /** Charged too, and no list says how much: the total is less than what will be paid. */
  readonly notListed: readonly BillItem[];
}

/** The same thing at the same price stands on one line, in the order of the items, the largest capsule first. */
export function inLines(charges: readonly Omit<BillLine, "yen">[]): readonly BillLine[] {
  const lines = new Map<string, BillLine>();
  for (const charge of charges) {
    const { item, unitYen, mg, days, product, quantity } = charge;
    const key = [item, unitYen, mg, days, product].join(" ");
    const sum = (lines.get(key)?.quantity ?? 0) + quantity;
    lines.set(key, { ...charge, quantity: sum, yen: sum * unitYen });
  }
  return [...lines.values()].toSorted(
    (a, b) => billItems.indexOf(a.item) - billItems.indexOf(b.item) || (b.mg ?? 0) - (a.mg ?? 0),
  );
}
