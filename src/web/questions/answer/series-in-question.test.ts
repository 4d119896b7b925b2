import { expect, test } from "vitest";
import { inQuestion } from "./series-in-question.ts";

const counts = (id: string, verdict: "pass" | "ask") =>
  ({ about: `analyte/${id}`, section: "counts", verdict }) as const;
const remarks = [counts("alt", "ask"), counts("ck", "pass")];

test("a value is drawn openly where it is out of order or was asked about", () => {
  expect(inQuestion("alt", remarks, {})).toBe(true);
  expect(inQuestion("ck", remarks, { results: [{ analyte: "ck", value: "90" }] })).toBe(true);
});

test("one that is in order and that nobody asked about is folded away", () => {
  expect(inQuestion("ck", remarks, {})).toBe(false);
  expect(inQuestion("ck", remarks, { results: [{ analyte: "alt" }] })).toBe(false);
});
