/** Entries as lines of a timeline, in every language. */
import type { Body, Entry, EntryType } from "../core/entry.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { entries as en } from "./en/entries.ts";
import { entries as ja } from "./ja/entries.ts";
import type { EntryWords } from "./record-words.ts";
import { sayIn } from "./say.ts";
import type { Bilingual, Language } from "./words.ts";

const words: { readonly [L in Language]: EntryWords } = { en, ja };

/** What an entry says, in a few words without a full stop. */
export function entryTitle(
  { type, body }: Pick<Entry, "type" | "body">,
  knowledge: Knowledge,
  zone: string,
): Bilingual {
  const text = (language: Language) => textOf(language, type, body as never, knowledge, zone);
  return { en: text("en"), ja: text("ja") };
}

function textOf<T extends EntryType>(
  language: Language,
  type: T,
  body: Body<T>,
  knowledge: Knowledge,
  zone: string,
): string {
  return words[language][type](body, sayIn(language, knowledge, zone));
}
