import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openAccounts } from "./accounts.ts";
import { anOffice, type Browser, goodPassword, type Office } from "./testing/an-office.ts";
import { totp } from "./testing/totp.ts";

const password = { email: "reiko@clinic.example", password: goodPassword };

describe("A second factor", () => {
  let office: Office;
  let own: Awaited<ReturnType<Office["administrator"]>>;
  let secret = "";
  let codes: string[] = [];
  beforeAll(async () => {
    // In the middle of a code's half minute: the next code comes when the test says so.
    vi.useFakeTimers({ toFake: ["Date"], now: Math.floor(Date.now() / 30_000) * 30_000 + 15_000 });
    office = await anOffice();
    own = await office.administrator();
  });
  afterAll(async () => {
    vi.useRealTimers();
    await office.close();
  });

  /** A browser that has shown the password and is asked for a code. */
  const halfway = async (): Promise<Browser> => {
    const browser = office.browser();
    const answer = await browser.post("/api/sign-in/password", password);
    expect(answer.body).toEqual({ signedIn: null, needs: "code" });
    expect(await browser.whoIsIn()).toBeNull();
    return browser;
  };

  test("is set up with the password, and counts once a code was confirmed", async () => {
    const wrong = await own.post("/api/account/second-factor", { password: "not this one at all" });
    expect(wrong).toMatchObject({ status: 403, body: { type: "/problems/wrong-password" } });
    const begun = await own.post("/api/account/second-factor", { password: goodPassword });
    ({ secret, recoveryCodes: codes } = begun.body as { secret: string; recoveryCodes: string[] });
    expect(begun.body.address).toMatch(/^otpauth:\/\/totp\/Isoward/);
    expect(codes).toHaveLength(10);
    const still = await office.browser().post("/api/sign-in/password", password);
    expect(still.body.needs).toBe("nothing");
    const before = await own.whoIsIn();
    expect((await own.post("/api/account/second-factor/confirm", { code: "000000" })).status).toBe(401);
    expect((await own.post("/api/account/second-factor/confirm", { code: totp(secret, -1) })).status).toBe(
      200,
    );
    const after = await own.whoIsIn();
    expect(after).toMatchObject({ secondFactor: true, at: before.at });
    expect(after.session).not.toBe(before.session);
    expect((await own.get("/api/account")).body).toMatchObject({ secondFactor: true, recoveryCodesLeft: 10 });
  });

  test("is asked for after the password, and its code is good once", async () => {
    const browser = await halfway();
    expect((await browser.post("/api/sign-in/code", { code: "123456" })).body.type).toBe(
      "/problems/code-refused",
    );
    const code = totp(secret);
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await browser.post("/api/sign-in/code", { code: spaced })).body.signedIn).toMatchObject({
      how: "password",
      secondFactor: true,
    });
    const replayed = await halfway();
    expect((await replayed.post("/api/sign-in/code", { code })).status).toBe(401);
    expect(await replayed.whoIsIn()).toBeNull();
    expect((await replayed.post("/api/sign-in/code", { code: totp(secret, 1) })).status).toBe(401);
    const again = await halfway();
    expect((await again.post("/api/sign-in/code", { code: totp(secret, 1) })).status).toBe(200);
  });

  test("is nothing without the password before it", async () => {
    const browser = office.browser();
    const answer = await browser.post("/api/sign-in/code", { code: totp(secret, -1) });
    expect(answer).toMatchObject({ status: 401, body: { type: "/problems/code-refused" } });
  });

  test("is stood in for by a recovery code, once", async () => {
    const code = codes[0] ?? "";
    const browser = await halfway();
    expect((await browser.post("/api/sign-in/recovery-code", { code })).body.signedIn.secondFactor).toBe(
      true,
    );
    expect((await browser.get("/api/account")).body.recoveryCodesLeft).toBe(9);
    const again = await halfway();
    expect((await again.post("/api/sign-in/recovery-code", { code })).status).toBe(401);
    expect(office.events.filter(({ what }) => what === "recovery-code-used")).toHaveLength(1);
  });

  test("gets new recovery codes, and the old ones open nothing", async () => {
    const made = await own.post("/api/account/recovery-codes", { password: goodPassword });
    expect(made.body.recoveryCodes).toHaveLength(10);
    const browser = await halfway();
    expect((await browser.post("/api/sign-in/recovery-code", { code: codes[1] })).status).toBe(401);
    expect(
      (await browser.post("/api/sign-in/recovery-code", { code: made.body.recoveryCodes[1] })).status,
    ).toBe(200);
  });

  test("outlives a new secret of the server, which ends every session", async () => {
    const path = join(office.folder, "accounts.secret");
    const before = readFileSync(path, "utf8");
    writeFileSync(path, `2 ${"n".repeat(44)}\n${before}`);
    const again = await openAccounts({ folder: office.folder });
    const cookie = [...own.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const request = new Request("http://localhost:4321/api/sign-in", { headers: { cookie } });
    expect(await office.accounts.signIn.personOf(request)).toBeDefined();
    expect(await again.signIn.personOf(request)).toBeUndefined();
    const where = [{ field: "userId", value: own.account }];
    const row = await again.engine.context.adapter.findOne<{ secret: string }>({ model: "twoFactor", where });
    const { symmetricDecrypt } = await import("better-auth/crypto");
    const decrypted = symmetricDecrypt({ key: again.engine.context.secretConfig, data: row?.secret ?? "" });
    expect((await decrypted).length).toBe(32);
    await again.close();
    writeFileSync(path, before);
  });

  test("gives five tries a password, and ten in a row before it rests", async () => {
    const guess = async () => {
      const browser = await halfway();
      const answers = [];
      for (let tries = 0; tries < 6; tries++)
        answers.push(await browser.post("/api/sign-in/code", { code: "000000" }));
      return answers;
    };
    const [first, ...others] = await guess();
    expect([first, ...others].map((answer) => answer?.status)).toEqual([401, 401, 401, 401, 401, 401]);
    expect((await guess()).at(-1)?.status).toBe(429);
    const right = await (await halfway()).post("/api/sign-in/code", { code: totp(secret, -1) });
    expect(right).toMatchObject({ status: 429, body: { type: "/problems/too-many-tries" } });
    expect(right.headers.get("retry-after")).toBe("900");
    vi.setSystemTime(Date.now() + 15 * 60_000);
  });

  test("is taken off with the password, soon after a sign-in", async () => {
    const remove = () => own.post("/api/account/second-factor/remove", { password: goodPassword });
    expect(await remove()).toMatchObject({ status: 403, body: { type: "/problems/sign-in-again" } });
    await own.post("/api/sign-in/password", password);
    await own.post("/api/sign-in/code", { code: totp(secret) });
    expect((await remove()).status).toBe(200);
    expect(await own.whoIsIn()).toMatchObject({ secondFactor: false });
    expect((await office.browser().post("/api/sign-in/password", password)).body.needs).toBe("nothing");
  });

  test("tells of each step without a code or a secret", () => {
    const told = JSON.stringify(office.events);
    for (const what of [
      "second-factor-set-up",
      "second-factor-removed",
      "recovery-codes-made",
      "sign-in-failed",
    ])
      expect(told).toContain(`"${what}"`);
    for (const kept of [secret, goodPassword, ...codes]) expect(told).not.toContain(kept);
    expect(office.bugs).toEqual([]);
  });
});
