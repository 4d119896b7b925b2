/** better-auth as it is set up here. It knows who somebody is; what they may do stands in the ledger. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { passkey } from "@better-auth/passkey";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { APIError, isAPIError } from "better-auth/api";
import { getMigrations } from "better-auth/db/migration";
import { twoFactor } from "better-auth/plugins/two-factor";
import {
  longestPassword,
  perAddress,
  perDemo,
  type SessionLimits,
  shortestPassword,
  usualLimits,
} from "./limits.ts";
import { begin, isowardPlugin, makeAccount, newPersonShape, type PluginOptions } from "./plugin.ts";
import type { Secret } from "./secret.ts";
import { wayInOf } from "./session-fields.ts";
import { accountsFile, type Store } from "./store.ts";

/** In which the server tells the engine where a request comes from. Whatever a caller sends under it is overwritten. */
export const addressHeader = "x-isoward-address";

/** Where the engine is; nobody but this server speaks to it. */
export const enginePath = "/engine";

export interface EngineOptions extends PluginOptions {
  readonly store: Store;
  readonly secrets: readonly Secret[];
  /** Such as `https://isoward.example.org`, without a path. */
  readonly publicUrl?: string | undefined;
  readonly limits: SessionLimits;
}

/** For whoever looks at tables and rows: nothing is signed with it. */
const unsigned = [{ version: 1, value: "-".repeat(44) }];

/**
 * What would be changed in a folder's accounts before this version can use them, such as `passkey` or `session.how`;
 * undefined where there are none yet.
 */
export async function pendingIn(folder: string): Promise<readonly string[] | undefined> {
  const path = join(folder, accountsFile);
  if (!existsSync(path)) return undefined;
  const database = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  try {
    const store: Store = { database, alone: (work) => work(), close: async () => {} };
    const { toBeCreated, toBeAdded } = await getMigrations(
      optionsOf({ store, secrets: unsigned, limits: usualLimits, demo: false, onLinkUsed: undefined }),
    );
    return [
      ...toBeCreated.map(({ table }) => table),
      ...toBeAdded.flatMap(({ table, fields }) => Object.keys(fields).map((field) => `${table}.${field}`)),
    ];
  } finally {
    database.close();
  }
}

/** All rows of a store, for whoever takes them elsewhere; nobody signs in by this. */
export async function accountRows(store: Store, { migrates }: { readonly migrates: boolean }) {
  const set = optionsOf({
    store,
    secrets: unsigned,
    limits: usualLimits,
    demo: false,
    onLinkUsed: undefined,
  });
  if (migrates) await (await getMigrations(set)).runMigrations();
  const { adapter, tables } = await betterAuth(set).$context;
  return { adapter, models: Object.keys(tables) };
}

/** Opens better-auth, its tables brought to the form of this version first. */
export async function openEngine(options: EngineOptions) {
  const set = optionsOf(options);
  await options.store.alone(async () => {
    const { runMigrations } = await getMigrations(set);
    await runMigrations();
  });
  const auth = betterAuth(set);
  return { handle: auth.handler, context: await auth.$context };
}
export type Engine = Awaited<ReturnType<typeof openEngine>>;

function optionsOf({ store, secrets, publicUrl, limits, demo, onLinkUsed, linkHolds }: EngineOptions) {
  const isSecure = publicUrl?.startsWith("https:") === true;
  return {
    appName: "Isoward",
    baseURL: publicUrl ?? "http://localhost",
    basePath: enginePath,
    trustedOrigins: publicUrl === undefined ? ofThisMachine : [publicUrl],
    secrets: [...secrets],
    database: store.database,
    telemetry: { enabled: false },
    // It would write e-mail addresses; what matters is told as an event.
    logger: { disabled: true },
    // What is no refusal is a bug, and goes where bugs go.
    onAPIError: {
      onError: (cause) => {
        if (!isAPIError(cause)) throw cause;
      },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
    },
    session: {
      expiresIn: limits.absoluteMs / 1000,
      // How long nothing was done is watched where a request is checked: see sign-in.ts.
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false },
      additionalFields: {
        how: { type: "string", required: false, input: false },
        secondFactor: { type: "boolean", required: false, input: false },
        startedAt: { type: "date", required: false, input: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({
            data: { ...session, ...wayInOf(session, context, limits) },
          }),
        },
      },
    },
    rateLimit: {
      enabled: true,
      storage: "database",
      ...perAddress,
      customRules: {
        "/sign-in/*": perAddress,
        "/two-factor/*": perAddress,
        "/change-password": perAddress,
        "/demo": perDemo,
      },
    },
    advanced: {
      cookiePrefix: isSecure ? "__Host-isoward" : "isoward",
      // The prefix above says it already, and more strictly than better-auth's own.
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: "strict", path: "/" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      twoFactor({
        issuer: "Isoward",
        allowPasswordless: true,
        backupCodeOptions: { storeBackupCodes: "encrypted" },
      }),
      passkey({
        rpName: "Isoward",
        rpID: publicUrl === undefined ? "localhost" : new URL(publicUrl).hostname,
        origin: publicUrl ?? null,
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          // A link makes an account whose only key is a passkey; whether a session may add one is asked before.
          requireSession: false,
          resolveUser: async ({ context }) => {
            const { email, name } = newPersonOf(context);
            return { id: email, name: email, displayName: name };
          },
          afterVerification: async ({ ctx, verification, context }) => {
            if (verification.registrationInfo?.userVerified !== true) throw unverified();
            if (context === null || context === undefined) return;
            const { token, ...person } = newPersonOf(context);
            const id = await makeAccount(ctx, { token, linkHolds, onLinkUsed }, person);
            // The plugin's own way to begin a session holds the one connection, and waits for itself.
            await begin(ctx, id, "passkey", true);
            return { userId: id };
          },
        },
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw unverified();
          },
        },
      }),
      isowardPlugin({ demo, onLinkUsed, linkHolds }),
    ],
  } satisfies BetterAuthOptions;
}

const ofThisMachine = ["http://localhost", "http://127.0.0.1", "http://[::1]"].flatMap((origin) => [
  origin,
  `${origin}:*`,
]);

/** Who is to be made, as the page of a link sent it along. */
function newPersonOf(context: string | null | undefined) {
  try {
    return newPersonShape.parse(JSON.parse(context ?? ""));
  } catch {
    throw new APIError("BAD_REQUEST", { code: "LINK_REFUSED", message: "link refused" });
  }
}

/** A key that anybody can use who holds the device is half of what is asked for. */
const unverified = () =>
  new APIError("UNAUTHORIZED", { code: "USER_NOT_VERIFIED", message: "user not verified" });
