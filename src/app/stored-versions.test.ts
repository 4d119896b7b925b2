/** Stores as earlier versions of Isoward wrote them: each is opened, verified and read by this one. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { at } from "../core/calendar.ts";
import { backup } from "../ledger/backup.ts";
import type { Root } from "../ledger/root.ts";
import { schemaVersion } from "../ledger/sqlite/schema.ts";
import { bringUpToDate, stepsAfter, storeSteps } from "../ledger/sqlite/steps.ts";
import { bringFolderUpToDate, standingOf } from "../ledger/standing.ts";
import { verify } from "../ledger/verify.ts";
import { commands } from "./commands/index.ts";
import { execute } from "./execute.ts";
import { readKnowledge } from "./knowledge-files.ts";
import { openPractice } from "./open-practice.ts";
import { allOf, storesFolder } from "./testing/freeze-store.ts";
import { prescriber } from "./testing/ready-patient.ts";
import { projector } from "./views/projector.ts";
import { timelineView } from "./views/timeline.ts";

const knowledge = readKnowledge();
/** The hour in which they were frozen: another root is due an hour later. */
const now = () => at("2026-11-20T03:40:00Z");

/** A store that was released is never frozen anew: it is what lies in the field. */
const frozen: Readonly<Record<string, string>> = {
  "store-1": "9a1d7775e0f8e87a6c0a14b4f766997d07f610ff4812f2a24f2eb7815af7c4bc",
};

