/** What better-auth has no way in for: one-time links, and the demo. It goes through its rate limits and its cookies. */
import type { BetterAuthPlugin, GenericEndpointContext } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";
import { demoPerson } from "./demo.ts";
import type { WayIn } from "./events.ts";
import { type Link, type LinkHolds, linksIn } from "./invitations.ts";
import { linkStore } from "./link-store.ts";
import { wrongWithPassword } from "./password.ts";

/** What a link made: an account, or the way back into one. */
export interface LinkUsed {
  readonly link: Link;
  readonly account: string;
  readonly name: string;
  readonly email: string;
}

export interface PluginOptions {
  readonly demo: boolean;
  /** Before the answer: what the application records of it, such as the administrator's appointment. */
  readonly onLinkUsed?: ((used: LinkUsed) => Promise<void>) | undefined;
  readonly linkHolds?: LinkHolds | undefined;
}

/** Who is made of a link for a new account. */
export const newPersonShape = z.strictObject({
  token: z.string().max(100),
  name: z.string().trim().min(1).max(120),
  email: z.email().max(254),
});

const schema = {
  link: {
    fields: {
      hash: { type: "string", required: true, unique: true },
      purpose: { type: "string", required: true },
      payload: { type: "string", required: true },
      createdAt: { type: "date", required: true },
      expiresAt: { type: "date", required: true },
      usedAt: { type: "date", required: false },
    },
  },
  failure: {
    fields: {
      key: { type: "string", required: true, unique: true },
      count: { type: "number", required: true },
      lastAt: { type: "number", required: true, bigint: true },
    },
  },
} as const;

export function isowardPlugin({ demo, onLinkUsed, linkHolds }: PluginOptions) {
  return {
    id: "isoward",
    schema,
    endpoints: {
      /** Makes the account of a first or an invited person, by password. */
      useLink: createAuthEndpoint(
        "/link/account",
        { method: "POST", body: newPersonShape.extend({ password: z.string() }) },
        async (ctx) => {
          const { token, password, ...person } = ctx.body;
          if (wrongWithPassword(password, person) !== undefined) throw unfit();
          const hash = await ctx.context.password.hash(password);
          const given = { token, linkHolds, onLinkUsed };
          const account = await makeAccount(ctx, given, person, (id) => putPassword(ctx, id, hash));
          return begin(ctx, account, "link");
        },
      ),
      /** Gives an account a new password and nothing else: whatever else opened it is taken away. */
      recover: createAuthEndpoint(
        "/link/recovery",
        { method: "POST", body: z.strictObject({ token: z.string().max(100), password: z.string() }) },
        async (ctx) => {
          const links = linksIn(linkStore(ctx.context.adapter), linkHolds);
          const { token, password } = ctx.body;
          const open = await links.open(token);
          const { internalAdapter, adapter } = ctx.context;
          const user =
            open?.purpose === "recovery"
              ? await internalAdapter.findUserById(String(open.payload["account"]))
              : null;
          if (user === null || open === undefined) throw refusedLink();
          if (wrongWithPassword(password, user) !== undefined) throw unfit();
          const hash = await ctx.context.password.hash(password);
          if ((await links.use(token)) === undefined) throw refusedLink();
          const own = [{ field: "userId", value: user.id }];
          await internalAdapter.deleteUserSessions(user.id);
          await adapter.deleteMany({ model: "passkey", where: own });
          await adapter.deleteMany({ model: "twoFactor", where: own });
          await internalAdapter.updateUser(user.id, { twoFactorEnabled: false });
          await putPassword(ctx, user.id, hash);
          await onLinkUsed?.({ link: open, account: user.id, name: user.name, email: user.email });
          return begin(ctx, user.id, "link");
        },
      ),
      demoSignIn: createAuthEndpoint(
        "/demo",
        { method: "POST", body: z.strictObject({ role: z.string() }) },
        async (ctx) => {
          const person = demo ? demoPerson(ctx.body.role) : undefined;
          if (person === undefined) throw new APIError("NOT_FOUND", { code: "NO_DEMO", message: "no demo" });
          const { internalAdapter } = ctx.context;
          const known = await internalAdapter.findUserById(person.id);
          if (known === null) {
            const made = internalAdapter.createUser({ ...person, emailVerified: false }, own);
            // Of two who come at once, the second finds the account there.
            await made.catch(async (cause: unknown) => {
              if ((await internalAdapter.findUserById(person.id)) === null) throw cause;
            });
          }
          return begin(ctx, person.id, "demo");
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** How better-auth is told where an account comes from. */
const own = { method: "email-password" } as const;

/**
 * Uses up a link and makes the account it is for. Where the record does not take what the link gives, or anything else
 * fails, nobody is left with an account that opens nothing: it goes, and the link is good for another try.
 *
 * @param opens gives the account what opens it
 * @returns the account's id
 */
export async function makeAccount(
  ctx: GenericEndpointContext,
  {
    token,
    linkHolds,
    onLinkUsed,
  }: Pick<PluginOptions, "linkHolds" | "onLinkUsed"> & { readonly token: string },
  { name, email }: { readonly name: string; readonly email: string },
  opens: (account: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const links = linksIn(linkStore(ctx.context.adapter), linkHolds);
  const open = await links.open(token);
  if (open === undefined || open.purpose === "recovery") throw refusedLink();
  const { internalAdapter } = ctx.context;
  if ((await internalAdapter.findUserByEmail(email.toLowerCase())) !== null) throw taken();
  const link = await links.use(token);
  if (link === undefined) throw refusedLink();
  let account: string | undefined;
  try {
    const user = await internalAdapter.createUser({ name, email, emailVerified: false }, own);
    account = user.id;
    await opens(account);
    await onLinkUsed?.({ link, account, name, email: user.email });
    return account;
  } catch (cause) {
    if (account !== undefined) await internalAdapter.deleteUser(account);
    await links.release(token);
    throw cause;
  }
}

async function putPassword(ctx: GenericEndpointContext, userId: string, password: string): Promise<void> {
  const { internalAdapter } = ctx.context;
  const known = await internalAdapter.findCredentialAccount(userId);
  if (known === null || known === undefined) {
    await internalAdapter.linkAccount({ userId, accountId: userId, providerId: "credential", password });
  } else await internalAdapter.updateAccount(known.id, { password });
}

/** Begins a session and puts it into the cookie. */
export async function begin(ctx: GenericEndpointContext, userId: string, how: WayIn, secondFactor = false) {
  const { internalAdapter } = ctx.context;
  const session = await internalAdapter.createSession(userId, false, { how, secondFactor });
  const user = await internalAdapter.findUserById(userId);
  if (user === null) throw new Error("the account is gone while it signs in");
  await setSessionCookie(ctx, { session, user });
  return ctx.json({ account: userId });
}

const refusedLink = () => new APIError("GONE", { code: "LINK_REFUSED", message: "link refused" });
const unfit = () => new APIError("BAD_REQUEST", { code: "PASSWORD_UNFIT", message: "password unfit" });
const taken = () => new APIError("CONFLICT", { code: "EMAIL_TAKEN", message: "e-mail taken" });
