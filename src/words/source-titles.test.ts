import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { sourcePlace, sourceTitle } from "./source-titles.ts";

const own = Object.values(readKnowledge().sources).filter(({ publisher }) => publisher === "Isoward");

describe("A decision of our own", () => {
  test("has a title in both languages", () => {
    for (const source of own) {
      expect([source.id, sourceTitle(source, "ja").lang]).toEqual([source.id, "ja"]);
      expect(sourceTitle(source, "en")).toEqual({ text: source.title, lang: "en" });
    }
    expect(own.length).toBeGreaterThan(50);
  });

  test("is never shown as the path of a file", () => {
    for (const source of own) expect(JSON.stringify(sourcePlace(source))).not.toMatch(/docs\/|\.md/);
  });
});

test("A document of somebody else keeps its title, and its address can be gone to", () => {
  const label = { id: "label", title: "A label", where: "https://example.org/label.pdf" };
  expect(sourceTitle(label, "ja")).toEqual({ text: "A label", lang: "en" });
  expect(sourcePlace(label)).toEqual({ address: label.where });
  expect(sourcePlace({ where: "page 004" })).toEqual({ says: "page 004" });
});
