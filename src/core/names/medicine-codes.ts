/** Medicines by ATC or RxNorm code: the exact code, the narrowest class it belongs to, or the group it stands in. */
import type { Knowledge } from "../knowledge/schema.ts";

/** What holds the names and codes of medicines. */
export type MedicineNames = Pick<
  Knowledge,
  "medicines" | "contraceptives" | "itself" | "notMedicines" | "ingredient" | "products"
>;

export interface WrittenCode {
  readonly system: "atc" | "rxnorm";
  readonly code: string;
}

/** `J01AA08`, `atc:J01AA`, `rxnorm:6980`, `6980`; undefined where a text is no code. */
export function codeIn(text: string): WrittenCode | undefined {
  const written = text.normalize("NFKC").trim();
  const [, system, code = ""] = /^(?:(atc|rxnorm|rxcui)\s*[:=|#/ ]\s*)?([a-z0-9]+)$/i.exec(written) ?? [];
  const named = system?.toLowerCase();
  if (named !== "atc" && /^\d{3,8}$/.test(code)) return { system: "rxnorm", code };
  if (named === undefined || named === "atc") {
    if (/^[a-z]\d\d([a-z]([a-z](\d\d)?)?)?$/i.test(code)) return { system: "atc", code: code.toUpperCase() };
  }
  return undefined;
}

export type ByCode =
  | { readonly is: "itself" }
  | { readonly is: "medicines"; readonly ids: readonly string[] }
  /** Not known itself: these stand in its group, or in what it is the beginning of. */
  | { readonly is: "group"; readonly ids: readonly string[] }
  | undefined;

const isRetinoidForSkin = /^D10AD/;

/** What a code names. */
export function medicinesOfCode({ system, code }: WrittenCode, known: MedicineNames): ByCode {
  const { ingredient } = known;
  const own = [...ingredient.codes, ...ingredient.strengthCodes.map((one) => one.code)];
  const isIt = (one: { readonly system: string; readonly code: string }) =>
    one.system === system && one.code.toUpperCase() === code;
  // The gel has a code of isotretinoin's own; it falls under the retinoids for the skin.
  if (own.some(isIt) && !isRetinoidForSkin.test(code)) return { is: "itself" };
  const all = Object.values(known.medicines).map((medicine) => {
    const method =
      medicine.contraceptive === undefined ? undefined : known.contraceptives[medicine.contraceptive];
    return {
      id: medicine.id,
      codes: [...medicine.codes, ...(method?.codes ?? [])],
      prefixes: [...medicine.atcPrefixes, ...(method?.atcPrefixes ?? [])],
    };
  });
  const exact = all.filter(({ codes }) => codes.some(isIt));
  if (exact.length > 0) return { is: "medicines", ids: exact.map(({ id }) => id) };
  if (system !== "atc") return undefined;
  const classes = all.flatMap(({ id, prefixes }) =>
    prefixes.filter((prefix) => code.startsWith(prefix)).map((prefix) => ({ id, letters: prefix.length })),
  );
  const narrowest = Math.max(...classes.map(({ letters }) => letters));
  const found = classes.filter(({ letters }) => letters === narrowest).map(({ id }) => id);
  if (found.length > 0) return { is: "medicines", ids: found };
  const group = code.slice(0, 5);
  const near = all.filter(({ codes, prefixes }) =>
    [...codes.filter((one) => one.system === "atc").map((one) => one.code), ...prefixes].some((one) =>
      one.startsWith(group),
    ),
  );
  return near.length === 0 ? undefined : { is: "group", ids: near.map(({ id }) => id) };
}
