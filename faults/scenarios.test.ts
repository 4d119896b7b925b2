/** A sample of the other scenarios of `npm run faults`, on SQLite. */
import { afterAll, describe, expect, test } from "vitest";
import { allWell } from "./sample.ts";
import { clock, disk, second } from "./scenarios.ts";
import { sqlite } from "./stores.ts";
import { torn } from "./torn.ts";

describe("A busy server", () => {
  const store = sqlite();
  afterAll(() => store.remove());

  test("whose clock jumps, to before its protocol began and back, decides on what was there and chains what it wrote", async () => {
    const came = await clock({ store, rounds: 10 });
    expect(came).toMatchObject(allWell);
    expect(came.tried.size).toBe(10);
  });

  test("whose disk is full says so, keeps what it acknowledged, writes nothing by halves, and goes on with room", async (context) => {
    const came = await disk({ store, rounds: 1 });
    if (came === undefined) context.skip("only root may mount a small disk");
    else expect(came).toMatchObject(allWell);
  });

  test("is not disturbed by a second one on its folder, which is told who writes there", async () => {
    expect(await second({ store, rounds: 1 })).toMatchObject(allWell);
  });

  test("whose files are damaged at their ends after a kill loses nothing without somebody being told", async () => {
    const came = await torn({ store, rounds: 1 });
    expect(came).toMatchObject(allWell);
    // Not all damage does harm, and not all is the same.
    const fates = new Set(came.tried.keys().map((tried) => tried.split(": ")[1]));
    expect(fates.size).toBeGreaterThan(1);
  });
});
