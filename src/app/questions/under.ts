/** Where a question is asked: a clinic with its house rules, or a protocol alone. */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { Setting } from "../../core/setting.ts";
import { settingOf } from "../setting-of.ts";

/** Where nobody says: the strictest, and the one that every clinic of private pay in Japan follows. */
export const underUnlessSaid = "jp-selfpay";

/** Every protocol and clinic a question can be asked under. */
export function placesToAsk({ protocols, clinics }: Knowledge): readonly string[] {
  return [
    ...Object.values(protocols)
      .filter(({ usable }) => usable)
      .map(({ id }) => id),
    ...Object.keys(clinics),
  ];
}

/** The setting a name stands for; undefined where neither a clinic nor a protocol is called so. */
export function settingUnder(name: string, knowledge: Knowledge): Setting | undefined {
  const clinic = settingOf(name, knowledge);
  if (clinic !== undefined) return clinic;
  const protocol = Object.hasOwn(knowledge.protocols, name) ? knowledge.protocols[name] : undefined;
  return protocol?.usable === true ? { protocol: name, confirmedEditions: [] } : undefined;
}
