/** A ledger moves from one store into the other and back as it is, however often that is broken off. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { KeptEntry, Ledger } from "./ledger.ts";
import { type Moved, move } from "./move.ts";
import type { Place } from "./place.ts";
import { verifyPostgres } from "./postgres/verify.ts";
import { openPostgres, openPostgresReadOnly } from "./postgres.ts";
import { openLedger, openLedgerReadOnly } from "./sqlite.ts";
import { decisionBody, entry, projector as projectorUrl, temporaryFolders } from "./testing/entries.ts";
import { type PostgresServer, startPostgres } from "./testing/postgres-server.ts";
import { projector } from "./testing/projector.ts";
import { exportRoot, verify } from "./verify.ts";

const folders = temporaryFolders();
let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.remove();
  folders.remove();
});

const childPath = fileURLToPath(new URL("./testing/move-child.ts", import.meta.url));

/** Moves in a process of its own, which is killed a moment after it has said so much. */
async function moveKilled(from: Place, to: Place, afterLines: number): Promise<Moved | undefined> {
  const child = spawn(process.execPath, [childPath, JSON.stringify({ from, to })], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (more: string) => {
    text += more;
    if (text.split("\n").length > afterLines) setTimeout(() => child.kill("SIGKILL"), Math.random() * 50);
  });
  await once(child, "close");
  const done = /^moved (.*)$/m.exec(text)?.[1];
  return done === undefined ? undefined : (JSON.parse(done) as Moved);
}

/** A folder with some streams, private parts, remembered requests, and one stream that was erased. */
async function filled(rounds: number): Promise<string> {
  const folder = join(folders.make(), "data");
  const ledger = await openLedger({ folder, projector: projectorUrl });
  for (let round = 0; round < rounds; round += 1)
    await Promise.all(
      Array.from({ length: 20 }, async (_, number) => {
        const stream = `patient/${number}`;
        await ledger.append({
          stream,
          expectedVersion: await ledger.version(stream),
          entries: [
            entry("named", { round }, { name: `name ${number} ${round}` }),
            entry("decided", decisionBody(round)),
          ],
          idempotency: { key: `key ${number} ${round}`, request: `request ${round}` },
        });
      }),
    );
  await ledger.append({ stream: "patient/3", expectedVersion: rounds * 2, entries: [entry("forgotten")] });
  await ledger.erase("patient/3");
  await ledger.close();
  return folder;
}

/** All that a ledger holds, as it is kept, and what of it somebody reads. */
async function whole(ledger: Ledger) {
  const streams = await ledger.streams("");
  const entries: (KeptEntry | undefined)[] = [];
  for (const { stream } of streams)
    entries.push(...(await ledger.kept(stream, 0, 10_000)).map((one) => ({ ...one, sealed: null })));
  const found = {
    streams,
    entries: entries.toSorted((a, b) => (a?.position ?? 0) - (b?.position ?? 0)),
    read: await Promise.all(streams.map(({ stream }) => ledger.read(stream))),
    remembered: await ledger.remembered("key 4 1"),
    counts: await ledger.query("SELECT stream, entries, newest FROM view_counts ORDER BY stream"),
    names: await ledger.query("SELECT stream, name FROM view_names ORDER BY stream"),
  };
  await ledger.close();
  return found;
}

