/** Backups are the same files, whatever they are of and wherever they are restored. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { move } from "./move.ts";
import { connect } from "./postgres/connect.ts";
import { openPostgres, openPostgresReadOnly } from "./postgres.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { openLedger, openLedgerReadOnly } from "./sqlite.ts";
import { decisionBody, entry, projector as projectorUrl, temporaryFolders } from "./testing/entries.ts";
import { type PostgresServer, startPostgres } from "./testing/postgres-server.ts";
import { projector } from "./testing/projector.ts";
import { describeRotation } from "./testing/rotation.ts";
import {
  backupKeysOf,
  backupOf,
  erasuresOf,
  lostKeysOf,
  restoreInto,
  rootOfPlace,
  verifyAt,
} from "./upkeep.ts";

const folders = temporaryFolders();
const newFile = (name: string) => join(folders.make(), name);
const silent = () => {};
let server: PostgresServer;
/** The same ledger in both stores. */
let folder = "";
let place: { readonly database: string; readonly keys: string };

beforeAll(async () => {
  server = await startPostgres();
  folder = join(folders.make(), "data");
  place = { database: await server.database(), keys: await server.database() };
  const ledger = await openLedger({ folder, projector: projectorUrl });
  for (const stream of ["patient/1", "patient/2", "patient/3"])
    await ledger.append({
      stream,
      expectedVersion: 0,
      entries: [entry("named", {}, { name: stream }), entry("decided", decisionBody(1))],
      idempotency: { key: `key ${stream}`, request: "r" },
    });
  await ledger.erase("patient/2");
  await ledger.close();
  await move({ from: { folder }, to: place, projector });
});
afterAll(async () => {
  await server.remove();
  folders.remove();
});

function tablesOf(path: string, tables: readonly string[]) {
  const database = new DatabaseSync(path, { readOnly: true });
  const found = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  const named = database.prepare("SELECT name, sql FROM sqlite_master ORDER BY name").all();
  database.close();
  return [named, ...found];
}

describeRotation("PostgreSQL", async () => {
  const empty = { database: await server.database(), keys: await server.database() };
  const { database: url, keys: keysUrl } = empty;
  return {
    place: empty,
    open: (masterKeys) => openPostgres({ url, keysUrl, masterKeys, projector: projectorUrl }),
    async hold() {
      const client = await connect(keysUrl);
      await client.query("BEGIN; LOCK TABLE keys.keys IN SHARE ROW EXCLUSIVE MODE");
      return async () => {
        await client.query("COMMIT");
        await client.end();
      };
    },
    async stored() {
      const client = await connect(keysUrl);
      const sql = "SELECT stream, key FROM keys.keys WHERE key IS NOT NULL ORDER BY stream";
      const { rows } = await client.query<{ stream: string; key: Uint8Array }>(sql);
      await client.end();
      return rows;
    },
  };
});

test("Keys that are sealed are moved as they are, backed up as they are, and opened where the master keys are", async () => {
  const from = { folder: join(folders.make(), "data"), masterKeys: newFile("master.keys") };
  await rotateKeys(from);
  const ledger = await openLedger({ ...from, projector: projectorUrl });
  const named = entry("named", {}, { name: "patient/1" });
  await ledger.append({ stream: "patient/1", expectedVersion: 0, entries: [named] });
  await ledger.close();
  const to = { database: await server.database(), masterKeys: from.masterKeys };
  await expect(move({ from, to: { database: to.database }, projector })).rejects.toThrow(
    "no master keys are set",
  );
  await move({ from, to, projector });
  const moved = await openPostgresReadOnly({ url: to.database, masterKeys: to.masterKeys });
  expect((await moved.read("patient/1"))[0]?.private).toEqual({ value: { name: "patient/1" } });
  await moved.close();
  const [one, other] = ["one", "other"].map(newFile);
  await backupKeysOf(from, one ?? "");
  await backupKeysOf(to, other ?? "");
  expect(tablesOf(other ?? "", ["keys"])).toEqual(tablesOf(one ?? "", ["keys"]));
});

