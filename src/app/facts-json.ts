/** Facts as JSON: keys that end in `Day` and `At` become text; what is undefined is left out. */
import { type At, atText, type Day, dayText } from "../core/calendar.ts";
import type { Facts } from "../core/finding.ts";

export function factsJson(facts: Facts): Record<string, unknown> {
  const written: Record<string, unknown> = {};
  for (const key of inOrder(Object.keys(facts))) {
    const value = facts[key];
    if (value === undefined) continue;
    if (typeof value === "number" && key.endsWith("Day")) written[key] = dayText(value as Day);
    else if (typeof value === "number" && key.endsWith("At")) written[key] = atText(value as At);
    else written[key] = value;
  }
  return written;
}

/**
 * In the order of the alphabet: a stored decision is hashed in that order, and nothing has to be moved for it. Most
 * findings state a fact or two.
 */
function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index++) {
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.toSorted();
  }
  return keys;
}
