import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { entry, toStored } from "../../app/entries.ts";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../../app/open-practice.ts";
import { clinicStream, happening } from "../../app/practice.ts";
import { readyPatient } from "../../app/testing/ready-patient.ts";
import { apiServer } from "../api.ts";
import { type Accounts, openAccounts } from "../auth/accounts.ts";

const clinic = "tokyo-monthly";
const origin = "http://localhost:4321";
const fromOurPage = { Origin: origin, "Sec-Fetch-Site": "same-origin" };

describe("A request with a session", () => {
  let folder = "";
  let practice: OpenPractice;
  let accounts: Accounts;
  let app: ReturnType<typeof apiServer>;
  let patient = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-cookie-"));
    practice = await openPractice(folder, { knowledge: readKnowledge() });
    accounts = await openAccounts({ folder, demo: true });
    app = apiServer(practice, { accounts, rightsAreHeld: true });
    const now = practice.now();
    const by = { role: "administrator", id: "first", authenticated: true } as const;
    const written = { by, clinic, now, today: happening(now, "Asia/Tokyo") };
    const entries = (["nurse", "prescriber"] as const).map((role) =>
      toStored(entry("staff-appointed", { account: `demo-${role}`, role }), written),
    );
    await practice.ledger.append({ stream: clinicStream(clinic), expectedVersion: 0, entries });
    patient = await readyPatient(practice);
  });
  afterAll(async () => {
    await accounts.close();
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const post = (path: string, body: unknown, headers: Readonly<Record<string, string>>) =>
    app.request(`${origin}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  const read = (headers: Readonly<Record<string, string>>) =>
    app.request(`${origin}/api/patients/${patient}`, { headers });
  const comeIn = async (role: string) => {
    const answer = await post("/api/sign-in/demo", { role }, fromOurPage);
    const [cookie = ""] = answer.headers.getSetCookie();
    return cookie.split(";")[0] ?? "";
  };
  const weigh = (headers: Readonly<Record<string, string>>) =>
    post(`/api/patients/${patient}/record-weight`, { kg: 61 }, headers);
  const version = () => practice.ledger.version(`patient/${patient}`);

  test("writes for whoever is signed in, where a page of ours sent it", async () => {
    const Cookie = await comeIn("nurse");
    const before = await version();
    expect((await weigh({ Cookie, ...fromOurPage })).status).toBe(200);
    expect(await version()).toBe(before + 1);
    const [last] = await practice.ledger.read(`patient/${patient}`, before);
    expect(last?.actor).toEqual({ role: "nurse", id: "demo-nurse", authenticated: true });
  });

  test("writes nothing where another site sent it, or nobody says who did", async () => {
    const Cookie = await comeIn("nurse");
    const before = await version();
    const forged: readonly Readonly<Record<string, string>>[] = [
      { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" },
      { Origin: "https://evil.example" },
      { Origin: "http://localhost:9999", "Sec-Fetch-Site": "same-site" },
      { Origin: "http://localhost:9999" },
      { Origin: "https://localhost:4321" },
      { Origin: "http://localhost:4321.evil.example" },
      { Origin: "null" },
      { Origin: "null", "Sec-Fetch-Site": "cross-site" },
      { Referer: `${origin}/patients` },
      {},
    ];
    for (const headers of forged) {
      for (const [path, body] of [
        [`/api/patients/${patient}/record-weight`, { kg: 99 }],
        [`/api/patients/${patient}/questions/plan`, {}],
        [`/api/patients/${patient}/supply-decision`, {}],
        [`/api/clinics/${clinic}/patients`, { name: "架空 花子", birthDate: "2000-01-01" }],
        [`/api/clinics/${clinic}/import`, { files: [] }],
        [`/api/clinics/${clinic}/appoint-staff`, { account: "x", role: "nurse" }],
      ] as const) {
        const { status } = await post(path, body, { Cookie, ...headers });
        expect(status, `${path} ${JSON.stringify(headers)}`).toBe(401);
      }
    }
    expect(await version()).toBe(before);
  });

  test("writes nothing that a form could send, though it came from a page of ours", async () => {
    const Cookie = await comeIn("nurse");
    const before = await version();
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const { status } = await post(`/api/patients/${patient}/record-weight`, '{"kg":61}', {
        Cookie,
        ...fromOurPage,
        "Content-Type": type,
      });
      expect(status, type).toBe(415);
    }
    expect(await version()).toBe(before);
  });

  test("changes nothing by a method that only reads", async () => {
    const Cookie = await comeIn("nurse");
    for (const method of ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS"]) {
      const answer = await app.request(`${origin}/api/patients/${patient}/record-weight`, {
        method,
        headers: { Cookie, ...fromOurPage, "X-HTTP-Method-Override": "POST" },
      });
      expect(answer.status, method).toBe(405);
    }
  });

  test("is nobody's once they signed out, by cookie as by token, to read as to write", async () => {
    const Cookie = await comeIn("nurse");
    const token = { Authorization: `Bearer ${Cookie.slice(Cookie.indexOf("=") + 1)}` };
    expect([(await read({ Cookie })).status, (await read(token)).status]).toEqual([200, 200]);
    expect((await post("/api/sign-out", {}, { Cookie, ...fromOurPage })).status).toBe(200);
    expect([(await read({ Cookie })).status, (await read(token)).status]).toEqual([401, 401]);
    expect([(await weigh({ Cookie, ...fromOurPage })).status, (await weigh(token)).status]).toEqual([
      401, 401,
    ]);
  });

  test("is nobody's where a letter of its token was changed, or its signature is another's", async () => {
    const [one, other] = [await comeIn("nurse"), await comeIn("prescriber")];
    const [name = "", signed = ""] = one.split("=");
    const decoded = decodeURIComponent(signed);
    const [token = "", signature = ""] = decoded.split(".");
    const [, otherSigned = ""] = other.split("=");
    const [otherToken = ""] = decodeURIComponent(otherSigned).split(".");
    for (const forged of [
      `${token}x.${signature}`,
      `${token.slice(1)}.${signature}`,
      `${otherToken}.${signature}`,
      `${token}.`,
      token,
      `.${signature}`,
      `${token}.${signature.toLowerCase()}`,
      "",
      "%",
    ])
      expect((await read({ Cookie: `${name}=${encodeURIComponent(forged)}` })).status, forged).toBe(401);
    expect((await read({ Cookie: one })).status).toBe(200);
  });

  test("is nobody's after the time for which nothing was done", async () => {
    const Cookie = await comeIn("nurse");
    vi.useFakeTimers({ toFake: ["Date"] });
    vi.setSystemTime(Date.now() + accounts.limits.idleMs + 60_000);
    expect((await read({ Cookie })).status).toBe(401);
    vi.useRealTimers();
    expect((await read({ Cookie })).status).toBe(401);
  });

  test("has no rights any more from the moment somebody is dismissed, in a session that goes on", async () => {
    const Cookie = await comeIn("prescriber");
    expect((await read({ Cookie })).status).toBe(200);
    const now = practice.now();
    const by = { role: "administrator", id: "first", authenticated: true } as const;
    const stream = clinicStream(clinic);
    const expectedVersion = await practice.ledger.version(stream);
    const dismissed = entry("staff-dismissed", { account: "demo-prescriber", role: "prescriber" });
    const written = { by, clinic, now, today: happening(now, "Asia/Tokyo") };
    await practice.ledger.append({ stream, expectedVersion, entries: [toStored(dismissed, written)] });
    expect((await read({ Cookie })).status).toBe(404);
  });

  test("of the demo is nobody's on a server that is none", async () => {
    const Cookie = await comeIn("nurse");
    const own = await openAccounts({ folder, demo: false });
    const real = apiServer(practice, { accounts: own, rightsAreHeld: true });
    const answer = await real.request(`${origin}/api/patients/${patient}`, { headers: { Cookie } });
    await own.close();
    expect(answer.status).toBe(401);
  });
});
