import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Problem } from "../problem.ts";
import { parse } from "./body.ts";

const read = (text: string) => parse(new TextEncoder().encode(text));
const whyNot = (text: string) => {
  const found = read(text);
  return found instanceof Problem
    ? `${found.type}: ${found.says.en} ${JSON.stringify(found.more.errors ?? [])}`
    : found;
};

describe("A body", () => {
  test("is what JSON.parse says, where it means one thing", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.boolean(), (value, isSpaced) => {
        const text = JSON.stringify(value, null, isSpaced ? 2 : 0);
        fc.pre(!text.includes("__proto__"));
        expect(read(text)).toEqual({ value: JSON.parse(text) });
      }),
    );
  });

  test("holds strings that look like keys", () => {
    expect(read(String.raw`{"a":"\": {\"b\":1, ","c":["x",":"]}`)).toEqual({
      value: { a: '": {"b":1, ', c: ["x", ":"] },
    });
  });

  test("may hold a file in a string, however many quotation marks stand in it", () => {
    const file = JSON.stringify(Array.from({ length: 300_000 }, (_, at) => ({ at })));
    expect(read(JSON.stringify({ file }))).toEqual({ value: { file } });
  });

  test("is refused where a key stands twice in one object, at any depth", () => {
    expect(whyNot('{"kg":60,"kg":600}')).toContain("the same key twice");
    expect(whyNot('{"a":[{"b":1},{"b":1}]}')).toEqual({ value: { a: [{ b: 1 }, { b: 1 }] } });
    expect(whyNot('{"a":[{"b":{"c":1,"d":2,"c":1}}]}')).toContain("the same key twice");
    expect(whyNot(String.raw`{"kg":60,"\u006bg":600}`)).toContain("the same key twice");
  });

  test("is refused where it reaches for the prototype", () => {
    expect(whyNot('{"__proto__":{"roles":["prescriber"]}}')).toContain("does-not-fit");
    expect(whyNot('{"a":{"__proto__":null}}')).toContain('"pointer":"#/a"');
  });

  test("is refused where a number is none that can be held", () => {
    expect(whyNot('{"kg":1e999}')).toContain('"pointer":"#/kg"');
    expect(whyNot('{"rows":[1,-1e400]}')).toContain('"pointer":"#/rows/1"');
  });

  test("is refused where half a character stands in it", () => {
    expect(whyNot(String.raw`{"note":"\ud83d"}`)).toContain('"pointer":"#/note"');
    expect(whyNot(String.raw`{"\udc00":1}`)).toContain("does-not-fit");
    expect(whyNot(String.raw`{"note":"\ud83d\ude00"}`)).toEqual({ value: { note: "😀" } });
  });

  test("is refused where it is nested deeper than anything asks for, however deep", () => {
    expect(whyNot(`${"[".repeat(32)}${"]".repeat(32)}`)).toHaveProperty("value");
    expect(whyNot(`${"[".repeat(33)}${"]".repeat(33)}`)).toContain("nested deeper than 32");
    expect(whyNot(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toContain("nested deeper than 32");
    expect(whyNot(`${'{"a":'.repeat(40_000)}1${"}".repeat(40_000)}`)).toContain("nested deeper than 32");
  });

  test("is refused where it is no JSON, without being quoted", () => {
    for (const text of ["{", "{kg:60}", "NaN", "[1,]", "\uFEFF{", "", " "]) {
      expect(whyNot(text), text).toContain("not-json");
    }
    expect(whyNot('{"name":"Hanako" Kaku}')).not.toContain("Hanako");
  });

  test("is refused where it is not UTF-8", () => {
    const found = parse(new Uint8Array([0x22, 0xff, 0xfe, 0x22]));
    expect(found instanceof Problem && found.says.en).toContain("it is not UTF-8");
  });
});
