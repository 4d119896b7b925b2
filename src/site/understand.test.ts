import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const knowledge = readKnowledge();
const site = siteOf(knowledge, day("2026-11-22"));
const page = (language: "en" | "ja", path: string) => site.page(language, path) ?? "";
const between = (html: string, from: string, to: string) => {
  const begin = html.indexOf(from);
  return begin < 0 ? "" : html.slice(begin, html.indexOf(to, begin));
};

describe("The page on the treatment", () => {
  test("names no illness twice: one that stops treatment is not judged besides", () => {
    let seen = 0;
    for (const language of languages) {
      const html = page(language, "/understand");
      const words = siteWords[language].understand.stops;
      const stops = between(html, `<h3>${words.conditions}</h3>`, `<h3>${words.judged}</h3>`);
      // What was had before is another matter than what is had now.
      const asks = between(html, `<h3>${words.judged}</h3>`, "</ul>");
      const listed = Object.values(knowledge.conditions)
        .map(({ name }) => name[language])
        .filter((name) => stops.toLowerCase().includes(name.toLowerCase()));
      const twice = listed.filter((name) => asks.toLowerCase().includes(name.toLowerCase()));
      expect(asks.length).toBeGreaterThan(100);
      expect(twice).toEqual([]);
      seen += listed.length;
    }
    expect(seen).toBeGreaterThan(6);
  });

  test("begins with its contents, each of which leads to its part", () => {
    for (const language of languages) {
      const html = page(language, "/understand");
      const contents = between(html, '<nav class="contents"', "</nav>");
      const to = [...contents.matchAll(/href="#([a-z-]+)"/g)].map(([, id = ""]) => id);
      expect(to.length).toBeGreaterThanOrEqual(9);
      for (const id of to) expect(html).toContain(`<h2 id="${id}">`);
      expect(html.indexOf('class="contents"')).toBeLessThan(html.indexOf("<section"));
    }
  });

  test("leaves what studies found to a page of its own, and leads there", () => {
    const studies = Object.values(knowledge.studies).filter(({ about }) =>
      about.some((one) => one === "relapse" || one === "washout"),
    );
    for (const language of languages) {
      const html = page(language, "/understand");
      expect(html).toContain(`href="/${language}/understand/studies"`);
      const there = page(language, "/understand/studies");
      for (const { id, found } of studies) {
        expect(html).not.toContain(`id="study-${id}"`);
        expect(there).toContain(`id="study-${id}"`);
        expect(html).not.toContain(found[language]);
      }
    }
    expect(studies.length).toBeGreaterThan(4);
  });
});
