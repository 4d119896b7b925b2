import { expect, test } from "vitest";
import { vague } from "./vague.ts";

const both = (text: string) => ({ en: text, ja: text });
const told = {
  type: "/problems/does-not-fit",
  status: 422,
  title: "The input does not fit",
  text: both("Nothing was written."),
  remedy: both("Correct it."),
  errors: [{ pointer: "#/rows/0/value", detail: "a number is wanted" }],
};
const sent = { status: 422, path: "/api/x", body: '{"rows":[{"analyte":"alt"}]}' };

test("A problem that says what, where and what to do is not vague", () => {
  expect(vague(told, sent)).toBeUndefined();
});

test.each([
  ["of another status", { ...told, status: 400 }],
  ["without words in a language", { ...told, text: { en: "Nothing was written.", ja: "" } }],
  ["with a gap in its words", { ...told, remedy: both("Send {what}.") }],
  ["without a place", { ...told, errors: [] }],
  ["with a place that is not there", { ...told, errors: [{ pointer: "#/rows/1/value", detail: "x" }] }],
  ["with nothing said of a place", { ...told, errors: [{ pointer: "#/rows", detail: "" }] }],
])("one %s is", (_, one) => {
  expect(vague(one, sent)).toBeDefined();
});
