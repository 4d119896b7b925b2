/**
 * What somebody means by a medicine's name: generic, brand, class or code; English or Japanese; any width, kana, case;
 * several in one text. A guess is marked as one.
 */
import { nearest, sameName } from "./find-by-name.ts";
import { codeIn, type MedicineNames, medicinesOfCode } from "./medicine-codes.ts";
import { bareName, plain, type Route, routeIn } from "./route.ts";

export type { MedicineNames } from "./medicine-codes.ts";

/** Something with names: a medicine, isotretinoin itself, or what is no medicine. */
export type Meant =
  | { readonly kind: "medicine"; readonly id: string }
  | { readonly kind: "itself" }
  | { readonly kind: "not-a-medicine"; readonly id: string };

export interface Understood {
  /** As it was typed; of a text that names several, the part that names this one. */
  readonly written: string;
  readonly route: Route | undefined;
  /** Empty where nothing here is called so; several where one name stands for several. */
  readonly meant: readonly Meant[];
  /**
   * `named`: it is called so. `part`: other words stand beside the name. `misspelt`: the nearest name. `or`: one of
   * these may be meant. Only what is `named` is believed.
   */
  readonly how: "named" | "part" | "misspelt" | "or" | "unknown";
}

/** Nobody names more in one text: what falls into more pieces is read as a whole. */
const mostParts = 20;

/** Everything that a text names, one after the other; never empty. */
export function findMedicine(known: MedicineNames, text: string): readonly Understood[] {
  const code = codeIn(text);
  if (code !== undefined) {
    const found = medicinesOfCode(code, known);
    const base = { written: text, route: undefined };
    if (found === undefined) return [{ ...base, meant: [], how: "unknown" }];
    if (found.is === "itself") return [{ ...base, meant: [{ kind: "itself" }], how: "named" }];
    const meant = found.ids.map((id): Meant => ({ kind: "medicine", id }));
    return [{ ...base, meant, how: found.is === "group" ? "or" : "named" }];
  }
  const names = namesKnown(known);
  const whole = named(names, text);
  if (whole !== undefined) return [whole];
  const parts = plain(text)
    .split(/[+&,、,;/]|\band\b|\bwith\b|\bplus\b/)
    .map((part) => part.trim())
    .filter((part) => sameName(part) !== "");
  if (parts.length > 1 && parts.length <= mostParts)
    return parts.flatMap((part) => named(names, part) ?? within(names, part));
  return within(names, text);
}

/** One name of something, as it is written and as it is compared. */
interface Name {
  readonly meant: Meant;
  readonly name: string;
  readonly same: string;
  /** With the spaces between its words. */
  readonly spaced: string;
}

/** Compared names are the costly part; the knowledge they come from never changes. */
const prepared = new WeakMap<MedicineNames["medicines"], readonly Name[]>();

/** Every name of everything, the longest first, for a search and for tests over all of them. */
export function namesKnown(known: MedicineNames): readonly Name[] {
  const seen = prepared.get(known.medicines);
  if (seen !== undefined) return seen;
  const { itself } = known;
  const products = Object.values(known.products).flatMap(({ name }) => [name.en, name.ja]);
  const all: readonly (readonly [Meant, readonly string[]])[] = [
    ...Object.values(known.medicines).map(
      ({ id, name, brands, aliases }) =>
        [{ kind: "medicine", id }, [name.en, name.ja, ...brands, ...aliases]] as const,
    ),
    [{ kind: "itself" }, [itself.name.en, itself.name.ja, ...itself.aliases, ...products]],
    ...Object.values(known.notMedicines).map(
      ({ id, name, aliases }) => [{ kind: "not-a-medicine", id }, [name.en, name.ja, ...aliases]] as const,
    ),
  ];
  const names = all.flatMap(([meant, written]) =>
    [...new Set(written.flatMap(withoutNote))].map((name) => ({
      meant,
      name,
      same: sameName(name),
      spaced: spaced(name),
    })),
  );
  const longestFirst = names.toSorted((a, b) => b.spaced.length - a.spaced.length);
  prepared.set(known.medicines, longestFirst);
  return longestFirst;
}

/** A name, and the same without the note behind it: "Combined pill (…)". */
function withoutNote(name: string): readonly string[] {
  const bare = name.replace(/[((].*$/u, "").trimEnd();
  return bare === "" || bare === name ? [name] : [name, bare];
}

/** Called exactly so, or so but for the route, the strength or the salt. */
function named(names: readonly Name[], text: string): Understood | undefined {
  for (const written of [text, bareName(text)]) {
    const wanted = sameName(written);
    const meant = wanted === "" ? [] : meantBy(names.filter(({ same }) => same === wanted));
    if (meant.length > 0) return { written: text, route: routeIn(text), meant, how: "named" };
  }
  return undefined;
}

/** The names that stand in a text, or the nearest to all of it; where the two differ, either may be meant. */
function within(names: readonly Name[], text: string): readonly Understood[] {
  const base = { written: text, route: routeIn(text) };
  const near =
    [text, bareName(text)]
      .map((wanted) => meantBy(nearest(names, ({ same }) => same, sameName(wanted))))
      .find((found) => found.length > 0) ?? [];
  const inside = contained(names, bareName(text));
  if (near.length === 0 && inside.length === 0) return [{ ...base, meant: [], how: "unknown" }];
  if (near.every((one) => inside.includes(one))) return [{ ...base, meant: inside, how: "part" }];
  const meant = [...new Set([...near, ...inside])];
  return [{ ...base, meant, how: meant.length === 1 ? "misspelt" : "or" }];
}

function meantBy(names: readonly Name[]): readonly Meant[] {
  return [...new Set(names.map(({ meant }) => meant))];
}

/** Names in the text, the longest first, each place once; shorter ones than these are found in anything. */
function contained(names: readonly Name[], text: string): readonly Meant[] {
  const candidates = names.filter(({ spaced: name }) => name.length >= (/[a-z]/.test(name) ? 4 : 3));
  let left = spaced(text);
  const found: Name[] = [];
  for (const candidate of candidates) {
    const name = candidate.spaced;
    // A name of two agents is in the list twice, and means both.
    if (found.some((one) => one.spaced === name)) found.push(candidate);
    const at = placeOf(left, name);
    if (at < 0) continue;
    left = `${left.slice(0, at)} | ${left.slice(at + name.length)}`;
    found.push(candidate);
  }
  return meantBy(found);
}

/** Where a name stands as a word of its own; Japanese puts nothing between words. */
function placeOf(text: string, name: string): number {
  const isLatin = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/.test(letter);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const cutBefore = isLatin(name[0]) && isLatin(text[at - 1]);
    const cutAfter = isLatin(name.at(-1)) && isLatin(text[at + name.length]);
    if (!cutBefore && !cutAfter) return at;
  }
  return -1;
}

/** As `sameName`, with the spaces between words kept. */
function spaced(text: string): string {
  return plain(text)
    .split(/[\s\p{P}]+/u)
    .map(sameName)
    .filter((word) => word !== "")
    .join(" ");
}
