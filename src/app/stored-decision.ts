/** A decision as it is stored beside what was done on the strength of it. */
import { atText } from "../core/calendar.ts";
import type { Decision } from "../core/decide.ts";
import type { StoredDecision } from "../core/stored-decision.ts";
import { factsJson } from "./facts-json.ts";
import { questionJson } from "./question-json.ts";

/** @param read every stream the decision read, at its version */
export function toStoredDecision(decision: Decision, read: Readonly<Record<string, number>>): StoredDecision {
  return {
    at: atText(decision.at),
    zone: decision.zone,
    protocol: decision.protocol,
    ...(decision.clinic === undefined ? {} : { clinic: decision.clinic }),
    question: questionJson(decision.question),
    read: { ...read },
    knowledge: decision.knowledge,
    rules: decision.rules,
    verdict: decision.verdict,
    findings: decision.findings.map(({ rule, verdict, reason, facts, overridden }) => ({
      facts: factsJson(facts),
      ...(overridden === undefined ? {} : { overridden: true as const }),
      reason,
      rule,
      verdict,
    })),
  };
}
