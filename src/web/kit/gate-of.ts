import type { DecisionJson } from "../../app/decision-json.ts";
import type { GateId } from "../../core/rules/index.ts";

/** Which question a decision answers. */
export function gateOf(decision: DecisionJson): GateId {
  return decision.question["dispensing"] === undefined ? "supply" : "dispensing";
}
