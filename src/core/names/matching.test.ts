import { describe, expect, test } from "vitest";
import { isOneEditApart, matches } from "./matching.ts";

const items = [
  { id: "blood-donation", name: { en: "Giving blood", ja: "献血" }, aliases: ["donate blood"] },
  { id: "waxing", name: { en: "Waxing", ja: "ワックス脱毛" }, aliases: ["ブラジリアンワックス"] },
  { id: "minocycline", name: { en: "Minocycline", ja: "ミノサイクリン" }, aliases: ["ミノマイシン"] },
];
const found = (typed: string) => matches(items, typed).map(({ item }) => item.id);

describe("what is found while somebody types", () => {
  test("is found in either language, in any width or kana", () => {
    for (const typed of ["giving", "GIVING", "ｇｉｖｉｎｇ", "献血"])
      expect(found(typed)).toEqual(["blood-donation"]);
    for (const typed of ["みのまいしん", "ﾐﾉﾏｲｼﾝ", "ミノマイ"]) expect(found(typed)).toEqual(["minocycline"]);
  });

  test("is found with one letter wrong, missing, too many or out of place", () => {
    for (const typed of ["minocyclime", "minocyline", "minnocycline", "minocycilne"])
      expect(found(typed)).toEqual(["minocycline"]);
  });

  test("is not found with two letters wrong, nor by a short word that is merely alike", () => {
    expect(found("monocyclime")).toEqual([]);
    expect(found("wex")).toEqual([]);
  });

  test("puts what begins so before what contains it", () => {
    expect(found("ワックス")).toEqual(["waxing"]);
    expect(matches(items, "blood").map(({ item, rank }) => [item.id, rank])).toEqual([["blood-donation", 1]]);
  });

  test("says by which name it was found", () => {
    expect(matches(items, "donate")[0]?.by).toBe("donate blood");
    expect(matches(items, "")).toEqual([]);
  });
});

test("one edit apart is one letter wrong, too many, missing, or two that changed places", () => {
  expect(isOneEditApart("abcd", "abcd")).toBe(true);
  expect(isOneEditApart("abcd", "abxd")).toBe(true);
  expect(isOneEditApart("abcd", "abd")).toBe(true);
  expect(isOneEditApart("abcd", "abdc")).toBe(true);
  expect(isOneEditApart("abcd", "axxd")).toBe(false);
  expect(isOneEditApart("abcd", "ab")).toBe(false);
});
