import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { questions } from "../core/questions/index.ts";
import { questionWords } from "../words/render-question.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const knowledge = readKnowledge();
const site = siteOf(knowledge, day("2026-11-22"));

/** Every page in every language. */
const pages = languages.flatMap((language) =>
  site.paths.map((path) => ({ language, path, html: site.page(language, path) ?? "" })),
);
const wrong = (is: (page: (typeof pages)[number]) => boolean) =>
  pages.filter(is).map(({ language, path }) => `/${language}${path}`);
const without = (html: string) => html.replaceAll(/<[^>]*>/g, " ");

describe("Every page of the public site", () => {
  test("is there in both languages, with a title and one heading", () => {
    expect(wrong(({ html }) => (html.match(/<h1>[^<]+<\/h1>/g) ?? []).length !== 1)).toEqual([]);
    expect(wrong(({ html, language }) => !html.includes(`<html lang="${language}">`))).toEqual([]);
    expect(wrong(({ html }) => !/<title>[^<]{3,}<\/title>/.test(html))).toEqual([]);
    expect(pages.length).toBeGreaterThan(100);
  });

  test("leaves nothing unsaid: no undefined, no NaN, no object, no gap", () => {
    const gap = /\bundefined\b|\bNaN\b|\[object|\bnull\b|\(\)|「」|“”|。。|、。/;
    expect(wrong(({ html }) => gap.test(without(html)))).toEqual([]);
  });

  test("has neither script nor inline style", () => {
    expect(wrong(({ html }) => /<script|<style|\sstyle=|\son\w+=|javascript:/i.test(html))).toEqual([]);
  });

  test("is small enough for an old phone", () => {
    expect(wrong(({ html }) => gzipSync(html).length > 100_000)).toEqual([]);
  });

  test("names every source that a number in it points to, and points to every source that it names", () => {
    let cited = 0;
    const lost = wrong(({ html }) => {
      const pointed = new Set([...html.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id));
      const named = new Set([...html.matchAll(/id="(source-\d+)"/g)].map(([, id]) => id));
      cited += named.size;
      return pointed.size !== named.size || [...pointed].some((id) => !named.has(id));
    });
    expect(lost).toEqual([]);
    expect(cited).toBeGreaterThan(500);
  });

  test("never calls a flare a healing reaction, and never raises its voice", () => {
    expect(
      wrong(({ html, path }) => !path.startsWith("/claims") && /好転反応|healing reaction/i.test(html)),
    ).toEqual([]);
    expect(wrong(({ html }) => /[!！]/.test(without(html.replace("<!doctype html>", ""))))).toEqual([]);
  });
});

/** What pages of the app there are, and files beside the pages. */
const elsewhere =
  /^\/(?:|(?:check|protocols|ask(?:\/[a-z-]+)?)#.*|openapi\.json|clinical-safety\.md|site\.(?:css|svg))$/;

describe("Every link of the public site", () => {
  test("leads to a page, a place on it, or the app", () => {
    const ids = new Map(pages.map(({ language, path, html }) => [`/${language}${path}`, idsIn(html)]));
    let links = 0;
    const lost = pages.flatMap(({ language, path, html }) => {
      const here = `/${language}${path}`;
      const hrefs = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, href = ""]) => plain(href));
      links += hrefs.length;
      return hrefs
        .filter((href) => {
          if (/^(?:https:\/\/|tel:\d+$)/.test(href) || elsewhere.test(href)) return false;
          const [to = "", anchor] = (href.split("?")[0] ?? "").split("#");
          const there = ids.get(to === "" ? here : to);
          return there === undefined || (anchor !== undefined && !there.has(anchor));
        })
        .map((href) => `${here}: ${href}`);
    });
    expect(lost).toEqual([]);
    expect(links).toBeGreaterThan(20_000);
  });

  test("to a question names one that there is, and something that it knows", () => {
    const asked = new Set(
      pages.flatMap(({ html }) => [...html.matchAll(/href="\/ask\/([a-z-]+)#/g)].map(([, id = ""]) => id)),
    );
    expect([...asked].filter((id) => !questions.some((one) => one.id === id))).toEqual([]);
    expect(asked.size).toBeGreaterThanOrEqual(6);
  });

  test("to the other language keeps the page, and what was searched for", () => {
    const html = site.page("ja", "/claims", new URLSearchParams({ search: "blood donation" })) ?? "";
    expect(html).toContain('href="/en/claims?search=blood+donation"');
    expect(site.page("en", "/may-i/waxing")).toContain(
      '<link rel="alternate" hreflang="ja" href="/ja/may-i/waxing">',
    );
  });
});

const idsIn = (html: string) => new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id));
const plain = (href: string) => href.replaceAll("&amp;", "&");

