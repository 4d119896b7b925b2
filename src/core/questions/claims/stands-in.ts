/** Whether what somebody looks for stands in a text: any width, kana, case or hyphen; words in any order. */
import { sameName } from "../../names/find-by-name.ts";

/** The words looked for, as they are compared; a number stays with the word after it: "2 weeks". */
export function termsOf(search: string): readonly string[] {
  const terms: string[] = [];
  for (const word of oneSpelling(search)
    .split(/[\s/]+/)
    .map(sameName)
    .filter(Boolean)) {
    const last = terms.at(-1);
    if (last !== undefined && /^\d+$/.test(last)) terms.splice(-1, 1, `${last} ${word}`);
    else terms.push(word);
  }
  return terms;
}

/** One width, and a month in one of its spellings: 3ヶ月, 3カ月 and 3箇月 are 3か月. */
export function oneSpelling(text: string): string {
  return text.normalize("NFKC").replaceAll(/[ヶヵケカか箇]月/g, "か月");
}

/** Texts made ready once, to be searched often. */
export interface Searchable {
  /** Each text with its words apart, and with everything run together, as Japanese is read. */
  readonly folded: readonly string[];
}

export function searchable(texts: readonly string[]): Searchable {
  return {
    folded: texts.map(oneSpelling).flatMap((text) => [
      text
        .split(/[\s/]+/)
        .map(sameName)
        .join(" "),
      sameName(text),
    ]),
  };
}

/** Whether every word stands in one of the texts. No words stand everywhere. */
export function standIn({ folded }: Searchable, terms: readonly string[]): boolean {
  return terms.every((term) => folded.some((text) => standsIn(text, term)));
}

function standsIn(text: string, term: string): boolean {
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    if (!goesOn(text.charAt(at - 1), term.charAt(0)) && !isCut(term, text.charAt(at + term.length)))
      return true;
  }
  return false;
}

/** A Latin word is found from its beginning: "ray" is not in "spray". A number is found whole: 2 weeks are not 12. */
function goesOn(before: string, first: string): boolean {
  return sameKind(before, first, /[a-z]/) || sameKind(before, first, /\d/);
}

function isCut(term: string, after: string): boolean {
  return sameKind(term.slice(-1), after, /\d/);
}

const sameKind = (a: string, b: string, kind: RegExp) => kind.test(a) && kind.test(b);
