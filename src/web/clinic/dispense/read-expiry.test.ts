import { describe, expect, test } from "vitest";
import { dayText } from "../../../core/calendar.ts";
import { typedExpiry } from "./read-expiry.ts";

function read(typed: string): string {
  const found = typedExpiry(typed);
  return found.is === "day" ? `${dayText(found.day)}${found.wholeMonth ? " (month)" : ""}` : found.is;
}

describe("An expiry as it is typed", () => {
  test("is the last day of its month, however year and month are written", () => {
    for (const typed of [
      "2028-03",
      "2028/03",
      "2028/3",
      "2028.03",
      "28.3",
      "28/03",
      "03/28",
      "3.28",
      "03/2028",
      "03 2028",
      "202803",
      "032028",
      "2803",
      "0328",
      "MAR 2028",
      "mar-28",
      "2028 March",
      "EXP 2028-03",
      "exp: 03/2028",
      "２０２８－０３",
      "2028ー03",
      "2028年3月",
      "使用期限 2028.03",
    ]) {
      expect(read(typed), typed).toBe("2028-03-31 (month)");
    }
    expect(read("2028-02")).toBe("2028-02-29 (month)");
    expect(read("28.12")).toBe("2028-12-31 (month)");
  });

  test("is the day itself where one is written", () => {
    for (const typed of [
      "2028-03-15",
      "2028/3/15",
      "20280315",
      "15.03.2028",
      "15 MAR 2028",
      "03/15/2028",
      "2028年3月15日",
    ]) {
      expect(read(typed), typed).toBe("2028-03-15");
    }
  });

  test("is unclear where it can be read in two ways, or in none", () => {
    for (const typed of [
      "05/06/2028",
      "05/11",
      "0511",
      "28",
      "2028",
      "2028-13",
      "2028-02-30",
      "28.03.15",
      "30/28",
      "soon",
      "3 XYZ 2028",
      "2128-03",
    ]) {
      expect(read(typed), typed).toBe("unclear");
    }
  });

  test("is nothing while nothing is there", () => {
    expect(read("  ")).toBe("nothing");
    expect(read("EXP ")).toBe("nothing");
  });
});
