import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../app/open-practice.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { type Accounts, openAccounts } from "../http/auth/accounts.ts";
import { totp } from "../http/auth/testing/totp.ts";
import { type Running, startServer } from "../http/server.ts";

const password = "harbour lantern ninety";
const email = "reiko@clinic.example";

describe("isoward sign-in", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-cli-in-"));
  const config = join(folder, "config", "isoward", "session.json");
  let practice: OpenPractice;
  let accounts: Accounts;
  let server: Running;
  beforeAll(async () => {
    practice = await openPractice(join(folder, "data"), { knowledge: readKnowledge() });
    accounts = await openAccounts({ folder: join(folder, "data"), demo: true });
    server = await startServer({ practice, accounts, folder, port: 0, host: "127.0.0.1" });
    practice.ledger.announce({ url: server.url });
    const token = (await accounts.firstLink(server.url)).split("#")[1];
    await post("/api/sign-in/link/account", { token, name: "架空 礼子", email, password });
  });
  afterAll(async () => {
    await server.close();
    await accounts.close();
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  const post = (path: string, body: object, cookie = "") =>
    fetch(`${server.url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.url, cookie },
      body: JSON.stringify(body),
    });

  const isoward = (args: readonly string[], input = "", more: NodeJS.ProcessEnv = {}) =>
    new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
      const { FORCE_COLOR: _, ISOWARD_TOKEN: __, ISOWARD_SERVER: ___, ...env } = process.env;
      const run = spawn(process.execPath, [join(packageFolder, "bin/isoward.js"), ...args], {
        cwd: folder,
        env: { ...env, NO_COLOR: "1", XDG_CONFIG_HOME: join(folder, "config"), ...more },
      });
      let [out, err] = ["", ""];
      run.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
      run.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
      run.on("close", (status) => resolve({ status, out, err }));
      run.stdin.end(input);
    });
  const kept = (): Record<string, { token: string; name: string }> =>
    JSON.parse(readFileSync(config, "utf8")) as Record<string, { token: string; name: string }>;

  test("asks for the password, shows nothing of it, and keeps the session for its owner alone", async () => {
    const { status, out, err } = await isoward(["sign-in"], `${email}\n${password}\n`);
    expect(err).toBe("E-mail: Password: \n");
    expect(out).toContain(`Signed in to ${server.url} as 架空 礼子.`);
    expect(status).toBe(0);
    expect(statSync(config).mode & 0o777).toBe(0o600);
    expect(Object.keys(kept())).toEqual([server.url]);
    const request = new Request(`${server.url}/api/clinics`, {
      method: "POST",
      headers: { authorization: `Bearer ${kept()[server.url]?.token}` },
    });
    expect(await accounts.signIn.personOf(request)).toMatchObject({ name: "架空 礼子", how: "password" });
  });

  test("says what is wrong with the password, in the language asked for", async () => {
    const { status, err } = await isoward(["sign-in", "--email", email, "--lang", "ja"], "wrong\n");
    expect(err).toContain("このメールアドレスとパスワードの組み合わせのアカウントはありません。");
    expect(status).toBe(2);
  });

  test("asks for the code where there is a second factor", async () => {
    const cookie = `isoward.session_token=${encodeURIComponent(kept()[server.url]?.token ?? "")}`;
    const begun = (await (await post("/api/account/second-factor", { password }, cookie)).json()) as {
      secret: string;
      recoveryCodes: string[];
    };
    await post("/api/account/second-factor/confirm", { code: totp(begun.secret) }, cookie);
    const byApp = await isoward(["sign-in", "--email", email], `${password}\n${totp(begun.secret, 1)}\n`);
    expect(byApp.err).toContain("Code of the authenticator app");
    expect(byApp.status).toBe(0);
    const byPaper = await isoward(["sign-in", "--email", email], `${password}\n${begun.recoveryCodes[0]}\n`);
    expect(byPaper.status).toBe(0);
  });

  test("plays a role of the demo without a password", async () => {
    const { status, out } = await isoward(["sign-in", "--demo", "pharmacist", "--server", server.url]);
    expect(out).toContain("Mihon");
    expect(status).toBe(0);
    expect((await isoward(["sign-in", "--demo", "emperor"])).status).toBe(2);
  });

  test("sends no password in the open, and says where no server is", async () => {
    const open = await isoward(
      ["sign-in", "--server", "http://isoward.example.org"],
      `${email}\n${password}\n`,
    );
    expect(open.err).toContain("is not sent to http://isoward.example.org in the open");
    const none = await isoward(["sign-in", "--data", join(folder, "none")]);
    expect(none.err).toContain("isoward serve");
    expect([open.status, none.status]).toEqual([2, 2]);
  });

  test("is ended by sign-out, here and on the server", async () => {
    const { token } = kept()[server.url] ?? { token: "" };
    const { status, out } = await isoward(["sign-out"]);
    expect(out).toBe(`Signed out of ${server.url}.\n`);
    expect(status).toBe(0);
    expect(kept()).toEqual({});
    const headers = { authorization: `Bearer ${token}` };
    expect(await accounts.signIn.personOf(new Request(server.url, { headers }))).toBeUndefined();
    expect((await isoward(["sign-out", "--lang", "ja"])).out).toContain("サインインしていませんでした");
    expect(existsSync(config)).toBe(true);
  });
});
