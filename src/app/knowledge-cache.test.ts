import { expect, test } from "vitest";
import { knowledgeAtHand } from "./knowledge-cache.ts";
import { readKnowledge } from "./knowledge-files.ts";

test("The knowledge at hand is what reading and checking every file gives, the first time and from what is kept", () => {
  const read = JSON.parse(JSON.stringify(readKnowledge()));
  expect(JSON.parse(JSON.stringify(knowledgeAtHand()))).toEqual(read);
  expect(JSON.parse(JSON.stringify(knowledgeAtHand()))).toEqual(read);
  expect(Object.keys(read.protocols).length).toBeGreaterThan(4);
});

test("Knowledge from what is kept has no inherited keys: nothing is called constructor", () => {
  knowledgeAtHand();
  const kept = knowledgeAtHand();
  const lists = Object.entries(kept).filter(
    ([key, value]) => typeof value === "object" && key !== "ingredient",
  );
  expect(lists.length).toBeGreaterThan(15);
  for (const [key, list] of lists) expect("constructor" in Object(list), key).toBe(false);
});
