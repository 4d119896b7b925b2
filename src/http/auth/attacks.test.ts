import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { freeFailures } from "./limits.ts";
import { anOffice, goodPassword, type Office, origin } from "./testing/an-office.ts";

const email = "reiko@clinic.example";
const right = { email, password: goodPassword };
const wrong = { email, password: "not the right one" };
const nobody = { email: "nobody@clinic.example", password: "not the right one" };

describe("Somebody who should not come in", () => {
  let office: Office;
  let own: Awaited<ReturnType<Office["administrator"]>>;
  beforeAll(async () => {
    office = await anOffice();
    own = await office.administrator();
  });
  afterAll(async () => {
    await office.close();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("cannot tell from the answer whether an address is anybody's", async () => {
    const answers = await Promise.all(
      [wrong, nobody].map((one) => office.browser().post("/api/sign-in/password", one)),
    );
    const [known, unknown] = answers.map(({ status, body, headers, cookies }) => ({
      status,
      body,
      cookies,
      headers: [...headers].filter(([name]) => name !== "date"),
    }));
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 401, body: { type: "/problems/sign-in-refused" } });
  });

  test("cannot tell it from the time either: both cost a password's work", async () => {
    const { password } = office.accounts.engine.context;
    const [hash, verify] = [vi.spyOn(password, "hash"), vi.spyOn(password, "verify")];
    await office.browser().post("/api/sign-in/password", { ...wrong, email: "other@clinic.example" });
    expect([hash.mock.calls.length, verify.mock.calls.length]).toEqual([1, 0]);
    await office.browser().post("/api/sign-in/password", wrong);
    expect([hash.mock.calls.length, verify.mock.calls.length]).toEqual([1, 1]);
    vi.restoreAllMocks();
    await office.accounts.succeeded(email);
  });

  test("has to wait after some wrong passwords, longer each time, whoever's address it is", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    for (const [address, good] of [
      [email, goodPassword],
      ["ghost@clinic.example", undefined],
    ] as const) {
      // From a new place each time: it is the account that is guarded.
      const attempt = (password: string) =>
        office.browser().post("/api/sign-in/password", { email: address, password });
      for (let tries = 0; tries < freeFailures; tries++)
        expect((await attempt("guess number 12345")).status).toBe(401);
      const waits: string[] = [];
      for (let more = 0; more < 4; more++) {
        const held = await attempt(good ?? "guess number 12345");
        expect(held).toMatchObject({ status: 429, body: { type: "/problems/too-many-tries" } });
        const wait = held.headers.get("retry-after") ?? "";
        waits.push(wait);
        vi.setSystemTime(Date.now() + Number(wait) * 1000);
        expect((await attempt("guess number 12345")).status).toBe(401);
      }
      expect(waits).toEqual(["15", "30", "60", "120"]);
      vi.setSystemTime(Date.now() + 240_000);
      expect((await attempt(good ?? "guess number 12345")).status).toBe(good === undefined ? 401 : 200);
    }
    // The account itself is free again.
    expect((await office.browser().post("/api/sign-in/password", wrong)).status).toBe(401);
    await office.accounts.succeeded(email);
  });

  test("tries no more passwords by trying them all at once, from many places", async () => {
    const at = "kana@clinic.example";
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, guess) =>
        office.browser().post("/api/sign-in/password", { email: at, password: `guess number ${guess}` }),
      ),
    );
    const heard = answers.filter(({ status }) => status === 401);
    expect(heard).toHaveLength(freeFailures);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20 - freeFailures);
  });

  test("is slowed down from one address, whatever addresses are tried", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const one = office.browser();
    const statuses: number[] = [];
    for (let tries = 0; tries < 22; tries++) {
      const guess = { email: `somebody${tries}@clinic.example`, password: "x" };
      statuses.push(
        (await one.post("/api/sign-in/password", guess, { "X-Forwarded-For": `10.0.0.${tries}` })).status,
      );
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.slice(20)).toEqual([429, 429]);
    expect((await office.browser().post("/api/sign-in/password", right)).status).toBe(200);
    vi.setSystemTime(Date.now() + 10_000);
    expect((await one.post("/api/sign-in/password", right)).status).toBe(200);
  });

  test("leaves no row behind for each address it makes up", async () => {
    const { adapter } = office.accounts.engine.context;
    const rows = () => adapter.count({ model: "failure" });
    const attacker = office.browser();
    const before = await rows();
    const tried = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        attacker.post("/api/sign-in/password", { email: `made-up-${index}@example.org`, password: "x" }),
      ),
    );
    expect(tried.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(80);
    expect((await rows()) - before).toBeLessThanOrEqual(20);
  });

  test("gains nothing by a session put into somebody's browser before", async () => {
    const thief = office.browser();
    await thief.post("/api/sign-in/password", right);
    const planted = thief.jar.get("isoward.session_token") ?? "";
    const victim = office.browser();
    victim.jar.set("isoward.session_token", planted);
    await victim.post("/api/sign-in/password", right);
    expect(victim.jar.get("isoward.session_token")).not.toBe(planted);
    expect(await victim.whoIsIn()).toMatchObject({ email });
    // What was open on the device before is closed.
    expect(await thief.whoIsIn()).toBeNull();
    const made = office.browser();
    made.jar.set("isoward.session_token", "chosen-by-somebody");
    await made.post("/api/sign-in/password", right);
    expect(made.jar.get("isoward.session_token")).not.toBe("chosen-by-somebody");
  });

  test("cannot sign somebody in or out, or change their account, from another site", async () => {
    const foreign = { Origin: "https://elsewhere.example", "Sec-Fetch-Site": "cross-site" };
    for (const [path, body] of [
      ["/api/sign-in/password", right],
      ["/api/sign-in/demo", { role: "nurse" }],
      ["/api/sign-out", {}],
      ["/api/account/password", { current: goodPassword, password: "meadow clock seventeen" }],
      ["/api/account/sessions/end", {}],
      ["/api/account/passkeys/challenge", {}],
    ] as const) {
      const answer = await own.post(path, body, foreign);
      expect(answer, path).toMatchObject({ status: 403, body: { type: "/problems/from-elsewhere" } });
      expect(answer.cookies, path).toEqual([]);
      const sibling = await own.post(path, body, {
        Origin: "http://localhost:9999",
        "Sec-Fetch-Site": "same-site",
      });
      expect(sibling.status, path).toBe(403);
    }
    expect(await own.whoIsIn()).not.toBeNull();
    expect((await own.get("/api/account", foreign)).status).toBe(200);
  });

  test("is not signed in by a form that a page sends", async () => {
    const form = await office.app.request(`${origin}/api/sign-in/password`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(right).toString(),
    });
    expect(form.status).toBe(415);
    expect(form.headers.getSetCookie()).toEqual([]);
  });

  test("cannot reach the engine itself, nor make an account without a link", async () => {
    for (const path of [
      "/engine/sign-up/email",
      "/api/auth/sign-up/email",
      "/engine/get-session",
      "/engine/ok",
    ]) {
      const answer = await office.app.request(`${origin}${path}`, { method: "POST", body: "{}" });
      expect(answer.status, path).toBe(404);
    }
    const token = "A".repeat(43);
    const person = { token, name: "x", email: "x@clinic.example", password: goodPassword };
    expect((await office.browser().post("/api/sign-in/link/account", person)).status).toBe(410);
    expect(
      (await office.browser().post("/api/sign-in/link/challenge", { token, name: "x", email: "x@y.example" }))
        .status,
    ).toBe(410);
    expect(
      (await office.browser().post("/api/sign-in/link/recovery", { token, password: goodPassword })).status,
    ).toBe(410);
  });

  test("cannot end or see a session of somebody else", async () => {
    const link = await office.accounts.links.make("invitation", { email: "nao@clinic.example" });
    const nao = office.browser();
    await nao.post("/api/sign-in/link/account", {
      token: link,
      name: "見本 直",
      email: "nao@clinic.example",
      password: "meadow clock seventeen",
    });
    const mine = await own.whoIsIn();
    await nao.post("/api/account/sessions/end", { session: mine.session });
    expect(await own.whoIsIn()).toEqual(mine);
    const seen = (await nao.get("/api/account")).body.sessions;
    expect(seen).toHaveLength(1);
    await own.post("/api/account/sessions/end", {});
    expect(await nao.whoIsIn()).not.toBeNull();
  });
});

