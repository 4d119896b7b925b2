/** Which steps are due, and which of them a page opens by itself. */
import type { Group } from "../../../app/views/standing.ts";
import type { Role } from "../../../core/entry.ts";
import { isOrderStep, type StepJson } from "../forms/for-step.ts";

/** Whether a step can be taken on a day, and not only later. */
export function isDue({ by }: StepJson, day: string): boolean {
  return by === null || by <= day;
}

/** The first of one's own steps that is due: nothing is opened of what belongs to a later day. */
export function opensByItself(
  steps: readonly StepJson[],
  { role, day, group }: { readonly role: Role; readonly day: string; readonly group: Group },
): StepJson | undefined {
  if (group === "treated" || group === "held") return undefined;
  return steps.find((step) => step.who === role && !isOrderStep(step) && isDue(step, day));
}
