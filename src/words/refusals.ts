/** Refusals as sentences, in every language. */
import type { Knowledge } from "../core/knowledge/schema.ts";
import type { Refusal, RefusalId, Refusals } from "../core/refusal.ts";
import { refusals as en } from "./en/refusals.ts";
import { refusals as ja } from "./ja/refusals.ts";
import type { RefusalText, RefusalWords } from "./record-words.ts";
import { sayIn } from "./say.ts";
import { type Language, languages } from "./words.ts";

const words: { readonly [L in Language]: RefusalWords } = { en, ja };

/** Why something was refused, and what would be right. */
export function renderRefusal(
  refusal: Refusal,
  knowledge: Knowledge,
  zone: string,
): { readonly [L in Language]: RefusalText } {
  const text = (language: Language) => textOf(language, refusal, knowledge, zone);
  return Object.fromEntries(languages.map((language) => [language, text(language)])) as {
    [L in Language]: RefusalText;
  };
}

function textOf<R extends RefusalId>(
  language: Language,
  { refused, facts }: { readonly refused: R; readonly facts: Refusals[R] },
  knowledge: Knowledge,
  zone: string,
): RefusalText {
  return words[language][refused](facts, sayIn(language, knowledge, zone));
}
