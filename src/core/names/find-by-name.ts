/** Finds an item of a list by its id, or by a name somebody typed: any width, kana, case, hyphen or space. */
import { lettersApart, mistakesForgiven } from "./misspelt.ts";

/** What can be found. */
export interface Findable {
  readonly id: string;
  readonly name: { readonly en: string; readonly ja: string };
  readonly aliases?: readonly string[];
}

export type Found<T extends Findable> =
  | { readonly is: "found"; readonly id: string; readonly item: T }
  /** Those that somebody may have meant; never taken for the answer. */
  | { readonly is: "not-found"; readonly near: readonly T[] };

/** The one item that is called so. */
export function findByName<T extends Findable>(items: readonly T[], text: string): Found<T> {
  const exact = items.find(({ id }) => id === text);
  if (exact !== undefined) return { is: "found", id: exact.id, item: exact };
  const wanted = sameName(text);
  const called = items.filter((item) => comparedNames(item).includes(wanted));
  const [only] = called;
  if (only !== undefined && called.length === 1) return { is: "found", id: only.id, item: only };
  return { is: "not-found", near: called.length > 0 ? called : likest(items, text) };
}

/** Every name of an item, its id too. */
export function namesOf({ id, name, aliases = [] }: Findable): readonly string[] {
  return [id, name.en, name.ja, ...aliases];
}

const compared = new WeakMap<Findable, readonly string[]>();

/** Every name of an item as it is compared: the costly part, reckoned once for what the knowledge holds. */
export function comparedNames(item: Findable): readonly string[] {
  const seen = compared.get(item);
  if (seen !== undefined) return seen;
  const names = namesOf(item).map(sameName);
  compared.set(item, names);
  return names;
}

/** Those with a name nearest to a mistyped one, as far as a name of its length forgives. */
function likest<T extends Findable>(items: readonly T[], text: string): readonly T[] {
  const all = items.flatMap((item) => comparedNames(item).map((same) => ({ item, same })));
  return [...new Set(nearest(all, ({ same }) => same, sameName(text)).map(({ item }) => item))];
}

/** The names nearest to one, all in the form in which they are compared. */
export function nearest<T>(names: readonly T[], same: (name: T) => string, wanted: string): readonly T[] {
  let near: T[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const known = same(name);
    const apart = lettersApart(known, wanted, mistakesForgiven(known));
    if (apart === undefined || apart > least) continue;
    near = apart < least ? [name] : [...near, name];
    least = apart;
  }
  return near;
}

const small = "ァィゥェォッャュョヮヵヶ";
const large = "アイウエオツヤユヨワカケ";

/** A name as it is compared: one width, one kana, one case; no accents, hyphens, long marks, spaces or dots. */
export function sameName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}ー]/gu, "")
    .normalize("NFD")
    .replaceAll(/(?<=[a-z])\p{M}+/gu, "")
    .normalize("NFC")
    .replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(/[ァィゥェォッャュョヮヵヶ]/g, (kana) => large[small.indexOf(kana)] ?? kana);
}
