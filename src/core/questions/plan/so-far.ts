/** What of a course under way has really been taken, and what is left in hand: from what was dispensed and returned. */
import type { Day } from "../../calendar.ts";
import { inHandOn } from "../../capsules-of.ts";
import { suppliedMg } from "../../course.ts";
import type { Body } from "../../entry.ts";
import type { Record } from "../../record.ts";
import type { Asked } from "../question.ts";

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
  const supplies = record.of("supply-dispensed").filter(({ happened }) => happened.day >= firstDoseDay);
  const dailyMg = supplies.map(({ body }) => doseOf(body)).findLast((mg) => mg !== undefined);
  const left = inHandOn(record, asked.day, dailyMg);
  const days = "days" in left ? Math.floor(left.days) : 0;
  const inHand = days > 0 && dailyMg !== undefined ? { days, dailyMg } : undefined;
  const inHandMg = inHand === undefined ? 0 : inHand.days * inHand.dailyMg;
  const takenMg = Math.max(0, courseMg - inHandMg);
  return {
    firstDay: firstDoseDay,
    supplies: supplies.length,
    takenMg,
    takenMgPerKg: takenPerKg(record, asked, supplies, takenMg),
    inHand,
    inHandUnknownSince: "unknown" in left ? left.since : undefined,
  };
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

function doseOf({ dailyMg, days, capsules, capsuleMg }: Body<"supply-dispensed">): number | undefined {
  if (dailyMg !== undefined) return dailyMg;
  return days === undefined || capsules === undefined || capsuleMg === undefined
    ? undefined
    : (capsules * capsuleMg) / days;
}
