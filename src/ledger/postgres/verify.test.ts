/** A ledger in PostgreSQL is verified as one in a file is, and names what somebody changed by hand. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Fault } from "../chain-check.ts";
import { openPostgres, type PostgresLedger } from "../postgres.ts";
import { type Root, roots } from "../root.ts";
import { decisionBody, entry, projector } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import { exportPostgresRoot, verifyPostgres } from "./verify.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const streams = ["clinic/1", "patient/1", "patient/2", "patient/3"];

async function fill(ledger: PostgresLedger, rounds: number) {
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      streams.map(async (stream) =>
        ledger.append({
          stream,
          expectedVersion: await ledger.version(stream),
          entries: [entry("decided", decisionBody(round), { note: `note ${round}` })],
        }),
      ),
    );
}

/** A ledger of three hours, closed, with a root that was taken at its end. */
async function whole(): Promise<{ readonly url: string; readonly root: Root }> {
  const url = await server.database();
  let now = Date.parse("2026-11-02T00:00:00Z");
  const ledger = await openPostgres({ url, projector, clock: () => now });
  for (let hour = 0; hour < 3; hour += 1) {
    await fill(ledger, 3);
    now += 3_600_000;
    await ledger.settled();
  }
  await fill(ledger, 1);
  await ledger.close();
  return { url, root: await exportPostgresRoot(url, new Date(now).toISOString()) };
}

/** The hand of somebody who owns the database. */
const tamper = (url: string, sql: string) =>
  server.run(
    url,
    `ALTER TABLE ledger.entries DISABLE TRIGGER USER; ${sql}; ALTER TABLE ledger.entries ENABLE TRIGGER USER`,
  );

describe("verify", () => {
  let url = "";
  let root: Root;
  beforeAll(async () => {
    ({ url, root } = await whole());
  });

  test("finds nothing wrong in a ledger that is whole", async () => {
    expect(await verifyPostgres(url, { against: root })).toEqual({
      entries: 43,
      streams: 5,
      roots: 3,
      position: 43,
      faultCount: 0,
      faults: [],
    });
    expect(root).toMatchObject({ format: "isoward-root-1", position: 43, streams: 5 });
    expect(root.heads.map(([stream]) => stream)).toEqual([...streams, "~server"]);
  });

  test.each<readonly [name: string, sql: string, faults: readonly Partial<Fault>[]]>([
    [
      "a changed body",
      "UPDATE ledger.entries SET body = replace(body, 'pass', 'stop') WHERE stream = 'patient/2' AND version = 4",
      [{ what: "hash", stream: "patient/2", version: 4 }],
    ],
    [
      "a changed ciphertext",
      "UPDATE ledger.entries SET sealed = set_byte(sealed, 5, 1 - get_byte(sealed, 5) % 2) WHERE stream = 'patient/1' AND version = 2",
      [{ what: "hash", stream: "patient/1", version: 2 }],
    ],
    [
      "an entry that is missing in the middle",
      "DELETE FROM ledger.entries WHERE stream = 'patient/3' AND version = 5",
      [{ what: "gap" }, { what: "gap", stream: "patient/3", version: 5 }],
    ],
    [
      "a tail that was cut, its head with it",
      `DELETE FROM ledger.entries WHERE stream = 'patient/1' AND version = 10;
       UPDATE ledger.heads SET version = 9, hash = e.hash FROM ledger.entries e
         WHERE heads.stream = 'patient/1' AND e.stream = 'patient/1' AND e.version = 9`,
      [{ what: "missing-tail", stream: "patient/1", version: 10 }],
    ],
    [
      "a whole stream that is gone",
      "DELETE FROM ledger.entries WHERE stream = 'patient/2'; DELETE FROM ledger.heads WHERE stream = 'patient/2'",
      [{ what: "missing-stream", stream: "patient/2" }],
    ],
    [
      "a counter that was turned back",
      "UPDATE ledger.counter SET position = position - 1",
      [{ what: "file" }],
    ],
    ["guards that were taken away", "DROP TRIGGER entries_stand ON ledger.entries", [{ what: "file" }]],
  ])("names %s", async (_name, sql, faults) => {
    const copy = await server.database(url);
    await tamper(copy, sql);
    const found = await verifyPostgres(copy, { against: root });
    for (const fault of faults) expect(found.faults).toContainEqual(expect.objectContaining(fault));
    expect(found.faultCount).toBeGreaterThan(0);
  });

  test("reads beside servers that write, and as it stood when it began", async () => {
    const other = await server.database();
    const ledger = await openPostgres({ url: other, projector });
    await fill(ledger, 5);
    const seen: number[] = [];
    const verifying = verifyPostgres(other, { onProgress: (_done, total) => seen.push(total) });
    const filling = fill(ledger, 10);
    const found = await verifying;
    await filling;
    await ledger.close();
    expect(found.faults).toEqual([]);
    expect(seen.at(-1)).toBe(found.entries);
  });

  test("says plainly that there is no ledger", async () => {
    await expect(verifyPostgres(await server.database())).rejects.toThrow(/holds no ledger/);
    await expect(verifyPostgres(server.url("nowhere"))).rejects.toThrow(/does not exist/);
  });
});

describe("a root", () => {
  test("is written once an hour by one of the servers, where something was appended since", async () => {
    const url = await server.database();
    let ms = Date.parse("2026-11-02T00:00:00Z");
    const open = () => openPostgres({ url, projector, clock: () => ms });
    const [one, other] = [await open(), await open()];
    const kept = async () => {
      await Promise.all([one.settled(), other.settled()]);
      return (await roots(one)).map(({ position, streams: count }) => [position, count]);
    };
    await fill(one, 1);
    ms += 3_599_999;
    await fill(other, 1);
    expect(await kept()).toEqual([]);
    ms += 1;
    expect(await kept()).toEqual([[8, 4]]);
    ms += 7_200_000;
    expect(await kept()).toEqual([[8, 4]]);
    await fill(one, 1);
    expect((await kept()).length).toBe(2);
    await Promise.all([one.close(), other.close()]);
    expect((await verifyPostgres(url)).faults).toEqual([]);
  });

  test("is none of the read models' business", async () => {
    const url = await server.database();
    let ms = Date.parse("2026-11-02T00:00:00Z");
    const ledger = await openPostgres({ url, projector, clock: () => ms });
    await fill(ledger, 1);
    ms += 3_600_000;
    await ledger.settled();
    await server.run(url, "UPDATE ledger.counter SET read_models = NULL");
    await ledger.close();
    const refilled = await openPostgres({ url, projector, clock: () => ms });
    const counted = await refilled.query("SELECT stream FROM view_counts ORDER BY stream");
    expect(counted.map(({ stream }) => stream)).toEqual(streams);
    expect(await refilled.position()).toBe(5);
    await refilled.close();
  });
});
