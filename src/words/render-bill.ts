/** Bills as words, in every language. */

import type { Knowledge } from "../core/knowledge/schema.ts";
import type { BillLine } from "../core/price/bill.ts";
import type { BillWords } from "./bill-words.ts";
import { bill as en } from "./en/bill.ts";
import { bill as ja } from "./ja/bill.ts";
import { sayIn } from "./say.ts";
import type { Bilingual, Language } from "./words.ts";

export const billWords: { readonly [L in Language]: BillWords } = { en, ja };

/** One line of a bill. */
export function billLineText(line: BillLine, knowledge: Knowledge, zone: string): Bilingual {
  const text = (language: Language) => billWords[language].line(line, sayIn(language, knowledge, zone));
  return { en: text("en"), ja: text("ja") };
}
