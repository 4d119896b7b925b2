/** The same sample on PostgreSQL, that is shaken too: connections cut, servers in a race, the database gone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runKills } from "./run.ts";
import { allWell, caught, cleanly, plantable, small } from "./sample.ts";
import { disk } from "./scenarios.ts";
import { postgres, type Store } from "./stores.ts";

describe("Killed under load, on PostgreSQL", () => {
  let store: Store;
  beforeAll(async () => {
    store = await postgres();
  });
  afterAll(() => store.remove());

  test("servers keep their promises, whether they or their connections go", async () => {
    // That its database ends and starts again under it is for `npm run faults`.
    const report = await runKills({
      ...small,
      store,
      kills: 3,
      rounds: ["cut-connections", "kill-one-of-two"],
    });
    expect(report).toMatchObject(cleanly);
    expect([...report.rounds.keys()]).toEqual(["cut-connections", "kill-one-of-two"]);
    expect(report.cuts).toBeGreaterThan(0);
    expect(report.acknowledged).toBeGreaterThan(30);
  });

  test("a full disk is said, and writes go on once it has room", async (context) => {
    const came = await disk({ store, rounds: 1 });
    if (came === undefined) context.skip("only root may mount a small disk");
    else expect(came).toMatchObject(allWell);
  });

  test.each(plantable)("with the defect %s it is caught", async (defect) => {
    expect(await caught(store, defect)).not.toEqual([]);
  });
});
