/** The server of a practice: its API, and beneath it the public site and the web app. */
import type { IncomingMessage, Server } from "node:http";
import { Server as NetServer } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { Practice } from "../app/practice.ts";
import { apiServer } from "./api.ts";
import type { Accounts } from "./auth/accounts.ts";
import { problem, problemResponse } from "./problem.ts";
import { isOfSite, siteServer } from "./site/site.ts";
import { webServer } from "./web/web.ts";

export { webServer };

export interface ServerOptions {
  readonly practice: Practice;
  /** Who can sign in; nobody where left out. */
  readonly accounts?: Accounts | undefined;
  /** Where the built web app stands. */
  readonly folder: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Under which people reach it through what stands before it; without one, this machine alone. */
  readonly publicUrl?: string | undefined;
}

export interface Running {
  /** Such as `http://127.0.0.1:4321`. */
  readonly url: string;
  /** Takes nothing new, finishes what was begun, ends what streams for ever. The ledger stays open. */
  close(): Promise<void>;
}

/** Longer than a write waits for the disk; then connections are cut. */
const longestGoodbyeMs = 10_000;
/** A request that is on its way when the server stops listening is read within this. */
const onTheWayMs = 100;

/** @throws where the port cannot be had */
export async function startServer(options: ServerOptions): Promise<Running> {
  const { practice, accounts, folder, port, host } = options;
  const isOwnName = ownNames(options.publicUrl);
  const closing = new AbortController();
  const site = siteServer(practice.knowledge, practice.now);
  const web = webServer(folder, (request) => site.fetch(request));
  const app = apiServer(practice, {
    accounts,
    beneath: (request, env) => (isOfSite(new URL(request.url).pathname) ? site : web).fetch(request, env),
    closing: closing.signal,
  });
  const server = createAdaptorServer({
    fetch: (request, env) =>
      isOwnName((env as { readonly incoming: IncomingMessage }).incoming.headers.host)
        ? app.fetch(request, env)
        : problemResponse(problem("misdirected"), {
            path: new URL(request.url).pathname,
            language: undefined,
          }),
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${open}`,
    close: () => (closed ??= goodbye(server, closing)),
  };
}

/** `Server.close` of node:http would cut connections whose request has not been read yet; that of node:net does not. */
function goodbye(server: Server, closing: AbortController): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener("request", (_request, response) => response.setHeader("Connection", "close"));
    const idle = setInterval(() => server.closeIdleConnections(), onTheWayMs);
    const cut = setTimeout(() => server.closeAllConnections(), longestGoodbyeMs);
    NetServer.prototype.close.call(server, () => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
    closing.abort();
  });
}

/**
 * The names a request may give the server: those this machine has for itself, and its public one. Another one means
 * that a page from elsewhere has made its own name lead here (DNS rebinding), and would read the record as if it were
 * its own. What a proxy says in X-Forwarded-Host is never believed: it passes Host on as it came.
 */
function ownNames(publicUrl: string | undefined): (host: string | undefined) => boolean {
  const own = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d+)?$/i;
  if (publicUrl === undefined) return (host = "") => own.test(host);
  const { protocol, hostname, port } = new URL(publicUrl);
  const usual = protocol === "https:" ? ":443" : ":80";
  const names = new Set(port === "" ? [hostname, `${hostname}${usual}`] : [`${hostname}:${port}`]);
  return (host = "") => own.test(host) || names.has(host.toLowerCase());
}
