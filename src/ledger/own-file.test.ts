import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { backup, backupKeys } from "./backup.ts";
import { keysFile } from "./keys.ts";
import { restore } from "./restore.ts";
import { openLedger } from "./sqlite.ts";
import { entry, projector } from "./testing/entries.ts";

/** Whatever others may do with a file: nothing is 0. */
const othersMay = (path: string) => statSync(path).mode & 0o077;
const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));

describe("What is kept on the disk", () => {
  let place = "";
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "isoward-own-"));
    // Made by an administrator's hand, for all to look into.
    chmodSync(place, 0o777);
  });
  afterEach(() => rmSync(place, { recursive: true }));

  const opened = async (folder: string) => {
    const ledger = await openLedger({ folder, projector });
    const expectedVersion = await ledger.version("patient/K7QX2M9P");
    const entries = [entry("registered", {}, { name: "架空 花子" })];
    await ledger.append({ stream: "patient/K7QX2M9P", expectedVersion, entries });
    return ledger;
  };

  test("is a new folder's owner's alone", async () => {
    const folder = join(place, "new");
    await (await opened(folder)).close();
    expect(othersMay(folder)).toBe(0);
  });

  test("is for its owner alone while it is written to, in a folder that is open to all", async () => {
    const folder = join(place, "open");
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    const ledger = await opened(folder);
    const files = filesIn(folder);
    for (const file of files) expect(othersMay(file), file).toBe(0);
    expect(files.map((file) => file.slice(folder.length + 1))).toEqual(
      expect.arrayContaining([
        "ledger.sqlite",
        "ledger.sqlite-wal",
        keysFile,
        `${keysFile}-wal`,
        "writer.lock",
      ]),
    );
    await ledger.close();
  });

  test("is taken back from others where an older version, or a copy by hand, left it open", async () => {
    const folder = join(place, "older");
    await (await opened(folder)).close();
    for (const file of filesIn(folder)) chmodSync(file, 0o644);
    writeFileSync(join(folder, "ledger.sqlite-journal"), "", { mode: 0o644 });
    const ledger = await opened(folder);
    for (const file of filesIn(folder)) expect(othersMay(file), file).toBe(0);
    await ledger.close();
  });

  test("is as closed in a backup, in a copy of the keys and in what is restored of them", async () => {
    const folder = join(place, "kept");
    await (await opened(folder)).close();
    const [copy, keys, again] = [join(place, "copy"), join(place, "keys-copy"), join(place, "again")];
    await backup(folder, copy);
    backupKeys(folder, keys);
    expect([copy, keys].map((file) => othersMay(file))).toEqual([0, 0]);
    chmodSync(copy, 0o644);
    await restore(copy, again, { keys: keys, erasures: "of-the-keys" });
    expect([again, ...filesIn(again)].map(othersMay)).toEqual([0, 0, 0]);
  });
});