describe("A store of an earlier version", () => {
  const away = mkdtempSync(join(tmpdir(), "isoward-stores-"));
  afterAll(() => rmSync(away, { recursive: true }));
  const read = (store: string, file: string) => readFileSync(join(storesFolder, store, file), "utf8");
  let made = 0;
  /** A practice's folder with the store as it was. */
  const unpacked = (store: string): string => {
    made += 1;
    const folder = join(away, `${store}-${made}`);
    mkdirSync(folder);
    for (const file of ["ledger.sqlite", "keys.sqlite"]) {
      const database = new DatabaseSync(join(folder, file));
      database.exec("PRAGMA journal_mode = WAL; BEGIN");
      database.exec(read(store, `${file}.sql`));
      database.exec("COMMIT");
      database.close();
    }
    return folder;
  };
  const entriesOf = (store: string) =>
    JSON.parse(read(store, "entries.json")) as Record<string, { type: string }[]>;

  test("is kept as it was, one of each version there is, the newest included", () => {
    const folders = readdirSync(storesFolder).toSorted();
    expect(folders).toEqual(Array.from({ length: schemaVersion }, (_, older) => `store-${older + 1}`));
    const digests = folders.map((store) => [
      store,
      createHash("sha256")
        .update(read(store, "ledger.sqlite.sql") + read(store, "entries.json"))
        .digest("hex"),
    ]);
    expect(Object.fromEntries(digests)).toEqual(frozen);
    expect(storeSteps.map(({ to }) => to)).toEqual(
      Array.from({ length: schemaVersion - 1 }, (_, at) => at + 2),
    );
  });

  describe.each(Object.keys(frozen))("such as %s", (store) => {
    test("verifies as it lies there, against the root that was taken of it, and can be backed up", async () => {
      const folder = unpacked(store);
      const against = JSON.parse(read(store, "root.json")) as Root;
      const found = await verify(folder, { against });
      expect(found).toMatchObject({ faults: [], position: against.position });
      const copy = join(away, `${store}-copy.sqlite`);
      expect(await backup(folder, copy)).toMatchObject({ faults: [], entries: found.entries });
      expect((await verify(copy, { against })).faults).toEqual([]);
    });

    test("is brought up to date, and every entry reads as it was written: names, and what was erased", async () => {
      const folder = unpacked(store);
      bringFolderUpToDate(folder, () => {});
      expect(standingOf(folder, projector)).toMatchObject({ version: schemaVersion, steps: [] });
      const practice = await openPractice(folder, { knowledge, now });
      const { [`knowledge/${practice.knowledge.digest}`]: _, ...entries } = await allOf(practice.ledger);
      expect(entries).toEqual(entriesOf(store));
      expect(Object.keys(entries).length).toBeGreaterThanOrEqual(3);
      await practice.ledger.close();
      expect((await verify(folder)).faults).toEqual([]);
    });

    test("is worked with: found by name, shown as a timeline, written to, and a request sent again is done once", async () => {
      const folder = unpacked(store);
      bringFolderUpToDate(folder, () => {});
      const practice = await openPractice(folder, { knowledge, now });
      const named = (entries: unknown) => JSON.stringify(entries).includes("架空 花子");
      const stream = Object.entries(entriesOf(store)).find(([, entries]) => named(entries))?.[0] ?? "";
      const patient = stream.replace("patient/", "");
      const rows = await practice.ledger.query("SELECT patient FROM view_patient WHERE name = '架空 花子'");
      expect(rows).toEqual([{ patient }]);
      const lines = await timelineView(practice, patient, { limit: 50 });
      expect(lines?.items.length).toBe(entriesOf(store)[stream]?.length);
      const told = { by: { ...prescriber, role: "nurse" as const, id: "test-nurse", authenticated: true } };
      const input = { kg: 54.2, note: "靴を脱いで" };
      const again = await execute(practice, commands["record-weight"], patient, input, {
        ...told,
        idempotencyKey: "weighed-once",
      });
      expect(again).toMatchObject({ is: "done", repeated: true });
      const anew = await execute(practice, commands["record-weight"], patient, { kg: 55 }, told);
      expect(anew.is).toBe("done");
      await practice.ledger.close();
      expect((await verify(folder)).faults).toEqual([]);
    });
  });

  describe("and the steps between versions", () => {
    const step = (to: number, sql: string) => ({ to, says: { en: `to ${to}`, ja: `${to}へ` }, sql });
    const version = (path: string) => {
      const database = new DatabaseSync(path, { readOnly: true });
      const found = Object.values(database.prepare("PRAGMA user_version").get() ?? {})[0];
      database.close();
      return found;
    };

    test("are taken in order, each once", () => {
      const path = join(unpacked("store-1"), "ledger.sqlite");
      const steps = [
        step(3, "INSERT INTO about VALUES ('third', (SELECT value FROM about WHERE name = 'second'))"),
        step(2, "INSERT INTO about VALUES ('second', 'yes')"),
      ];
      const taken: number[] = [];
      bringUpToDate(path, ({ to }) => taken.push(to), steps);
      expect([taken, version(path)]).toEqual([[2, 3], 3]);
      expect(stepsAfter(2, steps).map(({ to }) => to)).toEqual([3]);
      expect(stepsAfter(3, steps)).toEqual([]);
    });

    test("leave the store as it was before the one that fails", () => {
      const path = join(unpacked("store-1"), "ledger.sqlite");
      const steps = [
        step(2, "INSERT INTO about VALUES ('second', 'yes')"),
        step(3, "DELETE FROM heads; DELETE FROM entries"),
      ];
      expect(() => bringUpToDate(path, () => {}, steps)).toThrow("never removed");
      expect(version(path)).toBe(2);
      const database = new DatabaseSync(path, { readOnly: true });
      expect(database.prepare("SELECT count(*) AS heads FROM heads").get()).toMatchObject({ heads: 3 });
      database.close();
    });

    test("are not taken by a server that only wants to write: it names the command that asks for a backup", async () => {
      const folder = unpacked("store-1");
      const database = new DatabaseSync(join(folder, "ledger.sqlite"));
      database.exec(`PRAGMA user_version = ${schemaVersion - 1}`);
      database.close();
      await expect(openPractice(folder, { knowledge, now })).rejects.toMatchObject({
        remedy: expect.stringContaining("isoward migrate") as string,
      });
      expect((await verify(folder)).faults).toEqual([]);
    });
  });
});
