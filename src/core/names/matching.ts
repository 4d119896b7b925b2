/** What somebody may mean while they type: by any name in either language, any width or kana, one letter wrong. */
import { type Findable, namesOf, sameName } from "./find-by-name.ts";

export interface Match<T> {
  readonly item: T;
  /** The name it was found by. */
  readonly by: string;
  /** 0 is best. */
  readonly rank: number;
}

/** Found by a name that is merely alike. */
export const misspeltRank = 3;

/** The likeliest first; empty for an empty text. */
export function matches<T extends Findable>(
  items: readonly T[],
  typed: string,
  most = 8,
): readonly Match<T>[] {
  const wanted = sameName(typed);
  if (wanted === "") return [];
  return items
    .flatMap((item): Match<T>[] => {
      const [best] = comparedOf(item)
        .map((name) => ({ by: name.shown, rank: rankOf(name, wanted) }))
        .toSorted((a, b) => a.rank - b.rank);
      return best === undefined || best.rank > misspeltRank ? [] : [{ item, ...best }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.by.length - b.by.length)
    .slice(0, most);
}

interface Compared {
  readonly shown: string;
  readonly same: string;
  /** The name from each of its words on: nothing is found across the end of one word and the beginning of the next. */
  readonly fromWords: readonly string[];
  /** Its runs of kana and Chinese characters, in which words follow one another without a space. */
  readonly runs: readonly string[];
}
const compared = new WeakMap<Findable, readonly Compared[]>();

/** Every name of an item as it is compared, reckoned once. */
function comparedOf(item: Findable): readonly Compared[] {
  const seen = compared.get(item);
  if (seen !== undefined) return seen;
  const names = namesOf(item).map((name): Compared => {
    const words = wordsOf(name);
    return {
      // An id is matched too, and never shown as a name.
      shown: name === item.id ? item.name.en : name,
      same: sameName(name),
      fromWords: words.map((_, index) => words.slice(index).join("")),
      runs: words.filter(isJapanese),
    };
  });
  compared.set(item, names);
  return names;
}

const japanese = "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー]";
/** At a space or a sign, and where Latin letters and Japanese ones meet. */
const betweenWords = new RegExp(
  `[\\s\\p{P}\\p{S}]+|(?<=${japanese})(?=[\\p{Script=Latin}\\p{N}])|(?<=[\\p{Script=Latin}\\p{N}])(?=${japanese})`,
  "u",
);

function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFKC")
    .split(betweenWords)
    .map(sameName)
    .filter((word) => word !== "");
}

function isJapanese(word: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(word);
}

/** Shorter words than this are too alike by chance. */
const leastLetters = 4;
/** Fewer kana than this stand in too many words. */
const leastKana = 3;

function rankOf({ same, fromWords, runs }: Compared, wanted: string): number {
  if (same === wanted) return 0;
  if (same.startsWith(wanted)) return 1;
  if (fromWords.some((rest) => rest.startsWith(wanted))) return 2;
  const isWord = /\p{Script=Han}/u.test(wanted) || wanted.length >= leastKana;
  if (isJapanese(wanted) && isWord && runs.some((run) => run.includes(wanted))) return 2;
  if (wanted.length < leastLetters) return misspeltRank + 1;
  // While somebody types, the beginning is all there is to compare.
  const beginnings = [-1, 0, 1].map((more) => same.slice(0, wanted.length + more));
  return beginnings.some((beginning) => isOneEditApart(beginning, wanted)) ? misspeltRank : misspeltRank + 1;
}

/** One letter wrong, too many, missing, or two that changed places. */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
