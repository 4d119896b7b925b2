/** What a bill is written in: its items, amounts and headings, in every language. */
import type { BillLine, PricedItem } from "../core/price/bill.ts";
import type { Say } from "./words.ts";

export interface BillWords {
  /** An item in the middle of a sentence. */
  readonly items: { readonly [I in PricedItem]: string };
  /** A line of the bill. */
  line(line: BillLine, say: Say): string;
  yen(yen: number, say: Say): string;
  readonly total: string;
  /** Where not everything that is charged is listed. */
  readonly totalOfListed: string;
  tax(included: boolean | null): string;
  readonly heading: string;
  readonly item: string;
  readonly quantity: string;
  readonly each: string;
  readonly amount: string;
}
