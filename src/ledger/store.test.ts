/** What is SQLite's own: files, locks, keys on the disk, read models of another version. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { keysFile } from "./keys.ts";
import { type Ledger, LedgerError } from "./ledger.ts";
import { ledgerFile } from "./sqlite/schema.ts";
import { lockHolder, openLedger, openLedgerReadOnly, openLedgerWithDebug } from "./sqlite.ts";
import { entry, projector, temporaryFolders } from "./testing/entries.ts";
import { tamper } from "./testing/hand.ts";
import { holdingChild } from "./testing/kill.ts";
import { verify } from "./verify.ts";

const folders = temporaryFolders();
afterAll(folders.remove);

const append = async (ledger: Ledger, stream: string, ...entries: ReturnType<typeof entry>[]) =>
  ledger.append({ stream, expectedVersion: await ledger.version(stream), entries });
const failure = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(thrown).toBeInstanceOf(LedgerError);
  return thrown as LedgerError;
};
/** The bytes of every file of a folder. */
const bytesOf = (folder: string) =>
  readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString("latin1"));

describe("the lock", () => {
  test("keeps a second writer out and names the first, until that is killed", async () => {
    const folder = folders.make();
    expect(lockHolder(folder)).toBeUndefined();
    const first = await holdingChild(folder);
    const error = await failure(openLedger({ folder, projector }));
    expect(error.code).toBe("locked");
    expect(error.message).toContain(`process ${first.pid} `);
    expect(error.remedy).toContain("http://localhost:1");
    expect(lockHolder(folder)).toMatchObject({ pid: first.pid, url: "http://localhost:1" });

    const reading = await openLedgerReadOnly(folder);
    const stop = new AbortController();
    for await (const live of reading.follow((await reading.position()) + 5, stop.signal)) {
      expect(live.position).toBeGreaterThan(5);
      stop.abort();
    }
    expect((await failure(append(reading, "patient/1", entry("a")))).remedy).toContain("server");
    await reading.close();

    await first.kill();
    expect(lockHolder(folder)).toBeUndefined();
    const second = await openLedger({ folder, projector });
    expect(lockHolder(folder)).toMatchObject({ pid: process.pid });
    await second.close();
    expect(lockHolder(folder)).toBeUndefined();
    expect(existsSync(join(folder, "writer.json"))).toBe(false);
  });

  test("keeps the same process out too, and looking at it does not loosen it", async () => {
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector });
    for (let look = 0; look < 3; look += 1) expect(lockHolder(folder)).toMatchObject({ pid: process.pid });
    expect((await failure(openLedger({ folder, projector }))).code).toBe("locked");
    await verify(folder);
    const other = await holdingChild(folder).then(
      (child) => child.kill().then(() => "opened"),
      () => "refused",
    );
    expect(other).toBe("refused");
    await ledger.close();
  });
});

describe("the file", () => {
  test("refuses to change or remove an entry", async () => {
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector });
    await append(ledger, "patient/1", entry("a"));
    await ledger.close();
    const database = new DatabaseSync(join(folder, ledgerFile));
    expect(() => database.exec("UPDATE entries SET body = '1'")).toThrow(/never changed/);
    expect(() => database.exec("DELETE FROM entries")).toThrow(/never removed/);
    expect(() =>
      database.exec(
        "INSERT OR REPLACE INTO entries SELECT 9, stream, version, 'x', '', '', NULL, '' FROM entries",
      ),
    ).toThrow(/never replaced/);
    database.close();
  });

  test("of a newer Isoward is left alone, and says so", async () => {
    for (const [file, pragma] of [
      [ledgerFile, "PRAGMA user_version = 99"],
      [keysFile, "PRAGMA user_version = 99"],
    ] as const) {
      const folder = folders.make();
      await (await openLedger({ folder, projector })).close();
      const database = new DatabaseSync(join(folder, file));
      database.exec(pragma);
      database.close();
      expect((await failure(openLedger({ folder, projector }))).code).toBe("newer");
      expect((await failure(openLedgerReadOnly(folder))).code).toBe("newer");
      expect(lockHolder(folder)).toBeUndefined();
    }
  });

  test.each([ledgerFile, `${ledgerFile}-wal`, keysFile])(
    "%s, moved away under a running server, takes nothing any more, until it is back",
    async (file) => {
      const folder = folders.make();
      const ledger = await openLedger({ folder, projector });
      const write = (stream: string) =>
        ledger.append({ stream, expectedVersion: 0, entries: [entry("named", {}, { name: stream })] });
      await write("patient/1");
      renameSync(join(folder, file), join(folder, "elsewhere"));
      expect((await failure(write("patient/2"))).message).toContain("no longer the file that was opened");
      expect((await failure(ledger.probe())).message).toContain("nothing was written");
      writeFileSync(join(folder, file), "");
      expect((await failure(write("patient/2"))).code).toBe("failed");
      renameSync(join(folder, "elsewhere"), join(folder, file));
      await ledger.probe();
      expect((await write("patient/2")).is).toBe("appended");
      await ledger.close();
      expect((await verify(folder)).faults).toEqual([]);
    },
  );

  test("that is no ledger is refused", async () => {
    const [other, text] = [folders.make(), folders.make()];
    const database = new DatabaseSync(join(other, ledgerFile));
    database.exec("CREATE TABLE something (x)");
    database.close();
    writeFileSync(
      join(text, ledgerFile),
      "not a database at all, but long enough to be looked at".repeat(30),
    );
    for (const folder of [other, text]) {
      expect((await failure(openLedger({ folder, projector }))).code).toBe("corrupt");
      expect((await failure(openLedgerReadOnly(folder))).code).toBe("corrupt");
    }
  });

  test("takes its log in now and then, so that it does not grow for ever", async () => {
    const ledger = await openLedger({ folder: folders.make(), projector });
    const text = "x".repeat(3_000_000);
    for (let number = 0; number < 14; number += 1) await append(ledger, "patient/1", entry("a", text));
    expect(statSync(join(ledger.folder, `${ledgerFile}-wal`)).size).toBeLessThan(30_000_000);
    await ledger.close();
    expect(readdirSync(ledger.folder).toSorted()).toEqual([keysFile, ledgerFile, "writer.lock"]);
  });

  test("is made in a folder that does not exist, readable by its owner alone", async () => {
    const folder = join(folders.make(), "a", "b");
    const ledger = await openLedger({ folder, projector });
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(await ledger.position()).toBe(0);
    await ledger.close();
    await (await openLedgerReadOnly(folder)).close();
  });
});

