/** The API of a practice, as an app that can be asked without a port. */
import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { AuditTrail } from "../app/audit.ts";
import type { Practice } from "../app/practice.ts";
import { WrongNumbers } from "./access/wrong-numbers.ts";
import type { Accounts } from "./auth/accounts.ts";
import { changesOf } from "./changes/changes.ts";
import { tellers } from "./changes/told.ts";
import { logged } from "./log.ts";
import { describe } from "./openapi/document.ts";
import { noteOf } from "./operation/note.ts";
import { failed, problem } from "./problem.ts";
import { mount, type Route, respond } from "./route.ts";
import { routes as allRoutes } from "./routes/index.ts";

export interface ApiOptions {
  /** What answers to everything that is not the API's: the web app. */
  readonly beneath?: (request: Request, env: unknown) => Response | Promise<Response>;
  readonly accounts?: Accounts | undefined;
  /** Whether only they may do anything, and each only what the table of access gives them. */
  readonly rightsAreHeld?: boolean;
  /** Ends what streams for ever. */
  readonly closing?: AbortSignal;
  /** Where the cause of a 500 goes, with the number the caller was told. */
  readonly log?: (id: string, cause: unknown) => void;
  /** All of them where left out. */
  readonly routes?: readonly Route[];
}

/**
 * @example
 * ```ts
 * const api = apiServer(practice);
 * const answer = await api.request("/api/clinics");
 * ```
 */
export function apiServer(practice: Practice, options: ApiOptions = {}): Hono {
  const {
    accounts,
    rightsAreHeld = false,
    beneath,
    closing = new AbortController().signal,
    log = logged,
    routes = allRoutes,
  } = options;
  const app = new Hono();
  const audit = rightsAreHeld ? new AuditTrail(practice) : undefined;
  accounts?.listen((event) => {
    // Who waits for the answer is told; here it is only kept from being thrown at nobody.
    audit?.account(event).catch((cause: unknown) => log(randomUUID(), cause));
  });
  let description: string | undefined;
  mount(app, routes, {
    practice,
    accounts,
    rightsAreHeld,
    audit,
    wrongNumbers: new WrongNumbers(),
    changes: changesOf(practice.ledger, closing),
    tellers: tellers(practice),
    log,
    description: () => (description ??= JSON.stringify(describe(routes, practice.knowledge))),
  });
  // One handler a route and none before it: nothing is composed on the way to a write.
  app.notFound((c) => {
    const { path } = c.req;
    if (beneath !== undefined && !isOurs(path)) return beneath(c.req.raw, c.env);
    const allowed = routes.filter((one) => matches(one.path, path)).map(({ method }) => method.toUpperCase());
    return respond(c, allowed.length === 0 ? problem("no-such-address") : notThisWay(c, allowed));
  });
  app.onError((cause, c) => respond(c, failed(cause, log, noteOf(c)?.id)));
  return app;
}

function isOurs(path: string): boolean {
  return (
    path === "/api" || path.startsWith("/api/") || path.startsWith("/problems/") || path === "/openapi.json"
  );
}

function matches(pattern: string, path: string): boolean {
  const [asked, known] = [path.split("/"), pattern.split("/")];
  return (
    asked.length === known.length &&
    known.every((part, at) => (part.startsWith("{") ? asked[at] !== "" : part === asked[at]))
  );
}

function notThisWay(c: Context, allowed: readonly string[]) {
  const named = allowed.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])).join(", ");
  return problem("method-not-allowed", { method: c.req.method, allowed: named }, {}, { Allow: named });
}
