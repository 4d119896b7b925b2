/** What a timeline draws. */
import type { Day } from "../../core/calendar.ts";

export type BarKind = "cover" | "month" | "window" | "period" | "supply" | "proposed";
export type DotKind = "good" | "open" | "alarm" | "blood" | "step";

export interface Bar {
  readonly kind: BarKind;
  readonly from: Day;
  /** Its last day; undefined where it goes on. */
  readonly to: Day | undefined;
  readonly says: string;
}
export interface Dot {
  readonly kind: DotKind;
  readonly day: Day;
  readonly says: string;
}
export interface Lane {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly Bar[];
  readonly dots: readonly Dot[];
}
export interface TimelineModel {
  readonly from: Day;
  readonly to: Day;
  /** The chosen day. */
  readonly on: Day;
  readonly earliest: Day | undefined;
  readonly lanes: readonly Lane[];
}