describe("a writer that is lost", () => {
  test("by its disk writes nothing more, says so, and opens again", async () => {
    const folder = folders.make();
    await append(await keptOpen(folder), "patient/1", entry("a"));
    await closeKept();
    const ledger = await openLedgerWithDebug({ folder, projector }, { defect: "broken-disk" });
    // The second would go through: but nobody knows any more what the first has left.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const error = await failure(append(ledger, "patient/1", entry("b")));
      expect(error).toMatchObject({
        code: "failed",
        remedy: expect.stringContaining("start again") as string,
      });
    }
    expect((await ledger.read("patient/1")).length).toBe(1);
    await ledger.close();
    expect((await append(await keptOpen(folder), "patient/1", entry("b"))).is).toBe("appended");
    await closeKept();
  });

  test("by its thread fails what is under way and all that comes after", async () => {
    const folder = folders.make();
    const ends = moduleIn(folder, 1, {}, 'if (entry.type === "ends") process.exit(3)');
    const ledger = await openLedger({ folder: join(folder, "ledger"), projector: ends });
    await append(ledger, "patient/1", entry("a"));
    const answers = await Promise.allSettled([
      append(ledger, "patient/2", entry("ends")),
      append(ledger, "patient/3", entry("a")),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await failure(append(ledger, "patient/1", entry("b")))).message).toContain("the writer ended");
    expect(await ledger.streams("")).toEqual([{ stream: "patient/1", version: 1 }]);
    await ledger.close();
    expect(await verify(ledger.folder)).toMatchObject({ entries: 1, faults: [] });
  });

  let kept: Awaited<ReturnType<typeof openLedger>> | undefined;
  const keptOpen = async (folder: string) => (kept = await openLedger({ folder, projector }));
  const closeKept = async () => kept?.close();
});

describe("private parts on the disk", () => {
  test("cannot be read there, and neither can an erased key or a forgotten name be found", async () => {
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector });
    const secret = "a secret that stands nowhere else";
    await append(
      ledger,
      "patient/1",
      entry("noted", {}, { secret }),
      entry("named", {}, { name: "Ann Nowhere" }),
    );
    const database = new DatabaseSync(join(folder, keysFile), { readOnly: true });
    const { key } = database.prepare("SELECT key FROM keys").get() as { key: Uint8Array };
    database.close();
    const keyBytes = Buffer.from(key).toString("latin1");
    await append(ledger, "patient/1", entry("forgotten"));
    await ledger.erase("patient/1");
    const copy = join(folders.make(), "copy");
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith("writer.lock") });
    await ledger.close();
    for (const bytes of [...bytesOf(copy), ...bytesOf(folder)]) {
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(keyBytes)).toBe(false);
      expect(bytes.includes("Ann Nowhere")).toBe(false);
    }
  });

  test("are bound to the entry they were written for", async () => {
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector });
    await append(ledger, "patient/1", entry("a", {}, "one"), entry("a", {}, "two"));
    await ledger.close();
    tamper(
      folder,
      "UPDATE entries SET sealed = (SELECT sealed FROM entries WHERE version = 1) WHERE version = 2",
    );
    const reading = await openLedgerReadOnly(folder);
    await expect(reading.read("patient/1")).rejects.toThrow(/cannot be decrypted/);
    expect(await reading.read("patient/1", 2)).toEqual([]);
    await reading.close();
  });

  test("whose key is missing without a proof of its erasure are damage, not erasure", async () => {
    const folder = folders.make();
    const ledger = await openLedger({ folder, projector });
    await append(ledger, "patient/1", entry("a", {}, "one"));
    await ledger.close();
    rmSync(join(folder, keysFile));
    expect((await failure(openLedgerReadOnly(folder))).code).toBe("corrupt");
    const again = await openLedger({ folder, projector });
    await expect(again.read("patient/1")).rejects.toThrow(/missing, and it was never erased/);
    await again.close();
  });
});

