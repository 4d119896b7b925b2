/** What somebody may mean while they type: by any name in either language, any width or kana, one letter wrong. */
import { type Findable, namesOf, sameName } from "../../../core/names/find-by-name.ts";

export interface Match<T> {
  readonly item: T;
  /** The name it was found by. */
  readonly by: string;
  /** 0 is best. */
  readonly rank: number;
}

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
      const [best] = namesOf(item)
        // An id is matched too, and never shown as a name.
        .map((name) => ({ by: name === item.id ? item.name.en : name, rank: rankOf(sameName(name), wanted) }))
        .toSorted((a, b) => a.rank - b.rank);
      return best === undefined || best.rank > worst ? [] : [{ item, ...best }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.by.length - b.by.length)
    .slice(0, most);
}

const worst = 3;
/** Shorter words than this are too alike by chance. */
const leastLetters = 4;

function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.includes(wanted)) return 2;
  if (wanted.length < leastLetters) return worst + 1;
  // While somebody types, the beginning is all there is to compare.
  const beginnings = [-1, 0, 1].map((more) => name.slice(0, wanted.length + more));
  return beginnings.some((beginning) => isOneEditApart(beginning, wanted)) ? worst : worst + 1;
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
