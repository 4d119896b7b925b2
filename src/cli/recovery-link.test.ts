import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../app/open-practice.ts";
import { recordLinkUsed } from "../app/people-links.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { type Accounts, openAccounts } from "../http/auth/accounts.ts";
import { type Running, startServer } from "../http/server.ts";

const email = "reiko@clinic.example";
const knowledge = readKnowledge();

describe("isoward recovery-link", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-recovery-"));
  const data = join(folder, "data");
  let practice: OpenPractice;
  let accounts: Accounts;
  let server: Running | undefined;
  beforeAll(async () => {
    practice = await openPractice(data, { knowledge });
    accounts = await openAccounts({
      folder: data,
      onLinkUsed: ({ link, account }) => recordLinkUsed(practice, link, account),
    });
    server = await startServer({
      practice,
      accounts,
      rightsAreHeld: true,
      folder,
      port: 0,
      host: "127.0.0.1",
    });
    practice.ledger.announce({ url: server.url });
    const token = (await accounts.firstLink(server.url)).split("#")[1];
    const made = await post("link/account", {
      token,
      name: "架空 礼子",
      email,
      password: "harbour lantern ninety",
    });
    if (!made.ok) throw new Error(`no account: ${made.status}`);
  });
  const stop = async () => {
    await server?.close();
    await accounts.close();
    await practice.ledger.close();
    server = undefined;
  };
  afterAll(async () => {
    if (server !== undefined) await stop();
    rmSync(folder, { recursive: true });
  });

  const post = (path: string, body: object) =>
    fetch(`${server?.url}/api/sign-in/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server?.url ?? "" },
      body: JSON.stringify(body),
    });
  const isoward = (...args: readonly string[]) =>
    new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
      const { FORCE_COLOR: _, ...env } = process.env;
      const run = spawn(process.execPath, [join(packageFolder, "bin/isoward.js"), "recovery-link", ...args], {
        cwd: folder,
        env: { ...env, NO_COLOR: "1" },
      });
      let [out, err] = ["", ""];
      run.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
      run.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      run.on("close", (status) => resolve({ status, out, err }));
    });
  const noted = async (from: OpenPractice) => {
    const rows = await from.ledger.query(
      "SELECT DISTINCT operation, why FROM view_access WHERE operation LIKE 'recover%' ORDER BY operation",
      {},
    );
    return rows.map(({ operation, why }) => [operation, why]);
  };

  test("beside a running server lets the last administrator back in, once; the server writes it down then", async () => {
    const { status, out, err } = await isoward(email);
    expect([status, err]).toEqual([0, ""]);
    expect(out).toContain("架空 礼子");
    expect(out).toContain("writes into the audit trail that it was made once it is used");
    const token = /#([\w-]{43})/.exec(out)?.[1];
    expect(await noted(practice)).toEqual([]);
    const chosen = { token, password: "meadow clock seventeen" };
    expect((await post("link/recovery", chosen)).status).toBe(200);
    expect((await post("link/recovery", chosen)).status).toBe(410);
    await expect
      .poll(() => noted(practice))
      .toEqual([
        ["recovered", "link"],
        ["recovery-link-made", "on-machine"],
      ]);
    expect((await post("password", { email, password: "meadow clock seventeen" })).status).toBe(200);
    expect((await post("password", { email, password: "harbour lantern ninety" })).status).toBe(401);
  });

  test("says whose address it does not know", async () => {
    const { status, out, err } = await isoward("nobody@clinic.example");
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("nobody has an account by nobody@clinic.example");
  });

  test("writes it down itself where no server runs", async () => {
    await stop();
    const { status, out, err } = await isoward(email, "--json", "--server", "https://isoward.clinic.example");
    expect([status, err]).toEqual([0, ""]);
    const made = JSON.parse(out) as { readonly address: string; readonly written: boolean };
    expect(made.written).toBe(true);
    expect(made.address).toMatch(/^https:\/\/isoward\.clinic\.example\/sign-in\/first#/);
    const after = await openPractice(data, { knowledge });
    const lines = await after.ledger.query(
      "SELECT at FROM view_access WHERE operation = 'recovery-link-made'",
      {},
    );
    await after.ledger.close();
    // One line a clinic, each time: the first administrator is one at every clinic.
    expect(lines).toHaveLength(2 * Object.keys(knowledge.clinics).length);
  });
});
