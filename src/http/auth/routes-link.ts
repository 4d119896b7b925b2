/** What a one-time link opens: a first or an invited account, or the way back into one. */
import { Problem, problem } from "../problem.ts";
import { json } from "../reply.ts";
import { type Route, route } from "../route.ts";
import type { Accounts } from "./accounts.ts";
import { authExamples as examples } from "./examples.ts";
import { ask } from "./exchange.ts";
import { accountsOf, bodyOf, withCookies } from "./given.ts";
import { comeIn } from "./into.ts";
import type { Link } from "./invitations.ts";
import { refusedBy, unfitPassword } from "./refused.ts";
import { afterPasswordShape, challengeShape, inputs, linkShape } from "./shapes.ts";

const guarded = ["link-refused", "from-elsewhere", "no-accounts", "too-many-tries"] as const;
const entered = {
  200: { says: "Signed in; the link is used up.", schema: afterPasswordShape, example: examples.in },
};

export const linkRoutes: readonly Route[] = [
  route({
    method: "post",
    path: "/api/sign-in/link",
    operationId: "readLink",
    access: "own-account",
    tag: "Sign-in",
    summary: "What a one-time link is for",
    says: "The token is what stands behind the `#` of the address. Looking uses nothing up.",
    body: { schema: inputs.link, example: examples.inputs.link },
    answers: { 200: { says: "Its purpose.", schema: linkShape, example: examples.link } },
    problems: [...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.link);
      if (body instanceof Problem) return body;
      const link = await accounts.links.open(body.token);
      if (link === undefined) return refusedLink(accounts);
      const { email, name } = await whose(accounts, link);
      return json({ purpose: link.purpose, email, name, until: link.expiresAt.toISOString() });
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/link/challenge",
    operationId: "askForFirstPasskey",
    access: "own-account",
    tag: "Sign-in",
    summary: "What a new account's passkey has to sign",
    body: { schema: inputs.linkChallenge, example: examples.inputs.linkChallenge },
    answers: {
      200: {
        says: "Options for `navigator.credentials.create`, good for five minutes.",
        schema: challengeShape,
        example: examples.challenge,
      },
    },
    problems: ["email-taken", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.linkChallenge);
      if (body instanceof Problem) return body;
      const link = await accounts.links.open(body.token);
      if (link === undefined || link.purpose === "recovery") return refusedLink(accounts);
      // The engine would add the passkey to whoever is signed in.
      if ((await accounts.signIn.personOf(c.req.raw)) !== undefined) return problem("sign-out-first");
      const context = encodeURIComponent(JSON.stringify(body));
      const told = await ask(accounts, c, `/passkey/generate-register-options?context=${context}`);
      return told.ok ? withCookies(told.body, told) : refusedBy(told);
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/link/account",
    operationId: "makeAccountByLink",
    access: "own-account",
    tag: "Sign-in",
    summary: "Make the account that a link is for",
    says: "With a password, or with the passkey of the challenge above. The link is used up.",
    body: { schema: inputs.first, example: examples.inputs.first },
    answers: entered,
    problems: ["email-taken", "passkey-refused", "sign-out-first", ...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.first);
      if (body instanceof Problem) return body;
      if ((await accounts.signIn.personOf(c.req.raw)) !== undefined) return problem("sign-out-first");
      const { passkey, password = "", ...person } = body;
      if (passkey !== undefined) {
        const given = { response: passkey };
        return comeIn(accounts, c, "/passkey/verify-registration", given, "account-made");
      }
      const unfit = unfitPassword(password, person);
      return unfit ?? comeIn(accounts, c, "/link/account", { ...person, password }, "account-made");
    },
  }),
  route({
    method: "post",
    path: "/api/sign-in/link/recovery",
    operationId: "recoverByLink",
    access: "own-account",
    tag: "Sign-in",
    summary: "Choose a new password by an administrator's link",
    says: "Whatever else opened the account, passkeys and second factor alike, is taken away, and every session ends.",
    body: { schema: inputs.recovery, example: examples.inputs.recovery },
    answers: entered,
    problems: [...guarded],
    async handle(c, api) {
      const accounts = accountsOf(c, api);
      if (accounts instanceof Problem) return accounts;
      const body = await bodyOf(c, inputs.recovery);
      if (body instanceof Problem) return body;
      const link = await accounts.links.open(body.token);
      if (link?.purpose !== "recovery") return refusedLink(accounts);
      const { account, name, email } = await whose(accounts, link);
      const unfit = unfitPassword(body.password, { name: name ?? "", email: email ?? "" });
      if (unfit !== undefined) return unfit;
      const answer = await comeIn(accounts, c, "/link/recovery", body, "recovered");
      // Made on the server's own machine while the server held the ledger: it is written down now.
      if (link.payload["untold"] === true && answer instanceof Response && account !== undefined)
        accounts.tell({ what: "recovery-link-made", purpose: "recovery", how: "on-machine", account });
      if (account !== undefined) accounts.signIn.forget({ account });
      return answer;
    },
  }),
];

function refusedLink(accounts: Accounts): Problem {
  accounts.tell({ what: "link-refused" });
  return problem("link-refused");
}

/** Whom a link says it is for. */
async function whose({ engine }: Accounts, { purpose, payload }: Link) {
  if (purpose === "recovery") {
    const user = await engine.context.internalAdapter.findUserById(String(payload["account"]));
    return { account: user?.id, email: user?.email ?? null, name: user?.name ?? null };
  }
  const said = (key: string) => (typeof payload[key] === "string" ? payload[key] : null);
  return { email: said("email"), name: said("name") };
}
