/** Capsules as they are written in any language: "40 mg × 1 + 10 mg × 2". */
import type { CapsulesOf } from "./capsule-dose.ts";

export function capsulesText(capsules: readonly CapsulesOf[]): string {
  return capsules.map(({ mg, count }) => `${mg} mg × ${count}`).join(" + ");
}
