/** What is wrong, where, and what would be right: for a terminal. */
import type { DecisionJson } from "../app/decision-json.ts";
import type { Bilingual, Language } from "../words/words.ts";
import { decisionJsonText } from "./decision-json-text.ts";

/** A problem of the API, as far as the command line reads it. */
interface Problem {
  readonly status?: number;
  readonly title?: string;
  readonly detail?: string;
  readonly text?: Bilingual;
  readonly remedy?: Bilingual;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
  readonly decision?: DecisionJson;
}

export function problemLine(says: string, remedy?: string): string {
  return `isoward: ${says}${remedy === undefined ? "" : `\n  → ${remedy}`}`;
}

/** A refused or malformed command, the decision that refused it included. */
export function problemText(body: unknown, language: Language): string {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Problem;
  const says = problem.text?.[language] ?? problem.detail ?? problem.title ?? "the request failed";
  const lines = [problemLine(says, problem.remedy?.[language])];
  for (const { pointer, detail } of problem.errors ?? []) lines.push(`  ${pointer}: ${detail}`);
  if (problem.decision !== undefined) lines.push("", decisionJsonText(problem.decision, language));
  return lines.join("\n");
}

/** Refused by a decision: its verdict's status. Refused by rule: 3. Malformed: 2. */
export function problemStatus(body: unknown): number {
  const problem = (typeof body === "object" && body !== null ? body : {}) as Problem;
  switch (problem.decision?.verdict) {
    case "ask":
      return 10;
    case "wait":
      return 11;
    case "stop":
      return 12;
    case "pass":
    case "advise":
    case undefined:
    default:
      return problem.status === 403 || problem.status === 409 || problem.status === 412 ? 3 : 2;
  }
}
