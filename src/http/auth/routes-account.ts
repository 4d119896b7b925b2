/** One's own account: its sessions, its passkeys, its second factor. */

import type { Context } from "hono";
import { Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import { accountView, recoveryCodesOf } from "./account-view.ts";
import type { AccountEvent } from "./events.ts";
import { authExamples as examples } from "./examples.ts";
import { addressOf, ask, begun } from "./exchange.ts";
import { bodyOf, changingOf, type Mine, mineOf, withCookies } from "./given.ts";
import { refusedBy, tooMany, unfitPassword } from "./refused.ts";
import { accountShape, challengeShape, doneShape, inputs, recoveryCodesShape, totpShape } from "./shapes.ts";

const done = { 200: { says: "Done.", schema: doneShape, example: examples.done } };
const own = ["not-signed-in", "from-elsewhere", "no-accounts"] as const;
const changing = [...own, "not-for-demo", "sign-in-again", "too-many-tries"] as const;

export const accountRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/account",
    operationId: "readAccount",
    access: "own-account",
    tag: "Sign-in",
    summary: "One's own account",
    answers: {
      200: { says: "What opens it, and where it is open.", schema: accountShape, example: examples.account },
    },
    problems: ["not-signed-in", "no-accounts"],
    async handle(c, api) {
      const mine = await mineOf(c, api);
      return mine instanceof Problem ? mine : json(await accountView(mine));
    },
  }),
  route({
    method: "post",
    path: "/api/account/password",
    operationId: "changePassword",
    access: "own-account",
    tag: "Sign-in",
    summary: "Change the password",
    says: "Every other session of the account ends. An account that has none yet needs no current one.",
    body: { schema: inputs.newPassword, example: examples.inputs.newPassword },
    answers: done,
    problems: ["wrong-password", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api, false);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.newPassword);
      if (body instanceof Problem) return body;
      const { accounts, person } = mine;
      const view = await accountView(mine);
      const unfit = unfitPassword(body.password, view);
      if (unfit !== undefined) return unfit;
      if (!view.password) {
        const again = await changingOf(c, api);
        if (again instanceof Problem) return again;
        const { context } = accounts.engine;
        const password = await context.password.hash(body.password);
        const credential = {
          userId: person.account,
          accountId: person.account,
          providerId: "credential",
          password,
        };
        await context.internalAdapter.linkAccount(credential);
        tell(mine, c, "password-changed");
        return json({ done: true });
      }
      return guessed(mine, view, async () => {
        const change = {
          currentPassword: body.current ?? "",
          newPassword: body.password,
          revokeOtherSessions: true,
        };
        return changed(mine, c, "password-changed", "/change-password", change);
      });
    },
  }),
  route({
    method: "post",
    path: "/api/account/sessions/end",
    operationId: "endSession",
    access: "own-account",
    tag: "Sign-in",
    summary: "End a session, or all others",
    body: { schema: inputs.session, example: examples.inputs.session },
    answers: done,
    problems: [...own],
    async handle(c, api) {
      const mine = await mineOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.session);
      if (body instanceof Problem) return body;
      const { accounts, person } = mine;
      const { sessions } = await accountView(mine);
      const ended = sessions.filter(({ session, current }) =>
        body.session === undefined ? !current : session === body.session,
      );
      for (const { session } of ended) {
        await accounts.endSession(person.account, session);
        accounts.tell({ what: "session-ended", account: person.account, session });
      }
      return json({ done: true });
    },
  }),
  route({
    method: "post",
    path: "/api/account/passkeys/challenge",
    operationId: "askForNewPasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "What a new passkey has to sign",
    body: { schema: inputs.none, example: examples.inputs.none },
    answers: {
      200: {
        says: "Options for `navigator.credentials.create`, good for five minutes.",
        schema: challengeShape,
        example: examples.challenge,
      },
    },
    problems: [...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const told = await ask(mine.accounts, c, "/passkey/generate-register-options");
      return told.ok ? withCookies(told.body, told) : refusedBy(told);
    },
  }),
  route({
    method: "post",
    path: "/api/account/passkeys",
    operationId: "addPasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "Add a passkey",
    body: { schema: inputs.newPasskey, example: examples.inputs.newPasskey },
    answers: done,
    problems: ["passkey-refused", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.newPasskey);
      if (body instanceof Problem) return body;
      const given = { response: body.passkey, name: body.name };
      return changed(mine, c, "passkey-added", "/passkey/verify-registration", given);
    },
  }),
  route({
    method: "post",
    path: "/api/account/passkeys/remove",
    operationId: "removePasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "Remove a passkey",
    says: "Not the last way into an account that has no password.",
    body: { schema: inputs.passkeyId, example: examples.inputs.passkeyId },
    answers: done,
    problems: ["passkey-refused", "last-way-in", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.passkeyId);
      if (body instanceof Problem) return body;
      const { passkeys, password } = await accountView(mine);
      if (!password && passkeys.length < 2) return problem("last-way-in");
      return changed(mine, c, "passkey-removed", "/passkey/delete-passkey", body);
    },
  }),
  route({
    method: "post",
    path: "/api/account/second-factor",
    operationId: "setUpSecondFactor",
    access: "own-account",
    tag: "Sign-in",
    summary: "Set up an authenticator app",
    says: "It counts once a code of it was confirmed. Until then it can be begun anew.",
    body: { schema: inputs.confirm, example: examples.inputs.confirm },
    answers: {
      200: { says: "What the app has to know, told this once.", schema: totpShape, example: examples.totp },
    },
    problems: ["wrong-password", "already-set-up", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.confirm);
      if (body instanceof Problem) return body;
      const view = await accountView(mine);
      if (view.secondFactor) return problem("already-set-up");
      return guessed(mine, view, async () => {
        const told = await ask(mine.accounts, c, "/two-factor/enable", { method: "totp", ...body });
        if (!told.ok) return refusedBy(told);
        const { totpURI, backupCodes } = told.body as { totpURI: string; backupCodes: string[] };
        const secret = new URL(totpURI).searchParams.get("secret") ?? "";
        return json({ address: totpURI, secret, recoveryCodes: backupCodes });
      });
    },
  }),
  route({
    method: "post",
    path: "/api/account/second-factor/confirm",
    operationId: "confirmSecondFactor",
    access: "own-account",
    tag: "Sign-in",
    summary: "Confirm the app by a code of it",
    body: { schema: inputs.code, example: examples.inputs.code },
    answers: done,
    problems: ["code-refused", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.code);
      if (body instanceof Problem) return body;
      const code = body.code.replaceAll(/\s/g, "");
      // Whoever saw it typed shall not come in by it.
      await mine.accounts.isFirstUse(mine.person.account, code);
      return changed(mine, c, "second-factor-set-up", "/two-factor/verify-totp", { code });
    },
  }),
  route({
    method: "post",
    path: "/api/account/second-factor/remove",
    operationId: "removeSecondFactor",
    access: "own-account",
    tag: "Sign-in",
    summary: "Do without the app from now on",
    body: { schema: inputs.confirm, example: examples.inputs.confirm },
    answers: done,
    problems: ["wrong-password", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.confirm);
      if (body instanceof Problem) return body;
      const view = await accountView(mine);
      return guessed(mine, view, () =>
        changed(mine, c, "second-factor-removed", "/two-factor/disable", body),
      );
    },
  }),
  route({
    method: "post",
    path: "/api/account/recovery-codes",
    operationId: "makeRecoveryCodes",
    access: "own-account",
    tag: "Sign-in",
    summary: "New recovery codes; the old ones open nothing any more",
    body: { schema: inputs.confirm, example: examples.inputs.confirm },
    answers: {
      200: { says: "Told this once.", schema: recoveryCodesShape, example: examples.recoveryCodes },
    },
    problems: ["wrong-password", "not-set-up", ...changing],
    async handle(c, api) {
      const mine = await changingOf(c, api);
      if (mine instanceof Problem) return mine;
      const body = await bodyOf(c, inputs.confirm);
      if (body instanceof Problem) return body;
      const view = await accountView(mine);
      if (!view.secondFactor) return problem("not-set-up");
      return guessed(mine, view, async () => {
        const told = await ask(mine.accounts, c, "/two-factor/generate-backup-codes", body);
        if (!told.ok) return refusedBy(told);
        tell(mine, c, "recovery-codes-made");
        return json({ recoveryCodes: recoveryCodesOf(told.body) });
      });
    },
  }),
];

/** Asks the engine for a change, and takes over the session that took this one's place. */
async function changed(
  mine: Mine,
  c: Context,
  what: AccountEvent["what"],
  path: string,
  body: object,
): Promise<Response | Problem> {
  const told = await ask(mine.accounts, c, path, body);
  if (!told.ok) return refusedBy(told);
  mine.accounts.signIn.forget({ account: mine.person.account });
  const session = await begun(mine.accounts, told);
  tell(mine, c, what, session?.id);
  return withCookies({ done: true }, told);
}

/** Whoever found an open screen may not guess the password here either. */
async function guessed(
  { accounts }: Mine,
  { email, password }: { readonly email: string; readonly password: boolean },
  attempt: () => Promise<Response | Problem>,
): Promise<Response | Problem> {
  if (!password) return attempt();
  const waitMs = await accounts.attempt(email);
  if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1000));
  const answer = await attempt();
  if (answer instanceof Response) await accounts.succeeded(email);
  return answer;
}

function tell(
  { accounts, person }: Mine,
  c: Context,
  what: AccountEvent["what"],
  session = person.session,
): void {
  accounts.tell({ what, account: person.account, session, address: addressOf(c, accounts.trustProxy) });
}
