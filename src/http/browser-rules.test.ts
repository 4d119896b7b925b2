import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as plainRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type OpenPractice, openPractice } from "../app/open-practice.ts";
import { type Running, startServer } from "./server.ts";

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Asking {
  readonly method?: string;
  readonly host?: string;
  /** Header lines. */
  readonly more?: string;
}

/** Beside the web app's folder, where nobody may reach. */
const beside = "what lies beside the web app";

describe("Every answer", () => {
  let folder = "";
  let practice: OpenPractice;
  let [secure, plain]: Running[] = [];
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-rules-"));
    const web = join(folder, "web");
    mkdirSync(join(web, "assets"), { recursive: true });
    writeFileSync(join(web, "index.html"), "<!doctype html><title>Isoward</title>");
    writeFileSync(join(web, "assets", "app-1234.js"), "export {};");
    writeFileSync(join(folder, "beside.txt"), beside);
    writeFileSync(join(folder, "web.txt"), beside);
    practice = await openPractice(join(folder, "data"), { knowledge: readKnowledge() });
    const common = { practice, folder: web, port: 0, host: "127.0.0.1" };
    secure = await startServer({ ...common, publicUrl: "https://clinic.example.org", trustProxy: true });
    plain = await startServer(common);
  });
  afterAll(async () => {
    await Promise.all([secure?.close(), plain?.close()]);
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  /** Sends what no client would: the bytes as they stand. */
  const raw = (server: Running | undefined, text: string) =>
    new Promise<Raw>((resolve, reject) => {
      const socket = connect(Number(new URL(server?.url ?? "").port), "127.0.0.1");
      let said = "";
      socket.on("data", (bytes) => {
        said += bytes.toString();
      });
      socket.once("error", reject);
      socket.once("close", () => {
        const [head = "", ...body] = said.split("\r\n\r\n");
        const [first = "", ...lines] = head.split("\r\n");
        const headers = Object.fromEntries(
          lines.map((line) => [line.split(":")[0]?.toLowerCase() ?? "", line.replace(/^[^:]*: */, "")]),
        );
        resolve({ status: Number(first.split(" ")[1]), headers, body: body.join("\r\n\r\n") });
      });
      socket.write(text);
    });
  const ask = (
    server: Running | undefined,
    target: string,
    { method = "GET", host = "localhost", more = "" }: Asking = {},
  ) => raw(server, `${method} ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}\r\n`);

  const kinds: readonly (readonly [what: string, target: string, asked: Asking])[] = [
    ["the API", "/api/clinics", {}],
    ["a problem", "/api/patients/K7QX2M9P", {}],
    ["an address that is none", "/api/nothing", {}],
    ["a method that is none", "/api/clinics", { method: "DELETE" }],
    ["the description", "/openapi.json", {}],
    ["a problem's page", "/problems/not-json", {}],
    ["the app", "/", {}],
    ["a file of the app", "/assets/app-1234.js", {}],
    ["a file that is none", "/assets/gone.js", {}],
    ["the site", "/ja", {}],
    ["the site's style", "/site.css", {}],
    ["a page that is none", "/ja/nothing-of-that-name", {}],
    ["the site asked to write", "/ja", { method: "POST" }],
    ["a redirect", "/ja/", {}],
    ["health", "/health", {}],
    ["readiness", "/ready", {}],
    ["figures", "/metrics", {}],
    ["another name", "/", { host: "evil.example" }],
    ["a name that is none", "/", { host: "local host" }],
    ["somebody who came bare", "/", { more: "X-Forwarded-Proto: http\r\n" }],
    ["a backslash", "/..\\beside.txt", {}],
    ["TRACE", "/", { method: "TRACE" }],
    ["OPTIONS", "/api/clinics", { method: "OPTIONS", more: "Origin: https://evil.example\r\n" }],
  ];

  test.each(kinds)("says to a browser what it may not do: %s", async (_what, target, asked) => {
    for (const server of [secure, plain]) {
      const { status, headers, body } = await ask(server, target, asked);
      expect(status).toBeGreaterThanOrEqual(200);
      const policy = headers["content-security-policy"] ?? "";
      expect(policy).toMatch(/default-src '(self|none)'/);
      for (const never of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(never);
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "x-frame-options": expect.stringMatching(/^DENY$/),
      });
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["strict-transport-security"]).toBe(
        server === secure ? "max-age=31536000; includeSubDomains" : undefined,
      );
      for (const tell of ["x-powered-by", "server", "access-control-allow-origin"])
        expect(headers).not.toHaveProperty(tell);
      expect(headers["cache-control"] ?? "").not.toMatch(/^(public|private)(?!.*immutable)/);
      expect(body).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/);
      if (body !== "" && headers["content-type"]?.startsWith("text/") === true)
        expect(headers["content-type"].toLowerCase()).toMatch(/charset=utf-8|text\/javascript/);
    }
  });

  test("of the API may be kept by nobody", async () => {
    const kept = kinds.filter(([, target]) => target.startsWith("/api/"));
    for (const [what, target, asked] of kept)
      expect((await ask(plain, target, asked)).headers["cache-control"], what).toBe("no-store");
    expect(kept.length).toBeGreaterThan(4);
  });

  test("does not say back what was traced", async () => {
    for (const target of ["/", "/api/clinics", "/ja"]) {
      const { status, body } = await ask(plain, target, { method: "TRACE", more: "Cookie: secret=1\r\n" });
      expect(status, target).toBeGreaterThanOrEqual(400);
      expect(body, target).not.toContain("secret");
    }
  });

  test("comes from the web app's folder alone, whatever the address looks like", async () => {
    const targets = [
      "/../beside.txt",
      "/assets/../../beside.txt",
      "/%2e%2e/beside.txt",
      "/..%2fbeside.txt",
      "/%2e%2e%2fbeside.txt",
      "/assets/%2e%2e/%2e%2e/beside.txt",
      "/..%5cbeside.txt",
      "/%252e%252e%252fbeside.txt",
      "/....//beside.txt",
      "/.%00./beside.txt",
      "/index.html%00.txt",
      "//etc/passwd",
      "/%2fetc%2fpasswd",
      "/..;/beside.txt",
      "/%c0%ae%c0%ae/beside.txt",
      "/../web.txt",
      "http://localhost/../beside.txt",
      "/assets/",
      "/assets",
    ];
    for (const target of targets) {
      const { status, body } = await ask(plain, target);
      expect(body, target).not.toContain(beside);
      expect(body, target).not.toContain("root:");
      expect(body, target).not.toContain("app-1234");
      expect([400, 404], target).toContain(status);
    }
  });

  test("has the headers it was given and none that an address smuggles in", async () => {
    const targets = [
      "/ja/%0d%0aSet-Cookie:a=b/",
      "/ja/x%0d%0a%0d%0a<b>/",
      "/ja/?a=%0d%0aSet-Cookie:a=b",
      "/%0d%0aX:y",
    ];
    for (const target of targets)
      for (const server of [plain, secure])
        for (const more of ["", "X-Forwarded-Proto: http\r\n"]) {
          const { headers } = await ask(server, target, { more });
          expect(headers, target).not.toHaveProperty("set-cookie");
          expect(headers, target).not.toHaveProperty("x");
        }
  });

  test("leads to no other site, whatever stands in the address", async () => {
    for (const target of [
      "//evil.example/",
      "/ja//evil.example/",
      "/\\evil.example/",
      "/ja/@evil.example/",
      "http://evil.example/",
    ])
      for (const more of ["", "X-Forwarded-Proto: http\r\n"]) {
        const { headers } = await ask(secure, target, { more });
        const { location } = headers;
        if (location === undefined) continue;
        expect(new URL(location, "https://clinic.example.org").origin, target).toBe(
          "https://clinic.example.org",
        );
      }
  });

  test("is given to one request: one that hides another in its body is refused", async () => {
    const hidden = "GET /api/clinics HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (const headers of [
      `Content-Length: ${hidden.length}\r\nTransfer-Encoding: chunked\r\n`,
      "Content-Length: 5\r\nContent-Length: 6\r\n",
      "Transfer-Encoding: chunked, identity\r\n",
      "Transfer-Encoding : chunked\r\n",
      "Content-Length: +5\r\n",
    ]) {
      const { status, body } = await raw(
        plain,
        `POST /api/questions/dose HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n0\r\n\r\n${hidden}`,
      );
      expect(status, headers).toBe(400);
      expect(body, headers).not.toContain("clinics");
    }
  });

  test("comes though others dribble: a header that never ends holds nobody else up", async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(Number(new URL(plain?.url ?? "").port), "127.0.0.1");
      socket.write("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      return socket;
    });
    expect((await ask(plain, "/health")).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  test("refuses headers longer than anybody sends", async () => {
    const { status } = await ask(plain, "/api/clinics", { more: `X-Long: ${"x".repeat(20_000)}\r\n` });
    expect(status).toBe(431);
  });

  test("takes no cookie's word for who writes, and no script of another site gets to ask", async () => {
    const answer = await new Promise<Raw>((resolve, reject) => {
      const asked = plainRequest(
        `${plain?.url}/api/clinics/tokyo-monthly/patients`,
        {
          method: "OPTIONS",
          headers: {
            Origin: "https://evil.example",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type,isoward-role",
          },
        },
        ({ statusCode = 0, headers }) =>
          resolve({ status: statusCode, headers: headers as Record<string, string>, body: "" }),
      );
      asked.once("error", reject);
      asked.end();
    });
    expect(answer.status).toBe(405);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });
});
