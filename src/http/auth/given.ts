/** What a request to the addresses of sign-in brings: from a page of ours, readable, and by whom. */

import type { Context } from "hono";
import type { z } from "zod";
import { placeOf } from "../../core/place.ts";
import { readJson } from "../body/body.ts";
import { doesNotFit, Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import type { Api } from "../route.ts";
import type { Accounts } from "./accounts.ts";
import { demoRoleOf } from "./demo.ts";
import type { Told } from "./exchange.ts";
import { freshMs } from "./limits.ts";
import { isFromElsewhere } from "./origin.ts";
import type { KeptSession, SignedIn } from "./sign-in.ts";

/** The accounts, where the request may speak to them. */
export function accountsOf(c: Context, { accounts }: Api): Accounts | Problem {
  if (accounts === undefined) return problem("no-accounts");
  return isFromElsewhere(c.req.raw, accounts.publicUrl) ? problem("from-elsewhere") : accounts;
}

export async function bodyOf<S extends z.ZodType>(c: Context, schema: S): Promise<z.infer<S> | Problem> {
  const body = await readJson(c);
  if (body instanceof Problem) return body;
  const read = schema.safeParse(body.value);
  return read.success
    ? read.data
    : doesNotFit(
        read.error.issues.map(({ path, message }) => ({ at: placeOf(path) || "input", says: message })),
      );
}

export interface Mine {
  readonly accounts: Accounts;
  readonly person: SignedIn;
}

/** The accounts and who is signed in to them. */
export async function mineOf(c: Context, api: Api): Promise<Mine | Problem> {
  const accounts = accountsOf(c, api);
  if (accounts instanceof Problem) return accounts;
  const person = await accounts.signIn.personOf(c.req.raw);
  return person === undefined ? problem("not-signed-in") : { accounts, person };
}

/** The same, to change what guards the account: by its owner, and soon after they signed in. */
export async function changingOf(c: Context, api: Api, needsFresh = true): Promise<Mine | Problem> {
  const mine = await mineOf(c, api);
  if (mine instanceof Problem) return mine;
  if (demoRoleOf(mine.person.account) !== undefined) return problem("not-for-demo");
  return needsFresh && !isFresh(mine.person) ? problem("sign-in-again") : mine;
}

export function isFresh(person: SignedIn): boolean {
  return Date.now() - Date.parse(person.at) < freshMs;
}

/** An answer that takes over the engine's cookies. */
export function withCookies(value: unknown, told: Told): Response {
  const answer = json(value);
  for (const cookie of told.cookies) answer.headers.append("Set-Cookie", cookie);
  return answer;
}

/** A session as the API shows whose it is. */
export async function shown(accounts: Accounts, session: KeptSession | SignedIn) {
  const { account, name, how, secondFactor } = session;
  const user = await accounts.engine.context.internalAdapter.findUserById(account);
  const isKept = "startedAt" in session;
  return {
    account,
    name,
    email: user?.email ?? "",
    session: isKept ? session.id : session.session,
    how,
    secondFactor,
    at: isKept ? session.startedAt.toISOString() : session.at,
    demo: demoRoleOf(account) ?? null,
  };
}
