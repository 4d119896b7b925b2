import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const knowledge = readKnowledge();
const site = siteOf(knowledge, day("2026-11-22"));
const all = Object.values(knowledge.indications);
const page = (language: "en" | "ja", path: string) =>
  (site.page(language, path) ?? "")
    .replaceAll("&amp;", "&")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'");
const inSection = (html: string, id: string) => {
  const from = html.indexOf(`<h2 id="${id}">`);
  return from < 0 ? "" : html.slice(from, html.indexOf("</section>", from));
};

describe("A use that isotretinoin is asked for", () => {
  test("has a page of its own in both languages, linked from the list, that leads to the question", () => {
    let seen = 0;
    for (const language of languages) {
      const list = page(language, "/indications");
      for (const { id, name, reason } of all) {
        expect(list).toContain(`href="/${language}/indications/${id}"`);
        const html = page(language, `/indications/${id}`);
        expect(html).toContain(`<h1>${siteWords[language].indications.question(name[language])}</h1>`);
        expect(html).toContain(reason[language]);
        const asked = new URLSearchParams({ name: name[language], lang: language }).toString();
        expect(html).toContain(`href="/ask/indication#${asked}"`);
        seen++;
      }
    }
    expect(seen).toBe(2 * 39);
  });

  test("shows its class in the colour of the answer: no green where it depends", () => {
    expect(page("en", "/indications/acne")).toContain(
      '<span class="badge" data-verdict="ask">On the label</span>',
    );
    expect(page("en", "/indications/abortion")).toContain(
      '<span class="badge" data-verdict="stop">Never</span>',
    );
  });

  test("tells what treats it instead, with its source, on its page and in the list", () => {
    const told = all.filter(({ instead }) => instead !== undefined);
    for (const language of languages) {
      for (const { id, instead } of told) {
        const says = instead?.says[language] ?? "";
        for (const path of ["/indications", `/indications/${id}`]) {
          const html = page(language, path);
          expect(html, `${path} ${id}`).toContain(says);
          expect(html.slice(html.lastIndexOf(says) + says.length)).toMatch(/^<span class="cites">/);
        }
      }
    }
    expect(told).toHaveLength(4);
    expect(page("en", "/indications/perioral-dermatitis")).toContain(
      "never taken together with isotretinoin",
    );
  });

  test("that cancer specialists judge is no use without evidence: it is outside this system", () => {
    for (const language of languages) {
      const html = page(language, "/indications");
      expect(inSection(html, "none")).not.toContain('id="use-neuroblastoma"');
      expect(inSection(html, "outside")).toContain('id="use-neuroblastoma"');
      expect(page(language, "/indications/neuroblastoma")).toContain(
        siteWords[language].indications.classes.outside.title,
      );
    }
  });
});
