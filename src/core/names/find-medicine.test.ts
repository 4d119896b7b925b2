import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../app/knowledge-files.ts";
import { sameName } from "./find-by-name.ts";
import { findMedicine, type Meant, namesKnown, type Understood } from "./find-medicine.ts";
import { mistakesForgiven } from "./misspelt.ts";

const knowledge = readKnowledge();
const all = namesKnown(knowledge);
const idOf = (meant: Meant) => (meant.kind === "itself" ? "itself" : meant.id);
const ids = (found: readonly Understood[]) => found.flatMap(({ meant }) => meant.map(idOf));
const isName = (text: string) => all.some(({ name }) => sameName(name) === sameName(text));
/** Every name that does not lead to its own agent. */
const lost = (typed: (name: string) => string) =>
  all
    .filter(({ meant, name }) => !ids(findMedicine(knowledge, typed(name))).includes(idOf(meant)))
    .map(({ name }) => typed(name));

const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0));
const hiragana = (text: string) =>
  text.replaceAll(/[ァ-ヶ]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0x60));
/** Half-width kana by what NFKC makes of them. */
const halfOf = new Map<string, string>();
for (let point = 0xff66; point <= 0xff9d; point++) {
  const half = String.fromCodePoint(point);
  for (const mark of ["", "ﾞ", "ﾟ"]) {
    const full = (half + mark).normalize("NFKC");
    if (Array.from(full).length === 1) halfOf.set(full, half + mark);
  }
}
const halfWidth = (text: string) => Array.from(text, (c) => halfOf.get(c) ?? c).join("");

describe("Every name of every agent", () => {
  test("there are as many as we say", () => {
    expect(Object.keys(knowledge.medicines).length).toBeGreaterThanOrEqual(60);
    expect(all.length).toBeGreaterThanOrEqual(550);
  });

  test("finds its own agent, and is believed", () => {
    for (const { meant, name } of all) {
      const found = findMedicine(knowledge, name);
      expect(ids(found), name).toContain(idOf(meant));
      expect(
        found.map(({ how }) => how),
        name,
      ).toEqual(["named"]);
    }
  });

  test.each<[string, (name: string) => string]>([
    ["in capitals", (name) => name.toUpperCase()],
    ["in full width", fullWidth],
    ["in half-width kana", halfWidth],
    ["in hiragana", hiragana],
    ["with spaces for hyphens", (name) => name.replaceAll("-", " ")],
    ["with hyphens for spaces", (name) => name.replaceAll(" ", "-")],
    ["with spaces around", (name) => `  ${name} `],
    ["decomposed", (name) => name.normalize("NFD")],
  ])("%s", (_, typed) => {
    expect(lost(typed)).toEqual([]);
  });

  test.each<[string, (letters: readonly string[], at: number) => readonly string[]]>([
    ["left out", (letters, at) => letters.toSpliced(at, 1)],
    ["added", (letters, at) => letters.toSpliced(at, 0, letters[0] === "q" ? "x" : "q")],
    ["changed", (letters, at) => letters.toSpliced(at, 1, letters[at] === "q" ? "x" : "q")],
    ["swapped", (letters, at) => letters.toSpliced(at, 2, letters[at + 1] ?? "", letters[at] ?? "")],
  ])("with one letter %s, is found or asked about", (_, mistake) => {
    let looked = 0;
    for (const { meant, name } of all) {
      const same = sameName(name);
      if (mistakesForgiven(same) === 0) continue;
      const letters = Array.from(same);
      for (const at of [Math.floor(letters.length / 2), letters.length - 1]) {
        const typed = mistake(letters, at).join("");
        if (isName(typed) || (mistake(letters, at).length === letters.length && typed === same)) continue;
        const found = findMedicine(knowledge, typed);
        expect(ids(found), `${name} as ${typed}`).toContain(idOf(meant));
        looked++;
      }
    }
    expect(looked).toBeGreaterThan(500);
  });

  test("a guess never says that it was named", () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.nat({ max: 30 }), ({ name }, at) => {
        const letters = Array.from(name);
        const typed = letters.toSpliced(at % letters.length, 1, "q").join("");
        if (isName(typed)) return;
        for (const { how, meant } of findMedicine(knowledge, typed)) {
          if (how === "named") expect(meant.every((one) => isPart(typed, one))).toBe(true);
        }
      }),
    );
  });

  /** A part of the text, cut at a comma or "and", may be a whole name. */
  function isPart(typed: string, meant: Meant): boolean {
    return all.some(
      ({ meant: one, name }) => idOf(one) === idOf(meant) && sameName(typed).includes(sameName(name)),
    );
  }
});

