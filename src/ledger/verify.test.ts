import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entryHash, genesis, headsHash } from "./chain.ts";
import type { Fault } from "./chain-check.ts";
import { LedgerError } from "./ledger.ts";
import { type Root, roots } from "./root.ts";
import { ledgerFile } from "./sqlite/schema.ts";
import { openLedger, openLedgerReadOnly, type SqliteLedger } from "./sqlite.ts";
import { decisionBody, entry, projector, temporaryFolders } from "./testing/entries.ts";
import { flip, tamper } from "./testing/hand.ts";
import { exportRoot, verify } from "./verify.ts";

const folders = temporaryFolders();
afterAll(folders.remove);

const streams = ["clinic/1", "patient/1", "patient/2", "patient/3"];
let whole = "";
let root: Root;
/** Hours go by in it. */
let now = Date.parse("2026-11-02T00:00:00Z");

async function fill(ledger: SqliteLedger, rounds: number) {
  for (let round = 0; round < rounds; round += 1)
    for (const stream of streams)
      await ledger.append({
        stream,
        expectedVersion: await ledger.version(stream),
        entries: [entry("decided", decisionBody(round), { note: `note ${round}` })],
      });
}

beforeAll(async () => {
  whole = folders.make();
  const ledger = await openLedger({ folder: whole, projector, clock: () => now });
  for (let hour = 0; hour < 3; hour += 1) {
    await fill(ledger, 3);
    now += 3_600_000;
  }
  await fill(ledger, 1);
  root = exportRoot(whole, new Date(now).toISOString());
  await ledger.close();
});

/** The faults of a copy that `change` was done to, without their sentences. */
async function faultsAfter(change: (folder: string) => void, against?: Root) {
  const folder = join(folders.make(), "copy");
  cpSync(whole, folder, { recursive: true });
  change(folder);
  const { faults } = await verify(folder, against === undefined ? {} : { against });
  return faults.map(({ says: _says, ...fault }) => fault);
}
const fault = (what: Fault["what"], stream: string, version?: number) =>
  version === undefined ? { what, stream } : { what, stream, version };

describe("verify", () => {
  test("finds nothing wrong in a ledger that is whole", async () => {
    const progress: number[] = [];
    const verified = await verify(whole, { against: root, onProgress: (done) => progress.push(done) });
    expect(verified).toEqual({
      entries: 43,
      streams: 5,
      roots: 3,
      position: 43,
      faultCount: 0,
      faults: [],
    });
    expect(progress.at(-1)).toBe(43);
  });

  test.each(["header", "body", "hash", "sealed"] as const)(
    "names the entry with a bit flipped in its %s",
    async (column) => {
      for (const version of [1, 5, 10]) {
        const found = await faultsAfter((folder) =>
          flip(folder, { column, stream: "patient/2", version }, 12),
        );
        const about = found.filter(({ stream }) => stream === "patient/2");
        expect(about).toContainEqual(fault("hash", "patient/2", version));
        expect(new Set(about.map(({ version: at }) => at))).toEqual(new Set([version]));
      }
    },
  );

  test("names the entry that was changed and hashed anew, for the next one hangs on another", async () => {
    const found = await faultsAfter((folder) =>
      tamper(folder, "", (database) => {
        const stream = "patient/1";
        const row = database.prepare("SELECT * FROM entries WHERE stream = ? AND version = 4").get(stream);
        const { hash } = database
          .prepare("SELECT hash FROM entries WHERE stream = ? AND version = 3")
          .get(stream) as {
          hash: string;
        };
        const changed = {
          stream,
          version: 4,
          header: String(row?.header),
          body: "{}",
          sealed: row?.sealed as null,
        };
        database
          .prepare("UPDATE entries SET body = '{}', hash = ? WHERE stream = ? AND version = 4")
          .run(entryHash(hash, changed), stream);
      }),
    );
    expect(found).toContainEqual(fault("hash", "patient/1", 5));
  });

  test("finds a whole stream written anew by its roots", async () => {
    const found = await faultsAfter((folder) =>
      tamper(folder, "", (database) => {
        const stream = "patient/1";
        let hash = genesis(stream);
        const rows = database.prepare("SELECT * FROM entries WHERE stream = ? ORDER BY version").all(stream);
        for (const row of rows) {
          const changed = {
            stream,
            version: Number(row.version),
            header: String(row.header),
            body: "{}",
            sealed: null,
          };
          hash = entryHash(hash, changed);
          database
            .prepare("UPDATE entries SET body = '{}', sealed = NULL, hash = ? WHERE position = ?")
            .run(hash, Number(row.position));
        }
        database.prepare("UPDATE heads SET hash = ? WHERE stream = ?").run(hash, stream);
      }),
    );
    expect(found).toEqual([fault("root", "~server", 1)]);
  });

  test("names the entries missing between others", async () => {
    const found = await faultsAfter((folder) =>
      tamper(folder, "DELETE FROM entries WHERE stream = 'patient/3' AND version IN (4, 5)"),
    );
    expect(found).toContainEqual(fault("gap", "patient/3", 4));
    expect(found.filter(({ stream }) => stream === undefined).length).toBe(2);
  });

  test("names a cut tail, and with a root also one whose head was cut with it", async () => {
    const cut = "DELETE FROM entries WHERE stream = 'patient/3' AND version > 8;";
    expect(await faultsAfter((folder) => tamper(folder, cut))).toContainEqual(
      fault("missing-tail", "patient/3", 9),
    );

    // The newest entry of all: nothing comes after it, so without a root kept elsewhere nothing shows.
    const last = `DELETE FROM entries WHERE stream = 'patient/3' AND version = 10;
      UPDATE heads SET version = 9, hash = (SELECT hash FROM entries WHERE stream = 'patient/3' AND version = 9)
        WHERE stream = 'patient/3'`;
    expect(await faultsAfter((folder) => tamper(folder, last))).toEqual([]);
    expect(await faultsAfter((folder) => tamper(folder, last), root)).toEqual([
      fault("missing-tail", "patient/3", 10),
    ]);
  });

  test("names a lost stream, and with a root also one whose head was lost with it", async () => {
    const lost = "DELETE FROM entries WHERE stream = 'patient/2';";
    expect(await faultsAfter((folder) => tamper(folder, lost))).toContainEqual(
      fault("missing-stream", "patient/2"),
    );

    // And the positions closed up behind it.
    const hidden = `${lost} DELETE FROM heads WHERE stream = 'patient/2';
      CREATE TABLE order_of AS SELECT position, row_number() OVER (ORDER BY position) AS place FROM entries;
      UPDATE entries SET position = -(SELECT place FROM order_of WHERE order_of.position = entries.position);
      UPDATE entries SET position = -position; DROP TABLE order_of`;
    expect(await faultsAfter((folder) => tamper(folder, hidden))).toEqual([fault("root", "~server", 1)]);
    expect(await faultsAfter((folder) => tamper(folder, hidden), root)).toContainEqual(
      fault("missing-stream", "patient/2"),
    );
  });

  test("names an entry that a root kept elsewhere knows otherwise", async () => {
    const ledger = await openLedger({ folder: folders.make(), projector });
    await fill(ledger, 10);
    await ledger.close();
    const { faults } = await verify(ledger.folder, { against: root });
    expect(faults).toContainEqual(
      expect.objectContaining({ what: "hash", stream: "patient/1", version: 10 }),
    );
    expect(faults).toContainEqual(expect.objectContaining({ what: "missing-stream", stream: "~server" }));
  });

  test("refuses a root that was changed itself", async () => {
    const changed = { ...root, heads: root.heads.slice(1) };
    expect(await faultsAfter(() => {}, changed)).toEqual([{ what: "root" }]);
  });

  test("finds an entry filed elsewhere, and heads that disagree", async () => {
    expect(
      await faultsAfter((folder) =>
        tamper(folder, "UPDATE entries SET id = 'another' WHERE stream = 'patient/1' AND version = 2"),
      ),
    ).toEqual([fault("hash", "patient/1", 2)]);
    expect(
      await faultsAfter((folder) => tamper(folder, "DELETE FROM heads WHERE stream = 'patient/1'")),
    ).toEqual([fault("hash", "patient/1")]);
  });

  test("says so where the file itself is damaged", async () => {
    const found = await faultsAfter((folder) => {
      const database = new DatabaseSync(join(folder, ledgerFile), { defensive: false });
      database.exec("PRAGMA writable_schema = ON");
      database.exec("DELETE FROM sqlite_master WHERE name = 'heads'");
      database.close();
    });
    expect(found).toContainEqual({ what: "file" });
  });

  test("reads beside the process that writes, and as it stood when it began", async () => {
    const ledger = await openLedger({ folder: folders.make(), projector });
    await fill(ledger, 5);
    const verifying = verify(ledger.folder);
    await fill(ledger, 5);
    expect(await verifying).toMatchObject({ entries: 20, faults: [] });
    await ledger.close();
  });

  test("says plainly that there is no ledger", async () => {
    await expect(verify(folders.make())).rejects.toThrow(LedgerError);
    await expect(openLedgerReadOnly(folders.make())).rejects.toThrow(/there is no ledger/);
  });
});

