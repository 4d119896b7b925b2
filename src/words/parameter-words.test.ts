import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { day } from "../core/calendar.ts";
import { comparable, compareProtocols } from "../core/knowledge/compare.ts";
import { parameterTopics } from "../core/knowledge/parameter-topics.ts";
import { parameterIds } from "../core/knowledge/parameters.ts";
import { parameterWords, readParameter, renderComparison } from "./render-comparison.ts";
import { languages } from "./words.ts";

const knowledge = readKnowledge();
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
const layers = [...Object.values(knowledge.protocols), ...Object.values(knowledge.clinics)];

describe("The words of parameters", () => {
  test("name every parameter and topic, no two alike", () => {
    for (const language of languages) {
      const { parameters, topics } = parameterWords[language];
      const titles = parameterIds.map((id) => parameters[id].title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
      expect(Object.keys(topics)).toEqual([...parameterTopics]);
      if (language === "ja") for (const title of titles) expect(title).toMatch(japanese);
    }
    expect(parameterIds.length).toBeGreaterThan(95);
  });

  test("read every value that a protocol or clinic states, and no code shows through", () => {
    let read = 0;
    for (const { id: layer, values } of layers) {
      for (const id of parameterIds) {
        for (const { value } of values[id] ?? []) {
          const { en, ja } = readParameter(id, value, knowledge);
          read += 1;
          for (const text of [en, ja]) {
            expect(text, `${layer} ${id}`).not.toMatch(/undefined|NaN|\[object|null|^$/);
            if (id !== "windowZone")
              expect(text, `${layer} ${id}`).not.toMatch(/[a-z]+-[a-z]+-?[a-z]*(?:;|,|$)/);
          }
          const numbers = (text: string) => text.match(/\d+(?:\.\d+)?/g) ?? [];
          if (typeof value === "number" && value > 0) expect(numbers(ja)).toContain(String(value));
          if (typeof value === "number" && value > 0) expect(numbers(en)).toContain(String(value));
        }
      }
    }
    expect(read).toBeGreaterThan(220);
  });
});

describe("A comparison in words", () => {
  test("has the differences first, and every source it names", () => {
    const on = day("2026-11-22");
    for (const a of comparable(knowledge)) {
      const found = compareProtocols(knowledge, { a, b: "jp-selfpay", on });
      if ("why" in found) throw new Error(found.given);
      const { values } = renderComparison(found, knowledge);
      expect(values.length).toBe(parameterIds.length);
      const firstSame = values.findIndex(({ stricter }) => stricter === "same");
      expect(values.slice(firstSame).every(({ stricter }) => stricter === "same")).toBe(true);
      for (const { a: one } of values) {
        if (one.from !== null) expect(one.sources.length).toBeGreaterThan(0);
      }
    }
  });
});
