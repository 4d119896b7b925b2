/** Why a command is refused, with what its sentence needs. A refusal is an answer, not a failure. */
import type { Day } from "./calendar.ts";
import type { Role } from "./entry.ts";
import type { Verdict } from "./finding.ts";

/** Every reason a command can be refused for. Days end in `Day`. */
export interface Refusals {
  "not-your-word": { role: Role; needed: readonly Role[] };
  "dated-ahead": { happenedDay: Day; todayDay: Day };
  "before-birth": { happenedDay: Day; birthDay: Day };
  "unknown-id": { field: string; given: string; known: readonly string[] };
  "unknown-patient": { patient: string };
  "possible-duplicates": { patients: readonly string[] };
  "implausible-value": { field: string; value: number; least: number; most: number };
  "result-without-sample": { test: string };
  "already-resulted": { test: string; result: string };
  "not-started": { what: string };
  "no-such-entry": { ref: string };
  "not-yours-to-correct": { role: Role; writtenBy: Role };
  "replacement-does-not-fit": { problem: string };
  "no-such-rule": { rule: string; known: readonly string[] };
  "nothing-to-settle": { rule: string; reason: string };
  "floor-stands": { rule: string; reason: string };
  "no-course": Record<never, never>;
  "course-under-way": { sinceDay: Day };
  "already-held": { sinceDay: Day };
  "not-held": Record<never, never>;
  "does-not-pass": { verdict: Verdict };
  "not-a-number": { given: string };
  "no-such-authorisation": { number: string };
  "authorisation-used": { number: string; state: "dispensed" | "reversed" | "voided" | "expired" };
  "never-dispensed": { number: string };
  "no-such-task": { task: string };
  "more-than-given": { capsules: number; given: number };
}
export type RefusalId = keyof Refusals;

export type Refusal = { [R in RefusalId]: { readonly refused: R; readonly facts: Refusals[R] } }[RefusalId];

/** One refusal. */
export function refuse<R extends RefusalId>(refused: R, facts: Refusals[R]): Refusal {
  return { refused, facts } as Refusal;
}