describe("read models of another version", () => {
  test("are dropped and filled anew from all entries, with what was erased gone", async () => {
    const folder = folders.make();
    const at = join(folder, "ledger");
    const ledger = await openLedger({ folder: at, projector });
    await append(ledger, "patient/1", entry("named", {}, { name: "Ann" }), entry("a"));
    await append(ledger, "patient/2", entry("named", {}, { name: "Bea" }));
    await ledger.erase("patient/1");
    await ledger.close();
    const second = moduleIn(
      folder,
      2,
      { view_seen: { columns: { stream: "text", position: "integer", hidden: "text" }, key: ["position"] } },
      `yield { sql: "INSERT INTO view_seen VALUES (:stream, :position, :hidden)", parameters:
        { stream: entry.stream, position: entry.position, hidden: JSON.stringify(entry.private ?? null) } }`,
    );
    const progress: [number, number][] = [];
    const onRefill = (done: number, total: number) => progress.push([done, total]);
    const reopened = await openLedger({ folder: at, projector: second, onRefill });
    expect(progress).toEqual([[3, 3]]);
    expect(
      (await reopened.query("SELECT hidden FROM view_seen ORDER BY position")).map(({ hidden }) => hidden),
    ).toEqual(['"erased"', "null", '{"value":{"name":"Bea"}}']);
    await expect(reopened.query("SELECT * FROM view_counts")).rejects.toThrow("made by another version");
    await reopened.close();
    const unchanged = await openLedger({ folder: at, projector: second, onRefill });
    expect(progress.length).toBe(1);
    await unchanged.close();
  });

  test("that cannot be filled leave the ledger as it was", async () => {
    const folder = folders.make();
    const at = join(folder, "ledger");
    const ledger = await openLedger({ folder: at, projector });
    await append(ledger, "patient/1", entry("a"));
    await ledger.close();
    const columns = { stream: "text" };
    for (const [tables, body] of [
      [{ view_x: { columns, key: ["stream"] } }, 'throw new Error("not this one")'],
      [{ named_wrongly: { columns, key: ["stream"] } }, ""],
      [{ "view_x; COMMIT": { columns, key: ["stream"] } }, ""],
      [{ view_x: { columns, key: [] } }, ""],
      [{ view_x: { columns, key: ["stream"], indexes: [["nowhere"]] } }, ""],
      [{ view_x: { columns: { name: "text" }, key: ["name"] } }, ""],
      [{ view_x: { columns: { ...columns, day: "date" }, key: ["stream"] } }, ""],
    ] as const) {
      const error = await failure(openLedger({ folder: at, projector: moduleIn(folder, 9, tables, body) }));
      expect(error.code).toBe("failed");
    }
    expect((await failure(openLedger({ folder: at, projector: join(folder, "nowhere.ts") }))).code).toBe(
      "failed",
    );
    const again = await openLedger({ folder: at, projector });
    expect(await again.query("SELECT entries FROM view_counts")).toEqual([{ entries: 1 }]);
    await again.close();
  });

  test("may touch nothing but read models, and not end the transaction", async () => {
    const folder = folders.make();
    const body = 'if (entry.type === "b") yield { sql: entry.body, parameters: {} }';
    const meddling = moduleIn(folder, 1, {}, body);
    const ledger = await openLedger({ folder: join(folder, "ledger"), projector: meddling });
    const meddlings = [
      "COMMIT",
      "RELEASE command",
      "DELETE FROM heads",
      "INSERT INTO remembered VALUES ('k', 'r', 's', 1, 1)",
      "SELECT body FROM entries",
      "PRAGMA synchronous = OFF",
      "ATTACH ':memory:' AS other",
    ];
    for (const [index, sql] of meddlings.entries()) {
      const answers = await Promise.allSettled([
        append(ledger, "patient/1", entry("b", sql)),
        append(ledger, "patient/2", entry("a")),
      ]);
      expect(answers.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
      expect(await ledger.streams("")).toEqual([{ stream: "patient/2", version: index + 1 }]);
    }
    await ledger.close();
  });
});

let modules = 0;
/** A projector module of its own. */
function moduleIn(folder: string, version: number, tables: object, body: string): string {
  modules += 1;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `projector-${modules}.mjs`);
  writeFileSync(
    path,
    `export const projector = { version: ${version}, tables: ${JSON.stringify(tables)}, *project(entry) { ${body} } };`,
  );
  return path;
}
