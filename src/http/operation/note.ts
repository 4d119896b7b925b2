/** What is noted of a request while it is answered: for the log and the metrics, so never a value of a record. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";
import type { Result } from "../../app/execute.ts";
import type { Verdict } from "../../core/finding.ts";

/** What the server gives every request beside itself. */
export interface Env {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  note?: Note;
}

export interface Note {
  /** Told to the caller as `Request-Id`, and in a problem. */
  readonly id: string;
  /** The route's pattern, such as `/api/patients/{patient}`: never the path, which names a patient. */
  route: string;
  /** Who asks, by an id that says nothing. */
  account?: string;
  role?: string;
  /** What was decided on the way: counted, and in no log. */
  decided?: Decided;
}

/** A verdict, and what it was about: `supply`, `dispense`, or a question's id. */
export interface Decided {
  readonly about: string;
  readonly verdict: Verdict;
}

/** Notes a verdict for the figures. */
export function noteDecision(c: Context, about: string, verdict: Verdict): void {
  const note = noteOf(c);
  if (note !== undefined) note.decided = { about, verdict };
}

const deciding: ReadonlyMap<string, string> = new Map([
  ["authorise-supply", "supply"],
  ["dispense-supply", "dispense"],
]);

/** Notes what a command was decided to be, where it is one that a gate stands before. */
export function noteResult(c: Context, command: string, result: Result): void {
  const about = deciding.get(command);
  if (about === undefined) return;
  if (result.is === "done" && !result.repeated) noteDecision(c, about, "pass");
  if (result.is === "refused" && result.decision !== undefined)
    noteDecision(c, about, result.decision.verdict);
}

/** The note of a request; undefined where an API is asked without a server. */
export function noteOf(c: Context): Note | undefined {
  return (c.env as Partial<Env> | undefined)?.note;
}
