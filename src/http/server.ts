/** The server of a practice: it listens, and it ends well. */
import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { type AnsweringOptions, answering } from "./answering.ts";
import { browserRules } from "./browser-rules.ts";
import type { Env } from "./operation/note.ts";

export interface ServerOptions extends AnsweringOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
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

/** Whoever dribbles headers in, or a body, holds a connection for no longer. A hospital's export takes seconds. */
const slowestHeadersMs = 20_000;
const slowestRequestMs = 120_000;

/** @throws where the port cannot be had */
export async function startServer(options: ServerOptions): Promise<Running> {
  const { port, host } = options;
  const closing = new AbortController();
  const answer = answering(options, closing.signal);
  const server = createAdaptorServer({
    fetch: (request, env) => answer(request, env as Env),
    serverOptions: { headersTimeout: slowestHeadersMs, requestTimeout: slowestRequestMs },
  }) as Server;
  const rules = browserRules(options.publicUrl);
  // Before anybody answers, so that what is refused before it is read says it too.
  server.prependListener("request", (_request, response) => {
    for (const [name, value] of rules) response.setHeader(name, value);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const open = typeof address === "object" && address !== null ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    url: `http://${reachable(host)}:${open}`,
    close: () => (closed ??= goodbye(server, closing)),
  };
}

/** By which name this machine reaches a server that listens there. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
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
