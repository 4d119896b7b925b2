/** A sample of `npm run faults -- fuzz`; ISOWARD_RUNS=100 takes a hundred times as many. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AnApi, anApi } from "../src/http/testing/an-api.ts";
import { fuzz, operations } from "./fuzz.ts";

describe("Whatever is sent to the API", () => {
  let api: AnApi;
  beforeAll(async () => {
    api = await anApi();
  });
  afterAll(() => api.close());

  test("it answers below 500, in time, as described, and writes nothing where it refuses", async () => {
    const {
      sent,
      byStatus,
      operations: asked,
    } = await fuzz(api, 400 * Number(process.env["ISOWARD_RUNS"] ?? 1));
    expect(sent).toBeGreaterThanOrEqual(400);
    expect(asked).toBeGreaterThan(operations.length / 2);
    // It gets past the door: some of it is taken, some refused for what it says.
    expect([...byStatus.keys()]).toEqual(expect.arrayContaining([200, 404, 422]));
  });
});
