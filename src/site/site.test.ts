import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
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

describe("The public site", () => {
  const listed = [
    ["/may-i/", "activities", 51],
    ["/interactions/", "medicines", 63],
    ["/symptoms/", "symptoms", 61],
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