describe("a root", () => {
  test("is written once an hour, where something was appended since", async () => {
    let ms = Date.parse("2026-11-02T00:00:00Z");
    const ledger = await openLedger({ folder: folders.make(), projector, clock: () => ms });
    const kept = async () => {
      await ledger.durability();
      return (await roots(ledger)).map(({ position, streams: count }) => [position, count]);
    };
    await fill(ledger, 1);
    ms += 3_599_999;
    await fill(ledger, 1);
    expect(await kept()).toEqual([]);
    ms += 1;
    // Whatever the writer is told, it looks at the clock.
    await ledger.durability();
    expect(await kept()).toEqual([[8, 4]]);
    ms += 7_200_000;
    await ledger.durability();
    expect(await kept()).toEqual([[8, 4]]);
    await fill(ledger, 1);
    expect((await kept()).length).toBe(2);
    await ledger.close();
    expect((await verify(ledger.folder)).faults).toEqual([]);
  });

  test("is followed like any entry, and is none of the read models' business", async () => {
    let ms = Date.parse("2026-11-02T00:00:00Z");
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector, clock: () => ms });
    await fill(ledger, 1);
    const stop = new AbortController();
    const followed = ledger.follow(4, stop.signal)[Symbol.asyncIterator]().next();
    ms += 3_600_000;
    await ledger.durability();
    expect((await followed).value).toMatchObject({ stream: "~server", type: "root", position: 5 });
    await ledger.close();
    tamper(folder, "DELETE FROM about WHERE name = 'projector'");
    const refilled = await openLedger({ folder, projector, clock: () => ms });
    expect(
      (await refilled.query("SELECT stream FROM view_counts ORDER BY stream")).map(({ stream }) => stream),
    ).toEqual(streams);
    await refilled.close();
  });

  test("exported is one hash over lines that anyone can hash again", () => {
    const named = root.heads.map(([stream, version, hash]) => ({ stream, version, hash }));
    expect(named.map(({ stream }) => stream)).toEqual([...streams, "~server"]);
    expect(headsHash(named)).toBe(root.hash);
    expect(root).toMatchObject({ format: "isoward-root-1", position: 43, streams: 5 });
  });
});
