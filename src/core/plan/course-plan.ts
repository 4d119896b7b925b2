/** A planned course, for machines: phases, supplies, and what falls on which day. */
import type { Day } from "../calendar.ts";
import type { Outcome } from "../finding.ts";
import type { Phase } from "./schedule.ts";
import type { PlannedSupply } from "./supplies.ts";

/** What can fall on a day of a plan. */
export const planEventKinds = [
  "contraception-begins",
  "pregnancy-test",
  "blood-test",
  "supply",
  "last-capsule",
  "month-over",
] as const;
export type PlanEventKind = (typeof planEventKinds)[number];

export interface PlanEvent {
  readonly kind: PlanEventKind;
  readonly day: Day;
  /** Where it may be done earlier: from this day. */
  readonly fromDay?: Day | undefined;
  /** What is said of it. */
  readonly says: Outcome;
}

/** Doses one plan can be made for. */
export const planIds = [
  "asked",
  "half-mg-per-kg",
  "one-mg-per-kg",
  "low-10-mg",
  "low-20-mg",
  "compared",
] as const;
export type PlanId = (typeof planIds)[number];

export interface CoursePlan {
  readonly id: PlanId;
  readonly product: string;
  readonly startDay: Day;
  readonly lastDay: Day;
  /** On the calendar, from the first day of the plan. */
  readonly days: number;
  /** In capsules taken from now on. */
  readonly mg: number;
  /** Taken before in this course. */
  readonly takenMg: number;
  /** Of the whole course; undefined where no weight is known. */
  readonly mgPerKg: number | undefined;
  readonly phases: readonly Phase[];
  readonly supplies: readonly PlannedSupply[];
  readonly events: readonly PlanEvent[];
}
