import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const site = siteOf(readKnowledge(), day("2026-11-22"));
const found = (language: "en" | "ja", search: string) =>
  site.page(language, "/search", new URLSearchParams({ search })) ?? "";
const main = (html: string) => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("The search over the whole site", () => {
  test.each([
    ["en", "headache", "/symptoms/headache"],
    ["ja", "頭痛", "/symptoms/headache"],
    ["en", "waxing", "/may-i/waxing"],
    ["ja", "脱毛", "/may-i/waxing"],
    ["ja", "お酒を飲んでもいいですか", "/may-i/alcohol"],
    ["en", "Can I drink alcohol with it?", "/may-i/alcohol"],
    ["en", "doxycycline", "/interactions/doxycycline"],
    ["ja", "ドキシサイクリン", "/interactions/doxycycline"],
    ["en", "psoriasis", "/indications/psoriasis"],
    ["ja", "乾癬", "/indications/psoriasis"],
    ["en", "blood donation", "/may-i/blood-donation"],
    ["ja", "好転反応", "/claims/"],
  ] as const)("in %s finds for “%s” the page %s", (language, typed, path) => {
    expect(main(found(language, typed))).toContain(`href="/${language}${path}`);
  });

  test("stands on the first page and where nothing is, as a form that needs no script", () => {
    for (const language of languages) {
      for (const html of [site.page(language, "") ?? "", site.notFound(language)])
        expect(html).toMatch(new RegExp(`<form[^>]*method="get" action="/${language}/search"`));
    }
  });

  test("puts symptoms before everything else", () => {
    const html = main(found("ja", "頭痛"));
    expect(html.indexOf('id="found-symptoms"')).toBeLessThan(html.indexOf('id="found-claims"'));
  });

  test("says where nothing is found that this clears nothing, and writes what was typed as text", () => {
    const html = found("en", '<b onclick="x">zzqq</b>');
    expect(html).not.toContain("<b onclick");
    expect(main(html)).toContain("no all-clear");
    expect(main(html)).not.toContain('<ul class="rows">');
  });

  test("is not listed with its answers, but without them", () => {
    expect(found("ja", "頭痛")).toContain('content="noindex"');
    expect(site.page("ja", "/search") ?? "").not.toContain("noindex");
    expect(main(site.page("ja", "/search") ?? "")).toContain(siteWords.ja.search.empty);
  });
});
