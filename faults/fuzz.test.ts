/** A sample of `npm run faults -- fuzz`; ISOWARD_RUNS=100 takes a hundred times as many. */
import { describe, expect, test } from "vitest";
import { fuzz, operations } from "./fuzz.ts";
import { askers } from "./signed-in-api.ts";

describe("Whatever is sent to the API", () => {
  test("it answers below 500, in time, as described, and writes nothing where it refuses", async () => {
    const {
      sent,
      byStatus,
      byAsker,
      operations: asked,
    } = await fuzz(600 * Number(process.env["ISOWARD_RUNS"] ?? 1));
    expect(sent).toBeGreaterThanOrEqual(600);
    expect(asked).toBeGreaterThan(operations.length / 2);
    // It gets past the door: some of it is taken, some refused for what it says.
    expect([...byStatus.keys()]).toEqual(expect.arrayContaining([200, 403, 404, 422]));
    const past = [...byStatus].filter(([status]) => status !== 401 && status !== 403);
    expect(past.reduce((sum, [, times]) => sum + times, 0)).toBeGreaterThan(sent / 2);
    expect([...byAsker].filter(([, own]) => own.size === 0).length).toBeLessThan(askers.length / 3);
  });
});
