import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { backup, backupKeys, erasures } from "./backup.ts";
import { keysFile } from "./keys.ts";
import { LedgerError } from "./ledger.ts";
import { restore } from "./restore.ts";
import { openLedger, openLedgerReadOnly, type SqliteLedger } from "./sqlite.ts";
import { decisionBody, entry, projector, temporaryFolders } from "./testing/entries.ts";
import { flip } from "./testing/hand.ts";
import { exportRoot, verify } from "./verify.ts";

const folders = temporaryFolders();
afterAll(folders.remove);

const append = async (ledger: SqliteLedger, stream: string, ...entries: ReturnType<typeof entry>[]) =>
  ledger.append({ stream, expectedVersion: await ledger.version(stream), entries });
const failure = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(thrown).toBeInstanceOf(LedgerError);
  return thrown as LedgerError;
};

let away = "";
let ledger: SqliteLedger;
/** Files away from the ledger. */
const at = (name: string) => join(away, name);

beforeEach(async () => {
  away = folders.make();
  ledger = await openLedger({ folder: join(folders.make(), "ledger"), projector });
  for (const stream of ["patient/1", "patient/2", "patient/3"])
    await append(
      ledger,
      stream,
      entry("named", {}, { name: `Name of ${stream}` }),
      entry("a", decisionBody(1)),
    );
  return async () => ledger.close();
});

describe("a backup", () => {
  test("is whole at one moment, while the ledger is written to", async () => {
    const writing = new AbortController();
    const writer = (async () => {
      const busy = Array.from({ length: 30 }, (_, one) => `patient/busy/${one}`);
      for (let number = 0; !writing.signal.aborted; number += 1)
        await Promise.all(busy.map((stream) => append(ledger, stream, entry("a", decisionBody(number)))));
      return await ledger.position();
    })();
    while ((await ledger.position()) < 1500) await new Promise((resolve) => setTimeout(resolve, 5));
    const from = await ledger.position();
    const seen = new Set<string>();
    const made = await backup(ledger.folder, at("b.sqlite"), (doing, done, total) => {
      seen.add(doing);
      expect(done).toBeLessThanOrEqual(total);
    });
    const until = await ledger.position();
    writing.abort();
    expect(await writer).toBeGreaterThan(made.position);
    expect(made.position).toBeGreaterThanOrEqual(from);
    expect(made.position).toBeLessThanOrEqual(until);
    expect([...seen]).toEqual(["copying", "verifying"]);
    expect(made).toMatchObject({ entries: made.position, faults: [], root: { position: made.position } });
    expect(await verify(at("b.sqlite"), { against: made.root })).toMatchObject({ faults: [] });
    expect(readdirSync(away)).toEqual(["b.sqlite"]);
  });

  test("holds no key, no name and no read model", async () => {
    await backup(ledger.folder, at("b.sqlite"));
    const bytes = readFileSync(at("b.sqlite")).toString("latin1");
    expect(bytes).not.toContain("Name of");
    const database = new DatabaseSync(at("b.sqlite"), { readOnly: true });
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .all();
    database.close();
    expect(tables.map(({ name }) => name)).toEqual(["about", "entries", "heads", "remembered"]);
  });

  test("is not written over a file, nor from a ledger that does not verify", async () => {
    writeFileSync(at("b.sqlite"), "mine");
    expect((await failure(backup(ledger.folder, at("b.sqlite")))).remedy).toContain("does not exist");
    expect(readFileSync(at("b.sqlite"), "utf8")).toBe("mine");
    await ledger.close();
    flip(ledger.folder, { column: "body", stream: "patient/2", version: 2 }, 40);
    expect(await failure(backup(ledger.folder, at("c.sqlite")))).toMatchObject({
      code: "corrupt",
      message: expect.stringContaining("patient/2, version 2") as string,
    });
    expect(readdirSync(away)).toEqual(["b.sqlite"]);
    await failure(backup(folders.make(), at("d.sqlite")));
  });
});

