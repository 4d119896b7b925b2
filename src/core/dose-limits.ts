/** Limits of a daily dose by formulation: what the label advises at least, the ordinary maximum, and the maximum. */
import type { Values } from "./knowledge/resolve.ts";
import type { Product } from "./knowledge/schema.ts";

export interface Limit {
  readonly value: number | null;
  readonly cites: readonly string[];
}
export interface DoseLimits {
  readonly minimum: Limit;
  readonly ordinary: Limit;
  readonly maximum: Limit;
}

/** In milligrams per kilogram and day. Where nobody knows the formulation the lower limit of the two counts. */
export function doseLimits(values: Values, formulation: Product["formulation"] | undefined): DoseLimits {
  const conventional = {
    minimum: values.doseMinimumMgPerKg,
    ordinary: values.doseOrdinaryMaximumMgPerKg,
    maximum: values.doseMaximumMgPerKg,
  };
  const micronised = {
    minimum: values.micronisedMinimumMgPerKg,
    ordinary: values.micronisedOrdinaryMaximumMgPerKg,
    maximum: values.micronisedMaximumMgPerKg,
  };
  if (formulation === "micronised") return micronised;
  if (formulation !== undefined) return conventional;
  return {
    minimum: conventional.minimum,
    ordinary: lowerOf(conventional.ordinary, micronised.ordinary),
    maximum: lowerOf(conventional.maximum, micronised.maximum),
  };
}

function lowerOf(a: Limit, b: Limit): Limit {
  if (a.value === null) return b;
  return b.value === null || a.value <= b.value ? a : b;
}
