/** Decides every isotretinoin order of a history, or the one proposed. */
import type { At, Day } from "../core/calendar.ts";
import { type Decision, decideSupply, decideSupplyOn } from "../core/decide.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { SupplyQuestion } from "../core/question.ts";
import { foldRecord } from "../core/record.ts";
import type { Setting } from "../core/setting.ts";
import type { History } from "./history.ts";

/** A day, whose worse end counts, or an instant. */
export type When = { readonly on: Day } | { readonly at: At };

export function decideOrders(
  orders: readonly SupplyQuestion[],
  history: History,
  setting: Setting,
  when: When,
  knowledge: Knowledge,
): Decision[] {
  const zone = zoneOf(setting, knowledge);
  return orders.map((order) => {
    const others = history.orders.filter((other) => other.order !== order.order).length;
    const question = others === 0 ? order : { ...order, otherOrders: others };
    if ("on" in when) {
      return decideSupplyOn(question, when.on, {
        knowledge,
        setting,
        zone,
        entries: history.entries,
        undated: history.undated,
        knownAt: undefined,
      });
    }
    const record = foldRecord(history.entries, { at: when.at, zone }, history.undated);
    return decideSupply(question, { knowledge, setting, record });
  });
}

/** The zone days are counted in: the setting's own, the clinic's, else the protocol's. */
export function zoneOf(setting: Setting, knowledge: Knowledge): string {
  return (
    setting.zone ??
    (setting.clinic === undefined ? undefined : knowledge.clinics[setting.clinic]?.zone) ??
    knowledge.protocols[setting.protocol]?.zone ??
    "UTC"
  );
}
