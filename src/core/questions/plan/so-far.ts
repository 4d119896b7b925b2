/** What of a course under way has really been taken, and what is left in hand: from what was dispensed and returned. */
import type { Day } from "../../calendar.ts";
import { daysOf, doseOf, type Given, inHandOn } from "../../capsules-of.ts";
import { suppliedMg } from "../../course.ts";
import type { Body } from "../../entry.ts";
import type { Record } from "../../record.ts";
import type { Asked } from "../question.ts";
import type { PlanInput } from "./fields.ts";

export interface SoFar {
  readonly firstDay: Day;
  /** Supplies of this course. */
  readonly supplies: number;
  readonly takenMg: number;
  /** Each supply by the weight of its time; undefined where no weight is on record. */
  readonly takenMgPerKg: number | undefined;
  readonly inHand: { readonly days: number; readonly dailyMg: number } | undefined;
  /** Nobody can say how many capsules are left: all are taken as used up. */
  readonly inHandUnknownSince: Day | undefined;
}

/** Undefined before treatment; `unknown` where a supply says too little. */
export function soFarOf(record: Record, asked: Asked): SoFar | "unknown" | undefined {
  const { firstDoseDay, courseMg } = record;
  if (firstDoseDay === undefined) return undefined;
  if (courseMg === undefined) return "unknown";
  const given = record.of("supply-dispensed");
  const supplies = sideBySide(given.filter(({ happened }) => happened.day >= firstDoseDay));
  if (supplies === "unknown") return "unknown";
  const before = given.filter(({ happened }) => happened.day < firstDoseDay);
  const dailyMg = supplies.map(({ body }) => doseOf(body)).findLast((mg) => mg !== undefined);
  const left = inHandOn(record, asked.day, dailyMg, [...before, ...supplies]);
  const inHandMg = "days" in left && dailyMg !== undefined ? milligramsIn(left.days, supplies, dailyMg) : 0;
  const days = dailyMg === undefined ? 0 : Math.floor(inHandMg / dailyMg + tolerance);
  const takenMg = Math.max(0, courseMg - inHandMg);
  return {
    firstDay: firstDoseDay,
    supplies: supplies.length,
    takenMg,
    takenMgPerKg: takenPerKg(record, asked, supplies, takenMg),
    inHand: days > 0 && dailyMg !== undefined ? { days, dailyMg } : undefined,
    inHandUnknownSince: "unknown" in left ? left.since : undefined,
  };
}

/** What somebody says was taken of this course where no record here shows it. */
export interface Elsewhere {
  readonly mg: number | undefined;
  /** Undefined where nobody said, or a day was said that has not been yet. */
  readonly sinceDay: Day | undefined;
}

export function elsewhereOf(
  { takenMg, takenSince }: Pick<PlanInput, "takenMg" | "takenSince">,
  today: Day,
): Elsewhere | undefined {
  if (takenMg === undefined && takenSince === undefined) return undefined;
  return { mg: takenMg, sinceDay: takenSince === undefined || takenSince > today ? undefined : takenSince };
}

/** Parts of days do not end on the last digit. */
const tolerance = 1e-6;

/**
 * Two strengths handed out on one day for as many days are taken side by side and come to one dose; where they are for
 * different days, or nobody wrote down for how many, nobody can say what a day held.
 */
function sideBySide(given: readonly Given[]): readonly Given[] | "unknown" {
  const joined: Given[] = [];
  for (const one of given) {
    const others = given.filter(({ happened }) => happened.day === one.happened.day);
    if (new Set(others.map(({ body }) => body.capsuleMg)).size < 2) {
      joined.push(one);
      continue;
    }
    if (others[0] !== one) continue;
    const [days, ...more] = new Set(others.map(({ body }) => body.days));
    const mg = others.reduce((sum, { body }) => sum + (suppliedMg(body) ?? Number.NaN), 0);
    if (days === undefined || more.length > 0 || !Number.isFinite(mg)) return "unknown";
    const { product } = one.body;
    joined.push({ happened: one.happened, body: { product, days, dailyMg: mg / days } });
  }
  return joined;
}

/** Days in hand in milligrams: the newest supplies are what is left, each at its own dose. */
function milligramsIn(days: number, supplies: readonly Given[], dailyMg: number): number {
  let left = days;
  let mg = 0;
  for (const { body } of supplies.toReversed()) {
    const these = Math.min(left, daysOf(body) ?? left);
    mg += these * (doseOf(body) ?? dailyMg);
    left -= these;
  }
  return mg + left * dailyMg;
}

/** The latest believable weight. */
export function weightOf(
  record: Record,
  asked: Asked,
): { readonly kg: number; readonly day: Day } | undefined {
  const last = weightsOf(record, asked).at(-1);
  return last === undefined ? undefined : { kg: last.body.kg, day: last.happened.day };
}

function weightsOf(record: Record, { values, day }: Asked) {
  const { leastWeightKg, mostWeightKg } = values;
  return record
    .of("weight-measured")
    .filter(
      ({ body, happened }) =>
        happened.day <= day &&
        body.kg >= (leastWeightKg.value ?? 0) &&
        body.kg <= (mostWeightKg.value ?? Number.POSITIVE_INFINITY),
    );
}

/** Supplies are taken in their order, each reckoned with the weight at its time. */
function takenPerKg(
  record: Record,
  asked: Asked,
  supplies: readonly { readonly body: Body<"supply-dispensed">; readonly happened: { readonly day: Day } }[],
  takenMg: number,
): number | undefined {
  const weights = weightsOf(record, asked);
  const weightAt = (day: Day) =>
    (weights.findLast(({ happened }) => happened.day <= day) ?? weights[0])?.body.kg;
  let left = takenMg;
  let perKg = 0;
  for (const { body, happened } of supplies) {
    const kg = weightAt(happened.day);
    if (kg === undefined) return undefined;
    const mg = Math.min(left, suppliedMg(body) ?? 0);
    perKg += mg / kg;
    left -= mg;
  }
  return perKg;
}
