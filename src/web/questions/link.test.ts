import { expect, test } from "vitest";
import { day } from "../../core/calendar.ts";
import type { Fields } from "../../core/questions/fields.ts";
import { toAsk } from "./given.ts";
import { type Asking, askingOfLink, linkOfAsking } from "./link.ts";

const fields = {
  activity: { kind: "known", of: "activities" },
  stopped: { kind: "day" },
  during: { kind: "yes-no" },
  doses: { kind: "number", unit: "mg", least: 1, most: 400 },
  names: { kind: "texts" },
  results: {
    kind: "rows",
    columns: { analyte: { kind: "text" }, value: { kind: "number", unit: "1", least: 0, most: 9999 } },
  },
} as const satisfies Fields;

const asking: Asking = {
  given: {
    activity: "blood-donation",
    stopped: "2026-10-21",
    during: false,
    doses: "20",
    names: ["a & b", "ミノマイシン"],
    results: [{ analyte: "alt", value: "80" }, { analyte: "γ=gt" }],
  },
  under: "tokyo-monthly",
  on: day("2026-11-22"),
};

test("a form comes back from its address as it was", () => {
  expect(askingOfLink(linkOfAsking(asking, fields, "ja"), fields)).toEqual(asking);
});

test("what is open stays open: it is not in the address", () => {
  const open: Asking = { given: {}, under: undefined, on: undefined };
  expect(linkOfAsking(open, fields, "en")).toBe("#lang=en");
  expect(askingOfLink("#lang=en&during=perhaps&on=someday", fields)).toEqual(open);
});

test("is asked with digits in one width, without empty rows at the end", () => {
  const given = { doses: "５,５", results: [{}, { value: "８０" }, {}] };
  expect(toAsk(fields, given)).toEqual({ doses: "5.5", results: [{}, { value: "80" }] });
});
