/** The accounts of a practice: opened beside its ledger, closed with it. */
import { createHash } from "node:crypto";
import { demoPerson, demoRoleOf } from "./demo.ts";
import { type Engine, openEngine } from "./engine.ts";
import type { AccountEvent } from "./events.ts";
import { type LinkHolds, type Links, linkAddress, linksIn } from "./invitations.ts";
import { failureKeptMs, type SessionLimits, TriesByAddress, usualLimits, waitAfterMs } from "./limits.ts";
import { linkStore } from "./link-store.ts";
import type { LinkUsed } from "./plugin.ts";
import { secretsOf } from "./secret.ts";
import { sessionsIn } from "./sessions.ts";
import { AccountSignIn, type Sessions } from "./sign-in.ts";
import { postgresStore, sqliteStore } from "./store.ts";

export interface AccountsOptions {
  /** The data folder: of the secret, and of the accounts where they are in no other database. */
  readonly folder: string;
  /** A PostgreSQL database's address: accounts stand in its schema `accounts`. */
  readonly database?: string | undefined;
  /** Under which people reach the server, such as `https://isoward.example.org`; without it, this machine alone. */
  readonly publicUrl?: string | undefined;
  /** A proxy before the server says where a request comes from (`X-Forwarded-For`). */
  readonly trustProxy?: boolean;
  /** One account for each role, with one click. */
  readonly demo?: boolean;
  readonly limits?: Partial<SessionLimits>;
  /** What the audit trail has to know. */
  readonly onEvent?: (event: AccountEvent) => void;
  /** Before the answer to whoever used a link: what the application records of it. */
  readonly onLinkUsed?: (used: LinkUsed) => Promise<void>;
  /** Asked whenever a link is looked at or used; where left out it holds as long as it lasts. */
  readonly linkHolds?: LinkHolds;
}

