/** What one rule has to say. Rules return outcomes; a decision turns them into findings. */
import type { At, Day } from "./calendar.ts";
import type { Written } from "./happened.ts";
import type { WayOut } from "./steps.ts";

/** From best to worst. `advise` rides along: it counts as a pass. */
export const verdicts = ["pass", "advise", "ask", "wait", "stop"] as const;
export type Verdict = (typeof verdicts)[number];

/** Keys that end in `Day` hold a `Day`, keys that end in `At` an `At`; other numbers carry their unit in the name. */
export interface Facts {
  readonly [key: `${string}Day`]: Day | undefined;
  readonly [key: `${string}At`]: At | undefined;
  readonly [key: string]: Fact;
}
type Fact =
  | string
  | number
  | boolean
  | undefined
  | null
  | KnownText
  | readonly string[]
  | readonly GradedResult[];

/** A text of the knowledge, in both languages. */
export interface KnownText {
  readonly en: string;
  readonly ja: string;
}

/** A laboratory result with its CTCAE grade; outside the range without one, or with no range to judge by. */
export interface GradedResult {
  readonly analyte: string;
  readonly value: number;
  readonly unit: string;
  readonly grade: 0 | 1 | 2 | 3 | 4 | "ungraded" | "no-limit";
}

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly facts: Facts;
  readonly cites: readonly string[];
  readonly wayOut: WayOut;
  /** The next instant at which this outcome can change though nothing new is recorded. */
  readonly until?: At;
  /** A floor: no override reaches it. */
  readonly floor?: true;
  /** The newest fact it rests on: an override must not be older. */
  readonly since?: readonly Written[];
}

/** An outcome that remembers its verdict, reason and facts in its type, so that words can be held against it. */
export type Said<V extends Verdict, R extends string, F extends Facts> = Outcome & {
  readonly verdict: V;
  readonly reason: R;
  readonly facts: F;
};

interface More {
  readonly until?: At | undefined;
  readonly floor?: true;
  readonly since?: readonly Written[] | undefined;
}

const nothing: readonly never[] = [];

export function pass<const R extends string, const F extends Facts>(
  reason: R,
  facts: F,
  cites: readonly string[],
  until?: At,
): Said<"pass", R, F> {
  return until === undefined
    ? { verdict: "pass", reason, facts, cites, wayOut: nothing }
    : { verdict: "pass", reason, facts, cites, wayOut: nothing, until };
}

export function advise<const R extends string, const F extends Facts>(
  reason: R,
  facts: F,
  cites: readonly string[],
  until?: At,
): Said<"advise", R, F> {
  return {
    verdict: "advise",
    reason,
    facts,
    cites,
    wayOut: nothing,
    ...(until === undefined ? {} : { until }),
  };
}

export function ask<const R extends string, const F extends Facts>(
  reason: R,
  facts: F,
  cites: readonly string[],
  wayOut: WayOut,
  more: More = {},
): Said<"ask", R, F> {
  return { verdict: "ask", reason, facts, cites, wayOut, ...said(more) };
}

export function wait<const R extends string, const F extends Facts>(
  reason: R,
  facts: F,
  cites: readonly string[],
  wayOut: WayOut,
  until: At,
): Said<"wait", R, F> {
  return { verdict: "wait", reason, facts, cites, wayOut, until };
}

export function stop<const R extends string, const F extends Facts>(
  reason: R,
  facts: F,
  cites: readonly string[],
  wayOut: WayOut,
  more: More = {},
): Said<"stop", R, F> {
  return { verdict: "stop", reason, facts, cites, wayOut, ...said(more) };
}

function said(more: More): { until?: At; floor?: true; since?: readonly Written[] } {
  return {
    ...(more.until === undefined ? {} : { until: more.until }),
    ...(more.floor === undefined ? {} : { floor: more.floor }),
    ...(more.since === undefined ? {} : { since: more.since }),
  };
}

/** The worse of two verdicts. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b;
}
