import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../../app/open-practice.ts";
import { readyPatient, supplyOf } from "../../app/testing/ready-patient.ts";
import { type Accounts, openAccounts } from "../auth/accounts.ts";
import { type Running, type ServerOptions, startServer } from "../server.ts";
import { type Metrics, makeMetrics } from "./metrics.ts";
import { type RequestLog, requestLog } from "./request-log.ts";

const knowledge = readKnowledge();
const token = "a-token-of-16-characters-and-more";
/** All of it would name somebody. */
const person = {
  name: "架空 透明子",
  kana: "カクウ スケコ",
  birthDate: "1999-02-03",
  phone: "090-5550-4411",
};
const telling = /架空|透明子|カクウ|スケコ|1999-02|090-5550|Sukeko|\b61\.25\b|よく眠れない|secret@clinic/;

describe("Whoever watches a server", () => {
  let folder = "";
  let practice: OpenPractice;
  let accounts: Accounts;
  let server: Running;
  let metrics: Metrics;
  let log: RequestLog;
  let lines: string[] = [];
  const started = async (more: Partial<ServerOptions> = {}) => {
    server = await startServer({ practice, folder, port: 0, host: "127.0.0.1", metrics, log, ...more });
  };
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-operation-"));
    writeFileSync(join(folder, "index.html"), "<!doctype html>");
    metrics = makeMetrics({ version: "0.0.0", folder });
    lines = [];
    log = requestLog("json", (text) => lines.push(...text.split("\n").filter(Boolean)));
    practice = await openPractice(join(folder, "data"), { knowledge, watch: metrics.ledger });
    accounts = await openAccounts({ folder: join(folder, "data"), demo: true });
  });
  afterEach(async () => {
    await server.close();
    await accounts.close();
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const asked = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      plainRequest(`${server.url}${path}`, { headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece: string) => {
          text += piece;
        });
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      })
        .on("error", reject)
        .end();
    });
  const told = async (path: string, body: object, role = "front-desk") => {
    const headers = { "Content-Type": "application/json", "Isoward-Role": role };
    const answer = await fetch(`${server.url}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, id: answer.headers.get("request-id"), body: await answer.json() };
  };
  const logged = () => {
    log.flush();
    return lines.map((line) => JSON.parse(line) as Record<string, string | number | undefined>);
  };

  test("is told that the process answers, under whatever name it was called", async () => {
    await started();
    for (const host of ["localhost", "10.0.0.7:4321"])
      expect(await asked("/health", { host })).toEqual({ status: 200, text: '{"status":"ok"}' });
  });

  test("is told that it is ready while the ledger takes writes, accounts can be read and the web app is there", async () => {
    await started({ accounts });
    const position = await practice.ledger.position();
    expect(await asked("/ready", { host: "10.0.0.7" })).toEqual({ status: 200, text: '{"status":"ready"}' });
    expect(await practice.ledger.position()).toBe(position);
  });

  test("is told every reason why it is not ready", async () => {
    await started({ accounts });
    renameSync(join(folder, "index.html"), join(folder, "gone.html"));
    await practice.ledger.close();
    await accounts.close();
    const { status, text } = await asked("/ready");
    expect(status).toBe(503);
    expect(JSON.parse(text)).toEqual({
      status: "not-ready",
      reasons: ["ledger-unreadable", "accounts-unreadable", "web-not-built"],
    });
    accounts = await openAccounts({ folder: join(folder, "data") });
  });

  test("looks at most once a second, however often somebody asks", async () => {
    await started();
    const probe = vi.spyOn(practice.ledger, "probe");
    await Promise.all(Array.from({ length: 20 }, () => asked("/ready")));
    expect(probe).toHaveBeenCalledTimes(1);
  });

  test("reads the figures on this machine, under its own name, and not through something that passes requests on", async () => {
    await started({ publicUrl: "https://clinic.example.org" });
    expect((await asked("/metrics")).text).toContain('isoward_info{version="0.0.0"} 1');
    expect((await asked("/metrics", { host: "clinic.example.org" })).status).toBe(403);
    for (const header of ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
      expect((await asked("/metrics", { [header]: "198.51.100.9" })).status, header).toBe(403);
  });

  test("reads them from elsewhere with the token alone, once there is one", async () => {
    await started({ metricsToken: token, publicUrl: "https://clinic.example.org" });
    const host = "clinic.example.org";
    expect((await asked("/metrics")).status).toBe(401);
    expect((await asked("/metrics", { host, authorization: `Bearer ${token}x` })).status).toBe(401);
    expect((await asked("/metrics", { host, authorization: `Bearer ${token}` })).status).toBe(200);
  });

  test("counts requests by route and status, appends by how they ended, and what shares a transaction", async () => {
    await started();
    const made = await told("/api/clinics/tokyo-monthly/patients", person);
    expect(made.status).toBe(201);
    await asked("/api/clinics");
    await asked("/api/patients/K7QX2M9P/nothing-there");
    const { text } = await asked("/metrics");
    const count = (series: string) =>
      Number(
        text
          .split("\n")
          .find((line) => line.startsWith(series))
          ?.split(" ")
          .at(-1),
      );
    expect(count('isoward_http_requests_total{method="GET",route="/api/clinics",status="2xx"}')).toBe(1);
    expect(count('isoward_http_requests_total{method="GET",route="none",status="4xx"}')).toBe(1);
    expect(count('isoward_ledger_appends_total{outcome="appended"}')).toBeGreaterThanOrEqual(1);
    expect(count("isoward_data_free_bytes")).toBeGreaterThan(0);
    expect(count("isoward_ledger_batch_size_count")).toBeGreaterThanOrEqual(1);
    expect(count('isoward_http_request_seconds_count{route="/api/clinics"}')).toBe(1);
  });

  test("counts decisions and answers by verdict, once for each that was made", async () => {
    await started();
    const patient = await readyPatient(practice);
    const supply = supplyOf();
    const { decision } = (await told(`/api/patients/${patient}/supply-decision`, supply, "prescriber")).body;
    expect((await told(`/api/patients/${patient}/authorise-supply`, supply, "prescriber")).status).toBe(200);
    expect((await told(`/api/patients/${patient}/authorise-supply`, supply, "prescriber")).status).toBe(409);
    const answer = await told("/api/questions/may-i", { activity: "blood-donation", during: true });
    const { text } = await asked("/metrics");
    const counted = [
      ...text.matchAll(/^isoward_decisions_total\{about="([^"]*)",verdict="([^"]*)"\} (\d+)$/gm),
    ];
    expect(counted.map(([, about, was, count]) => `${about} ${was} ${count}`).toSorted()).toEqual(
      [`may-i ${answer.body.verdict} 1`, `supply ${decision.verdict} 2`, "supply ask 1"].toSorted(),
    );
  });

  test("finds in neither log nor figures who somebody is, whatever is sent, and wherever it stands", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    await started();
    const { body } = await told("/api/clinics/tokyo-monthly/patients", person);
    const patient = String(body.patient);
    expect(patient).toMatch(/^[0-9A-Z-]{8,}$/);
    await told(`/api/patients/${patient}/record-weight`, { kg: 61.25, note: "よく眠れない" }, "nurse");
    await told(`/api/patients/${patient}/record-weight`, { kg: "61.25 架空" }, "nurse");
    await told("/api/sign-in/password", { email: "secret@clinic.example", password: "Sukeko Sukeko Sukeko" });
    await asked(`/api/patients/${patient}`, { "isoward-role": "nurse" });
    await asked(`/api/clinics/tokyo-monthly/patients?search=${encodeURIComponent(person.name)}`, {
      "isoward-role": "nurse",
    });
    await asked(`/patients/${patient}?name=${encodeURIComponent(person.name)}`, { accept: "text/html" });
    await asked(`/api/patients/${encodeURIComponent(person.name)}/${patient}`, { "user-agent": "Sukeko" });
    await asked("/api/clinics/tokyo-monthly/today", { host: "Sukeko.example" });
    // What fails within: the error quotes what it choked on.
    vi.spyOn(practice.ledger, "read").mockRejectedValue(
      new Error(`cannot read "${person.name}" of ${patient}`),
    );
    practice.histories.learn = () => {};
    await told(`/api/patients/${patient}/record-weight`, { kg: 61.25 }, "nurse");
    const entries = logged();
    const written = [
      lines.join("\n"),
      JSON.stringify(errors.mock.calls),
      (await asked("/metrics")).text,
    ].join("\n");
    errors.mockRestore();
    expect(entries.length).toBeGreaterThanOrEqual(10);
    expect(written).not.toMatch(telling);
    expect(written).not.toContain(patient);
    expect(written).not.toContain(patient.replaceAll("-", ""));
    expect(entries.map(({ route }) => route)).toContain("/api/patients/{patient}/record-weight");
  });

  test("finds each answer in the log under the number its caller was told, a fault's too", async () => {
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    await started();
    vi.spyOn(practice.ledger, "read").mockRejectedValue(new Error("broken"));
    const { status, id, body } = await told("/api/patients/K7QX-2M9P/record-weight", { kg: 60 }, "nurse");
    const faults = errors.mock.calls.map(([line]) => JSON.parse(String(line)) as { id: string });
    errors.mockRestore();
    const [entry] = logged();
    expect(entry).toMatchObject({
      id,
      method: "POST",
      route: "/api/patients/{patient}/record-weight",
      status,
    });
    if (status === 500) {
      expect(body.id).toBe(id);
      expect(faults.map((fault) => fault.id)).toEqual([id]);
    }
  });

  test("is told who asked by id and role, where somebody is signed in", async () => {
    await started({ accounts, rightsAreHeld: true });
    const signedIn = await fetch(`${server.url}/api/sign-in/demo`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: server.url, "Sec-Fetch-Site": "same-origin" },
      body: JSON.stringify({ role: "nurse" }),
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    await asked("/api/clinics/tokyo-monthly/today", { cookie });
    expect(logged().at(-1)).toMatchObject({ account: "demo-nurse" });
  });
});

describe("A line of the log", () => {
  const at = new Date("2026-11-22T01:02:03.004Z");
  const note = { id: "7", route: "/api/clinics", account: "a1", role: "nurse" };
  const answered = { at, method: "GET", status: 200, ms: 12.345, note };
  const written = (form: "json" | "text" | "off") => {
    let text = "";
    const log = requestLog(form, (more) => {
      text += more;
    });
    log.add(answered);
    log.flush();
    return text;
  };

  test("is JSON for a machine, a line for somebody at a terminal, or not there", () => {
    expect(JSON.parse(written("json"))).toEqual({
      at: "2026-11-22T01:02:03.004Z",
      id: "7",
      method: "GET",
      route: "/api/clinics",
      status: 200,
      ms: 12.3,
      account: "a1",
      role: "nurse",
    });
    expect(written("text")).toBe("2026-11-22T01:02:03.004Z GET /api/clinics 200 12.3 ms a1 nurse 7\n");
    expect(written("off")).toBe("");
  });
});
