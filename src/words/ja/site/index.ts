/** 公開サイトの言葉。臨床の数値はここに書かない。 */
import type { SiteWords } from "../../site-words.ts";
import { claims } from "./claims.ts";
import { frame } from "./frame.ts";
import { home } from "./home.ts";
import { indications } from "./indications.ts";
import { interactions } from "./interactions.ts";
import { mayI } from "./may-i.ts";
import { prescribers, sources, unapproved } from "./papers.ts";
import { prices } from "./prices.ts";
import { search } from "./search.ts";
import { symptoms } from "./symptoms.ts";
import { understand } from "./understand.ts";

export const site: SiteWords = {
  frame,
  home,
  mayI,
  interactions,
  symptoms,
  indications,
  understand,
  sources,
  unapproved,
  claims,
  prices,
  prescribers,
  search,
};
