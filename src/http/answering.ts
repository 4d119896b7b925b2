/**
 * Who answers a request: the endpoints for whoever watches the server, then, for those who call it by a name of its
 * own, the API, the public site and the web app. Each answer is noted for the log and the metrics.
 */
import { randomUUID } from "node:crypto";
import type { Practice } from "../app/practice.ts";
import { apiServer } from "./api.ts";
import type { Accounts } from "./auth/accounts.ts";
import { operationEndpoints } from "./operation/endpoints.ts";
import type { Metrics } from "./operation/metrics.ts";
import type { Env, Note } from "./operation/note.ts";
import type { RequestLog } from "./operation/request-log.ts";
import { problem, problemResponse } from "./problem.ts";
import { isOfSite, siteServer } from "./site/site.ts";
import { webServer } from "./web/web.ts";

export interface AnsweringOptions {
  readonly practice: Practice;
  /** Who can sign in; nobody where left out. */
  readonly accounts?: Accounts | undefined;
  /** Whether only they may do anything, and each only what the table of access gives them. */
  readonly rightsAreHeld?: boolean;
  /** Where the built web app stands. */
  readonly folder: string;
  /** Under which people reach it through what stands before it; without one, this machine alone. */
  readonly publicUrl?: string | undefined;
  /** A proxy before it says whether somebody came over TLS (`X-Forwarded-Proto`). */
  readonly trustProxy?: boolean;
  /** Nothing is logged where left out. */
  readonly log?: RequestLog | undefined;
  /** Nothing is counted where left out. */
  readonly metrics?: Metrics | undefined;
  readonly metricsToken?: string | undefined;
}

export type Answering = (request: Request, env: Env) => Promise<Response>;

export function answering(options: AnsweringOptions, closing: AbortSignal): Answering {
  const { practice, accounts, folder, publicUrl, log, metrics } = options;
  const { rightsAreHeld = false, trustProxy = false } = options;
  const origin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  const isOwnName = ownNames(publicUrl);
  const endpoints = operationEndpoints(options);
  const site = siteServer(practice.knowledge, practice.now, origin);
  const web = webServer(folder, (request) => site.fetch(request));
  const api = apiServer(practice, {
    accounts,
    rightsAreHeld,
    beneath: (request, env) => {
      const isSite = isOfSite(new URL(request.url).pathname);
      const { note } = env as Partial<Env>;
      if (note !== undefined) note.route = isSite ? "site" : "web";
      return (isSite ? site : web).fetch(request, env);
    },
    closing,
  });

  const answer = async (request: Request, env: Env, note: Note): Promise<Response> => {
    const { search, pathname: path } = new URL(request.url);
    const { headers, socket } = env.incoming;
    const { host } = headers;
    const { remoteAddress, localAddress } = socket;
    const open = await endpoints.open(path, request);
    if (open !== undefined) {
      note.route = path;
      return open;
    }
    const cameBare = origin?.startsWith("https:") === true && isBare(request, trustProxy);
    const isNamed = isOwnName(host) || (remoteAddress === localAddress && isAddress(host, localAddress));
    if (!isNamed || (cameBare && !isVisit(request, path))) {
      note.route = "misdirected";
      return problemResponse(problem("misdirected"), { path, language: undefined });
    }
    if (cameBare) {
      note.route = "to-tls";
      return new Response(null, { status: 308, headers: { Location: `${origin}${path}${search}` } });
    }
    const caller = { address: remoteAddress, host };
    const guarded = await endpoints.guarded(path, request, caller);
    if (guarded === undefined) return api.fetch(request, env);
    note.route = path;
    return guarded;
  };

  return async (request, env) => {
    const began = performance.now();
    const note: Note = { id: randomUUID(), route: "none" };
    env.note = note;
    env.outgoing.setHeader("Request-Id", note.id);
    const response = await answer(request, env, note);
    const ms = performance.now() - began;
    const answered = { at: new Date(), method: request.method, status: response.status, ms, note };
    log?.add(answered);
    metrics?.answered(answered);
    return response;
  };
}

/** Whether somebody came to the proxy without TLS. Only a proxy that is trusted can say so. */
function isBare({ headers }: Request, trustProxy: boolean): boolean {
  return trustProxy && headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim().toLowerCase() === "http";
}

/** A process of this machine may call it by the address it listens at: so does the command line. */
function isAddress(host = "", address = ""): boolean {
  const bare = address.replace(/^::ffff:/, "");
  return host.replace(/:\d+$/, "") === (bare.includes(":") ? `[${bare}]` : bare);
}

/** Somebody on their way to a page. A program that came bare is told so: led on quietly it would go on saying its token in the open. */
const isVisit = ({ method }: Request, path: string) =>
  (method === "GET" || method === "HEAD") && !path.startsWith("/api/");

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
