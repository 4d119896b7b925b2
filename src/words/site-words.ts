/** Words of the public site, by language. English holds the list; the compiler asks for the same of every other. */
import { site as en } from "./en/site/index.ts";
import { site as ja } from "./ja/site/index.ts";
import type { Language } from "./words.ts";

export type SiteWords = typeof en;

export const siteWords: { readonly [L in Language]: SiteWords } = { en, ja };
