/** The primary is lost and its standby takes over: what was acknowledged is there, once, and servers go on by themselves. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LedgerError } from "../ledger.ts";
import { openPostgres } from "../postgres.ts";
import { startProxy } from "../testing/cutting-proxy.ts";
import { entry, projector } from "../testing/entries.ts";
import { type PostgresServer, startPostgres } from "../testing/postgres-server.ts";
import { backupOf } from "../upkeep.ts";
import { verifyPostgres } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "isoward-failover-"));
let primary: PostgresServer;
let standby: PostgresServer;
beforeAll(async () => {
  primary = await startPostgres();
  standby = await startPostgres([], { standbyOf: primary });
}, 60_000);
afterAll(async () => {
  await standby.remove();
  await primary.remove();
  rmSync(folder, { recursive: true });
});

test("A server whose primary is lost waits, says so, and goes on with the standby: nothing acknowledged is gone", async () => {
  const url = await primary.database();
  await primary.run(url, "ALTER SYSTEM SET synchronous_standby_names = 'standby'");
  await primary.run(url, "SELECT pg_reload_conf()");
  const inSync = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'";
  while ((await primary.run(url, inSync)).length === 0) await sleep(50);
  const proxy = await startProxy(url);
  const ledger = await openPostgres({ url: proxy.url, projector, patienceMs: 1500 });
  const acknowledged: string[] = [];
  const told = new Set<string>();
  const over = new AbortController();
  /** One who writes, and reads again where nobody knows whether it was written. */
  const writer = async (stream: string) => {
    for (let version = 0; !over.signal.aborted; ) {
      const one = entry("a");
      try {
        const appended = await ledger.append({ stream, expectedVersion: version, entries: [one] });
        if (appended.is === "appended") {
          acknowledged.push(one.id);
          version += 1;
        } else if (appended.is === "conflict") version = appended.actual;
      } catch (cause) {
        if (!(cause instanceof LedgerError)) throw cause;
        told.add(cause.code);
        await sleep(50);
      }
    }
  };
  const writers = Promise.all(["patient/1", "patient/2", "patient/3"].map(writer));
  while (acknowledged.length < 30) await sleep(20);

  const other = url.replace(new URL(url).host, new URL(standby.url("postgres")).host);
  // Meanwhile a standby is verified and backed up, and takes no server.
  expect((await verifyPostgres(other)).faults).toEqual([]);
  expect((await backupOf({ database: other }, join(folder, "of-standby"), () => {})).faultCount).toBe(0);
  await expect(openPostgres({ url: other, projector, patienceMs: 500 })).rejects.toThrow(/only reads/);

  await primary.stop("at once");
  // As long as nobody has promoted anything.
  while (told.size === 0) await sleep(50);
  const before = acknowledged.length;
  await standby.run(other, "SELECT pg_promote()");
  proxy.leadTo(other);
  const promotedAt = performance.now();
  while (acknowledged.length < before + 30) await sleep(5);
  // By themselves, within what a request waits for a database.
  expect(performance.now() - promotedAt).toBeLessThan(10_000);
  over.abort();
  await writers;

  expect([...told].filter((code) => !["unreachable", "unsure"].includes(code))).toEqual([]);
  const kept = (await Promise.all([1, 2, 3].map((one) => ledger.read(`patient/${one}`)))).flat();
  const ids = kept.map(({ id }) => id);
  expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  await ledger.close();
  await proxy.close();
  expect((await verifyPostgres(other)).faults).toEqual([]);
}, 60_000);