describe("a ledger that is moved", () => {
  let original = "";
  let folder = "";
  beforeAll(async () => {
    original = await filled(3);
  });
  // It is moved once.
  beforeEach(() => {
    folder = join(folders.make(), "data");
    cpSync(original, folder, { recursive: true });
  });

  test("is the same in PostgreSQL, and the same again in a folder", async () => {
    const before = await whole(await openLedgerReadOnly(folder));
    const [database, keys] = [await server.database(), await server.database()];
    const there = { database, keys };
    const moved = await move({ from: { folder }, to: there, projector });
    expect(moved).toMatchObject({
      entries: 121,
      keys: 19,
      erasures: 1,
      before: 0,
      hash: exportRoot(folder).hash,
    });
    expect(await whole(await openPostgresReadOnly({ url: database, keysUrl: keys }))).toEqual(before);
    expect((await verifyPostgres(database, { against: exportRoot(folder) })).faults).toEqual([]);
    expect(
      await server.run(database, "SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'keys'"),
    ).toEqual([{ count: 0 }]);

    const back = join(folders.make(), "back");
    await move({ from: there, to: { folder: back }, projector });
    expect(await whole(await openLedgerReadOnly(back))).toEqual(before);
    expect((await verify(back, { against: exportRoot(folder) })).faults).toEqual([]);
  });

  test("goes on where it is now: appended to, read, and its erased stream stays erased", async () => {
    const database = await server.database();
    await move({ from: { folder }, to: { database }, projector });
    const ledger = await openPostgres({ url: database, projector: projectorUrl });
    const appended = await ledger.append({
      stream: "patient/1",
      expectedVersion: 6,
      entries: [entry("named", {}, { name: "later" })],
    });
    expect(appended).toMatchObject({ is: "appended", entries: [{ version: 7, position: 122 }] });
    expect((await ledger.read("patient/3"))[0]?.private).toBe("erased");
    await ledger.close();
    expect((await verifyPostgres(database)).faults).toEqual([]);
  });

  test("is moved once: said again it is said that it is there, and not moved over what came since", async () => {
    const database = await server.database();
    const first = await move({ from: { folder }, to: { database }, projector });
    expect(await move({ from: { folder }, to: { database }, projector })).toEqual({ ...first, before: 121 });
    const ledger = await openPostgres({ url: database, projector: projectorUrl });
    await ledger.append({ stream: "patient/new", expectedVersion: 0, entries: [entry("a")] });
    await ledger.close();
    await expect(move({ from: { folder }, to: { database }, projector })).rejects.toMatchObject({
      code: "failed",
      message: expect.stringContaining("holds something else") as string,
    });
  });
});

describe("the place that a ledger has left", () => {
  const write = { stream: "patient/late", expectedVersion: 0, entries: [entry("late")] };

  test("is opened by no server, and says where the ledger went, whether a folder or a database", async () => {
    const folder = await filled(1);
    const database = await server.database();
    await move({ from: { folder }, to: { database }, projector });
    await expect(openLedger({ folder, projector: projectorUrl })).rejects.toThrow(
      `moved to the database ${new URL(database).pathname.slice(1)}`,
    );
    const back = join(folders.make(), "back");
    await move({ from: { database }, to: { folder: back }, projector });
    await expect(openPostgres({ url: database, projector: projectorUrl })).rejects.toThrow(
      `moved to ${back}`,
    );
    const ledger = await openLedger({ folder: back, projector: projectorUrl });
    expect((await ledger.append(write)).is).toBe("appended");
    await ledger.close();
    // What was there can still be verified.
    expect((await verify(folder)).faults).toEqual([]);
    expect((await verifyPostgres(database)).faults).toEqual([]);
  });

  test("takes nothing of a server that has it open still", async () => {
    const folder = await filled(1);
    const database = await server.database();
    await move({ from: { folder }, to: { database }, projector });
    const { postgresRows } = await import("./moving/postgres-rows.ts");
    const rows = await postgresRows(database, "held");
    const open = openPostgres({ url: database, projector: projectorUrl });
    await rows.markMoved("elsewhere");
    await rows.close();
    await expect(open).rejects.toThrow("moved to elsewhere");
    const other = await server.database();
    await move({ from: { folder: await filled(1) }, to: { database: other }, projector });
    const late = await openPostgres({ url: other, projector: projectorUrl });
    await server.run(other, "UPDATE ledger.counter SET read_models = 'moved to elsewhere'");
    await expect(late.append(write)).rejects.toThrow("moved to elsewhere");
    await late.close();
  });

  test("is moved nowhere else, and to where it went again", async () => {
    const folder = await filled(1);
    const [database, other] = [await server.database(), await server.database()];
    await move({ from: { folder }, to: { database }, projector });
    await expect(move({ from: { folder }, to: { database: other }, projector })).rejects.toThrow("moved to");
    expect(await move({ from: { folder }, to: { database }, projector })).toMatchObject({ before: 41 });
  });

  test("is marked before the new one can be opened; broken off there, neither takes anything until it is finished", async () => {
    const folder = await filled(1);
    const database = await server.database();
    const killed = move({
      from: { folder },
      to: { database },
      projector: {
        ...projector,
        project() {
          throw new Error("killed");
        },
      },
    });
    await expect(killed).rejects.toThrow("read models");
    await expect(openLedger({ folder, projector: projectorUrl })).rejects.toThrow("moved to");
    await expect(openPostgres({ url: database, projector: projectorUrl })).rejects.toThrow(
      "not all of it is there yet",
    );
    expect(await move({ from: { folder }, to: { database }, projector })).toMatchObject({ before: 41 });
    const ledger = await openPostgres({ url: database, projector: projectorUrl });
    expect((await ledger.append(write)).is).toBe("appended");
    await ledger.close();
  });
});

