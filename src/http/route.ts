/** A route: what is asked there and what it answers, said once for the server and for its description. */
import { randomUUID } from "node:crypto";
import type { Context, Hono } from "hono";
import type { z } from "zod";
import type { Person } from "../app/access.ts";
import { type AuditTrail, isNoted } from "../app/audit.ts";
import { seenWith } from "../app/behind-the-wall.ts";
import type { Practice } from "../app/practice.ts";
import { type Entered, enter, type RouteAccess } from "./access/enter.ts";
import type { WrongNumbers } from "./access/wrong-numbers.ts";
import type { Accounts } from "./auth/accounts.ts";
import { askAgain } from "./body/body.ts";
import type { Changes } from "./changes/changes.ts";
import type { Tell } from "./changes/told.ts";
import { type Note, noteOf } from "./operation/note.ts";
import { failed, Problem, problem, problemResponse } from "./problem.ts";
import type { ProblemId } from "./problem-words.ts";

/** What the routes are given beside a request. */
export interface Api {
  readonly practice: Practice;
  /** Undefined where nobody can sign in: an API that is asked without a server. */
  readonly accounts: Accounts | undefined;
  /** Whether the table of access is held to; otherwise a write names its role, and nobody vouches for it. */
  readonly rightsAreHeld: boolean;
  /** Undefined where there are no accounts, so that nobody is known who looked. */
  readonly audit: AuditTrail | undefined;
  readonly wrongNumbers: WrongNumbers;
  readonly changes: Changes;
  /** Of a change, what somebody may be told. */
  readonly tellers: (person: Person) => Tell;
  /** The OpenAPI document, as JSON. */
  readonly description: () => string;
  /** Where the cause of a 500 goes. */
  readonly log: (id: string, cause: unknown) => void;
}

export type Tag =
  | "Clinics"
  | "Patients"
  | "Commands"
  | "Authorisations"
  | "Questions"
  | "Protocols"
  | "Sign-in"
  | "Changes"
  | "Audit"
  | "About";

export interface Answer {
  readonly says: string;
  /** `application/json` where left out. */
  readonly type?: string;
  readonly schema?: z.ZodType;
  readonly headers?: readonly AnswerHeader[];
  readonly example?: unknown;
}
export type AnswerHeader = "ETag" | "Location" | "Idempotency-Replayed" | "Content-Disposition";

export interface Route<Q = unknown> {
  readonly method: "get" | "post";
  /** As OpenAPI writes it: `/api/patients/{patient}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: Tag;
  readonly summary: string;
  readonly says?: string;
  readonly query?: z.ZodType<Q>;
  /**
   * A write: somebody's word. What goes on from a version takes `If-Match`, and what must not be done twice an
   * `Idempotency-Key`; what changes nothing the second time needs neither.
   */
  readonly writes?: "anew" | "further" | "repeatable";
  /** Request headers beside those of a write. */
  readonly headers?: readonly "Last-Event-ID"[];
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown };
  readonly answers: { readonly [status: number]: Answer };
  /** Beside those that any route of its kind can give. */
  readonly problems: readonly ProblemId[];
  /** Whether the application can refuse. */
  readonly refuses?: boolean;
  /** Whether the address can name somebody or something that is not there. */
  readonly notFound?: boolean;
  /** What is done here, and of whom: who may stands in app/access.ts. */
  readonly access: RouteAccess;
  handle(c: Context, api: Api, query: Q, entered: Entered): Response | Problem | Promise<Response | Problem>;
}

/** Declares a route; its query's type is inferred. */
export function route<Q = Record<never, never>>(declared: Route<Q>): Route {
  return declared;
}

