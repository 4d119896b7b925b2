/** What is acknowledged is kept: through a kill, a power cut, a full disk; and the tests that say so can fail. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { LedgerError } from "./ledger.ts";
import { ledgerFile } from "./sqlite/schema.ts";
import { openLedger, openLedgerReadOnly, openLedgerWithDebug } from "./sqlite.ts";
import type { Acknowledged } from "./testing/child.ts";
import { decisionBody, entry, projector, temporaryFolders } from "./testing/entries.ts";
import { childCommand, killAfter } from "./testing/kill.ts";
import { verify } from "./verify.ts";

const folders = temporaryFolders();
afterAll(folders.remove);

/** ISOWARD_KILLS asks for more than `npm test` takes. */
const kills = Number(process.env["ISOWARD_KILLS"] ?? 6);
/** A program of the machine, which it may not have. */
const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "ignore" });
const random = (below: number) => Math.floor(Math.random() * below);

/** The acknowledged entries that a ledger does not hold as they were acknowledged. */
async function lost(folder: string, acknowledged: readonly Acknowledged[]): Promise<Acknowledged[]> {
  const ledger = await openLedgerReadOnly(folder);
  const streams = new Map(
    await Promise.all(
      (await ledger.streams("")).map(async ({ stream }) => [stream, await ledger.read(stream)] as const),
    ),
  );
  const gone = acknowledged.filter(
    ({ stream, version, hash }) => streams.get(stream)?.[version - 1]?.hash !== hash,
  );
  await ledger.close();
  return gone;
}

describe("killed in the middle of writing", () => {
  test(
    `${kills} times, it keeps every entry it had acknowledged`,
    async () => {
      let folder = folders.make();
      const acknowledged: Acknowledged[] = [];
      let perKill = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        const before = acknowledged.length;
        acknowledged.push(
          ...(await killAfter(
            folder,
            { writers: 1 + random(16) },
            { acknowledgements: 1 + random(400), ms: random(30) },
          )),
        );
        perKill += acknowledged.length - before;
        expect(await lost(folder, acknowledged)).toEqual([]);
        // Every other time nobody recovers the log before the next writer does; and not for ever on one ledger.
        if (kill % 2 === 1) expect(await verify(folder)).toMatchObject({ faults: [] });
        if (kill % 10 === 9) {
          folder = folders.make();
          acknowledged.length = 0;
        }
      }
      expect(perKill).toBeGreaterThan(kills * 20);
      const ledger = await openLedger({ folder, projector });
      const counted =
        (await ledger.query("SELECT sum(entries) AS entries FROM view_counts"))[0]?.["entries"] ?? 0;
      expect(counted).toBe(await ledger.position());
      await ledger.close();
    },
    20_000 + kills * 3_000,
  );

  test("loses acknowledged entries where it acknowledges before COMMIT: the test above can fail", async () => {
    let gone = 0;
    for (let attempt = 0; attempt < 5 && gone === 0; attempt += 1) {
      const folder = folders.make();
      const acknowledged = await killAfter(
        folder,
        { writers: 4, defect: "early-acknowledge" },
        { acknowledgements: 10 + random(20) },
      );
      gone = (await lost(folder, acknowledged)).length;
    }
    expect(gone).toBeGreaterThan(0);
  });
});

