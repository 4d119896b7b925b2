/** Where a clinic decides. */
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Setting } from "../core/setting.ts";

/** The setting of a clinic: its protocol and zone. Confirmed editions stand in its own entries. */
export function settingOf(clinic: string, knowledge: Knowledge): Setting | undefined {
  const known = Object.hasOwn(knowledge.clinics, clinic) ? knowledge.clinics[clinic] : undefined;
  return known === undefined
    ? undefined
    : { protocol: known.on, clinic, zone: known.zone, confirmedEditions: [] };
}
