import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
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
    expect(wrong(({ html, path }) => path !== "/claims" && /好転反応|healing reaction/i.test(html))).toEqual(
      [],
    );
    expect(wrong(({ html }) => /[!！]/.test(without(html.replace("<!doctype html>", ""))))).toEqual([]);
  });
});

describe("The public site", () => {
  test("has a page for every activity", () => {
    const missing = Object.keys(knowledge.activities).filter((id) => !site.paths.includes(`/may-i/${id}`));
    expect(missing).toEqual([]);
    expect(site.paths.filter((path) => path.startsWith("/may-i/")).length).toBeGreaterThanOrEqual(51);
  });
});
