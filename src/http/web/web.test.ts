import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { webServer } from "./web.ts";

describe("The web server", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "isoward-web-"));
    mkdirSync(join(folder, "assets"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>Isoward</title>");
    writeFileSync(join(folder, "assets", "app-1234.js"), "export {};");
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const get = (path: string) => webServer(folder).request(path);

  test("serves the page, to be asked for anew each time", async () => {
    const page = await get("/");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toContain("text/html");
    expect(page.headers.get("cache-control")).toBe("no-cache");
  });

  test("lets files whose names carry a hash be kept for good", async () => {
    const script = await get("/assets/app-1234.js");
    expect(script.status).toBe(200);
    expect(script.headers.get("content-type")).toContain("javascript");
    expect(script.headers.get("cache-control")).toContain("immutable");
  });

  test("lets the page load from here alone, be framed by nobody and run no inline script or style", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("serves the page for every address that the app itself knows, to whoever reads pages", async () => {
    for (const path of ["/patients/K7QX2M9P", "/dispense", "/patients/"]) {
      const page = await webServer(folder).request(path, { headers: { accept: "text/html,*/*;q=0.8" } });
      expect(page.status, path).toBe(200);
      expect(await page.text(), path).toContain("<title>Isoward</title>");
      expect(page.headers.get("cache-control"), path).toBe("no-cache");
    }
  });

  test("serves every route of the app, and leaves whatever else a person may ask for to who stands beneath", async () => {
    const routes = [
      ...readFileSync(join(import.meta.dirname, "../../web/app.tsx"), "utf8").matchAll(/path="([^"*]+)"/g),
    ];
    const beneath = () => new Response("beneath", { status: 404 });
    const ask = (path: string) =>
      webServer(folder, beneath).request(path, { headers: { accept: "text/html,*/*;q=0.8" } });
    for (const [, route = ""] of routes)
      expect((await ask(`/${route.replace(/:\w+/, "x")}`)).status, route).toBe(200);
    expect(routes.length).toBeGreaterThanOrEqual(6);
    for (const path of ["/nonexist", "/EN", "/asking"]) {
      const answer = await ask(path);
      expect([answer.status, await answer.text()], path).toEqual([404, "beneath"]);
    }
    expect(await (await ask("/assets/gone.js")).text()).not.toBe("beneath");
  });

  test("leads whoever has no JavaScript to the pages that need none, in either language", () => {
    const page = readFileSync(join(import.meta.dirname, "../../web/index.html"), "utf8");
    const without = page.slice(page.indexOf("<noscript>"), page.indexOf("</noscript>"));
    for (const language of ["en", "ja"])
      expect(without).toMatch(new RegExp(`<p lang="${language}">[^]*?<a href="/${language}"`));
  });

  test("does not pass the page off as a file", async () => {
    const script = await webServer(folder).request("/assets/gone.js", { headers: { accept: "text/html" } });
    expect(script.status).toBe(404);
    expect((await get("/patients/K7QX2M9P")).status).toBe(404);
  });

  test("says so where there is nothing, and keeps no such answer", async () => {
    for (const path of ["/nothing", "/assets/gone.js", "/../package.json", "/%2e%2e/package.json"]) {
      const answer = await get(path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get("cache-control"), path).toBe("no-cache");
    }
  });
});
