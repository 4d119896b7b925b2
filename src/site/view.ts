/** What a page is drawn from, and what it gives. */

import { settingUnder, underUnlessSaid } from "../app/questions/under.ts";
import type { Day } from "../core/calendar.ts";
import type { Verdict } from "../core/finding.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { askedOn } from "../core/questions/asked.ts";
import type { Asked } from "../core/questions/question.ts";
import { sayIn } from "../words/say.ts";
import { type SiteWords, siteWords } from "../words/site-words.ts";
import type { Bilingual, Language, Say } from "../words/words.ts";
import { Citations } from "./parts/citations.ts";

export interface View {
  readonly knowledge: Knowledge;
  readonly language: Language;
  readonly text: SiteWords;
  readonly say: Say;
  /** Japan's private pay, whose rules are the strictest of all. */
  readonly asked: Asked;
  /** The sources that the page has named so far. */
  readonly citations: Citations;
  /** What was asked for behind the "?". */
  readonly query: URLSearchParams;
  /** Where the site stands, such as "https://example.org"; "" where nobody knows, and addresses begin with "/". */
  readonly origin: string;
}

export interface Content {
  readonly title: string;
  /** For whoever finds the page by searching. */
  readonly description: string;
  readonly body: string;
  /** How what the heading says is judged, where it quotes somebody. */
  readonly tone?: Verdict;
  /** Drawn by what stands behind the "?": nothing for whoever lists pages. */
  readonly isAnswer?: boolean;
  /** Whom to call stands on the page already, so that its foot need not say it again. */
  readonly callsFirst?: boolean;
  /** Links from the start to this page, without either end. */
  readonly trail?: readonly { readonly path: string; readonly title: string }[];
}

/** Draws one page; its address stands where it is listed. */
export type Draw = (view: View) => Content;

/** What all pages of a day are drawn from. */
export interface Ground {
  readonly knowledge: Knowledge;
  /** Today in Japan: the rules in force are those of the day. */
  readonly day: Day;
  readonly origin: string;
}

/** What one page is drawn from. */
export function viewOf({ knowledge, day, origin }: Ground, language: Language, query: URLSearchParams): View {
  const setting = settingUnder(underUnlessSaid, knowledge);
  if (setting === undefined) throw new Error(`there is no protocol ${underUnlessSaid}`);
  const asked = askedOn(knowledge, setting, day);
  return {
    knowledge,
    language,
    text: siteWords[language],
    say: sayIn(language, knowledge, asked.zone),
    asked,
    citations: new Citations(siteWords[language].frame),
    query,
    origin,
  };
}

/** A text of the knowledge in the page's language. */
export function inWords({ language }: Pick<View, "language">, text: Bilingual): string {
  return text[language];
}

/** The address of a page of the site, such as "/may-i/waxing" ("" is its first page), in the page's language. */
export function href({ language }: Pick<View, "language">, path: string): string {
  return `/${language}${path}`;
}

/** The address of a page of the app, in the page's language. */
export function appHref({ language }: Pick<View, "language">, path: string, given: object = {}): string {
  return `${path}#${new URLSearchParams({ ...given, lang: language }).toString()}`;
}

/** Names are kept in both scripts: a reader wants those of the page's own. */
export function isWrittenFor(name: string, { language }: Pick<View, "language">): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(name) === (language === "ja");
}