describe("A backup of PostgreSQL", () => {
  test("is, row for row, the backup that the same ledger in a folder gives, and so are its keys", async () => {
    const [one, other, keys, otherKeys] = ["one", "other", "keys", "other-keys"].map(newFile);
    const made = await backupOf({ folder }, one ?? "", silent);
    const same = await backupOf(place, other ?? "", silent);
    expect(same.root.hash).toBe(made.root.hash);
    const ledgerTables = ["entries", "heads", "remembered", "about"];
    expect(tablesOf(other ?? "", ledgerTables)).toEqual(tablesOf(one ?? "", ledgerTables));
    await backupKeysOf({ folder }, keys ?? "");
    await backupKeysOf(place, otherKeys ?? "");
    const keyTables = ["keys", "erasures"];
    expect(tablesOf(otherKeys ?? "", keyTables)).toEqual(tablesOf(keys ?? "", keyTables));
    expect(await erasuresOf(place)).toEqual(await erasuresOf({ folder }));
  });

  test("is whole and of one moment while servers append", async () => {
    const busy = { database: await server.database() };
    const ledger = await openPostgres({ url: busy.database, projector: projectorUrl });
    const over = new AbortController();
    const writing = (async () => {
      for (let version = 0; !over.signal.aborted; version += 1)
        await ledger.append({ stream: "patient/1", expectedVersion: version, entries: [entry("a", {}, {})] });
    })();
    for (const name of ["first", "second"]) {
      const before = await ledger.position();
      const made = await backupOf(busy, newFile(name), silent);
      expect(made.faults).toEqual([]);
      expect(made.position).toBeGreaterThanOrEqual(before);
      expect((await verifyAt(busy, { against: made.root })).faults).toEqual([]);
    }
    over.abort();
    await writing;
    await ledger.close();
  });
});

describe("A restore into PostgreSQL", () => {
  const copied = async () => {
    const [file, keys] = [newFile("ledger"), newFile("keys")];
    await backupOf({ folder }, file, silent);
    await backupKeysOf({ folder }, keys);
    return { file, keys };
  };

  test("gives the ledger that was backed up, whichever store it was in", async () => {
    const { file, keys } = await copied();
    const to = { database: await server.database(), keys: await server.database() };
    const done = await restoreInto(file, to, { keys, erasures: "of-the-keys" }, projector);
    expect(done).toMatchObject({ entries: 6, erasedAgain: 0, lostKeys: [], faults: [] });
    expect((await rootOfPlace(to)).hash).toBe((await rootOfPlace({ folder })).hash);
    const back = join(folders.make(), "back");
    await restoreInto(file, { folder: back }, { keys, erasures: "of-the-keys" }, projector);
    const [there, here] = [
      await openPostgresReadOnly({ url: to.database, keysUrl: to.keys }),
      await openLedgerReadOnly(back),
    ];
    for (const stream of ["patient/1", "patient/2"])
      expect(await there.read(stream)).toEqual(await here.read(stream));
    expect(await there.query("SELECT stream, name FROM view_names ORDER BY stream")).toEqual([
      { stream: "patient/1", name: "patient/1" },
      { stream: "patient/3", name: "patient/3" },
    ]);
    await there.close();
    await here.close();
  });

  test("carries out again what was erased since, and refuses a list that knows less", async () => {
    const { file, keys } = await copied();
    const since = { database: await server.database() };
    await restoreInto(file, since, { keys, erasures: "of-the-keys" }, projector);
    const ledger = await openPostgres({ url: since.database, projector: projectorUrl });
    await ledger.erase("patient/1");
    await ledger.close();
    const to = { database: await server.database() };
    const erasures = await erasuresOf(since);
    const done = await restoreInto(file, to, { keys, erasures }, projector);
    expect(done).toMatchObject({ erasedAgain: 1 });
    const again = await openPostgresReadOnly({ url: to.database });
    expect((await again.read("patient/1"))[0]?.private).toBe("erased");
    expect((await again.read("patient/3"))[0]?.private).toEqual({ value: { name: "patient/3" } });
    await again.close();
    expect(await erasuresOf(to)).toEqual(erasures);
    const third = { database: await server.database() };
    await expect(restoreInto(file, third, { keys, erasures: [] }, projector)).rejects.toThrow(
      "the list of erasures is not the newest",
    );
  });

  test("names the streams whose keys are lost, and goes on without them only where that is said", async () => {
    const { file, keys } = await copied();
    const database = new DatabaseSync(keys);
    database.exec("DELETE FROM keys WHERE stream = 'patient/3'");
    database.close();
    const to = { database: await server.database() };
    await expect(restoreInto(file, to, { keys, erasures: "of-the-keys" }, projector)).rejects.toThrow(
      "the keys of 1 streams are missing, patient/3 among them",
    );
    const loseKeysAt = "2026-11-22T00:00:00.000Z";
    const done = await restoreInto(file, to, { keys, erasures: "of-the-keys", loseKeysAt }, projector);
    expect(done.lostKeys).toEqual(["patient/3"]);
    expect(await lostKeysOf(to)).toEqual([]);
    await server.run(to.database, "DELETE FROM keys.keys WHERE stream = 'patient/1'");
    expect(await lostKeysOf(to)).toEqual(["patient/1"]);
  });

  test("leaves alone what is in a database already", async () => {
    const { file, keys } = await copied();
    const taken = { database: await server.database() };
    const ledger = await openPostgres({ url: taken.database, projector: projectorUrl });
    await ledger.append({ stream: "patient/9", expectedVersion: 0, entries: [entry("a")] });
    await ledger.close();
    await expect(restoreInto(file, taken, { keys, erasures: "of-the-keys" }, projector)).rejects.toThrow(
      "holds something else",
    );
  });
});
