/** A sample of `npm run faults`: killed under load a server keeps its promises, and each planted defect breaks one. */
import { afterAll, describe, expect, test } from "vitest";
import { runKills } from "./run.ts";
import { caught, cleanly, plantable, small } from "./sample.ts";
import { sqlite } from "./stores.ts";

describe("Killed under load", () => {
  const store = sqlite();
  afterAll(() => store.remove());

  test("a server keeps what it acknowledged, does nothing twice, and decides on what is there", async () => {
    const report = await runKills({ ...small, store, kills: 2 });
    expect(report).toMatchObject(cleanly);
    expect(report.kills).toBe(2);
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  test.each(plantable)("with the defect %s it is caught", async (defect) => {
    expect(await caught(store, defect)).not.toEqual([]);
  });
});
