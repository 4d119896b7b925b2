import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anOffice, goodPassword, type Office, origin } from "./testing/an-office.ts";

const minuteMs = 60_000;

describe("Checking who sends a request", () => {
  let office: Office;
  let own: Awaited<ReturnType<Office["administrator"]>>;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    office = await anOffice();
    own = await office.administrator();
  });
  afterEach(async () => {
    vi.useRealTimers();
    await office.close();
  });
  const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
  const session = () => own.jar.get("isoward.session_token") ?? "";
  const check = (headers: Record<string, string>, method = "GET") =>
    office.accounts.signIn.personOf(new Request(`${origin}/api/clinics`, { method, headers }));
  const byCookie = (more: Record<string, string> = {}, method = "GET") =>
    check({ cookie: `a=b; isoward.session_token=${session()}; c=d`, ...more }, method);

  test("knows the person by the cookie, or by the same token from a program", async () => {
    const person = await byCookie();
    expect(person).toMatchObject({ account: own.account, name: own.name, how: "link", secondFactor: false });
    expect(await check({ authorization: `Bearer ${session()}` })).toEqual(person);
    expect(await check({ authorization: `bearer ${decodeURIComponent(session())}` })).toEqual(person);
    expect(JSON.stringify(person)).not.toContain(session().slice(0, 20));
  });

  test("knows nobody by a token that is made up, cut, signed by nobody or signed for another", async () => {
    const [token = "", signature = ""] = decodeURIComponent(session()).split(".");
    const forged = [
      "",
      token,
      `${token}.`,
      `.${signature}`,
      `${token}.${signature.slice(0, -4)}AAA=`,
      `${token.slice(0, -1)}.${signature}`,
      `${token.replace(/^./, (first) => (first === "x" ? "y" : "x"))}.${signature}`,
      "%E0%A4%A",
    ];
    for (const one of forged) {
      expect(await check({ cookie: `isoward.session_token=${one}` }), one).toBeUndefined();
      expect(await check({ authorization: `Bearer ${one}` }), one).toBeUndefined();
    }
    expect(await check({ authorization: `Basic ${session()}` })).toBeUndefined();
    expect(await check({ cookie: `xisoward.session_token=${session()}` })).toBeUndefined();
  });

  test("takes a cookie for a write from a page of ours alone", async () => {
    for (const headers of [
      { "sec-fetch-site": "same-origin" },
      { "sec-fetch-site": "none" },
      { origin },
      { origin, "sec-fetch-site": "same-origin" },
    ])
      expect(await byCookie(headers, "POST"), JSON.stringify(headers)).toBeDefined();
    const foreign: Record<string, string>[] = [
      {},
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://elsewhere.example" },
      { origin: "http://localhost:9999" },
      { origin: "null" },
      { origin, "sec-fetch-site": "cross-site" },
    ];
    for (const headers of foreign) {
      expect(await byCookie(headers, "POST"), JSON.stringify(headers)).toBeUndefined();
      expect(await byCookie(headers, "DELETE"), JSON.stringify(headers)).toBeUndefined();
      expect(await byCookie(headers), JSON.stringify(headers)).toBeDefined();
    }
    // A program names the token itself: no page can make a browser do that.
    expect(await check({ authorization: `Bearer ${session()}` }, "POST")).toBeDefined();
  });

  test("asks the database once for many at the same moment, and again after some seconds", async () => {
    const find = vi.spyOn(office.accounts.sessions, "find");
    await Promise.all(Array.from({ length: 20 }, () => byCookie()));
    await byCookie();
    expect(find).toHaveBeenCalledTimes(1);
    pass(4_999);
    await byCookie();
    expect(find).toHaveBeenCalledTimes(1);
    pass(1);
    await byCookie();
    expect(find).toHaveBeenCalledTimes(2);
  });

  test("knows nobody from the moment of signing out, though it remembered them", async () => {
    expect(await byCookie()).toBeDefined();
    await own.post("/api/sign-out", {}, { Cookie: `isoward.session_token=${session()}` });
    const kept = { cookie: `isoward.session_token=${session()}` };
    expect(await check(kept)).toBeUndefined();
  });

  test("remembers nothing that ended while it was asked", async () => {
    const find = office.accounts.sessions.find.bind(office.accounts.sessions);
    vi.spyOn(office.accounts.sessions, "find").mockImplementationOnce(async (token) => {
      const found = await find(token);
      await office.accounts.endSessionsOf(own.account);
      return found;
    });
    await byCookie();
    expect(await byCookie()).toBeUndefined();
  });

  test("ends a session in which nothing was done for half an hour", async () => {
    pass(29 * minuteMs);
    expect(await byCookie()).toBeDefined();
    pass(29 * minuteMs);
    expect(await byCookie()).toBeDefined();
    pass(30 * minuteMs + 1);
    expect(await byCookie()).toBeUndefined();
    // Nor does it come back where the clock is put back.
    pass(-30 * minuteMs);
    expect(await byCookie()).toBeUndefined();
  });

  test("does not take for work what a page does alone", async () => {
    for (let minute = 0; minute < 30; minute++) {
      pass(minuteMs);
      const headers = minute % 2 === 0 ? { "isoward-unattended": "1" } : { accept: "text/event-stream" };
      expect(await byCookie(headers), `minute ${minute}`).toBeDefined();
    }
    pass(1);
    expect(await byCookie()).toBeDefined();
    pass(5_000);
    expect(await byCookie({ "isoward-unattended": "1" })).toBeUndefined();
  });

  test("ends every session half a day after it began, whatever was done", async () => {
    const { at } = (await byCookie()) ?? { at: "" };
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect(await byCookie(), `minute ${minutes}`).toMatchObject({ at });
      pass(20 * minuteMs);
    }
    expect(await byCookie()).toBeUndefined();
  });

  test("begins no new half day with a new password", async () => {
    pass(10 * minuteMs);
    const { at } = await own.whoIsIn();
    await own.post("/api/account/password", { current: goodPassword, password: "meadow clock seventeen" });
    expect((await own.whoIsIn()).at).toBe(at);
    const { sessions } = (await own.get("/api/account")).body;
    expect(sessions).toHaveLength(1);
    expect(Date.parse(sessions[0].until) - Date.parse(at)).toBe(12 * 60 * minuteMs);
  });
});