/** Opens the accounts of a folder or a database, made where there are none. */
export async function openAccounts(options: AccountsOptions): Promise<Accounts> {
  const { folder, database, demo = false, onLinkUsed, linkHolds } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  const limits = { ...usualLimits, ...options.limits };
  const store = database === undefined ? sqliteStore(folder) : await postgresStore(database);
  const secrets = secretsOf(folder);
  try {
    const engine = await openEngine({ store, secrets, publicUrl, limits, demo, onLinkUsed, linkHolds });
    return new Accounts({ ...options, demo, publicUrl }, limits, engine, store.close);
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

/** A link, told once. */
export interface MadeLink {
  readonly address: string;
  readonly until: Date;
}

export class Accounts {
  readonly engine: Engine;
  readonly signIn: AccountSignIn;
  readonly sessions: Sessions;
  readonly links: Links;
  readonly demo: boolean;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean;
  readonly limits: SessionLimits;
  readonly triesByAddress = new TriesByAddress();
  readonly close: () => Promise<void>;
  readonly #onEvents: ((event: AccountEvent) => void)[];
  #tidiedAtMs = 0;

  constructor(options: AccountsOptions, limits: SessionLimits, engine: Engine, close: () => Promise<void>) {
    const { context } = engine;
    this.engine = engine;
    this.demo = options.demo === true;
    this.publicUrl = options.publicUrl;
    this.trustProxy = options.trustProxy === true;
    this.limits = limits;
    this.links = linksIn(linkStore(context.adapter), options.linkHolds);
    this.close = close;
    this.#onEvents = options.onEvent === undefined ? [] : [options.onEvent];
    this.sessions = sessionsIn(engine, this.demo);
    this.signIn = new AccountSignIn({
      sessions: this.sessions,
      cookie: context.authCookies.sessionToken.name,
      secret: context.secret,
      publicUrl: this.publicUrl,
      limits,
    });
  }

  tell(event: Omit<AccountEvent, "at">): void {
    const happened = { at: new Date().toISOString(), ...event };
    for (const onEvent of this.#onEvents) onEvent(happened);
  }

  /** From now on it is told too what happens. */
  listen(onEvent: (event: AccountEvent) => void): void {
    this.#onEvents.push(onEvent);
  }

  /** Removes an account with its sessions and everything that opens it. What it did stays under its id. */
  async remove(account: string): Promise<void> {
    // Those of the demo are everybody's.
    if (demoRoleOf(account) !== undefined) return;
    const { internalAdapter, adapter } = this.engine.context;
    await this.endSessionsOf(account);
    for (const model of ["passkey", "twoFactor"])
      await adapter.deleteMany({ model, where: [{ field: "userId", value: account }] });
    await internalAdapter.deleteUser(account);
    this.tell({ what: "account-removed", account });
  }

  /** The names of accounts, of those that there are. */
  async namesOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (accounts.length === 0) return new Map();
    const users = await this.engine.context.adapter.findMany<{ id: string; name: string }>({
      model: "user",
      where: [{ field: "id", operator: "in", value: [...accounts] }],
      limit: accounts.length,
    });
    // Those of the demo are made when somebody first plays them, and are named in what was written before.
    const played = this.demo ? accounts.map((id) => demoPerson(demoRoleOf(id) ?? "")) : [];
    return new Map(
      [...played.filter((one) => one !== undefined), ...users].map(({ id, name }) => [id, name]),
    );
  }

  /** Whether nobody has an account yet; those of the demo do not count. */
  async isNew(): Promise<boolean> {
    const users = await this.engine.context.internalAdapter.listUsers(50);
    return users.every(({ id }) => id.startsWith("demo-"));
  }

  /** The address by which the first administrator comes in; an older one no longer works. */
  async firstLink(origin: string): Promise<string> {
    await this.links.withdraw("first-administrator");
    const token = await this.links.make("first-administrator");
    this.tell({ what: "link-made", purpose: "first-administrator" });
    return linkAddress(this.publicUrl ?? origin, token);
  }

  /**
   * A link by which somebody who lost the way in chooses a new password; an older one of theirs no longer works.
   *
   * @param made `untold` where nobody writes down yet that it was made: whoever sees it used writes it then
   */
  async recoveryLink(
    account: string,
    origin: string,
    made: { readonly by?: string; readonly clinic?: string; readonly untold?: true } = {},
  ): Promise<MadeLink> {
    await this.links.withdraw("recovery", account);
    const { by, clinic, untold } = made;
    const payload = { by, clinic, ...(untold === undefined ? {} : { untold }) };
    const token = await this.links.make("recovery", { account, ...payload });
    const until = (await this.links.open(token))?.expiresAt ?? new Date();
    const event = { what: "recovery-link-made", purpose: "recovery" } as const;
    if (by !== undefined) this.tell({ ...event, account: by, of: account });
    else if (untold !== true) this.tell({ ...event, account, how: "on-machine" });
    return { address: linkAddress(this.publicUrl ?? origin, token), until };
  }

  /** The account of an id or an e-mail address. */
  async find(asked: string): Promise<{ readonly id: string; readonly name: string } | undefined> {
    const { internalAdapter } = this.engine.context;
    const byEmail = asked.includes("@")
      ? (await internalAdapter.findUserByEmail(asked.trim().toLowerCase()))?.user
      : undefined;
    const found = byEmail ?? (await internalAdapter.findUserById(asked.trim()));
    return found === null ? undefined : { id: found.id, name: found.name };
  }

  /** Ends one session of an account; nothing where it is somebody else's or gone. */
  async endSession(account: string, session: string): Promise<boolean> {
    const { internalAdapter } = this.engine.context;
    const found = (await internalAdapter.listSessions(account)).find(({ id }) => id === session);
    if (found !== undefined) await internalAdapter.deleteSession(found.token);
    this.signIn.forget({ session });
    return found !== undefined;
  }

  /** Whether a code of an authenticator app is shown for the first time while it is good. */
  isFirstUse(account: string, code: string): Promise<boolean> {
    return this.engine.context.internalAdapter.reserveVerificationValue({
      identifier: `code-used:${account}:${code}`,
      value: "",
      expiresAt: new Date(Date.now() + codeGoodMs),
    });
  }

  /** Ends every session of an account. */
  async endSessionsOf(account: string): Promise<void> {
    await this.engine.context.internalAdapter.deleteUserSessions(account);
    this.signIn.forget({ account });
  }

  /** Takes away what has run out, at most once an hour. */
  async tidy(): Promise<void> {
    const now = Date.now();
    if (now - this.#tidiedAtMs < tidyEveryMs) return;
    this.#tidiedAtMs = now;
    const { adapter } = this.engine.context;
    const before = (field: string, value: Date | number) => ({
      where: [{ field, operator: "lt" as const, value }],
    });
    await adapter.deleteMany({ model: "session", ...before("expiresAt", new Date(now)) });
    await adapter.deleteMany({ model: "verification", ...before("expiresAt", new Date(now)) });
    await adapter.deleteMany({ model: "link", ...before("expiresAt", new Date(now - linkKeptMs)) });
    await adapter.deleteMany({ model: "failure", ...before("lastAt", now - failureKeptMs) });
  }

  /**
   * Before a password is looked at: counts the try, or says how many milliseconds it has to wait; the same for an e-mail
   * address that is nobody's. Of many at the same moment each is counted, so that a crowd gets no more tries than one.
   */
  async attempt(email: string): Promise<number> {
    const { adapter } = this.engine.context;
    const model = "failure";
    const key = keyOf(email);
    let isTaken = false;
    for (;;) {
      const byKey = { field: "key", value: key };
      const row = await adapter.findOne<{ count: number; lastAt: number | string }>({
        model,
        where: [byKey],
      });
      const now = Date.now();
      if (row === null) {
        const making = adapter.create({ model, data: { key, count: 1, lastAt: now } });
        // Of two at the same moment the second finds the row there; what fails twice fails for another reason.
        const made = isTaken ? await making : await making.catch(() => null);
        if (made !== null) return 0;
        isTaken = true;
        continue;
      }
      const { count } = row;
      const waitMs = Number(row.lastAt) + waitAfterMs(count) - now;
      if (waitMs > 0) return waitMs;
      const counted = await adapter.incrementOne({
        model,
        where: [byKey, { field: "count", value: count }],
        increment: { count: 1 },
        set: { lastAt: now },
      });
      if (counted !== null) return 0;
    }
  }

  /** The password was right: what was counted is forgotten. */
  async succeeded(email: string): Promise<void> {
    const { adapter } = this.engine.context;
    await adapter.deleteMany({ model: "failure", where: [{ field: "key", value: keyOf(email) }] });
  }
}

const tidyEveryMs = 3_600_000;
/** A link that was used is remembered as used for a while. */
const linkKeptMs = 30 * 24 * 3_600_000;
/** A code and its neighbours in time, by a clock that goes a little wrong. */
const codeGoodMs = 3 * 60_000;

function keyOf(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
