/** Each phase of a plan held against the limits of its product, its formulation and the patient's age. */
import { citesOf } from "../../cites.ts";
import { doseLimits } from "../../dose-limits.ts";
import { advise, ask, pass, stop } from "../../finding.ts";
import type { Product } from "../../knowledge/schema.ts";
import { dayDoses, type Making } from "../../plan/capsule-dose.ts";
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

/** What a phase holds, and whether it may; capsules handed out before are held against the same limits as new ones. */
export function phaseRemark(phase: Phase, number: number, planned: Limited, making: Making) {
  const limited = phase.kind === "in-hand" ? asHandedOut(planned) : planned;
  const { asked, weightKg } = limited;
  const { minimum, ordinary, maximum } = limits(limited);
  const cites = citesOf(minimum, ordinary, maximum);
  const facts = factsOf(phase, number, limited);
  if (weightKg === undefined)
    return remark("counts", ask("phase-without-weight", facts, cites, measure(asked)));
  const status = statusOf(heaviestOf(phase), phase.dailyMg, weightKg, limited);
  const more = {
    ...facts,
    minimumMgPerKg: minimum.value,
    ordinaryMgPerKg: ordinary.value,
    maximumMgPerKg: maximum.value,
  };
  // The most that whole capsules make below the limit: no other dose can be taken.
  const mostBelow = (mgPerKg: number | null) =>
    mgPerKg === null ? undefined : dayDoses(mgPerKg * weightKg, making).at(-1)?.mg;
  const lower = (mgPerKg: number | null) => {
    if (phase.kind === "in-hand") return [step("prescriber", "decide-on-capsules-in-hand", {}, asked.day)];
    const mostMg = mostBelow(mgPerKg);
    return mostMg === undefined
      ? [step("prescriber", "choose-product", {}, asked.day)]
      : [step("prescriber", "lower-dose", { mostMg }, asked.day)];
  };
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
      const mostMg = phase.kind === "in-hand" ? undefined : mostBelow(ordinary.value);
      if (mostMg !== undefined && ordinary.value !== null) {
        const facts = { ordinaryMgPerKg: ordinary.value, mostMg };
        const either = step("prescriber", "justify-or-lower-dose", facts, asked.day);
        return remark("counts", ask("phase-above-ordinary", more, cites, [either]));
      }
      const reason = step("prescriber", "record-reason-for-high-dose", {}, asked.day);
      return remark("counts", ask("phase-above-ordinary", more, cites, [reason, ...lower(ordinary.value)]));
    }
    case "above-ordinary-justified":
      return remark("counts", advise("phase-above-ordinary-justified", more, cites));
    case "below-label":
      return remark("counts", advise("phase-below-label", more, cites));
    case "within":
      return phase.kind === "in-hand"
        ? remark("know", pass("in-hand", facts, cites))
        : remark("counts", pass("phase-within", more, cites));
  }
}

/** Capsules in hand keep the limits of the product they are, whatever is planned after them. */
function asHandedOut(planned: Limited): Limited {
  const { record, knowledge } = planned.asked;
  const last = record?.supplies.at(-1)?.product;
  return { ...planned, formulation: last === undefined ? undefined : knowledge.products[last]?.formulation };
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
export function factsOf(phase: Phase, number: number, limited: Limited) {
  const [one, other] = phase.pattern?.days ?? [];
  const { weightKg } = limited;
  return {
    kind: phase.kind,
    number,
    fromDay: phase.fromDay,
    toDay: phase.toDay,
    days: phase.days,
    daysOff: phase.daysOff,
    intendedMg: phase.intendedMg,
    dailyMg: phase.dailyMg,
    mgPerKg: weightKg === undefined ? undefined : toldMgPerKg(phase.dailyMg / weightKg, limited),
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

/** In hundredths, or as finely as it takes to tell a dose from a limit that it is not. */
export function toldMgPerKg(value: number, limited: Limited): number {
  const { minimum, ordinary, maximum } = limits(limited);
  const isLimit = (told: number) => [minimum, ordinary, maximum].some((limit) => limit.value === told);
  const told = hundredth(value);
  if (!isLimit(told) || isLimit(value)) return told;
  const finer = Math.round(value * 1000) / 1000;
  // Sentences hold three decimals: a dose nearer than that is told a thousandth off.
  return isLimit(finer) ? finer + (value > finer ? 0.001 : -0.001) : finer;
}

export function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
