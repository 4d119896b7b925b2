/** Asking the engine on behalf of a request, and taking over what it answers. */
import type { IncomingMessage } from "node:http";
import type { Context } from "hono";
import type { Accounts } from "./accounts.ts";
import { addressHeader, enginePath } from "./engine.ts";
import { ownOrigin } from "./origin.ts";
import type { KeptSession } from "./sign-in.ts";

/** What the engine answered. */
export interface Told {
  readonly ok: boolean;
  readonly status: number;
  /** Of a failure, as better-auth names it. */
  readonly code: string;
  readonly body: unknown;
  readonly cookies: readonly string[];
  readonly retryAfterS: number;
}

/** Asks the engine. Whether a page of ours asks was looked at before: to the engine it says so itself. */
export async function ask(accounts: Accounts, c: Context, path: string, body?: object): Promise<Told> {
  const { raw } = c.req;
  const headers = new Headers({
    origin: ownOrigin(raw, accounts.publicUrl),
    "sec-fetch-site": "same-origin",
    [addressHeader]: addressOf(c, accounts.trustProxy),
  });
  const agent = raw.headers.get("user-agent");
  if (agent !== null) headers.set("user-agent", agent.slice(0, 300));
  const cookie = cookiesFor(accounts, raw);
  if (cookie !== "") headers.set("cookie", cookie);
  if (body !== undefined) headers.set("content-type", "application/json");
  const url = new URL(`${accounts.publicUrl ?? "http://localhost"}${enginePath}${path}`);
  const asked = new Request(url, {
    method: body === undefined ? "GET" : "POST",
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await accounts.engine.handle(asked);
  const text = await answer.text();
  const read: unknown = text === "" ? null : JSON.parse(text);
  return {
    ok: answer.ok,
    status: answer.status,
    code: codeOf(read),
    body: read,
    cookies: answer.headers.getSetCookie(),
    retryAfterS: Number(answer.headers.get("x-retry-after") ?? 60),
  };
}

/** The cookies of a request, with the session of `Authorization` in their place where one is given. */
function cookiesFor(accounts: Accounts, request: Request): string {
  const cookie = request.headers.get("cookie") ?? "";
  const token = accounts.signIn.tokenOf(request);
  if (token === undefined || !request.headers.has("authorization")) return cookie;
  return `${sessionCookie(accounts)}=${encodeURIComponent(token)}`;
}

function sessionCookie({ engine }: Accounts): string {
  return engine.context.authCookies.sessionToken.name;
}

/** The session that an answer begins; undefined where it begins none. */
export async function begun(accounts: Accounts, told: Told): Promise<KeptSession | undefined> {
  const name = `${sessionCookie(accounts)}=`;
  const cookie = told.cookies.findLast((one) => one.startsWith(name));
  const signed = decodeURIComponent(cookie?.slice(name.length).split(";")[0] ?? "");
  return signed === "" ? undefined : accounts.sessions.find(signed.slice(0, signed.lastIndexOf(".")));
}

/** Where a request comes from: the connection's other end, or what the trusted proxy before the server says of it. */
export function addressOf(c: Context, trustProxy: boolean): string {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  const direct = incoming?.socket.remoteAddress ?? "127.0.0.1";
  // The proxy puts what it saw behind whatever the caller claimed.
  const forwarded = trustProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return forwarded === undefined || forwarded === "" ? direct : forwarded;
}

function codeOf(body: unknown): string {
  return typeof body === "object" && body !== null && "code" in body && typeof body.code === "string"
    ? body.code
    : "";
}
