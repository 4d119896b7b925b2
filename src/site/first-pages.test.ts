import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { siteWords } from "../words/site-words.ts";
import { languages } from "../words/words.ts";
import { siteOf } from "./site.ts";

const site = siteOf(readKnowledge(), day("2026-11-22"));
const page = (language: "en" | "ja", path: string) => site.page(language, path) ?? "";
const described = (language: "en" | "ja") => /<desc[^>]*>([^<]*)<\/desc>/.exec(page(language, ""))?.[1] ?? "";

describe("The drawing of a course", () => {
  test("calls usual what is usual, and says that past the longest somebody has to judge", () => {
    expect(described("en")).toContain("Last capsule: Usually within 20 weeks; Past 8 months: judged first.");
    expect(described("ja")).toContain("最後のカプセル：通常は20週間以内、8か月を超える前に医師が判断。");
  });

  test("is read aloud in whole sentences, each language by its own marks", () => {
    expect(described("en")).toContain("No lasers or waxing before then.");
    expect(described("ja")).toContain("レーザーやワックス脱毛はそれまで受けない。");
    expect(described("ja")).not.toMatch(/[,.:;] /);
  });
});

describe("The words of the site", () => {
  test("claim of dryness no more than was read", () => {
    for (const language of languages)
      expect(siteWords[language].understand.effects.lead).not.toMatch(
        /nearly everybody|everyone|ほとんど|必ず|全員/,
      );
  });

  test("call symptoms only what is one: the child before birth is warned of too", () => {
    expect(siteWords.ja.unapproved.points.abroad.text).not.toContain("次の症状");
  });
});

describe("Those who prescribe", () => {
  const main = ["/check#", "/ask/plan#", "/ask/price#", "/protocols#"];
  test("are led from the first page and from their own to check, plan, price and compare, in this order", () => {
    for (const language of languages) {
      for (const path of ["", "/prescribers"]) {
        const html = page(language, path);
        const body = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
        const places = main.map((to) => body.indexOf(`href="${to}`));
        expect(
          places.every((at) => at > 0),
          `/${language}${path}`,
        ).toBe(true);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }
      expect(page(language, "")).toContain(`href="/${language}/prescribers"`);
      // At the top of the first page a line leads there.
      const html = page(language, "");
      expect(html.indexOf('href="#prescribers"')).toBeGreaterThan(0);
      expect(html.indexOf('href="#prescribers"')).toBeLessThan(html.indexOf("<section"));
    }
  });
});

describe("Who it is for", () => {
  test("is said in plain words before the label's", () => {
    for (const language of languages) {
      const html = page(language, "");
      const { whoPlain, whoLabel } = siteWords[language].home;
      expect(html.indexOf(whoPlain)).toBeGreaterThan(0);
      expect(html.indexOf(whoPlain)).toBeLessThan(html.indexOf(whoLabel));
      expect(whoPlain).not.toMatch(/off-label|適応外|承認|recalcitrant|結節/);
    }
  });
});

describe("Whoever asks about alcohol", () => {
  test("is told that no source names an amount, and is led to the hours before blood is taken, and back", () => {
    const says = { en: "No source that was read names an amount", ja: "具体的な量を示したものはなく" };
    for (const language of languages) {
      const html = page(language, "/may-i/alcohol");
      expect(html).toContain(says[language]);
      expect(html).toContain(`href="/${language}/may-i/alcohol-before-lipids"`);
      expect(page(language, "/may-i/alcohol-before-lipids")).toContain(`href="/${language}/may-i/alcohol"`);
    }
  });
});

describe("The sources of a page", () => {
  test("name no file of ours, and our own decisions in the reader's language", () => {
    for (const language of languages) {
      for (const path of ["", "/understand", "/sources", "/may-i/alcohol"])
        expect(page(language, path)).not.toMatch(/docs\/decisions|\.md#/);
    }
    expect(page("ja", "/may-i/alcohol")).toContain("飲酒後3年間の避妊は、アシトレチンの決まり");
    expect(page("en", "/may-i/alcohol")).toContain('href="/en/sources#of-decision-alcohol-claim"');
  });
});
