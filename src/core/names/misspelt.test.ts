import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findByName, sameName } from "./find-by-name.ts";
import { lettersApart, mistakesForgiven } from "./misspelt.ts";

describe("Letters apart", () => {
  test.each([
    ["doxycycline", "doxycycline", 0],
    ["doxycycline", "doxycyclin", 1],
    ["doxycycline", "doxxycycline", 1],
    ["doxycycline", "doxicycline", 1],
    ["doxycycline", "dxoycycline", 1],
    ["doxycycline", "dxoyciclin", undefined],
    ["ミノマイシン", "ミノマシイン", 1],
    ["", "ab", 2],
    ["", "abc", undefined],
  ])("%s and %s: %s", (a, b, apart) => {
    expect(lettersApart(a, b, 2)).toBe(apart);
  });

  test("is the same both ways, and none only between equals", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(lettersApart(a, b, 2)).toBe(lettersApart(b, a, 2));
        expect(lettersApart(a, b, 2) === 0).toBe(a === b);
      }),
    );
  });

  test.each([
    ["pill", 0],
    ["rulid", 1],
    ["minocycline", 2],
    ["ピル", 0],
    ["ミノペン", 1],
    ["ロキシスロマイシン", 2],
  ] as const)("a name forgives by its length: %s, %i", (name, forgiven) => {
    expect(mistakesForgiven(name)).toBe(forgiven);
  });
});

describe("A name of a list", () => {
  const items = [
    { id: "laser", name: { en: "Laser hair removal", ja: "レーザー脱毛" }, aliases: ["医療脱毛"] },
    { id: "lasik", name: { en: "LASIK", ja: "レーシック" } },
    { id: "waxing", name: { en: "Waxing", ja: "ワックス脱毛" } },
  ];
  test.each([
    ["laser", "laser"],
    ["ＬＡＳＩＫ", "lasik"],
    ["れーしっく", "lasik"],
    ["ﾚｰｼｯｸ", "lasik"],
    ["laser hair-removal", "laser"],
    ["医療 脱毛", "laser"],
  ])("%s is %s", (text, id) => {
    expect(findByName(items, text)).toMatchObject({ is: "found", id });
  });

  test("a mistyped one is asked about and never taken", () => {
    expect(findByName(items, "レーシク")).toMatchObject({ is: "not-found", near: [{ id: "lasik" }] });
    expect(findByName(items, "waxxing")).toMatchObject({ is: "not-found", near: [{ id: "waxing" }] });
    expect(findByName(items, "surgery")).toEqual({ is: "not-found", near: [] });
  });

  test("one name of two things is neither", () => {
    const two = [...items, { id: "depilation", name: { en: "Hair removal", ja: "医療脱毛" } }];
    const found = findByName(two, "医療脱毛");
    expect(found).toMatchObject({ is: "not-found" });
    expect(found.is === "not-found" && found.near.map(({ id }) => id)).toEqual(["laser", "depilation"]);
  });

  test("what is compared is the same however often it is made so", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (text) => {
        expect(sameName(sameName(text))).toBe(sameName(text));
      }),
    );
  });
});
