/**
 * Calls to other servers. No other file may make one: a test looks for it. What is not on the list it was given is
 * refused, and every call is told, by the name of where it went: no path, no body, no header.
 */

export interface Destination {
  /** As the log and the figures have it, such as `own-server`. */
  readonly name: string;
  /** Such as `http://127.0.0.1:4321`. */
  readonly origin: string;
}

export interface OutgoingCall {
  /** The destination's name, or `unlisted`. */
  readonly to: string;
  readonly method: string;
  readonly outcome: "answered" | "failed" | "refused";
  /** Of an answer. */
  readonly status?: number;
  readonly ms: number;
}

export type CallOut = (url: string, init?: RequestInit) => Promise<Response>;

/** A call to somewhere that nobody listed. */
export class OutgoingRefused extends Error {
  constructor() {
    super("this server calls nobody whom it was not told to call");
  }
}

/**
 * @param allowed nobody, where left out
 * @param tell one line of JSON on standard error, where left out
 */
export function outgoing(allowed: readonly Destination[] = [], tell = told): CallOut {
  return async (url, init = {}) => {
    const began = performance.now();
    const { origin } = new URL(url);
    const found = allowed.find((one) => new URL(one.origin).origin === origin);
    const { method = "GET" } = init;
    const tellEnd = (outcome: OutgoingCall["outcome"], status?: number) =>
      tell({
        to: found?.name ?? "unlisted",
        method,
        outcome,
        ...(status === undefined ? {} : { status }),
        ms: Math.round(performance.now() - began),
      });
    if (found === undefined) {
      tellEnd("refused");
      throw new OutgoingRefused();
    }
    try {
      // Whom an answer sends us on to was not listed.
      const answer = await fetch(url, { ...init, redirect: "error" });
      tellEnd("answered", answer.status);
      return answer;
    } catch (cause) {
      tellEnd("failed");
      throw cause;
    }
  };
}

function told(call: OutgoingCall): void {
  console.error(JSON.stringify({ at: new Date().toISOString(), outgoing: call }));
}
