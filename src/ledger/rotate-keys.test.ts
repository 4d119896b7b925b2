import { existsSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test } from "vitest";
import { keysFile } from "./keys.ts";
import { rotateKeys } from "./rotate-keys.ts";
import { openLedger } from "./sqlite.ts";
import { projector, temporaryFolders } from "./testing/entries.ts";
import { describeRotation } from "./testing/rotation.ts";

const folders = temporaryFolders();
afterAll(() => folders.remove());

describeRotation("A folder", () => {
  const folder = join(folders.make(), "data");
  return Promise.resolve({
    place: { folder },
    open: (masterKeys) => openLedger({ folder, masterKeys, projector }),
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
