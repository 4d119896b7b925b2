/** Body weight: what is believed, and what a dose may be reckoned with. */
import { type Case, isCurrent, nextCurrentDay } from "./case.ts";
import { draft, type StepOf, step } from "./steps.ts";

export function isPlausibleWeight(c: Case, kg: number): boolean {
  const { leastWeightKg, mostWeightKg } = c.values;
  return kg >= (leastWeightKg.value ?? 0) && kg <= (mostWeightKg.value ?? Number.POSITIVE_INFINITY);
}

/** The latest believable weight, if it is current. */
export function usableWeight(c: Case): number | undefined {
  const latest = c.record.of("weight-measured").findLast(({ body }) => isPlausibleWeight(c, body.kg));
  return latest !== undefined && isCurrent(c, latest.happened.day) ? latest.body.kg : undefined;
}

/** A weight at which the proposed dose is ordinary: what a plan presumes until someone has measured. */
function favourableWeightKg(c: Case): number {
  const known = c.record.of("weight-measured").findLast(({ body }) => isPlausibleWeight(c, body.kg))?.body.kg;
  const { dailyMg } = c.question;
  const ordinary =
    c.values.micronisedOrdinaryMaximumMgPerKg.value ?? c.values.doseOrdinaryMaximumMgPerKg.value;
  if (dailyMg === undefined || ordinary === null) return known ?? c.values.leastWeightKg.value ?? 1;
  const needed = Math.ceil(dailyMg / ordinary);
  const least = Math.max(needed, c.values.leastWeightKg.value ?? 0);
  return Math.min(Math.max(least, known ?? least), c.values.mostWeightKg.value ?? least);
}

/** The way out of every refusal for want of a weight. */
export function measureWeight(c: Case): StepOf<"measure-weight"> {
  const day = nextCurrentDay(c);
  return step("nurse", "measure-weight", {}, day, {
    entries: [draft("weight-measured", { kg: favourableWeightKg(c) }, "nurse", day)],
  });
}
