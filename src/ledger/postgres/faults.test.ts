/** The line is cut, the server dies, the disk fills: what was acknowledged stands, once, and what was not is told. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { LedgerError } from "../ledger.ts";
import { openPostgresWithDebug, type PostgresLedger } from "../postgres.ts";
import { type CuttingProxy, startProxy } from "../testing/cutting-proxy.ts";
import { decisionBody, entry, projector } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import type { Debug } from "./debug.ts";
import { verifyPostgres } from "./verify.ts";

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.remove());

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of opened.splice(0).toReversed()) await one.close();
});

async function open(url: string, debug: Debug = {}, patienceMs = 10_000): Promise<PostgresLedger> {
  const ledger = await openPostgresWithDebug({ url, projector, patienceMs }, debug);
  opened.push(ledger);
  return ledger;
}

/** A ledger whose line can be cut, and the address of its database without that. */
async function cuttable(debug: Debug = {}, patienceMs?: number) {
  const url = await server.database();
  const proxy: CuttingProxy = await startProxy(url);
  opened.push(proxy);
  return { url, proxy, ledger: await open(proxy.url, debug, patienceMs) };
}

const failure = async (work: Promise<unknown>): Promise<LedgerError> => {
  const thrown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(thrown).toBeInstanceOf(LedgerError);
  return thrown as LedgerError;
};

describe("a connection that breaks", () => {
  test("before COMMIT gets through: it is done again, once", async () => {
    const { ledger, proxy } = await cuttable();
    for (let version = 0; version < 5; version += 1) {
      proxy.cut("before COMMIT");
      const appended = await ledger.append({
        stream: "patient/1",
        expectedVersion: version,
        entries: [entry("a")],
      });
      expect(appended).toMatchObject({ is: "appended", entries: [{ version: version + 1 }] });
    }
    expect(proxy.cuts).toBe(5);
    expect((await ledger.read("patient/1")).length).toBe(5);
  });

  test("before the answer to COMMIT comes back: what was written is found, and not written again", async () => {
    const { ledger, proxy } = await cuttable();
    for (let version = 0; version < 5; version += 1) {
      proxy.cut("after COMMIT", 1 + (version % 3));
      const entries = [entry("a", { version }, { note: version }), entry("b")];
      const appended = await ledger.append({
        stream: "patient/1",
        expectedVersion: version * 2,
        entries,
        idempotency: { key: `key ${version}`, request: "digest" },
      });
      const read = await ledger.read("patient/1", version * 2);
      expect(appended).toEqual({ is: "appended", entries: read });
      expect(read.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    }
    expect(proxy.cuts).toBe(9);
  });

  test("would be answered wrongly if nobody looked: the test above can fail", async () => {
    const { ledger, proxy } = await cuttable({ defect: "blind-retry" });
    proxy.cut("after COMMIT");
    const answer = await ledger.append({ stream: "patient/1", expectedVersion: 0, entries: [entry("a")] });
    expect(answer.is).toBe("conflict");
  });

  test("for all of a batch: each of it gets its own answer", async () => {
    const { ledger, proxy } = await cuttable();
    await ledger.append({ stream: "patient/0", expectedVersion: 0, entries: [entry("a")] });
    proxy.cut("after COMMIT", 2);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        ledger.append({ stream: `patient/${index}`, expectedVersion: 0, entries: [entry("a")] }),
      ),
    );
    expect(answers.map(({ is }) => is)).toEqual(["conflict", ...Array<string>(19).fill("appended")]);
    expect(await ledger.position()).toBe(20);
  });

  test("and stays broken: it is said whether nothing was written, or nobody knows", async () => {
    const { ledger, proxy } = await cuttable({}, 300);
    const append = (stream: string) => ledger.append({ stream, expectedVersion: 0, entries: [entry("a")] });
    proxy.away(true);
    const never = await failure(append("patient/1"));
    expect(never).toMatchObject({ code: "unreachable", remedy: expect.stringContaining("start") as string });
    expect((await failure(ledger.read("patient/1"))).code).toBe("unreachable");
    proxy.away(false);
    await ledger.position();
    proxy.cut("after COMMIT", 1000);
    const unknown = await failure(append("patient/2"));
    expect(unknown).toMatchObject({
      code: "unsure",
      remedy: expect.stringContaining("idempotency key") as string,
    });
    proxy.cut("after COMMIT", 0);
    expect(await ledger.version("patient/1")).toBe(0);
    expect(await ledger.version("patient/2")).toBe(1);
    expect((await append("patient/3")).is).toBe("appended");
  });

  test("under its reads and its followers: they go on where they were", async () => {
    const { ledger, proxy, url } = await cuttable();
    const writing = await open(url);
    const stop = new AbortController();
    const seen: number[] = [];
    const following = (async () => {
      for await (const { position } of ledger.follow(0, stop.signal)) seen.push(position);
    })();
    for (let version = 0; version < 12; version += 1) {
      await writing.append({ stream: "patient/1", expectedVersion: version, entries: [entry("a")] });
      if (version % 3 === 0) {
        proxy.away(true);
        proxy.away(false);
      }
      expect(await ledger.version("patient/1")).toBe(version + 1);
    }
    for (let waits = 0; seen.length < 12 && waits < 300; waits += 1) await sleep(10);
    stop.abort();
    await following;
    expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });
});

