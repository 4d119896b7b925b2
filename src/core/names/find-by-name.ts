/** Finds an item of a list by its id, or by a name somebody typed: any width, kana, case, hyphen or space. */

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
  const called = items.filter((item) => namesOf(item).some((name) => sameName(name) === wanted));
  const [only] = called;
  if (only !== undefined && called.length === 1) return { is: "found", id: only.id, item: only };
  return { is: "not-found", near: called };
}

/** Every name of an item, its id too. */
export function namesOf({ id, name, aliases = [] }: Findable): readonly string[] {
  return [id, name.en, name.ja, ...aliases];
}

/** A name as it is compared: one width, one kana, one case, no hyphens, spaces or dots. */
export function sameName(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
    .replaceAll(/[\s\-‐‑–—・.,'’/]/g, "");
}