describe("what is refused", () => {
  test("a source that a server writes to", async () => {
    const folder = await filled(1);
    const ledger = await openLedger({ folder, projector: projectorUrl });
    const database = await server.database();
    await expect(move({ from: { folder }, to: { database }, projector })).rejects.toMatchObject({
      code: "locked",
    });
    await ledger.close();
    await move({ from: { folder }, to: { database }, projector });
    const running = await openPostgres({ url: database, projector: projectorUrl });
    const to = { folder: join(folders.make(), "back") };
    await expect(move({ from: { database }, to, projector })).rejects.toMatchObject({ code: "locked" });
    await running.close();
    await move({ from: { database }, to, projector });
  });

  test("a target that holds another ledger, or another's keys", async () => {
    const [one, other] = [await filled(1), await filled(1)];
    const [database, keys] = [await server.database(), await server.database()];
    await move({ from: { folder: one }, to: { database, keys }, projector });
    for (const to of [{ folder: one }, { database, keys }, { database: await server.database(), keys }])
      await expect(move({ from: { folder: other }, to, projector })).rejects.toMatchObject({
        message: expect.stringContaining("holds something else") as string,
      });
    expect((await verify(one)).faults).toEqual([]);
  });

  test("a source with a changed entry: nothing becomes a ledger", async () => {
    const { tamper } = await import("./testing/hand.ts");
    const folder = await filled(1);
    tamper(folder, "UPDATE entries SET body = '{}' WHERE position = 2");
    const database = await server.database();
    await expect(move({ from: { folder }, to: { database }, projector })).rejects.toMatchObject({
      code: "corrupt",
    });
    await expect(openPostgres({ url: database, projector: projectorUrl })).rejects.toMatchObject({
      message: expect.stringContaining("not all of it is there yet") as string,
    });
  });
});

/**
 * After how many lines of progress: at first while keys and entries are copied, later while all of it is verified.
 * ISOWARD_KILLS asks for more than `npm test` takes.
 */
const killedInto = Array.from(
  { length: Number(process.env["ISOWARD_KILLS"] ?? 3) },
  (_, kill) => 1 + (kill % 4),
);

describe("killed again and again", () => {
  test.each(["postgres", "sqlite"] as const)(
    "a move into %s finishes, and nobody opens it before",
    async (store) => {
      const folder = await filled(50);
      const database = await server.database();
      const [from, to] = await (async (): Promise<[Place, Place]> => {
        if (store === "postgres") return [{ folder }, { database }];
        await move({ from: { folder }, to: { database }, projector });
        return [{ database }, { folder: join(folders.make(), "back") }];
      })();
      for (const afterLines of killedInto) {
        expect(await moveKilled(from, to, afterLines)).toBeUndefined();
        if (store === "postgres")
          await expect(openPostgres({ url: database, projector: projectorUrl })).rejects.toThrow(
            "not all of it is there yet",
          );
      }
      const moved = await move({ from, to, projector });
      expect(moved.before).toBeGreaterThan(0);
      expect(moved).toMatchObject({ entries: 2001, hash: exportRoot(folder).hash });
      const against = exportRoot(folder);
      const verified =
        "folder" in to
          ? await verify(to.folder, { against })
          : await verifyPostgres(to.database, { against });
      expect(verified).toMatchObject({ entries: 2001, faults: [] });
    },
  );
});
