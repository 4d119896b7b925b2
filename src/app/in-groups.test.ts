import { expect, test } from "vitest";
import { inGroups } from "./in-groups.ts";

test("Work on many leaves everybody else a turn, and keeps their order", async () => {
  let turns = 0;
  let isOver = false;
  const others = () => {
    turns += 1;
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  const items = Array.from({ length: 100 }, (_, item) => item);
  // What answers at once never waits by itself.
  const done = await inGroups(items, (item) => Promise.resolve(item * 2));
  isOver = true;
  expect(done).toEqual(items.map((item) => item * 2));
  expect(turns).toBeGreaterThan(3);
});
