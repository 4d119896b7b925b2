/** Signing in and out. */
import { personOf } from "../../app/people.ts";
import { Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import type { Accounts } from "./accounts.ts";
import { authExamples as examples } from "./examples.ts";
import { addressOf, ask, begun } from "./exchange.ts";
import { accountsOf, bodyOf, shown, withCookies } from "./given.ts";
import { comeIn, enter } from "./into.ts";
import { refusedBy, tooMany } from "./refused.ts";
import { afterPasswordShape, challengeShape, doneShape, inputs, signInShape } from "./shapes.ts";

const entered = {
  200: { says: "Signed in; the session is in the cookie.", schema: afterPasswordShape, example: examples.in },
};
const guarded = ["from-elsewhere", "no-accounts", "too-many-tries"] as const;

export const signInRoutes: readonly Route[] = [
  route({
    method: "get",
    path: "/api/sign-in",
    operationId: "readSignIn",
    access: "own-account",
    tag: "Sign-in",
    summary: "Who is signed in",
    answers: {
      200: {
        says: "The person, or `null`, and what this server offers.",
        schema: signInShape,
        example: examples.signIn,
      },
    },
    problems: [],
    async handle(c, { accounts, practice, rightsAreHeld }) {
      if (accounts === undefined)
        return json({ signedIn: null, appointments: [], links: [], demo: false, on: false, needed: false });
      const person = await accounts.signIn.personOf(c.req.raw);
      const rights = person === undefined ? undefined : await personOf(practice, person.account);
      return json({
        signedIn: person === undefined ? null : await shown(accounts, person),
        appointments: rights?.appointments ?? [],
        links: rights?.links ?? [],
        demo: accounts.demo,
        on: true,
        needed: rightsAreHeld,
      });
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/password",
    operationId: "signInByPassword",
    access: "own-account",
    tag: "Sign-in",
    summary: "Sign in by e-mail address and password",
    says: "Whether an address is anybody's cannot be told from the answer, nor from how long it takes. An account with a second factor is asked for a code next. After several wrong passwords the next has to wait.",
    body: { schema: inputs.password, example: examples.inputs.password },
    answers: {
      200: {
        says: "Signed in, or asked for a code.",
        schema: afterPasswordShape,
        example: examples.afterPassword,
      },
    },
    problems: ["sign-in-refused", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.password);
      if (body instanceof Problem) return body;
      const waitS = accounts.triesByAddress.waitS(addressOf(c, accounts.trustProxy));
      if (waitS > 0) return tooMany(waitS);
      const waitMs = await accounts.attempt(body.email);
      if (waitMs > 0) return tooMany(Math.ceil(waitMs / 1000));
      const before = await accounts.signIn.personOf(c.req.raw);
      const told = await ask(accounts, c, "/sign-in/email", body);
      if (!told.ok) {
        const found = refusedBy(told);
        if (found.type === "sign-in-refused")
          await tellFailure(accounts, body.email, addressOf(c, accounts.trustProxy));
        return found;
      }
      await accounts.succeeded(body.email);
      return enter(accounts, c, told, before);
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/code",
    operationId: "signInByCode",
    access: "own-account",
    tag: "Sign-in",
    summary: "The second step: the code of the authenticator app",
    says: "Within ten minutes of the password. A code is good once.",
    body: { schema: inputs.code, example: examples.inputs.code },
    answers: entered,
    problems: ["code-refused", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.code);
      if (body instanceof Problem) return body;
      const code = body.code.replaceAll(/\s/g, "");
      // Whoever is signed in already would be asked whether their code is right, which is no sign-in.
      const before = await accounts.signIn.personOf(c.req.raw);
      if (before !== undefined) return problem("code-refused");
      const told = await ask(accounts, c, "/two-factor/verify-totp", { code });
      const session = told.ok ? await begun(accounts, told) : undefined;
      if (session !== undefined && !(await accounts.isFirstUse(session.account, code))) {
        await accounts.endSession(session.account, session.id);
        return problem("code-refused");
      }
      if (!told.ok) {
        accounts.tell({ what: "sign-in-failed", address: addressOf(c, accounts.trustProxy) });
        return refusedBy(told);
      }
      return enter(accounts, c, told, undefined);
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/recovery-code",
    operationId: "signInByRecoveryCode",
    access: "own-account",
    tag: "Sign-in",
    summary: "The second step without the app: a recovery code, which is used up",
    body: { schema: inputs.code, example: { code: "a1B2c-D3e4F" } },
    answers: entered,
    problems: ["code-refused", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.code);
      if (body instanceof Problem) return body;
      if ((await accounts.signIn.personOf(c.req.raw)) !== undefined) return problem("code-refused");
      return comeIn(accounts, c, "/two-factor/verify-backup-code", body, "recovery-code-used");
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/passkey/challenge",
    operationId: "askForPasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "What a passkey has to sign",
    body: { schema: inputs.none, example: examples.inputs.none },
    answers: {
      200: {
        says: "Options for `navigator.credentials.get`, good for five minutes.",
        schema: challengeShape,
        example: examples.challenge,
      },
    },
    problems: [...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const told = await ask(accounts, c, "/passkey/generate-authenticate-options");
      return told.ok ? withCookies(told.body, told) : refusedBy(told);
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/passkey",
    operationId: "signInByPasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "Sign in by a passkey",
    says: "The device has to have asked who uses it (a finger, a face, a PIN): that is the second factor.",
    body: { schema: inputs.passkey, example: examples.inputs.passkey },
    answers: entered,
    problems: ["passkey-refused", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.passkey);
      if (body instanceof Problem) return body;
      return comeIn(accounts, c, "/passkey/verify-authentication", { response: body.passkey });
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/demo",
    operationId: "signInToDemo",
    access: "own-account",
    tag: "Sign-in",
    summary: "Sign in as a person of the demo, who does not exist",
    says: "Only where the server is a demo.",
    body: { schema: inputs.demo, example: examples.inputs.demo },
    answers: entered,
    problems: ["no-demo", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.demo);
      if (body instanceof Problem) return body;
      return comeIn(accounts, c, "/demo", body);
    },
  }),
  route({
    method: "post",
    path: "/api/sign-out",
    operationId: "signOut",
    access: "own-account",
    tag: "Sign-in",
    summary: "Sign out",
    body: { schema: inputs.none, example: examples.inputs.none },
    answers: { 200: { says: "Nobody is signed in.", schema: doneShape, example: examples.done } },
    problems: ["from-elsewhere", "no-accounts"],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const person = await accounts.signIn.personOf(c.req.raw);
      const told = await ask(accounts, c, "/sign-out", {});
      if (person !== undefined) {
        const { account, session } = person;
        await accounts.endSession(account, session);
        accounts.tell({ what: "signed-out", account, session, address: addressOf(c, accounts.trustProxy) });
      }
      return withCookies({ done: true }, told);
    },
  }),
];

/** Looks the address up whether it is anybody's or not: both take the same time. */
async function tellFailure(accounts: Accounts, email: string, address: string): Promise<void> {
  const found = await accounts.engine.context.internalAdapter.findUserByEmail(email.toLowerCase());
  accounts.tell({
    what: "sign-in-failed",
    how: "password",
    address,
    ...(found === null ? {} : { account: found.user.id }),
  });
}
