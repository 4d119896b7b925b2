import { describe, expect, test } from "vitest";
import { wrongWithPassword } from "./password.ts";

const whose = { name: "架空 礼子", email: "reiko.kaku@clinic.example" };
const says = (password: string) => wrongWithPassword(password, whose)?.en;

describe("A password", () => {
  test("is good where it is long, whatever it is made of", () => {
    for (const password of [
      "harbour lantern ninety",
      "abcabcabdxyz",
      "夕立のあとの長い坂道を歩く",
      "x7Gq!mPz2#Lw",
    ])
      expect(says(password), password).toBeUndefined();
  });

  test("is refused a character below the shortest, and at the longest not", () => {
    expect(says("abcdkzpqwrt")).toContain("shorter than 12");
    expect(says("abcdkzpqwrtm")).toBeUndefined();
    expect(says(`${"harbour ".repeat(15)}lanterns`)).toBeUndefined();
    expect(says(`${"harbour ".repeat(15)}lanterns!`)).toContain("longer than 128");
  });

  test("is refused where hardly more than the person's own name is in it", () => {
    for (const password of [
      "reiko.kaku@clinic.example",
      "Reiko-Kaku-2026",
      "ISOWARD isoward",
      "clinicClinic1",
      "ｒｅｉｋｏ-reiko-1",
    ])
      expect(says(password), password).toContain("your name");
    expect(says("reiko walks to the harbour")).toBeUndefined();
  });

  test("is refused where it repeats itself or runs along the keys", () => {
    for (const password of [
      "aaaaaaaaaaaaaa",
      "121212121212",
      "qwertyuiopasdf",
      "1234567890123",
      "passwordpassword",
      "harbour harbour harbour",
      "abcdefghijkl",
    ])
      expect(says(password), password).toContain("repeats itself");
  });
});