describe("a restore", () => {
  test("gives the ledger back, private parts and read models included", async () => {
    const { root } = await backup(ledger.folder, at("b.sqlite"));
    backupKeys(ledger.folder, at("keys"));
    const restored = await restore(at("b.sqlite"), at("new"), {
      keys: at("keys"),
      erasures: erasures(ledger.folder),
    });
    expect(restored).toMatchObject({ entries: 6, erasedAgain: 0, lostKeys: [], faults: [] });
    expect(readdirSync(away).toSorted()).toEqual(["b.sqlite", "keys", "new"]);
    const again = await openLedger({ folder: at("new"), projector });
    for (const { stream } of await ledger.streams(""))
      expect(await again.read(stream)).toEqual(await ledger.read(stream));
    expect(await again.query("SELECT * FROM view_names ORDER BY stream")).toEqual(
      await ledger.query("SELECT * FROM view_names ORDER BY stream"),
    );
    expect(exportRoot(at("new"), root.takenAt)).toEqual(root);
    expect((await append(again, "patient/1", entry("b", {}, "more"))).is).toBe("appended");
    await again.close();
  });

  test("erases again what was erased after the backup and after the copy of the keys", async () => {
    await ledger.erase("patient/3");
    await backup(ledger.folder, at("b.sqlite"));
    backupKeys(ledger.folder, at("keys"));
    await ledger.erase("patient/2");
    const restored = await restore(at("b.sqlite"), at("new"), {
      keys: at("keys"),
      erasures: erasures(ledger.folder),
    });
    expect(restored.erasedAgain).toBe(1);
    const again = await openLedgerReadOnly(at("new"));
    const firsts = await Promise.all([1, 2, 3].map((number) => again.read(`patient/${number}`)));
    expect(firsts.map(([first]) => first?.private)).toEqual([
      { value: { name: "Name of patient/1" } },
      "erased",
      "erased",
    ]);
    await again.close();
    expect(erasures(at("new"))).toEqual(erasures(ledger.folder));
    const key = new DatabaseSync(join(at("new"), keysFile), { readOnly: true });
    expect(key.prepare("SELECT stream FROM keys").all()).toEqual([{ stream: "patient/1" }]);
    key.close();
  });

  test("refuses a list of erasures that is older than what is known, or was changed", async () => {
    backupKeys(ledger.folder, at("old-keys"));
    const empty = erasures(ledger.folder);
    await ledger.erase("patient/1");
    await ledger.erase("patient/2");
    await backup(ledger.folder, at("b.sqlite"));
    const list = erasures(ledger.folder);
    const [first, second] = list;
    const tries = [
      [empty, /not the newest/],
      [list.slice(0, 1), /not the newest/],
      ["of-the-keys", /not the newest/],
      [[second, first], /was changed/],
      [[{ ...first, stream: "patient/9" }, second], /was changed/],
    ] as const;
    for (const [given, says] of tries) {
      const options = { keys: at("old-keys"), erasures: given as typeof list };
      await expect(restore(at("b.sqlite"), at("new"), options)).rejects.toThrow(says);
      expect(existsSync(at("new"))).toBe(false);
    }
    const done = await restore(at("b.sqlite"), at("new"), { keys: at("old-keys"), erasures: list });
    expect(done.erasedAgain).toBe(2);
    const live = join(ledger.folder, keysFile);
    await restore(at("b.sqlite"), at("newer"), { keys: live, erasures: "of-the-keys" });
    expect(erasures(at("newer"))).toEqual(list);
  });

  test("refuses to lose keys, unless it is told to", async () => {
    backupKeys(ledger.folder, at("keys"));
    await append(ledger, "patient/late", entry("named", {}, { name: "Late" }), entry("a", { kg: 60 }));
    await backup(ledger.folder, at("b.sqlite"));
    const options = { keys: at("keys"), erasures: [] };
    expect((await failure(restore(at("b.sqlite"), at("new"), options))).message).toContain("patient/late");
    const done = await restore(at("b.sqlite"), at("new"), { ...options, loseKeysAt: "2026-11-02T00:00:00Z" });
    expect(done.lostKeys).toEqual(["patient/late"]);
    const again = await openLedgerReadOnly(at("new"));
    expect(await again.read("patient/late")).toMatchObject([{ private: "erased" }, { body: { kg: 60 } }]);
    await again.close();
  });

  test("refuses a folder that is not empty, a broken backup, and keys that are not there", async () => {
    await backup(ledger.folder, at("b.sqlite"));
    const options = { keys: join(ledger.folder, keysFile), erasures: "of-the-keys" } as const;
    expect((await failure(restore(at("b.sqlite"), ledger.folder, options))).message).toContain("not empty");
    await failure(restore(at("b.sqlite"), at("new"), { ...options, keys: at("nowhere") }));
    await failure(restore(at("nowhere"), at("new"), options));
    cpSync(at("b.sqlite"), at("broken.sqlite"));
    const database = new DatabaseSync(at("broken.sqlite"));
    database.exec("DROP TRIGGER entries_stay; DELETE FROM entries WHERE position = 4");
    database.close();
    expect((await failure(restore(at("broken.sqlite"), at("new"), options))).code).toBe("corrupt");
    expect(readdirSync(away).toSorted()).toEqual(["b.sqlite", "broken.sqlite"]);
  });
});