describe("a power cut", () => {
  test("in the middle of the log leaves a ledger that opens, verifies, and lacks its end alone", async () => {
    const whole = folders.make();
    // Killed, so that nobody folds the log into the file.
    const acknowledged = await killAfter(whole, { writers: 6 }, { acknowledgements: 120 });
    const rows = hashesOf(cpTo(whole));
    expect(rows.length).toBeGreaterThanOrEqual(acknowledged.length);
    const logBytes = statSync(join(whole, `${ledgerFile}-wal`)).size;
    const copiedBytes = copiedBack(whole);
    const lengths = new Set<number>();
    for (let cut = 0; cut < 12; cut += 1) {
      const folder = cpTo(whole);
      const left = cut === 0 ? copiedBytes : copiedBytes + random(logBytes - copiedBytes);
      truncateSync(join(folder, `${ledgerFile}-wal`), left);
      if (left === 0) {
        // Maybe all the tables were in the log: then there is no ledger yet, and opening makes one.
        await (await openLedger({ folder, projector })).close();
      } else if (hasTables(folder)) {
        expect((await verify(folder)).faults).toEqual([]);
        const kept = hashesOf(folder);
        expect(kept).toEqual(rows.slice(0, kept.length));
        lengths.add(kept.length);
        if (cut % 4 === 0) {
          const ledger = await openLedger({ folder, projector });
          const appended = await ledger.append({
            stream: "patient/new",
            expectedVersion: 0,
            entries: [entry("a", {}, {})],
          });
          expect(appended.is).toBe("appended");
          await ledger.close();
          expect((await verify(folder)).faults).toEqual([]);
        }
      }
    }
    // Where nothing was copied back yet, as nearly always, the cuts fall anywhere.
    expect(lengths.size).toBeGreaterThan(copiedBytes === 0 ? 4 : 0);
  });

  /**
   * How much of the log was already being copied back into the file: it was synced before, so no power cut loses it.
   * The index of the log says so in frames (nBackfillAttempted), each a page and its header.
   */
  const copiedBack = (whole: string): number => {
    const frames = readFileSync(join(whole, `${ledgerFile}-shm`)).readUInt32LE(128);
    const page = readFileSync(join(whole, ledgerFile)).readUInt16BE(16);
    return frames === 0 ? 0 : 32 + frames * (24 + (page === 1 ? 65_536 : page));
  };
  const cpTo = (whole: string) => {
    const folder = join(folders.make(), "copy");
    cpSync(whole, folder, { recursive: true });
    // The index of the log is memory: it does not outlive the power.
    for (const name of [`${ledgerFile}-shm`, "keys.sqlite-shm"]) rmSync(join(folder, name), { force: true });
    return folder;
  };
  const onDatabase = <T>(folder: string, work: (database: DatabaseSync) => T): T => {
    const database = new DatabaseSync(join(folder, ledgerFile));
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  const hasTables = (folder: string) =>
    onDatabase(folder, (database) => database.prepare("SELECT 1 FROM sqlite_master").get() !== undefined);
  const hashesOf = (folder: string) =>
    onDatabase(folder, (database) =>
      database
        .prepare("SELECT hash FROM entries ORDER BY position")
        .all()
        .map(({ hash }) => hash),
    );
});

describe("syncing", () => {
  test("is switched on, on the very connection that writes", async () => {
    const ledger = await openLedger({ folder: folders.make(), projector });
    expect(await ledger.durability()).toEqual({ journalMode: "wal", synchronous: 2, keysSynchronous: 2 });
    await ledger.close();
    const careless = await openLedgerWithDebug({ folder: folders.make(), projector }, { defect: "no-sync" });
    expect(await careless.durability()).toMatchObject({ synchronous: 0 });
    await careless.close();
  });

  /** Syncs of the ledger's log, counted from outside the process. */
  const syncs = (appends: number, writers: number, defect?: "no-sync") => {
    const folder = folders.make();
    const report = join(folder, "strace.txt");
    const options = { writers, appends, ...(defect === undefined ? {} : { defect }) };
    const command = childCommand(join(folder, "ledger"), options);
    run("strace", "-f", "-y", "-e", "trace=fsync,fdatasync", "-o", report, ...command);
    return readFileSync(report, "utf8").match(/f(data)?sync\(\d+<[^>]*ledger\.sqlite-wal>/g)?.length ?? 0;
  };

  test.skipIf(!canTrace())("happens for each acknowledgement, seen from outside", () => {
    expect(syncs(60, 1)).toBeGreaterThanOrEqual(60);
  });

  test.skipIf(!canTrace())("is shared by appends that wait together", () => {
    const shared = syncs(400, 100);
    expect(shared).toBeGreaterThanOrEqual(4);
    expect(shared).toBeLessThan(200);
  });

  test.skipIf(!canTrace())("is missed where it is switched off: the test above can fail", () => {
    expect(syncs(60, 1, "no-sync")).toBeLessThan(60);
  });
});

describe("a full disk", () => {
  const append = async (ledger: Awaited<ReturnType<typeof openLedger>>, stream: string, body: unknown) =>
    ledger.append({
      stream,
      expectedVersion: await ledger.version(stream),
      entries: [entry("a", body as string)],
    });

  test("refuses what does not fit, keeps what did, and goes on", async () => {
    const folder = folders.make();
    const ledger = await openLedgerWithDebug({ folder, projector }, { maxPages: 120 });
    const large = "x".repeat(1_000_000);
    const answers = await Promise.allSettled(
      ["patient/1", "patient/2", "patient/3"].map((stream, index) =>
        append(ledger, stream, index === 1 ? large : decisionBody(index)),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    const { reason } = answers[1] as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(LedgerError);
    expect(reason).toMatchObject({ code: "full", remedy: expect.stringContaining("free space") as string });
    const versions = await ledger.versions([1, 2, 3].map((number) => `patient/${number}`));
    expect([...versions.values()]).toEqual([1, 0, 1]);
    expect((await append(ledger, "patient/2", decisionBody(2))).is).toBe("appended");
    expect(await ledger.query("SELECT count(*) AS streams FROM view_counts")).toEqual([{ streams: 3 }]);
    await ledger.close();
    expect(await verify(folder)).toMatchObject({ entries: 3, faults: [] });
  });

  test("for real: a small one of memory, filled and freed again", async (context) => {
    const disk = folders.make();
    try {
      run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk);
    } catch {
      context.skip("only root may mount a small disk");
    }
    try {
      const folder = join(disk, "ledger");
      mkdirSync(folder);
      writeFileSync(join(disk, "ballast"), Buffer.alloc(1_000_000));
      const ledger = await openLedger({ folder, projector });
      let kept = 0;
      const failure = await (async () => {
        for (; kept < 2000; kept += 1) await append(ledger, `patient/${kept % 7}`, decisionBody(kept));
      })().then(
        () => undefined,
        (cause: unknown) => cause,
      );
      expect(failure).toMatchObject({ code: "full" });
      expect(kept).toBeGreaterThan(20);
      const together = await Promise.allSettled(
        Array.from({ length: 30 }, (_, index) => append(ledger, `patient/new/${index}`, decisionBody(index))),
      );
      expect(
        together.map((answer) => answer.status === "rejected" && (answer.reason as LedgerError).code),
      ).toEqual(Array(30).fill("full"));
      await expect(ledger.probe()).rejects.toMatchObject({ code: "full" });
      rmSync(join(disk, "ballast"));
      for (let more = 0; more < 20; more += 1)
        expect((await append(ledger, `patient/${more % 7}`, decisionBody(more))).is).toBe("appended");
      await ledger.probe();
      expect(await ledger.position()).toBe(kept + 20);
      await ledger.close();
      expect(await verify(folder)).toMatchObject({ entries: kept + 20, faults: [] });
    } finally {
      run("umount", "-l", disk);
    }
  });
});

function canTrace(): boolean {
  try {
    run("strace", "-o", "/dev/null", process.execPath, "--version");
    return true;
  } catch {
    return false;
  }
}