describe("Cookies", () => {
  test("are kept from scripts, other sites and, where there is a public address, from plain http", async () => {
    for (const [publicUrl, name, secure] of [
      [undefined, "isoward.session_token", false],
      ["https://isoward.example.org", "__Host-isoward.session_token", true],
    ] as const) {
      const office = await anOffice(publicUrl === undefined ? {} : { publicUrl });
      const own = await office.administrator();
      expect([...own.jar.keys()]).toEqual([name]);
      const { cookies } = await own.post("/api/account/password", {
        current: goodPassword,
        password: "meadow clock seventeen",
      });
      const attributes = cookies[0]?.split("; ").slice(1) ?? [];
      expect(attributes).toEqual(
        expect.arrayContaining(["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"]),
      );
      expect(attributes.includes("Secure")).toBe(secure);
      expect(attributes.some((one) => one.startsWith("Domain"))).toBe(false);
      const challenge = await own.post("/api/sign-in/passkey/challenge");
      expect(challenge.cookies[0]).toMatch(secure ? /^__Host-isoward.*; Secure/ : /^isoward/);
      expect(await own.whoIsIn()).not.toBeNull();
      await office.close();
    }
  });

  test("of a public address do not count at another", async () => {
    const office = await anOffice({ publicUrl: "https://isoward.example.org" });
    const own = await office.administrator();
    expect(
      (await own.post("/api/sign-out", {}, { Origin: "http://isoward.example.org", "Sec-Fetch-Site": "" }))
        .status,
    ).toBe(403);
    await office.close();
  });
});

describe("Where a request comes from", () => {
  test("is what the trusted proxy saw, never what the caller claims before it", async () => {
    for (const trustProxy of [false, true]) {
      const office = await anOffice({ trustProxy });
      const own = await office.administrator();
      const headers = { "X-Forwarded-For": "203.0.113.9, 192.0.2.44", "x-isoward-address": "10.9.9.9" };
      await own.post("/api/sign-out", {}, headers);
      await own.post("/api/sign-in/password", right, headers);
      const { sessions } = (await own.get("/api/account")).body;
      expect(sessions[0].address).toBe(trustProxy ? "192.0.2.44" : own.address);
      expect(office.events.at(-1)?.address).toBe(trustProxy ? "192.0.2.44" : own.address);
      await office.close();
    }
  });
});
