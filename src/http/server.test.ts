import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request as plainRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../app/open-practice.ts";
import { readyPatient } from "../app/testing/ready-patient.ts";
import { type Running, startServer } from "./server.ts";

const knowledge = readKnowledge();

describe("The server", () => {
  let folder = "";
  let practice: OpenPractice;
  let server: Running;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-server-"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Isoward</title>");
    practice = await openPractice(join(folder, "data"), { knowledge });
    server = await startServer({ practice, folder, port: 0, host: "127.0.0.1" });
  });
  afterEach(async () => {
    await server.close();
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });
  const weigh = (patient: string, kg: number) =>
    fetch(`${server.url}/api/patients/${patient}/record-weight`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "Isoward-Role": "nurse" },
      body: JSON.stringify({ kg }),
    });

  /** Asks over a connection of the agent's; the status. */
  const ask = (agent: Agent, method: string, path: string, body?: object) =>
    new Promise<number>((resolve, reject) => {
      const headers = { "Content-Type": "application/json", "Isoward-Role": "nurse" };
      const asked = plainRequest(`${server.url}${path}`, { agent, method, headers }, (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
      });
      asked.once("error", reject);
      asked.end(body === undefined ? "" : JSON.stringify(body));
    });

  test("serves the API, and the page for every address of the app", async () => {
    expect((await fetch(`${server.url}/api/clinics`)).status).toBe(200);
    const page = await fetch(`${server.url}/patients/K7QX2M9P`, { headers: { accept: "text/html" } });
    expect(await page.text()).toContain("<title>Isoward</title>");
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  });

  /** The status of an answer to a request that names this host. */
  const named = (host: string, more: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      plainRequest(`${server.url}/api/clinics`, { headers: { host, ...more } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      })
        .on("error", reject)
        .end();
    });

  test("answers to the names of this machine alone", async () => {
    for (const host of ["localhost:4321", "127.0.0.1", "[::1]:80", "LOCALHOST"])
      expect(await named(host), host).toBe(200);
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.2"]) {
      expect(await named(host), host).toBe(421);
    }
  });

  test("answers to its public name too where it has one, and never to one that X-Forwarded-Host gives", async () => {
    await server.close();
    const publicUrl = "https://Clinic.Example.org";
    server = await startServer({ practice, folder, port: 0, host: "127.0.0.1", publicUrl });
    for (const host of ["clinic.example.org", "CLINIC.example.org:443", "localhost"])
      expect(await named(host), host).toBe(200);
    for (const host of ["clinic.example.org:80", "a.clinic.example.org", "clinic.example.org.evil.example"])
      expect(await named(host), host).toBe(421);
    expect(await named("evil.example", { "x-forwarded-host": "clinic.example.org" })).toBe(421);
  });

  test("sends whoever came without TLS to where there is TLS, where a proxy that is trusted says so", async () => {
    const publicUrl = "https://clinic.example.org";
    const bare = { "x-forwarded-proto": "http" };
    const anew = async (trustProxy: boolean) => {
      await server.close();
      server = await startServer({ practice, folder, port: 0, host: "127.0.0.1", publicUrl, trustProxy });
    };
    await anew(true);
    const asked = (method: string, path: string) =>
      fetch(`${server.url}${path}`, { method, headers: bare, redirect: "manual" });
    const sent = await asked("GET", "/ja?a=b");
    expect([sent.status, sent.headers.get("location")]).toEqual([308, `${publicUrl}/ja?a=b`]);
    for (const [method, path] of [
      ["POST", "/ja"],
      ["POST", "/api/clinics"],
      ["GET", "/api/clinics?a=b"],
    ] as const)
      expect((await asked(method, path)).status, `${method} ${path}`).toBe(421);
    expect(
      (await fetch(`${server.url}/api/clinics`, { headers: { "x-forwarded-proto": "https" } })).status,
    ).toBe(200);
    await anew(false);
    expect((await fetch(`${server.url}/api/clinics`, { headers: bare })).status).toBe(200);
  });

  test("names its pages by its public address, however they were asked for", async () => {
    await server.close();
    server = await startServer({
      practice,
      folder,
      port: 0,
      host: "127.0.0.1",
      publicUrl: "https://clinic.example.org",
    });
    expect(await (await fetch(`${server.url}/sitemap.txt`)).text()).toMatch(
      /^https:\/\/clinic\.example\.org\//,
    );
  });

  test("says so where the port is taken", async () => {
    const port = Number(new URL(server.url).port);
    await expect(startServer({ practice, folder, port, host: "127.0.0.1" })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  test("finishes what was begun, keeps what it acknowledged, and ends what streams, before it closes", async () => {
    const patient = await readyPatient(practice);
    const before = await practice.ledger.version(`patient/${patient}`);
    const changes = await fetch(`${server.url}/api/changes`);
    const streamed = changes.text();
    // Connections that are open already, so that all is on its way when the server closes.
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    const twenty = (send: (at: number) => Promise<number>) =>
      Promise.all(Array.from({ length: 20 }, (_, at) => send(at)));
    await twenty(() => ask(agent, "GET", "/api/clinics"));
    const writing = twenty((at) =>
      ask(agent, "POST", `/api/patients/${patient}/record-weight`, { kg: 50 + at }),
    );
    await server.close();
    expect(await writing).toEqual(Array.from({ length: 20 }, () => 200));
    expect((await practice.ledger.version(`patient/${patient}`)) - before).toBe(20);
    expect(await streamed).toContain("retry:");
    await expect(fetch(`${server.url}/api/clinics`)).rejects.toThrow("fetch failed");
  });

  test("closes though connections are kept open, and closing twice is closing once", async () => {
    await (await fetch(`${server.url}/api/clinics`)).text();
    const idle = connect(Number(new URL(server.url).port), "127.0.0.1");
    await new Promise((resolve) => idle.once("connect", resolve));
    const began = performance.now();
    await Promise.all([server.close(), server.close()]);
    expect(performance.now() - began).toBeLessThan(3000);
    idle.destroy();
  });

  test("takes a body in pieces, and drops one that grows too long", async () => {
    const patient = await readyPatient(practice);
    const send = (pieces: readonly string[]) =>
      fetch(`${server.url}/api/patients/${patient}/record-weight`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Isoward-Role": "nurse" },
        body: new ReadableStream({
          start(controller) {
            for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
            controller.close();
          },
        }),
        duplex: "half",
      } as RequestInit);
    expect((await send(['{"kg"', ":6", "1}"])).status).toBe(200);
    expect(
      (await send(['{"note":"', ...Array.from({ length: 40 }, () => "x".repeat(10_000)), '"}'])).status,
    ).toBe(413);
  });

  test("forgets a listener that went away", async () => {
    const gone = new AbortController();
    const changes = await fetch(`${server.url}/api/changes`, { signal: gone.signal });
    await changes.body?.getReader().read();
    gone.abort();
    const patient = await readyPatient(practice);
    expect((await weigh(patient, 60)).status).toBe(200);
  });
});
