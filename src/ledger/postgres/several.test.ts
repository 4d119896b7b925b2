/** Several servers on one database: no reader is led past an entry, and one of two who race wins. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgresWithDebug, type PostgresLedger } from "../postgres.ts";
import { entry, projector } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import { bothBegun, skippedPositions, staleReads, unfairRaces } from "../testing/several.ts";
import type { Debug } from "./debug.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

/** Two servers whose commits take their time, one now the other longer. */
async function onTwo<T>(
  debug: Debug,
  work: (two: readonly [PostgresLedger, PostgresLedger]) => Promise<T>,
): Promise<T> {
  const url = await server.database();
  const slow: Debug = { commitDelayMs: () => Math.random() * 6, ...debug };
  const open = () => openPostgresWithDebug({ url, projector }, slow);
  // Also the first of all openings is done by two at once.
  const [one, other] = await Promise.all([open(), open()]);
  try {
    return await work([one, other]);
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
}

describe("two servers on one database", () => {
  test("lead no reader past an entry whose COMMIT takes longer", async () => {
    expect(await onTwo({}, (two) => skippedPositions(two, 60))).toEqual([]);
  });

  test("would, if positions were taken as a sequence gives them: the test above can fail", async () => {
    const skipped = await onTwo({ defect: "positions-unlocked" }, (two) => skippedPositions(two, 60));
    expect(skipped.length).toBeGreaterThan(0);
  });

  test("let one of two who race at a version win, and tell the other", async () => {
    expect(await onTwo({}, (two) => unfairRaces(two, 40))).toEqual([]);
  });

  test("append nothing on a version of another stream that has moved on", async () => {
    expect(await onTwo({}, (two) => staleReads(two, 40))).toBe(0);
  });

  test("would, if versions were not looked at under the lock: the test above can fail", async () => {
    expect(await onTwo({ defect: "no-recheck" }, (two) => staleReads(two, 40))).toBeGreaterThan(0);
  });

  test("begin no two streams of which either looked whether there is another", async () => {
    expect(await onTwo({}, (two) => bothBegun(two, 40))).toBe(0);
  });

  test("would, if it were not looked at under the lock: the test above can fail", async () => {
    expect(await onTwo({ defect: "no-recheck" }, (two) => bothBegun(two, 40))).toBeGreaterThan(0);
  });

  test("do a request once that reaches both under one idempotency key", async () => {
    await onTwo({}, async (two) => {
      for (let round = 0; round < 20; round += 1) {
        const idempotency = { key: `key ${round}`, request: "digest" };
        const answers = await Promise.all(
          two.map((ledger) =>
            ledger.append({
              stream: `patient/${round}`,
              expectedVersion: 0,
              entries: [entry("a")],
              idempotency,
            }),
          ),
        );
        expect(answers.map(({ is }) => is).toSorted()).toEqual(["appended", "repeated"]);
      }
    });
  });

  test("agree on one key for a stream that both begin, and both can read what either hid", async () => {
    await onTwo({}, async (two) => {
      for (let round = 0; round < 10; round += 1) {
        const stream = `patient/${round}`;
        await Promise.all(
          two.map((ledger) =>
            ledger.append({ stream, expectedVersion: 0, entries: [entry("a", {}, { note: "hidden" })] }),
          ),
        );
        for (const ledger of two)
          expect((await ledger.read(stream))[0]?.private).toEqual({ value: { note: "hidden" } });
      }
    });
  });

  test("know of an erasure by the other at once", async () => {
    await onTwo({}, async ([one, other]) => {
      await one.append({ stream: "patient/1", expectedVersion: 0, entries: [entry("a", {}, "secret")] });
      expect((await other.read("patient/1"))[0]?.private).toEqual({ value: "secret" });
      await one.erase("patient/1");
      expect((await other.read("patient/1"))[0]?.private).toBe("erased");
      const late = other.append({
        stream: "patient/1",
        expectedVersion: 1,
        entries: [entry("b", {}, "more")],
      });
      await expect(late).rejects.toThrow(/was erased/);
    });
  });
});
