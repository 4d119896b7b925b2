/** What is noted of a request while it is answered: for the log and the metrics, so never a value of a record. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";

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
}

/** The note of a request; undefined where an API is asked without a server. */
export function noteOf(c: Context): Note | undefined {
  return (c.env as Partial<Env> | undefined)?.note;
}
