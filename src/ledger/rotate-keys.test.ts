import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { keysFile } from "./keys.ts";
import { move } from "./move.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { openLedger } from "./sqlite.ts";
import { entry, projector, temporaryFolders } from "./testing/entries.ts";
import { projector as read } from "./testing/projector.ts";
import { describeRotation } from "./testing/rotation.ts";

const folders = temporaryFolders();
afterAll(() => folders.remove());

describeRotation("A folder", () => {
  const folder = join(folders.make(), "data");
  return Promise.resolve({
    place: { folder },
    open: (masterKeys) => openLedger({ folder, masterKeys, projector }),
    hold() {
      const database = new DatabaseSync(join(folder, keysFile));
      database.exec("BEGIN IMMEDIATE");
      return Promise.resolve(() => {
        database.exec("COMMIT");
        database.close();
        return Promise.resolve();
      });
    },
    stored() {
      const database = new DatabaseSync(join(folder, keysFile), { readOnly: true });
      const rows = database.prepare("SELECT stream, key FROM keys ORDER BY stream").all();
      database.close();
      return Promise.resolve(rows as { stream: string; key: Uint8Array }[]);
    },
  });
});

test("The first master key is made before there is anything to seal, and only when somebody says where", async () => {
  const folder = join(folders.make(), "data");
  const masterKeys = join(folders.make(), "master.keys");
  await expect(rotateKeys({ folder })).rejects.toThrow("nobody said where the master keys are");
  expect(await rotateKeys({ folder, masterKeys })).toEqual({ number: 1, isNew: true, sealed: 0, keys: 0 });
  expect(existsSync(folder)).toBe(false);
  await expect(rotateKeys({ folder, masterKeys })).rejects.toThrow("there are no keys yet");
});

test("A place that the ledger has left is not rotated: the keys that count are elsewhere", async () => {
  const [folder, to] = [join(folders.make(), "data"), join(folders.make(), "moved")];
  const masterKeys = join(folders.make(), "master.keys");
  const ledger = await openLedger({ folder, projector });
  await ledger.append({ stream: "a", expectedVersion: 0, entries: [entry("named", {}, { name: "A" })] });
  await ledger.close();
  await move({ from: { folder }, to: { folder: to }, projector: read });
  await expect(rotateKeys({ folder, masterKeys })).rejects.toThrow(`moved to ${to}`);
  expect(existsSync(masterKeys)).toBe(false);
});

test("What was sealed anew since a move was broken off is moved as it is sealed now", async () => {
  const [folder, to] = [join(folders.make(), "data"), join(folders.make(), "moved")];
  const masterKeys = join(folders.make(), "master.keys");
  const ledger = await openLedger({ folder, projector });
  await ledger.append({ stream: "a", expectedVersion: 0, entries: [entry("named", {}, { name: "A" })] });
  await ledger.close();
  const brokenOff = () => Promise.reject(new Error("broken off"));
  const moving = { from: { folder, masterKeys }, to: { folder: to, masterKeys }, projector: read };
  await rotateKeys({ folder, masterKeys });
  await expect(move({ ...moving, alongside: brokenOff })).rejects.toThrow("broken off");
  await rotateKeys({ folder, masterKeys });
  await move(moving);
  const moved = await openLedger({ folder: to, masterKeys, projector });
  expect((await moved.read("a"))[0]?.private).toEqual({ value: { name: "A" } });
  await moved.close();
});