describe("Every code", () => {
  const medicines = Object.values(knowledge.medicines);
  const codes = medicines.flatMap(({ id, codes: own, atcPrefixes, contraceptive }) => [
    ...own.map(({ system, code }) => ({ id, system, code })),
    ...atcPrefixes.map((code) => ({ id, system: "atc", code })),
    ...(contraceptive === undefined
      ? []
      : (knowledge.contraceptives[contraceptive]?.codes ?? []).map(({ system, code }) => ({
          id,
          system,
          code,
        }))),
  ]);

  test.each(codes)("$system $code is $id", ({ id, system, code }) => {
    for (const typed of [
      code,
      `${system}:${code}`,
      ` ${system.toUpperCase()} ${code.toLowerCase()}`,
      fullWidth(code),
    ]) {
      const found = findMedicine(knowledge, typed);
      expect(ids(found), typed).toContain(id);
      expect(found[0]?.how, typed).toBe("named");
    }
  });

  test("of isotretinoin is isotretinoin", () => {
    for (const typed of ["6064", "rxnorm:197844", "D10BA01"])
      expect(findMedicine(knowledge, typed)).toMatchObject([{ how: "named", meant: [{ kind: "itself" }] }]);
  });

  test("of a class not entered one by one is the class", () => {
    expect(ids(findMedicine(knowledge, "J01AA08"))).toEqual(["tetracyclines"]);
    expect(ids(findMedicine(knowledge, "H02AB06"))).toEqual(["systemic-corticosteroids"]);
    expect(ids(findMedicine(knowledge, "D10AD04"))).toEqual(["topical-retinoids"]);
  });

  test("that stands beside known ones is asked about, never believed", () => {
    for (const [typed, near] of [
      ["A11CA", ["vitamin-a", "beta-carotene"]],
      ["G03AC09", ["contraceptive-implant", "contraceptive-injection"]],
      ["J01A", ["tetracyclines"]],
    ] as const) {
      const [found] = findMedicine(knowledge, typed);
      expect(found?.how, typed).toBe("or");
      expect(found?.meant.map(idOf), typed).toEqual(expect.arrayContaining([...near]));
    }
  });

  test("that nobody here knows is unknown", () => {
    for (const typed of ["rxnorm:999999", "Z99ZZ99", "atc:N02BE01"])
      expect(findMedicine(knowledge, typed)).toMatchObject([{ how: "unknown", meant: [] }]);
  });
});

describe("What stands around a name", () => {
  test.each([
    ["ミノマイシン錠50mg", ["minocycline"], "oral"],
    ["ドキシサイクリン塩酸塩 100mg カプセル", ["doxycycline"], "oral"],
    ["吸入ステロイド", ["systemic-corticosteroids"], "inhaled"],
    ["ステロイドの塗り薬", ["systemic-corticosteroids"], "skin"],
    ["プレドニゾロン 点鼻", ["prednisolone"], "nasal"],
    ["short-term steroid drip", ["systemic-corticosteroids"], "drip"],
    ["ステロイドの点滴", ["systemic-corticosteroids"], "drip"],
    ["Differin gel 0.1%", ["adapalene"], "skin"],
    ["エピデュオゲル", ["adapalene", "benzoyl-peroxide"], "skin"],
    ["vitamin A 1000 IU", ["vitamin-a"], undefined],
  ])("%s", (text, meant, route) => {
    const found = findMedicine(knowledge, text);
    expect(ids(found)).toEqual(meant);
    expect(found).toMatchObject([{ how: "named", route }]);
  });

  test.each([
    ["vitamin A and vitamin C", ["vitamin-a", "water-soluble-vitamins"]],
    ["ビタミンAとビタミンC", ["vitamin-a", "water-soluble-vitamins"]],
    ["minocycline + prednisolone", ["minocycline", "prednisolone"]],
    ["my old minocycline from last year", ["minocycline"]],
  ])("several, or a name in a sentence: %s", (text, meant) => {
    expect(ids(findMedicine(knowledge, text)).toSorted()).toEqual(meant.toSorted());
  });

  test("a name inside another word is not taken for it", () => {
    expect(ids(findMedicine(knowledge, "isotretinoin"))).toEqual(["itself"]);
    expect(ids(findMedicine(knowledge, "イソトレチノイン"))).toEqual(["itself"]);
    expect(ids(findMedicine(knowledge, "foo"))).toEqual([]);
  });

  test("whatever is typed, something is said and nothing throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(findMedicine(knowledge, text).length).toBeGreaterThan(0);
      }),
    );
  });
});
