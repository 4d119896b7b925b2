/** An order as it is typed, and the supply it comes to. */
import type { Product } from "../../../core/knowledge/schema.ts";
import type { Proposal } from "../../api/shapes.ts";
import { numberOf } from "../forms/number-of.ts";

/** As it stands in the fields. */
export interface Order {
  readonly product: string;
  readonly capsuleMg: string;
  readonly dailyMg: string;
  readonly dosesPerDay: string;
  readonly days: string;
}

/** What was given last, as far as it is known. */
export function orderAtFirst(proposal: Readonly<Record<string, unknown>>): Order {
  const text = (key: string) => {
    const value = proposal[key];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  return {
    product: text("product"),
    capsuleMg: text("capsuleMg"),
    dailyMg: text("dailyMg"),
    dosesPerDay: text("dosesPerDay"),
    days: text("days"),
  };
}

/** The supply, where everything is said. */
export interface Supply {
  readonly product: string;
  readonly capsuleMg: number;
  readonly capsules: number;
  readonly dailyMg: number;
  readonly dosesPerDay: number;
  readonly days: number;
}

/** What is said so far, as a proposal that can be decided. */
export function proposalOf(order: Order): Proposal {
  const supply = supplyOf(order);
  if (supply !== undefined) return supply;
  const number = (key: Exclude<keyof Order, "product">) => {
    const value = numberOf(order[key]);
    return value === undefined || value <= 0 ? {} : { [key]: value };
  };
  return {
    ...(order.product === "" ? {} : { product: order.product }),
    ...number("capsuleMg"),
    ...number("dailyMg"),
    ...number("dosesPerDay"),
    ...number("days"),
  };
}

/** Undefined while something is missing or is no number. */
export function supplyOf(order: Order): Supply | undefined {
  const [capsuleMg, dailyMg, dosesPerDay, days] = [
    numberOf(order.capsuleMg),
    numberOf(order.dailyMg),
    numberOf(order.dosesPerDay),
    numberOf(order.days),
  ];
  if (order.product === "" || !capsuleMg || !dailyMg || !dosesPerDay || !days) return undefined;
  if (!Number.isInteger(days) || !Number.isInteger(dosesPerDay)) return undefined;
  const capsules = Math.ceil((dailyMg * days) / capsuleMg);
  return { product: order.product, capsuleMg, capsules, dailyMg, dosesPerDay, days };
}

/** The strength to begin with: the one that stands there if the product has it, else one that makes the dose whole. */
export function strengthFor({ strengthsMg }: Product, dailyMg: number | undefined, now: string): string {
  const current = numberOf(now);
  if (current !== undefined && strengthsMg.includes(current)) return now;
  const fitting = strengthsMg.filter((mg) => dailyMg === undefined || dailyMg % mg === 0);
  return String(fitting.at(-1) ?? strengthsMg[0] ?? "");
}
