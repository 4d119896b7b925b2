/** What whoever watches the server asks: whether it runs, whether it can do its work, and its figures. */
import { hash, timingSafeEqual } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Practice } from "../../app/practice.ts";
import { LedgerError } from "../../ledger/ledger.ts";
import type { Accounts } from "../auth/accounts.ts";
import { json, text } from "../reply.ts";
import type { Metrics } from "./metrics.ts";

export interface Watched {
  readonly practice: Practice;
  readonly accounts?: Accounts | undefined;
  /** Where the built web app stands. */
  readonly folder: string;
  readonly metrics?: Metrics | undefined;
  /** Without one, this machine alone may read the figures. */
  readonly metricsToken?: string | undefined;
}

/** Why a server is not ready: words that stay as they are, for alarms are made of them. */
export type Unready = "ledger-unreadable" | "ledger-full" | "accounts-unreadable" | "web-not-built";

/** Whoever asks for what is between two looks gets the last one's answer: a look writes to the disk. */
const lookHoldsMs = 1000;

/** @returns the answer, or undefined where the address is none of these */
export function operationEndpoints(watched: Watched) {
  let look: { readonly at: number; readonly found: Promise<Unready[]> } | undefined;
  const unready = () => {
    const at = performance.now();
    if (look === undefined || at - look.at > lookHoldsMs) look = { at, found: findUnready(watched) };
    return look.found;
  };
  return {
    /** Open to everybody, under any name: a load balancer knows the server by its number. */
    async open(path: string, request: Request): Promise<Response | undefined> {
      if (path !== "/health" && path !== "/ready") return undefined;
      if (request.method !== "GET" && request.method !== "HEAD") return onlyRead();
      if (path === "/health") return json({ status: "ok" });
      const reasons = await unready();
      return reasons.length === 0
        ? json({ status: "ready" })
        : json({ status: "not-ready", reasons }, { "Retry-After": "5" }, 503);
    },
    /** Of a request that named the server by a name of its own. */
    async guarded(path: string, request: Request, from: Caller): Promise<Response | undefined> {
      const { metrics, metricsToken } = watched;
      if (path !== "/metrics" || metrics === undefined) return undefined;
      if (request.method !== "GET" && request.method !== "HEAD") return onlyRead();
      if (!mayReadMetrics(metricsToken, request, from)) return hidden(metricsToken);
      return text(await metrics.text(), metrics.type);
    },
  };
}

/** Who is at the other end of the connection, and by which name they called the server. */
export interface Caller {
  readonly address: string | undefined;
  readonly host: string | undefined;
}

async function findUnready({ practice, accounts, folder }: Watched): Promise<Unready[]> {
  const found: Unready[] = [];
  try {
    await practice.ledger.probe();
  } catch (cause) {
    found.push(cause instanceof LedgerError && cause.code === "full" ? "ledger-full" : "ledger-unreadable");
  }
  try {
    await accounts?.isNew();
  } catch {
    found.push("accounts-unreadable");
  }
  if (!existsSync(join(folder, "index.html"))) found.push("web-not-built");
  return found;
}

/**
 * Whoever shows the token; without one, a process of this machine that called it by this machine's name. What a proxy
 * passes on came from elsewhere, though the proxy is on this machine.
 */
function mayReadMetrics(
  token: string | undefined,
  { headers }: Request,
  { address = "", host = "" }: Caller,
) {
  if (token !== undefined) return isToken(headers.get("authorization"), token);
  const passedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => headers.has(name));
  return !passedOn && isLoopback(address) && /^(?:127\.|localhost(?::|$)|\[::1\])/i.test(host);
}

const isLoopback = (address: string) => /^(?:::ffff:)?127\.|^::1$/.test(address);

function isToken(given: string | null, token: string): boolean {
  const [, shown = ""] = /^Bearer +(\S+)$/i.exec(given ?? "") ?? [];
  const digest = (secret: string) => hash("sha256", secret, "buffer");
  return timingSafeEqual(digest(shown), digest(token));
}

const onlyRead = () =>
  text("This address can only be read.\n", "text/plain; charset=utf-8", { Allow: "GET, HEAD" }, 405);

function hidden(token: string | undefined): Response {
  const plain = "text/plain; charset=utf-8";
  if (token !== undefined)
    return text("Show the metricsToken.\n", plain, { "WWW-Authenticate": "Bearer" }, 401);
  return text(
    "Figures are for this machine alone: set metricsToken to read them from elsewhere.\n",
    plain,
    {},
    403,
  );
}
