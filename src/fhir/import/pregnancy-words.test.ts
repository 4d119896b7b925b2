import { describe, expect, test } from "vitest";
import { namesPregnancy } from "./pregnancy-words.ts";

const says = (text: string) => namesPregnancy({ codings: [], text });

describe("a pregnancy named in words", () => {
  test.each(["Pregnant", "Pregnancy, 8 weeks", "Normal pregnancy (finding)", "Gravida", "妊娠中", "妊娠8週"])(
    "%s is one",
    (text) => expect(says(text)).toBe(true),
  );
  test.each([
    "Not pregnant",
    "Pregnancy test negative",
    "Pregnancy prevention counselling",
    "History of pregnancy",
    "Possible pregnancy",
    "妊娠していない",
    "妊娠検査",
    "妊娠の可能性なし",
    "Acne",
  ])("%s is none", (text) => expect(says(text)).toBe(false));
  test("in a coding's display counts as well", () => {
    const codings = [{ system: "http://snomed.info/sct", code: "77386006", display: "Pregnant" }];
    expect(namesPregnancy({ codings, text: undefined })).toBe(true);
  });
});
