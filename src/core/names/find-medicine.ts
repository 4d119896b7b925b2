/**
 * What somebody means by a medicine's name: generic, brand, class or code; English or Japanese; any width, kana, case;
 * several in one text. A guess is marked as one.
 */
import { likest, sameName } from "./find-by-name.ts";
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
  if (parts.length > 1) return parts.flatMap((part) => named(names, part) ?? within(names, part));
  return within(names, text);
}

interface Name {
  readonly meant: Meant;
  readonly names: readonly string[];
}

/** Every name of everything, for a search and for tests over all of them. */
export function namesKnown(known: MedicineNames): readonly Name[] {
  const { itself } = known;
  return [
    ...Object.values(known.medicines).map(
      ({ id, name, brands, aliases }): Name => ({
        meant: { kind: "medicine", id },
        names: [name.en, name.ja, ...brands, ...aliases],
      }),
    ),
    { meant: { kind: "itself" }, names: [itself.name.en, itself.name.ja, ...itself.aliases] },
    ...Object.values(known.notMedicines).map(
      ({ id, name, aliases }): Name => ({
        meant: { kind: "not-a-medicine", id },
        names: [name.en, name.ja, ...aliases],
      }),
    ),
  ];
}

/** Called exactly so, or so but for the route, the strength or the salt. */
function named(names: readonly Name[], text: string): Understood | undefined {
  for (const written of [text, bareName(text)]) {
    const wanted = sameName(written);
    if (wanted === "") continue;
    const called = names.filter((one) => one.names.some((name) => sameName(name) === wanted));
    if (called.length > 0) {
      return { written: text, route: routeIn(text), meant: called.map(({ meant }) => meant), how: "named" };
    }
  }
  return undefined;
}

/** Names that stand in a longer text; failing that, the nearest to it. */
function within(names: readonly Name[], text: string): readonly Understood[] {
  const route = routeIn(text);
  const found = contained(names, bareName(text));
  if (found.length > 0) return [{ written: text, route, meant: found, how: "part" }];
  const wanted = bareName(text) === "" ? text : bareName(text);
  const near = likest(names, (one) => one.names, wanted).map(({ meant }) => meant);
  if (near.length === 0) return [{ written: text, route, meant: [], how: "unknown" }];
  // Two agents of one product have one name, so they are nearest together.
  return [{ written: text, route, meant: near, how: near.length === 1 ? "misspelt" : "or" }];
}

function contained(names: readonly Name[], text: string): readonly Meant[] {
  const candidates = names
    .flatMap(({ meant, names: all }) => all.map((name) => ({ meant, name: spaced(name) })))
    .filter(({ name }) => name.length >= (/[a-z]/.test(name) ? 4 : 3))
    .toSorted((a, b) => b.name.length - a.name.length);
  let left = spaced(text);
  const found: Meant[] = [];
  let last = "";
  for (const { meant, name } of candidates) {
    if (name === last) {
      found.push(meant); // a name of two: both are meant
      continue;
    }
    const at = placeOf(left, name);
    if (at < 0) continue;
    left = `${left.slice(0, at)} | ${left.slice(at + name.length)}`;
    found.push(meant);
    last = name;
  }
  return found;
}

/** Where a name stands as a word of its own; Japanese puts nothing between words. */
function placeOf(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const beside = [text[at - 1], text[at + name.length]];
    const edges = [name[0], name.at(-1)];
    const cut = edges.some(
      (edge, side) => /[a-z0-9]/.test(edge ?? "") && /[a-z0-9]/.test(beside[side] ?? ""),
    );
    if (!cut) return at;
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
