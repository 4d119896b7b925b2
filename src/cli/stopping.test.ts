import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageFolder } from "../app/write-schemas.ts";
import { buildWebApart, isWebStale } from "../http/build-web.ts";
import { verify } from "../ledger/verify.ts";

interface Served {
  readonly run: ChildProcess;
  readonly port: number;
  readonly said: () => string;
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

describe("A server that is told to end", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-stopping-"));
  const data = join(folder, "data");
  const running = new Set<ChildProcess>();
  beforeAll(async () => {
    if (isWebStale()) await buildWebApart();
  }, 120_000);
  afterAll(() => {
    for (const run of running) run.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  });

  const serving = async (...more: string[]): Promise<Served> => {
    const args = [join(packageFolder, "bin/isoward.js"), "serve", "--port", "0", "--data", data, ...more];
    const run = spawn(process.execPath, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    running.add(run);
    let said = "";
    const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
      run.once("exit", (code, signal) => {
        running.delete(run);
        resolve({ code, signal });
      }),
    );
    const port = await new Promise<number>((resolve, reject) => {
      const more = (text: Buffer) => {
        said += text.toString();
        const found = /Isoward is at http:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
        if (found !== undefined) resolve(Number(found));
      };
      run.stdout.on("data", more);
      run.stderr.on("data", more);
      run.once("exit", () => reject(new Error(said)));
    });
    return { run, port, said: () => said, exited };
  };

  test("answers what is on its way, keeps what it acknowledged, lets the ledger go, and ends with 0", async () => {
    const { run, port, said, exited } = await serving();
    const agent = new Agent({ keepAlive: true, maxSockets: 6 });
    const signIn = (at: number) =>
      new Promise<number>((resolve, reject) => {
        const headers = { "Content-Type": "application/json" };
        const path = at === 0 ? "/ready" : "/api/sign-in/password";
        const asked = request({ agent, port, path, method: at === 0 ? "GET" : "POST", headers }, (answer) => {
          answer.resume().once("end", () => resolve(answer.statusCode ?? 0));
        });
        asked.once("error", reject);
        asked.end(
          at === 0 ? "" : JSON.stringify({ email: `a${at}@b.example`, password: "not a password of ours" }),
        );
      });
    const several = () => Promise.all(Array.from({ length: 6 }, (_, at) => signIn(at)));
    // Once, so that the connections are open: what is sent over them next was begun before the signal.
    expect((await several())[0]).toBe(200);
    const answers = several();
    await new Promise((resolve) => setTimeout(resolve, 5));
    run.kill("SIGTERM");
    const statuses = await answers;
    expect(statuses[0]).toBe(200);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(await exited).toEqual({ code: 0, signal: null });
    expect(said()).toContain("Stopping");
    expect(existsSync(join(data, "writer.json"))).toBe(false);
    expect((await verify(data)).faults).toEqual([]);
    agent.destroy();
  });

  test("ends at once at a second signal, whoever still holds a connection", async () => {
    const { run, port, exited } = await serving("--log", "off");
    const slow = connect(port, "127.0.0.1");
    await new Promise((resolve) => slow.once("connect", resolve));
    slow.on("error", () => {});
    slow.write("POST /api/sign-in/password HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{");
    await new Promise((resolve) => setTimeout(resolve, 200));
    const began = performance.now();
    run.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(run.exitCode).toBeNull();
    run.kill("SIGTERM");
    expect(await exited).toEqual({ code: 143, signal: null });
    expect(performance.now() - began).toBeLessThan(5000);
    slow.destroy();
    expect((await verify(data)).faults).toEqual([]);
  });

  test("does not begin, and holds nothing, where a part of it cannot be opened", async () => {
    const broken = join(folder, "broken");
    mkdirSync(join(broken, "accounts.sqlite"), { recursive: true });
    const args = [join(packageFolder, "bin/isoward.js"), "serve", "--port", "0", "--data", broken];
    const run = spawn(process.execPath, args, { cwd: folder });
    running.add(run);
    let said = "";
    run.stderr.on("data", (text: Buffer) => {
      said += text.toString();
    });
    const code = await new Promise((resolve) => run.once("exit", resolve));
    running.delete(run);
    expect(code).toBe(2);
    expect(said).toMatch(/^isoward: /);
    expect(existsSync(join(broken, "writer.json"))).toBe(false);
  });
});
