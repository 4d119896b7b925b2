/** The moment somebody comes in: the session that an answer begins, told to them and to the audit trail. */
import type { Context } from "hono";
import type { Problem } from "../problem.ts";
import type { Accounts } from "./accounts.ts";
import type { AccountEvent } from "./events.ts";
import { addressOf, ask, begun, type Told } from "./exchange.ts";
import { shown, withCookies } from "./given.ts";
import { refusedBy } from "./refused.ts";
import type { SignedIn } from "./sign-in.ts";

/** Asks the engine for a sign-in. What was signed in before on the same device is ended: nothing is carried over. */
export async function comeIn(
  accounts: Accounts,
  c: Context,
  path: string,
  body: object,
  what: AccountEvent["what"] = "signed-in",
): Promise<Response | Problem> {
  const before = await accounts.signIn.personOf(c.req.raw);
  const told = await ask(accounts, c, path, body);
  if (!told.ok) {
    accounts.tell({ what: "sign-in-failed", address: addressOf(c, accounts.trustProxy) });
    return refusedBy(told);
  }
  return enter(accounts, c, told, before, what);
}

/** Takes over the session that the engine has begun. */
export async function enter(
  accounts: Accounts,
  c: Context,
  told: Told,
  before: SignedIn | undefined,
  what: AccountEvent["what"] = "signed-in",
): Promise<Response> {
  const session = await begun(accounts, told);
  if (before !== undefined) await accounts.endSession(before.account, before.session);
  if (session === undefined) return withCookies({ signedIn: null, needs: "code" }, told);
  await accounts.tidy();
  const { account, id, how } = session;
  accounts.tell({ what, account, session: id, how, address: addressOf(c, accounts.trustProxy) });
  return withCookies({ signedIn: await shown(accounts, session), needs: "nothing" }, told);
}
