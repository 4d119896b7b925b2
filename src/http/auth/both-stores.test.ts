import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type PostgresServer, startPostgres } from "../../ledger/testing/postgres-server.ts";
import { type Accounts, openAccounts } from "./accounts.ts";
import { freeFailures, waitAfterMs } from "./limits.ts";
import { anOffice, goodPassword, type Office, origin } from "./testing/an-office.ts";
import { totp } from "./testing/totp.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

describe.each(["SQLite", "PostgreSQL"] as const)("Accounts in %s", (kind) => {
  let office: Office;
  let own: Awaited<ReturnType<Office["administrator"]>>;
  let database: string | undefined;
  beforeAll(async () => {
    database = kind === "PostgreSQL" ? await server.database() : undefined;
    office = await anOffice({ database, demo: true });
    own = await office.administrator();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  afterAll(() => office.close());
  /** Another server on the same database and secret. */
  const another = (): Promise<Accounts> => openAccounts({ folder: office.folder, database });

  test("let one of many in who use a link at the same moment", async () => {
    const token = await office.accounts.links.make("invitation");
    const made = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        office.browser().post("/api/sign-in/link/account", {
          token,
          name: `見本 ${at}`,
          email: `person${at}@clinic.example`,
          password: "meadow clock seventeen",
        }),
      ),
    );
    const statuses = made.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, ...Array<number>(7).fill(410)]);
  });

  test("take a code once, though it is shown by several at the same moment", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
    const begun = await own.post("/api/account/second-factor", { password: goodPassword });
    const { secret } = begun.body as { secret: string };
    await own.post("/api/account/second-factor/confirm", { code: totp(secret, -1) });
    const halfway = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const browser = office.browser();
        await browser.post("/api/sign-in/password", { email: own.email, password: goodPassword });
        return browser;
      }),
    );
    const code = totp(secret);
    const answers = await Promise.all(halfway.map((one) => one.post("/api/sign-in/code", { code })));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 401, 401, 401]);
    const confirmed = office.browser();
    await confirmed.post("/api/sign-in/password", { email: own.email, password: goodPassword });
    // That which confirmed the app is used up too.
    expect((await confirmed.post("/api/sign-in/code", { code: totp(secret, -1) })).status).toBe(401);
    await own.post("/api/account/second-factor/remove", { password: goodPassword });
  });

  test("give a crowd at the same moment no more tries of a password than one", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const email = "many@clinic.example";
    const tries = await Promise.all(Array.from({ length: 12 }, () => office.accounts.attempt(email)));
    expect(tries.filter((waitMs) => waitMs === 0)).toHaveLength(freeFailures);
    expect(tries.filter((waitMs) => waitMs > 0)).toEqual(
      Array(12 - freeFailures).fill(waitAfterMs(freeFailures)),
    );
    vi.setSystemTime(Date.now() + waitAfterMs(freeFailures));
    const later = await Promise.all(Array.from({ length: 4 }, () => office.accounts.attempt(email)));
    expect(later.filter((waitMs) => waitMs === 0)).toHaveLength(1);
    await office.accounts.succeeded(email);
    expect(await office.accounts.attempt(email)).toBe(0);
  });

  test("make the demo's person once, though several come at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => office.browser().post("/api/sign-in/demo", { role: "nurse" })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  test("tell another server within five seconds that a session has ended", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const other = await another();
    const browser = office.browser();
    await browser.post("/api/sign-in/password", { email: own.email, password: goodPassword });
    const cookie = `isoward.session_token=${browser.jar.get("isoward.session_token")}`;
    const check = () => other.signIn.personOf(new Request(origin, { headers: { cookie } }));
    expect(await check()).toMatchObject({ account: own.account });
    await browser.post("/api/sign-out");
    vi.setSystemTime(Date.now() + 5_000);
    expect(await check()).toBeUndefined();
    await other.close();
  });

  test("keep an ended idle session ended, and the time it was used, on every server", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const other = await another();
    const browser = office.browser();
    await browser.post("/api/sign-in/password", { email: own.email, password: goodPassword });
    const cookie = `isoward.session_token=${browser.jar.get("isoward.session_token")}`;
    const check = (accounts: Accounts) =>
      accounts.signIn.personOf(new Request(origin, { headers: { cookie } }));
    for (const accounts of [office.accounts, other, office.accounts, other]) {
      vi.setSystemTime(Date.now() + 29 * 60_000);
      expect(await check(accounts)).toBeDefined();
    }
    vi.setSystemTime(Date.now() + 31 * 60_000);
    expect(await check(office.accounts)).toBeUndefined();
    expect(await check(other)).toBeUndefined();
    await other.close();
  });

  test("forget what has run out, and nothing else", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const { adapter } = office.accounts.engine.context;
    await office.accounts.links.make("invitation");
    vi.setSystemTime(Date.now() + 40 * 24 * 3_600_000);
    await own.post("/api/sign-in/password", { email: own.email, password: goodPassword });
    expect(await adapter.count({ model: "session" })).toBe(1);
    expect(await adapter.count({ model: "link" })).toBe(0);
    expect(await adapter.count({ model: "verification" })).toBe(0);
    expect(await own.whoIsIn()).toMatchObject({ account: own.account });
  });

  test("failed in nothing that nobody's input explains", () => {
    expect(office.bugs).toEqual([]);
  });
});

test("Two servers that start at once on an empty database both open its accounts", async () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-twice-"));
  const database = await server.database();
  await (await openAccounts({ folder })).close();
  const both = await Promise.all([1, 2, 3].map(() => openAccounts({ folder, database })));
  expect(await Promise.all(both.map((one) => one.isNew()))).toEqual([true, true, true]);
  await Promise.all(both.map((one) => one.close()));
  rmSync(folder, { recursive: true });
});
