/** What is not shown, said in every language. */
import type { Verdict } from "../core/finding.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { notShown as en } from "./en/not-shown.ts";
import { notShown as ja } from "./ja/not-shown.ts";
import type { NotShownWords } from "./not-shown-words.ts";
import { sayIn } from "./say.ts";
import type { Bilingual, Language } from "./words.ts";

const words: { readonly [L in Language]: NotShownWords } = { en, ja };

export type WhyNotShown = "role" | "clinic" | "private" | "restricted";

/** "3 entries are not shown to your role." */
export function renderNotShown(because: WhyNotShown, count: number, knowledge: Knowledge): Bilingual {
  const text = (language: Language) => words[language][because](count, sayIn(language, knowledge, "UTC"));
  return { en: text("en"), ja: text("ja") };
}

/** What stands in the place of findings that are not shown. */
export function renderHiddenFinding(verdict: Exclude<Verdict, "pass" | "advise">): {
  readonly title: Bilingual;
  readonly text: Bilingual;
} {
  return {
    title: { en: en.findingTitle, ja: ja.findingTitle },
    text: { en: en.finding[verdict], ja: ja.finding[verdict] },
  };
}

/** What stands in the place of a headline that is not shown. */
export const hiddenHeadline: Bilingual = { en: en.headline, ja: ja.headline };