/** Clients that each write a stream of their own, and what they found wrong: it is their own, so nothing may move it. */
async function write(ledgers: readonly PostgresLedger[], clients: number, appends: number) {
  const wrong: string[] = [];
  const acknowledged = new Map<string, string[]>();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const stream = `patient/${client}`;
      const ledger = ledgers[client % ledgers.length];
      const hashes: string[] = [];
      acknowledged.set(stream, hashes);
      for (let version = 0; version < appends; version += 1) {
        const answer = await ledger?.append({
          stream,
          expectedVersion: version,
          entries: [entry("a", decisionBody(version), { note: version })],
        });
        if (answer?.is === "appended") hashes.push(answer.entries[0]?.hash ?? "");
        else wrong.push(`${stream} ${version}: ${answer?.is}`);
      }
    }),
  );
  return { wrong, acknowledged };
}

async function expectKept(ledger: PostgresLedger, acknowledged: ReadonlyMap<string, readonly string[]>) {
  for (const [stream, hashes] of acknowledged)
    expect((await ledger.read(stream)).map(({ hash }) => hash)).toEqual(hashes);
}

describe("a server", () => {
  test("whose connections are cut at any moment loses nothing and does nothing twice", async () => {
    const url = await server.database();
    const ledgers = [await open(url), await open(url)];
    const written = new AbortController();
    let cut = 0;
    const cutter = (async () => {
      while (!written.signal.aborted) {
        const [gone] = await server.run(
          url,
          `SELECT count(pg_terminate_backend(pid)) AS cut FROM pg_stat_activity
           WHERE application_name = 'isoward' AND datname = current_database() AND random() < 0.5`,
        );
        cut += Number(gone?.["cut"]);
        await sleep(Math.random() * 40);
      }
    })();
    const { wrong, acknowledged } = await write(ledgers, 8, 40);
    written.abort();
    await cutter;
    expect(cut).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
    await expectKept(ledgers[0] as PostgresLedger, acknowledged);
    expect((await verifyPostgres(url)).faults).toEqual([]);
  });

  test("that crashes under load and starts again has all that was acknowledged", async () => {
    const url = await server.database();
    const ledgers = [await open(url, {}, 30_000), await open(url, {}, 30_000)];
    const crashing = (async () => {
      for (let crash = 0; crash < 2; crash += 1) {
        await sleep(150 + Math.random() * 100);
        await server.stop("at once");
        await server.start();
      }
    })();
    const { wrong, acknowledged } = await write(ledgers, 6, 80);
    await crashing;
    expect(wrong).toEqual([]);
    await expectKept(ledgers[0] as PostgresLedger, acknowledged);
    expect((await verifyPostgres(url)).faults).toEqual([]);
  });

  test("that did not wait for its standby has not acknowledged", async () => {
    const url = await server.database();
    const ledger = await open(url);
    const set = async (standby: string) => {
      await server.run(url, `ALTER SYSTEM SET synchronous_standby_names = '${standby}'`);
      await server.run(url, "SELECT pg_reload_conf()");
      // The server's processes read it one after another, the one that says who has to wait among them.
      await sleep(1000);
    };
    await ledger.append({ stream: "patient/1", expectedVersion: 0, entries: [entry("a")] });
    await set("nobody");
    try {
      let isAnswered = false;
      const appending = ledger.append({ stream: "patient/1", expectedVersion: 1, entries: [entry("b")] });
      void appending.then(() => (isAnswered = true));
      const waiting = `SELECT pg_cancel_backend(pid) AS cancelled FROM pg_stat_activity WHERE wait_event = 'SyncRep'`;
      // Its COMMIT is told not to wait: it is on this disk and on no other.
      for (let cancelled = 0; cancelled < 2; ) {
        cancelled += (await server.run(url, waiting)).length;
        if (isAnswered) throw new Error("nobody waited for the standby");
        await sleep(20);
      }
      expect(isAnswered).toBe(false);
      await set("");
      expect((await appending).is).toBe("appended");
      expect(await ledger.version("patient/1")).toBe(2);
    } finally {
      await set("");
    }
  });
});

describe("one who holds a row for long", () => {
  test("is waited for, and one who gets into a deadlock is done again", async () => {
    const url = await server.database();
    const ledger = await open(url);
    await ledger.append({ stream: "patient/1", expectedVersion: 0, entries: [entry("a")] });
    // Somebody by hand takes the rows in the other order.
    const meddling = server.run(
      url,
      `SET deadlock_timeout = '10s'; BEGIN; SELECT FROM ledger.heads WHERE stream = 'patient/1' FOR UPDATE;
       SELECT pg_sleep(0.4); SELECT FROM ledger.counter FOR UPDATE; COMMIT`,
    );
    await sleep(100);
    const appended = await ledger.append({
      stream: "patient/1",
      expectedVersion: 1,
      entries: [entry("b")],
    });
    await meddling;
    expect(appended.is).toBe("appended");
    expect(await ledger.version("patient/1")).toBe(2);
  });
});
