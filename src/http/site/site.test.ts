import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { at } from "../../core/calendar.ts";
import { isOfSite, siteServer } from "./site.ts";

const app = siteServer(readKnowledge(), () => at("2026-11-22T10:00:00+09:00"));
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

describe("The public site over HTTP", () => {
  test("lets nothing run and nothing come from elsewhere", async () => {
    const answer = await get("/ja/may-i/waxing");
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("text/html");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
  });

  test("sends a page again only where it has changed", async () => {
    const first = await get("/en/symptoms");
    const tag = first.headers.get("etag") ?? "";
    expect(tag).not.toBe("");
    expect((await get("/en/symptoms", { "if-none-match": tag })).status).toBe(304);
    expect((await get("/ja/symptoms", { "if-none-match": tag })).status).toBe(200);
  });

  test("says in the address's language that there is nothing", async () => {
    for (const [path, says] of [
      ["/ja/nothing", "このアドレスには何もありません"],
      ["/en/may-i/constructor", "There is nothing at this address"],
    ] as const) {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain(says);
    }
  });

  test("has one address for each page", async () => {
    const answer = await get("/ja/claims/?search=SNS");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, "/ja/claims?search=SNS"]);
    for (const [written, meant] of [
      ["/EN", "/en"],
      ["/Ja/claims?search=SNS", "/ja/claims?search=SNS"],
      ["/EN//elsewhere.example", "/en//elsewhere.example"],
    ] as const) {
      expect(isOfSite(written.split("?")[0] ?? "")).toBe(true);
      const led = await get(written);
      expect([written, led.status, led.headers.get("location")]).toEqual([written, 308, meant]);
    }
  });

  test("answers an address that nobody knows in the language that the reader would rather read", async () => {
    for (const [accepts, says] of [
      ["ja-JP,ja;q=0.9", "このアドレスには何もありません"],
      ["en-GB", "There is nothing at this address"],
    ] as const) {
      const answer = await get("/nonexist", { "accept-language": accepts });
      expect(answer.status).toBe(404);
      expect(answer.headers.get("vary")).toContain("Accept-Language");
      expect(await answer.text()).toContain(says);
    }
  });

  test("gives a page's one address in full, as it was reached", async () => {
    const of = async (host: string) =>
      /<link rel="canonical" href="([^"]*)">/.exec(
        await (await app.request(`http://${host}/ja/may-i`)).text(),
      )?.[1];
    expect(await of("localhost:4321")).toBe("http://localhost:4321/ja/may-i");
    expect(await of("127.0.0.1:80")).toBe("http://127.0.0.1/ja/may-i");
  });

  test("lists every page for those who search", async () => {
    const lines = (await (await get("/sitemap.txt")).text()).trim().split("\n");
    expect(lines.length).toBeGreaterThan(1_000);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines[0]).toMatch(/^http:\/\/localhost\/en$/);
    expect(await (await get("/robots.txt")).text()).toContain("Sitemap: http://localhost/sitemap.txt");
  });

  test("serves its style, its mark and the hazard log, and takes nothing in", async () => {
    for (const [path, type] of [
      ["/site.css", "text/css"],
      ["/site.svg", "image/svg+xml"],
      ["/clinical-safety.md", "text/plain"],
    ] as const) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get("content-type")?.split(";")[0]]).toEqual([200, type]);
      expect((await answer.text()).length).toBeGreaterThan(100);
    }
    expect((await app.request("/ja", { method: "POST" })).status).toBe(405);
  });

  test("leaves the app's addresses to the app", () => {
    const ofApp = ["/", "/ask/may-i", "/patients/K7QX2M9P", "/english", "/japan", "/assets/x.js"];
    expect(ofApp.filter(isOfSite)).toEqual([]);
    expect(["/en", "/ja", "/en/claims", "/site.css"].filter(isOfSite)).toHaveLength(4);
  });
});
