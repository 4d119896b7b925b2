import { describe, expect, test } from "vitest";
import { readNumber, typedNumber } from "./read-number.ts";

const number = "K7QX-2M9P-8E64";
const route = "K7QX2M9P";

describe("While a number is typed,", () => {
  test("what stands there so far is incomplete, and how much is missing is known", () => {
    expect(typedNumber("")).toEqual({ is: "nothing" });
    expect(typedNumber(" - ")).toEqual({ is: "nothing" });
    expect(typedNumber("k7q")).toEqual({ is: "incomplete", missing: 9 });
    expect(typedNumber("K7QX-2M9P-8E6")).toEqual({ is: "incomplete", missing: 1 });
  });

  test("the last letter makes it a number", () => {
    expect(typedNumber(number)).toEqual({ is: "number", number, route });
  });

  test("spaces, case, dashes and wide letters do not matter", () => {
    for (const typed of [
      "k7qx2m9p8e64",
      " K7QX 2M9P　8E64\n",
      "Ｋ７ＱＸ－２ｍ９ｐ—８ｅ６４",
      "k7qxー2m9p−8 e64",
    ]) {
      expect(typedNumber(typed), typed).toEqual({ is: "number", number, route });
    }
  });

  test("wrong check letters are told from what is not complete yet", () => {
    expect(typedNumber("K7QX-2M9P-8E65")).toEqual({ is: "mistyped" });
    expect(typedNumber("K7XQ-2M9P-8E64")).toEqual({ is: "mistyped" });
  });

  test("a letter that no number has is named, however many there are", () => {
    expect(typedNumber("K7U")).toEqual({ is: "foreign", letter: "U" });
    expect(typedNumber("か7")).toEqual({ is: "foreign", letter: "か" });
  });

  test("more letters than a number has are not cut off", () => {
    expect(typedNumber(`${number}7`)).toEqual({ is: "too-long", letters: 13 });
    expect(readNumber(`${number}7`)).toBeUndefined();
  });
});
