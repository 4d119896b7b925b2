/**
 * Who sends a request. A session that was verified is remembered for some seconds under the hash of its token, so that
 * a check costs microseconds; what ends a session here ends it at once, and on another server within those seconds.
 */
import { createHmac, hash, timingSafeEqual } from "node:crypto";
import type { WayIn } from "./events.ts";
import type { SessionLimits } from "./limits.ts";
import { cookieCounts } from "./origin.ts";

export interface SignedIn {
  /** An id that says nothing. */
  readonly account: string;
  readonly name: string;
  /** The session's id, which opens nothing. */
  readonly session: string;
  readonly how: WayIn;
  /** Whether more than a password was shown. */
  readonly secondFactor: boolean;
  /** When: ISO, UTC. */
  readonly at: string;
}

export interface SignIn {
  /** Undefined where nobody is signed in. A write counts only where a page of ours, or no browser, sent it. */
  personOf(request: Request): Promise<SignedIn | undefined>;
}

/** A session as it is kept. */
export interface KeptSession {
  readonly id: string;
  readonly token: string;
  readonly account: string;
  readonly name: string;
  readonly how: WayIn;
  readonly secondFactor: boolean;
  readonly startedAt: Date;
  readonly expiresAt: Date;
  /** When something was last done in it, to the minute. */
  readonly usedAt: Date;
}

export interface Sessions {
  find(token: string): Promise<KeptSession | undefined>;
  end(token: string): Promise<void>;
  touch(token: string, at: Date): Promise<void>;
}

export interface Checking {
  readonly sessions: Sessions;
  readonly cookie: string;
  readonly secret: string;
  readonly publicUrl: string | undefined;
  readonly limits: SessionLimits;
}

/** How long a session is taken for what it was. */
const rememberedMs = 5_000;
const mostRemembered = 20_000;
/** Of a page that stands open alone: what it asks for by itself keeps no session alive. */
export const unattendedHeader = "Isoward-Unattended";

interface Remembered {
  readonly person: SignedIn;
  readonly sinceMs: number;
  readonly untilMs: number;
}

export class AccountSignIn implements SignIn {
  readonly #checking: Checking;
  readonly #known = new Map<string, Remembered>();
  readonly #asking = new Map<string, Promise<SignedIn | undefined>>();
  /** Counts what was ended: an answer that was on its way by then is not remembered. */
  #ended = 0;

  constructor(checking: Checking) {
    this.#checking = checking;
  }

  async personOf(request: Request): Promise<SignedIn | undefined> {
    const signed = this.tokenOf(request);
    if (signed === undefined) return undefined;
    const key = hash("sha256", signed, "base64url");
    const known = this.#known.get(key);
    const now = Date.now();
    // A clock that is put back makes nobody remembered for longer.
    if (known !== undefined && known.sinceMs <= now && now < known.untilMs) return known.person;
    this.#known.delete(key);
    const asking = this.#asking.get(key) ?? this.#ask(key, signed, isAttended(request));
    this.#asking.set(key, asking);
    return asking.finally(() => this.#asking.delete(key));
  }

  /** The signed token of a request, where it counts: that of `Authorization`, else the cookie's. */
  tokenOf(request: Request): string | undefined {
    const bearer = /^bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "");
    if (bearer !== null) return decoded(bearer[1] ?? "");
    const found = cookieOf(request.headers.get("cookie"), this.#checking.cookie);
    return found === undefined || !cookieCounts(request, this.#checking.publicUrl)
      ? undefined
      : decoded(found);
  }

  /** Forgets what was remembered of a session, or of an account: the next check asks. */
  forget({ session, account }: { readonly session?: string; readonly account?: string }): void {
    this.#ended += 1;
    for (const [key, { person }] of this.#known)
      if (person.session === session || person.account === account) this.#known.delete(key);
  }

  async #ask(key: string, signed: string, attended: boolean): Promise<SignedIn | undefined> {
    const { sessions, secret, limits } = this.#checking;
    const token = verified(signed, secret);
    if (token === undefined) return undefined;
    const before = this.#ended;
    const kept = await sessions.find(token);
    if (kept === undefined) return undefined;
    const now = Date.now();
    const idleMs = now - kept.usedAt.getTime();
    if (kept.expiresAt.getTime() <= now || idleMs > limits.idleMs) {
      await sessions.end(token);
      return undefined;
    }
    if (attended && idleMs > Math.min(60_000, limits.idleMs / 10)) await sessions.touch(token, new Date(now));
    const { account, name, id, how, secondFactor, startedAt } = kept;
    const person = { account, name, session: id, how, secondFactor, at: startedAt.toISOString() };
    const untilMs = Math.min(now + rememberedMs, kept.expiresAt.getTime());
    if (before === this.#ended) this.#remember(key, { person, sinceMs: now, untilMs });
    return person;
  }

  #remember(key: string, remembered: Remembered): void {
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(key, remembered);
  }
}

function isAttended({ headers }: Request): boolean {
  return !headers.has(unattendedHeader) && headers.get("accept") !== "text/event-stream";
}

function cookieOf(header: string | null, name: string): string | undefined {
  if (header === null) return undefined;
  const begin = `${name}=`;
  for (const part of header.split(";")) {
    const cookie = part.trim();
    if (cookie.startsWith(begin)) return cookie.slice(begin.length);
  }
  return undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** A token as better-auth signs it: `token.signature`. */
function verified(signed: string, secret: string): string | undefined {
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return undefined;
  const token = signed.slice(0, dot);
  const wanted = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}
