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

/**
 * One width, and numbers in one of their spellings: 3ヶ月, 3 カ月, 3箇月 and 三か月 are 3か月, three months are 3 months.
 */
export function oneSpelling(text: string): string {
  return text
    .normalize("NFKC")
    .replaceAll(/[ヶヵケカか箇]月/g, "か月")
    .replaceAll(
      /(?<![一二三四五六七八九十])[一二三四五六七八九十]+(?=\s*(?:か月|週|日|年|錠|回|カプセル))/g,
      inDigits,
    )
    .replaceAll(/(?<=\d)\s+(?=[\u3040-\u30ff\u3400-\u9fff])/g, "")
    .replaceAll(numberWords, (word) => String(numbers.indexOf(word.toLowerCase()) + 1));
}

const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");
/** "One" is a number before what is counted alone: "one page says" is none. */
const numberWords = new RegExp(
  `\\b(?:${numbers.slice(1).join("|")}|one(?=[\\s-]+(?:month|week|day|year|capsule|tablet|pill|dose)))\\b`,
  "gi",
);

/** 三 as 3, 十二 as 12, 二十 as 20. */
function inDigits(kanji: string): string {
  const digit = (one: string | undefined) => "一二三四五六七八九".indexOf(one ?? "") + 1;
  const [tens, ones] = kanji.split("十");
  if (ones === undefined) return Array.from(kanji, digit).join("");
  return String((tens === "" ? 1 : digit(tens)) * 10 + (ones === "" ? 0 : digit(ones)));
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

/** Whether it stands there as one piece, in the order in which it was typed: "breast feeding" is breast-feeding too. */
export function standsWhole({ folded }: Searchable, search: string): boolean {
  const words = termsOf(search).join(" ");
  const runTogether = sameName(oneSpelling(search));
  return words !== "" && folded.some((text) => standsIn(text, words) || standsIn(text, runTogether));
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
