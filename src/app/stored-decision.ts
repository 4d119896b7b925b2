/** A decision as it is stored beside what was done on the strength of it. */
import { atText } from "../core/calendar.ts";
import type { Decision } from "../core/decide.ts";
import type { Finding } from "../core/judge.ts";
import type { StoredDecision } from "../core/stored-decision.ts";
import { factsJson } from "./facts-json.ts";
import { questionJson } from "./question-json.ts";

/** @param read every stream the decision read, at its version */
export function toStoredDecision(decision: Decision, read: Readonly<Record<string, number>>): StoredDecision {
  const { at, clinic, findings, knowledge, protocol, question, rules, verdict, zone } = decision;
  // In the order of the alphabet, in which it is hashed: then nothing has to be moved for it.
  return {
    at: atText(at),
    ...(clinic === undefined ? {} : { clinic }),
    findings: findings.map(said),
    knowledge,
    protocol,
    question: questionJson(question),
    read: { ...read },
    rules,
    verdict,
    zone,
  };
}

function said({ rule, verdict, reason, facts, overridden }: Finding): StoredDecision["findings"][number] {
  const written = factsJson(facts);
  return overridden === undefined
    ? { facts: written, reason, rule, verdict }
    : { facts: written, overridden: true, reason, rule, verdict };
}
