/** The knowledge, looked up by code. */
import type {
  Allergen,
  Analyte,
  Code,
  Condition,
  Contraceptive,
  Indication,
  Knowledge,
  Medicine,
} from "../core/knowledge/schema.ts";
import { type Concept, keysOf, keysOfCode } from "./codes.ts";
import { given } from "./json.ts";

/** The part of the knowledge that an import reads. */
export type ImportKnowledge = Pick<
  Knowledge,
  | "ingredient"
  | "products"
  | "medicines"
  | "analytes"
  | "conditions"
  | "indications"
  | "contraceptives"
  | "allergens"
>;

/** Isotretinoin as codes name it: where they do not say, or contradict each other, it is not known. */
export interface Isotretinoin {
  readonly product?: string;
  readonly capsuleMg?: number;
  readonly formulation?: "conventional" | "lidose" | "micronised";
}

type Find<T> = (concept: Concept) => readonly T[];
export interface CodeBook {
  readonly isotretinoin: (concept: Concept) => Isotretinoin | undefined;
  readonly analytes: Find<Analyte>;
  readonly medicines: Find<Medicine>;
  readonly conditions: Find<Condition>;
  readonly indications: Find<Indication>;
  readonly contraceptives: Find<Contraceptive>;
  readonly allergens: Find<Allergen>;
}

/** Indexes the knowledge by code. */
export function codeBook(knowledge: ImportKnowledge): CodeBook {
  return {
    isotretinoin: isotretinoinFinder(knowledge),
    analytes: finder(knowledge.analytes),
    medicines: medicineFinder(knowledge.medicines),
    conditions: finder(knowledge.conditions),
    indications: finder(knowledge.indications),
    contraceptives: finder(knowledge.contraceptives),
    allergens: finder(knowledge.allergens),
  };
}

interface Coded {
  readonly codes: readonly Code[];
  readonly atcPrefixes?: readonly string[];
}

/** For each coding the exact code wins over a class of the ATC, and a narrower class over a wider one. */
function finder<T extends Coded>(items: Readonly<Record<string, T>>): Find<T> {
  const exact = index(
    Object.values(items).flatMap((item) => item.codes.map((code): [Code, T] => [code, item])),
  );
  const prefixes = Object.values(items).flatMap((item) =>
    (item.atcPrefixes ?? []).map((prefix) => ({ key: `atc|${prefix}`, item })),
  );
  return (concept) => {
    const found = new Set<T>();
    for (const key of concept.codings.flatMap(keysOf)) {
      const direct = exact.get(key);
      if (direct !== undefined) {
        for (const item of direct) found.add(item);
        continue;
      }
      const classes = prefixes.filter((prefix) => key.startsWith(prefix.key));
      const narrowest = Math.max(...classes.map((prefix) => prefix.key.length));
      for (const prefix of classes) if (prefix.key.length === narrowest) found.add(prefix.item);
    }
    return [...found];
  };
}

function isotretinoinFinder({ ingredient, products }: ImportKnowledge): CodeBook["isotretinoin"] {
  const known: [Code, Isotretinoin][] = [
    ...ingredient.codes.map((code): [Code, Isotretinoin] => [code, {}]),
    ...ingredient.strengthCodes.map(({ code, mg, form }): [Code, Isotretinoin] => [
      code,
      form === "micronised" ? { capsuleMg: mg, formulation: form } : { capsuleMg: mg },
    ]),
    ...Object.values(products).flatMap((product) =>
      Object.entries(product.codesByStrengthMg).flatMap(([mg, codes]) =>
        codes.map((code): [Code, Isotretinoin] => [
          code,
          { product: product.id, capsuleMg: Number(mg), formulation: product.formulation },
        ]),
      ),
    ),
  ];
  const byKey = index(known);
  return (concept) => {
    const found = concept.codings.flatMap(keysOf).flatMap((key) => byKey.get(key) ?? []);
    if (found.length === 0) return undefined;
    return given({
      product: agreed(found.map((one) => one.product)),
      capsuleMg: agreed(found.map((one) => one.capsuleMg)),
      formulation: agreed(found.map((one) => one.formulation)),
    });
  };
}

/** What all say who say anything; undefined where they differ. */
function agreed<T>(said: readonly (T | undefined)[]): T | undefined {
  const different = new Set(said.filter((value) => value !== undefined));
  return different.size === 1 ? [...different][0] : undefined;
}

function index<T>(pairs: readonly (readonly [Code, T])[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const [code, item] of pairs) {
    for (const key of keysOfCode(code)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [item]);
      else list.push(item);
    }
  }
  return found;
}

const onTheSkin = /cream|ointment|\bgel\b|lotion|topical|eye drop|クリーム|軟膏|ゲル|ローション|外用|点眼/i;

/** By code; without a known code, one that must not or may not be taken is known by its name as well. */
function medicineFinder(medicines: ImportKnowledge["medicines"]): Find<Medicine> {
  const byCode = finder(medicines);
  const named = Object.values(medicines)
    .filter(({ verdict, finding }) => finding === "interaction" && (verdict === "stop" || verdict === "ask"))
    .map((medicine) => ({
      medicine,
      names: [medicine.name.en, medicine.name.ja, ...medicine.brands].map((name) => name.toLowerCase()),
    }));
  return (concept) => {
    const coded = byCode(concept);
    if (coded.length > 0) return coded;
    const words = [concept.text, ...concept.codings.map(({ display }) => display)].filter(
      (said) => said !== undefined && !onTheSkin.test(said),
    );
    return named
      .filter(({ names }) =>
        words.some((said) => said !== undefined && names.some((name) => holds(said, name))),
      )
      .map(({ medicine }) => medicine);
  };
}

/** Whether a text holds a name as a word of its own; Japanese puts nothing between words. */
function holds(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name);
  if (at < 0) return false;
  const beside = [text[at - 1], text[at + name.length]];
  return !/[a-z]/.test(name) || beside.every((letter) => letter === undefined || !/[a-z]/i.test(letter));
}