/** Puts routes into an app. */
export function mount(app: Hono, routes: readonly Route[], api: Api): void {
  for (const one of routes) {
    app.on(one.method.toUpperCase(), one.path.replaceAll(/\{(\w+)\}/g, ":$1"), async (c) => {
      const note = noteOf(c);
      if (note !== undefined) note.route = one.path;
      try {
        const entered = await enter(c, api, one.access);
        if (note !== undefined) signed(note, entered);
        if ("problem" in entered) {
          const unnoted = await noted(api, (audit) => audit.refused(one.operationId, entered), note?.id);
          return respond(c, unnoted ?? entered.problem);
        }
        askAgain(c, async () => {
          const again = await enter(c, api, one.access);
          if (!("problem" in again)) return undefined;
          return (
            (await noted(api, (audit) => audit.refused(one.operationId, again), note?.id)) ?? again.problem
          );
        });
        const query = queryOf(c, one.query);
        const answer =
          query instanceof Problem ? query : await one.handle(c, seenBy(entered, api), query, entered);
        const unnoted = await noted(
          api,
          async (audit) => {
            if (showsSomebody(one, answer, entered)) await audit.read(one.operationId, entered);
            else if (one.tag === "Sign-in") await audit.accountsNoted();
          },
          note?.id,
        );
        if (unnoted !== undefined) {
          if (answer instanceof Response) await answer.body?.cancel();
          return respond(c, unnoted);
        }
        return answer instanceof Problem ? respond(c, answer) : answer;
      } catch (cause) {
        return respond(c, failed(cause, api.log, note?.id));
      }
    });
  }
}

/** What a route is given for somebody: a practice of which the store shows what they may see. */
function seenBy({ eyes }: Entered, api: Api): Api {
  return eyes === undefined ? api : { ...api, practice: seenWith(eyes, api.practice) };
}

/** Who asks, as the log has them: by an id and a role. */
function signed(note: Note, entered: Awaited<ReturnType<typeof enter>>): void {
  const { account } = entered.person ?? {};
  if (account !== undefined) note.account = account;
  if ("role" in entered && entered.role !== undefined) note.role = entered.role;
}

/** What could not be written down is not shown. */
async function noted(
  api: Api,
  note: (audit: AuditTrail) => Promise<void>,
  id: string = randomUUID(),
): Promise<Problem | undefined> {
  if (api.audit === undefined) return undefined;
  try {
    await note(api.audit);
    return undefined;
  } catch (cause) {
    api.log(id, cause);
    return problem("not-noted", { id }, { id }, { "Retry-After": "1" });
  }
}

/**
 * Whether an answer shows somebody's data: one that was asked for, the people or the decision with which a write is
 * refused, or what stands against it in the record: an open authorisation, a course, a method that nobody uses.
 */
function showsSomebody(
  { access, writes }: Route,
  answer: Response | Problem,
  { patient }: Pick<Entered, "patient">,
): boolean {
  if (typeof access === "string" || !isNoted(access.doing)) return false;
  if (answer instanceof Problem) {
    const { decision, patients, refusal } = answer.more;
    // That an address is nobody's is told of somebody as well.
    if (answer.type === "no-such-account") return true;
    const isOnRecord = patient !== undefined && refusal !== undefined && answer.status === 409;
    return decision !== undefined || patients !== undefined || isOnRecord;
  }
  return writes === undefined && answer.ok;
}

/** A problem as the answer to a request. */
export function respond(c: Context, found: Problem): Response {
  return problemResponse(found, { path: c.req.path, language: c.req.header("accept-language") });
}

/** A misspelt parameter must not be overlooked: `?serach=` would list everybody. Nor one that is given twice. */
function queryOf(c: Context, schema: z.ZodType | undefined): unknown {
  const isAsked = c.req.url.includes("?");
  if (!isAsked && schema === undefined) return {};
  const given = isAsked ? c.req.queries() : {};
  const twice = Object.keys(given).filter((parameter) => given[parameter]?.length !== 1);
  if (twice.length > 0) return badQuery(twice, "given more than once");
  if (schema === undefined) {
    const unknown = Object.keys(given);
    return unknown.length === 0 ? {} : badQuery(unknown, "there is no such parameter");
  }
  const read = schema.safeParse(
    Object.fromEntries(Object.entries(given).map(([name, [value]]) => [name, value])),
  );
  if (read.success) return read.data;
  const errors = read.error.issues.flatMap((issue) => {
    const { path, message } = issue;
    if (issue.code !== "unrecognized_keys") return [{ parameter: String(path[0] ?? ""), detail: message }];
    return issue.keys.map((parameter) => ({ parameter, detail: "there is no such parameter" }));
  });
  return problem("bad-query", {}, { errors });
}

function badQuery(parameters: readonly string[], detail: string): Problem {
  return problem("bad-query", {}, { errors: parameters.map((parameter) => ({ parameter, detail })) });
}
