import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const site = siteOf(readKnowledge(), day("2026-11-22"), "https://isoward.example");
const head = (html: string) => html.slice(0, html.indexOf("</head>"));
const links = (html: string, rel: string) =>
  [...head(html).matchAll(new RegExp(`<link rel="${rel}"(?: hreflang="([^"]*)")? href="([^"]*)">`, "g"))].map(
    ([, language, href]) => [language, href],
  );

describe("For those who list pages, every page", () => {
  test("names its one address, that of each language, and which of them is for everybody else", () => {
    let seen = 0;
    for (const language of languages) {
      for (const path of site.paths) {
        const html = site.page(language, path) ?? "";
        const at = (one: string) => `https://isoward.example/${one}${path}`;
        expect(links(html, "canonical")).toEqual([[undefined, at(language)]]);
        expect(links(html, "alternate")).toEqual([
          ["en", at("en")],
          ["ja", at("ja")],
          ["x-default", at("en")],
        ]);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(1_000);
  });

  test("is the page itself though something that it does not read stands behind the “?”", () => {
    const html = site.page("en", "/may-i", new URLSearchParams({ utm_source: "x" })) ?? "";
    expect(links(html, "canonical")).toEqual([[undefined, "https://isoward.example/en/may-i"]]);
    expect(head(html)).not.toContain("noindex");
  });

  test("is not listed where it answers what somebody searched for; the other language keeps the search", () => {
    for (const query of [{ search: "flare" }, { topic: "flare" }]) {
      const html = site.page("ja", "/claims", new URLSearchParams(query)) ?? "";
      expect(head(html)).toContain('<meta name="robots" content="noindex">');
      expect(links(html, "canonical")).toEqual([]);
      expect(links(html, "alternate")[0]).toEqual([
        "en",
        `https://isoward.example/en/claims?${new URLSearchParams(query).toString()}`,
      ]);
    }
    expect(head(site.page("ja", "/claims") ?? "")).not.toContain("noindex");
  });
});
