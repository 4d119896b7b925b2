import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anOffice, goodPassword, type Office } from "./testing/an-office.ts";

describe("Signing in", () => {
  let office: Office;
  beforeAll(async () => {
    office = await anOffice();
  });
  afterAll(() => office.close());

  test("begins with a link that makes the first administrator, once", async () => {
    expect(await office.accounts.isNew()).toBe(true);
    const link = await office.accounts.firstLink("http://127.0.0.1:4321");
    expect(link).toMatch(/^http:\/\/localhost:4321\/sign-in\/first#[\w-]{43}$/);
    const token = link.split("#")[1] ?? "";
    const somebody = office.browser();
    expect((await somebody.post("/api/sign-in/link", { token })).body).toMatchObject({
      purpose: "first-administrator",
    });
    const person = { token, name: "架空 礼子", email: "Reiko@clinic.example", password: goodPassword };
    const made = await somebody.post("/api/sign-in/link/account", person);
    expect(made.body).toMatchObject({
      needs: "nothing",
      signedIn: { name: "架空 礼子", email: "reiko@clinic.example", how: "link", secondFactor: false },
    });
    expect(await somebody.whoIsIn()).toEqual(made.body.signedIn);
    expect(await office.accounts.isNew()).toBe(false);
    const again = await office
      .browser()
      .post("/api/sign-in/link/account", { ...person, email: "b@clinic.example" });
    expect(again).toMatchObject({ status: 410, body: { type: "/problems/link-refused" } });
    expect((await office.browser().post("/api/sign-in/link", { token })).status).toBe(410);
  });

  test("works by password, in any case of the address, and ends by signing out", async () => {
    const somebody = office.browser();
    const password = { email: "REIKO@clinic.example", password: goodPassword };
    expect((await somebody.post("/api/sign-in/password", password)).body.signedIn.how).toBe("password");
    expect(await somebody.whoIsIn()).toMatchObject({ name: "架空 礼子" });
    const kept = new Map(somebody.jar);
    await somebody.post("/api/sign-out");
    expect(await somebody.whoIsIn()).toBeNull();
    for (const [name, value] of kept) somebody.jar.set(name, value);
    expect(await somebody.whoIsIn()).toBeNull();
    expect(office.events.map(({ what }) => what)).toEqual(
      expect.arrayContaining(["link-made", "account-made", "link-refused", "signed-in", "signed-out"]),
    );
  });

  test("has failed in nothing that nobody's input explains", () => {
    expect(office.bugs).toEqual([]);
  });

  test("keeps its secret and its file to their owner", () => {
    for (const file of ["accounts.secret", "accounts.sqlite"])
      expect(statSync(join(office.folder, file)).mode & 0o777, file).toBe(0o600);
  });
});

describe("A link whose record refuses at the last moment", () => {
  let office: Office;
  let refusing = true;
  beforeAll(async () => {
    office = await anOffice({
      onLinkUsed: () => (refusing ? Promise.reject(new Error("not now")) : Promise.resolve()),
    });
  });
  afterAll(() => office.close());

  test("leaves no account without rights, and works once the record takes it", async () => {
    const token = await office.accounts.links.make("invitation", {});
    const path = "/api/sign-in/link/account";
    const person = { token, name: "見本 直", email: "nao@clinic.example", password: goodPassword };
    const nao = office.browser();
    expect((await nao.post(path, person)).status).toBe(500);
    expect(await nao.whoIsIn()).toBeNull();
    expect(await office.accounts.find("nao@clinic.example")).toBeUndefined();
    expect((await office.browser().post("/api/sign-in/link", { token })).status).toBe(200);
    refusing = false;
    expect((await nao.post(path, person)).body.signedIn).toMatchObject({ email: "nao@clinic.example" });
    expect((await office.browser().post(path, { ...person, email: "b@clinic.example" })).status).toBe(410);
  });
});
