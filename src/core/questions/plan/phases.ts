/** Each phase of a plan held against the limits of its product, its formulation and the patient's age. */
import { citesOf } from "../../cites.ts";
import { doseLimits } from "../../dose-limits.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import type { Product } from "../../knowledge/schema.ts";
import { capsulesText } from "../../plan/capsules-text.ts";
import type { Phase } from "../../plan/schedule.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

export interface Limited {
  readonly asked: Asked;
  readonly weightKg: number | undefined;
  readonly age: number | undefined;
  /** Very severe, scarring or truncal disease. */
  readonly isHighDoseJustified: boolean;
  readonly formulation: Product["formulation"] | undefined;
}

/** What a phase holds, and whether it may. */
export function phaseRemark(phase: Phase, number: number, limited: Limited) {
  const { asked, weightKg } = limited;
  const { minimum, ordinary, maximum } = limits(limited);
  const cites = citesOf(minimum, ordinary, maximum);
  const facts = factsOf(phase, number, weightKg);
  if (phase.kind === "in-hand") return remark("know", pass("in-hand", facts, []));
  if (weightKg === undefined)
    return remark("counts", ask("phase-without-weight", facts, cites, measure(asked)));
  const status = statusOf(heaviestOf(phase), phase.dailyMg, weightKg, limited);
  const more = {
    ...facts,
    minimumMgPerKg: minimum.value,
    ordinaryMgPerKg: ordinary.value,
    maximumMgPerKg: maximum.value,
  };
  const lower = (mgPerKg: number | null) =>
    mgPerKg === null
      ? []
      : [step("prescriber", "lower-dose", { mostMg: Math.floor(mgPerKg * weightKg) }, asked.day)];
  switch (status) {
    case "above-maximum":
      return remark(
        "counts",
        stop("phase-above-maximum", more, cites, lower(ordinary.value ?? maximum.value), { floor: true }),
      );
    case "above-ordinary-for-minor":
      return remark(
        "counts",
        stop("phase-above-ordinary-for-minor", more, cites, lower(ordinary.value), { floor: true }),
      );
    case "above-ordinary": {
      const reason = step("prescriber", "record-reason-for-high-dose", {}, asked.day);
      return remark("counts", ask("phase-above-ordinary", more, cites, [reason, ...lower(ordinary.value)]));
    }
    case "above-ordinary-justified":
      return remark("counts", advise("phase-above-ordinary-justified", more, cites));
    case "below-label":
      return remark("counts", advise("phase-below-label", more, cites));
    case "within":
      return remark("counts", pass("phase-within", more, cites));
  }
}

export type DoseStatus =
  | "above-maximum"
  | "above-ordinary-for-minor"
  | "above-ordinary"
  | "above-ordinary-justified"
  | "below-label"
  | "within";

/** The heavier of two alternating days counts against a limit, the mean of both against the least dose. */
export function statusOf(
  heaviestMg: number,
  dailyMg: number,
  weightKg: number,
  limited: Limited,
): DoseStatus {
  const { asked, age, isHighDoseJustified } = limited;
  const { minimum, ordinary, maximum } = limits(limited);
  const most = heaviestMg / weightKg;
  if (maximum.value !== null && most > maximum.value) return "above-maximum";
  if (ordinary.value !== null && most > ordinary.value) {
    const adultFrom = asked.values.adultAgeYears.value ?? Number.POSITIVE_INFINITY;
    if (age === undefined) return "above-ordinary";
    if (age < adultFrom) return "above-ordinary-for-minor";
    return isHighDoseJustified ? "above-ordinary-justified" : "above-ordinary";
  }
  return minimum.value !== null && dailyMg / weightKg < minimum.value ? "below-label" : "within";
}

export function limits({ asked, formulation }: Limited) {
  return doseLimits(asked.values, formulation);
}

/** The most a day of the phase holds, the wish included that a first supply has lowered. */
export function heaviestOf({ pattern, wishedMg, intendedMg }: Phase): number {
  const lowered = wishedMg > intendedMg ? wishedMg : 0;
  return Math.max(lowered, ...(pattern?.days.map(({ mg }) => mg) ?? [wishedMg]));
}

/** What a sentence on a phase needs. */
export function factsOf(phase: Phase, number: number, weightKg: number | undefined) {
  const [one, other] = phase.pattern?.days ?? [];
  return {
    kind: phase.kind,
    number,
    fromDay: phase.fromDay,
    toDay: phase.toDay,
    days: phase.days,
    daysOff: phase.daysOff,
    intendedMg: phase.intendedMg,
    dailyMg: phase.dailyMg,
    mgPerKg: weightKg === undefined ? undefined : hundredth(phase.dailyMg / weightKg),
    mg: phase.mg,
    capsules: one === undefined ? undefined : capsulesText(one.capsules),
    alternating: other === undefined ? undefined : capsulesText(other.capsules),
    firstMg: one?.mg,
    alternatingMg: other?.mg,
  };
}

export function measure({ day }: Asked) {
  return [step("nurse", "measure-weight", {}, day)];
}

export function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