describe("The search among claims", () => {
  const found = (search: Record<string, string>, language: "en" | "ja" = "ja") =>
    site.page(language, "/claims", new URLSearchParams(search)) ?? "";

  test.each(["2週間", "好転反応", "blood donation", "psoriasis", "SNS"])("finds %s", (search) => {
    const html = found({ search });
    expect((html.match(/<li id="\d{3}-/g) ?? []).length).toBeGreaterThan(0);
    expect(html).not.toContain("見つかりませんでした。正しいとも");
  });

  test("says so where nothing is found, and writes what was typed as text", () => {
    const html = found({ search: '<b onclick="x">zzqq</b>' }, "en");
    expect(html).not.toContain("<b onclick");
    expect(html).toContain("&lt;b onclick");
  });

  test("narrows down by judgement, subject and page, each small enough", () => {
    const { judged, topic, page } = questionWords.en.claims.fields;
    const choices = [judged, topic, page].map(({ choices }) => Object.keys(choices));
    let seen = 0;
    (["judged", "topic", "page"] as const).forEach((by, at) => {
      for (const value of choices[at] ?? []) {
        const html = found({ [by]: value });
        expect(gzipSync(html).length).toBeLessThan(100_000);
        const ids = [...html.matchAll(/<li id="(\d{3}-[a-z0-9-]+)"/g)].map(([, id = ""]) => id);
        const expected = Object.values(knowledge.claims).filter((one) => one[by] === value);
        expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
        seen += ids.length;
      }
    });
    expect(seen).toBe(3 * Object.keys(knowledge.claims).length);
  });
});

describe("The words of the public site", () => {
  /** Every text that stands there, and the names of those that are made of something. */
  const textsIn = (of: unknown): string[] =>
    typeof of === "string"
      ? [of]
      : typeof of === "object" && of !== null
        ? Object.values(of).flatMap(textsIn)
        : [];

  test("hold no number of their own: whatever is a number comes from knowledge", () => {
    for (const language of languages) {
      const texts = textsIn(siteWords[language]);
      expect(texts.filter((text) => /[0-9０-９]/.test(text))).toEqual([]);
      expect(texts.length).toBeGreaterThan(250);
    }
  });

  test("fit the drawing of a course on the narrowest phone", () => {
    for (const language of languages) {
      const html = site.page(language, "") ?? "";
      const lines = [...html.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = ""]) => text);
      // A Japanese letter is as wide as it is high, 16 px; a Latin one about half of that.
      const widthPx = (text: string) =>
        Array.from(text).reduce((sum, one) => sum + (one > "\u2fff" ? 16 : 8.6), 0);
      expect(lines.filter((text) => widthPx(text) > 248)).toEqual([]);
      expect(lines.length).toBeGreaterThanOrEqual(15);
    }
  });
});

describe("The public site", () => {
  const listed = [
    ["/may-i/", "activities", 51],
    ["/interactions/", "medicines", 63],
    ["/symptoms/", "symptoms", 61],
    ["/indications/", "indications", 39],
    ["/claims/", "claims", 290],
  ] as const;
  test.each(listed)("has under %s a page for each of the %s", (under, list, least) => {
    const ids = Object.keys(knowledge[list]);
    expect(ids.filter((id) => !site.paths.includes(`${under}${id}`))).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(least);
  });

  test("has a page for every class of medicines, and a name for it in both languages", () => {
    const classes = new Set(Object.values(knowledge.medicines).map((one) => one.class));
    for (const one of classes) {
      expect(site.paths).toContain(`/interactions/class/${one}`);
      for (const language of languages) expect(siteWords[language].interactions.classes[one]).toBeDefined();
    }
    expect(classes.size).toBeGreaterThanOrEqual(21);
  });

  test("tells every indication, combination of symptoms and non-medicine on a page", () => {
    const told: readonly (readonly [path: string, prefix: string, ids: readonly string[]])[] = [
      ["/indications", "use-", Object.keys(knowledge.indications)],
      ["/symptoms", "", Object.keys(knowledge.symptomCombinations)],
      ["/interactions", "", Object.keys(knowledge.notMedicines)],
    ];
    let seen = 0;
    for (const language of languages) {
      for (const [path, prefix, ids] of told) {
        const html = site.page(language, path) ?? "";
        expect(ids.filter((id) => !html.includes(`id="${prefix}${id}"`))).toEqual([]);
        seen += ids.length;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(2 * (39 + 5 + 6));
  });

  test("puts whom to call before anything else where it cannot wait, and the crisis line first of all", () => {
    const html = site.page("ja", "/symptoms/self-harm-thoughts") ?? "";
    const [crisis, ambulance, advice] = ["tel:0120279338", "tel:119", 'id="what"'].map((one) =>
      html.indexOf(one),
    );
    expect(crisis).toBeGreaterThan(0);
    expect(crisis).toBeLessThan(ambulance ?? 0);
    expect(ambulance).toBeLessThan(advice ?? 0);
  });
});
