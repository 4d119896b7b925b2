import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const knowledge = readKnowledge();
const site = siteOf(knowledge, day("2026-11-22"));
const all = Object.values(knowledge.claims);
const plain = (html: string) =>
  html.replaceAll("&amp;", "&").replaceAll("&quot;", '"').replaceAll("&#39;", "'");
const inTag = (html: string, tag: string) =>
  plain(new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(html)?.[1] ?? "");
const page = (language: "en" | "ja", path: string, query: Record<string, string> = {}) =>
  site.page(language, path, new URLSearchParams(query)) ?? "";

describe("The page of a statement", () => {
  test("says in its title and its heading how the statement is judged, before the statement itself", () => {
    let seen = 0;
    for (const language of languages) {
      for (const { id, judged, says } of all) {
        const html = page(language, `/claims/${id}`);
        const judgement = siteWords[language].frame.judged[judged];
        for (const tag of ["title", "h1"]) {
          expect(inTag(html, tag).startsWith(judgement), `${id} ${tag}`).toBe(true);
          expect(inTag(html, tag), id).not.toContain(`${says[language]} |`);
        }
        expect(inTag(html, "h1"), id).not.toBe(says[language]);
        seen++;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(580);
  });

  test("of a dangerous falsehood is named for what it is", () => {
    expect(inTag(page("en", "/claims/004-two-together"), "h1")).toMatch(/^Dangerous: “.+”$/);
    expect(inTag(page("ja", "/claims/004-two-together"), "h1")).toMatch(/^危険：「.+[^。]」$/);
  });

  test("quotes within its quotation marks are told apart in Japanese", () => {
    const nested = all.filter(({ says }) => says.ja.includes("「"));
    expect(nested.length).toBeGreaterThan(2);
    for (const { id } of nested)
      expect(inTag(page("ja", `/claims/${id}`), "h1").match(/「/g)).toHaveLength(1);
  });

  test("tells those who list pages what is right, each its own", () => {
    const described = all.map(
      ({ id }) => /<meta name="description" content="([^"]*)">/.exec(page("en", `/claims/${id}`))?.[1],
    );
    expect(described.map((one) => plain(one ?? ""))).toEqual(all.map(({ answer }) => answer.en));
  });
});

describe("The list of statements", () => {
  const idsIn = (html: string) => [...html.matchAll(/<li id="(\d{3}-[a-z0-9-]+)"/g)].map(([, id = ""]) => id);
  const chips = (html: string, by: string) => {
    const from = html.indexOf(`id="by-${by}"`);
    return [
      ...html.slice(from, html.indexOf("</section>", from)).matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g),
    ].map(([, href = "", name = ""]) => ({ query: new URLSearchParams(plain(href).split("?")[1]), name }));
  };

  test("keeps what was chosen while somebody searches", () => {
    const html = page("en", "/claims", { search: "flare", judged: "wrong", page: "page-001" });
    const form = html.slice(html.indexOf("<form"), html.indexOf("</form>"));
    expect(form).toContain('<input type="hidden" name="judged" value="wrong">');
    expect(form).toContain('<input type="hidden" name="page" value="page-001">');
    expect(form).not.toContain('type="hidden" name="search"');
  });

  test("keeps what was searched for while somebody chooses, and says how many of that there are", () => {
    const html = page("en", "/claims", { search: "flare" });
    let followed = 0;
    for (const by of ["judged", "topic", "page"]) {
      for (const { query, name } of chips(html, by)) {
        expect(query.get("search")).toBe("flare");
        const found = idsIn(page("en", "/claims", Object.fromEntries(query)));
        expect(found.length, query.toString()).toBe(Number(/\((\d+)\)/.exec(name)?.[1]));
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(6);
  });

  test("takes a choice away again by the same link", () => {
    const here = chips(page("ja", "/claims", { search: "flare", judged: "wrong" }), "judged").filter(
      ({ query }) => !query.has("judged"),
    );
    expect(here.map(({ query }) => query.toString())).toEqual(["search=flare"]);
  });
});
