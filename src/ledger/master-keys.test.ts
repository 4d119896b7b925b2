import { randomBytes } from "node:crypto";
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { LedgerError } from "./ledger.ts";
import { addMasterKey, masterKeysIn } from "./master-keys.ts";
import { temporaryFolders } from "./testing/entries.ts";

const folders = temporaryFolders();
afterAll(() => folders.remove());
const newPath = () => join(folders.make(), "master.keys");
const key = randomBytes(32);

describe("A key that is sealed under a master key", () => {
  const path = newPath();
  addMasterKey(path, undefined);
  const master = masterKeysIn(path);
  const sealed = master.close("patient/1", key);

  test("shows nothing of itself, and opens again", () => {
    expect(sealed).toHaveLength(65);
    expect(Buffer.from(sealed).includes(key)).toBe(false);
    expect(master.numberOf(sealed)).toBe(1);
    expect(Buffer.from(master.open("patient/1", sealed))).toEqual(key);
    expect(master.close("patient/1", key)).not.toEqual(sealed);
  });

  test("is no other patient's, and nobody's once a bit of it is another one", () => {
    expect(() => master.open("patient/2", sealed)).toThrow("cannot be opened with master key 1");
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      // The first byte says only which form it is.
      if (at > 0) expect(() => master.open("patient/1", changed)).toThrow(/master key/);
    }
  });

  test("opens by the line it was sealed under, and is closed by the newest, as soon as that is written", () => {
    expect(addMasterKey(path, 1)).toBe(2);
    const again = master.close("patient/1", key);
    expect(master.numberOf(again)).toBe(2);
    expect([again, sealed].map((one) => Buffer.from(master.open("patient/1", one)))).toEqual([key, key]);
  });

  test("says what is missing where its line is gone, or nobody names a file", () => {
    const other = newPath();
    addMasterKey(other, undefined);
    expect(() => masterKeysIn(other).open("patient/1", sealed)).toThrow("cannot be opened with master key 1");
    const second = masterKeysIn(path).close("patient/1", key);
    expect(() => masterKeysIn(other).open("patient/1", second)).toThrow("sealed under master key 2");
    expect(() => masterKeysIn(undefined).open("patient/1", sealed)).toThrow("no master keys are set");
  });

  test("lies open where nobody set any, and then opens with any", () => {
    expect(masterKeysIn(undefined).close("patient/1", key)).toEqual(key);
    expect(master.open("patient/1", key)).toEqual(key);
  });
});

describe("A file of master keys", () => {
  test("is its owner's alone, and grows by a line", () => {
    const path = newPath();
    addMasterKey(path, undefined);
    expect(statSync(path).mode & 0o077).toBe(0);
    // Somebody's editor has taken the last line's end away.
    writeFileSync(path, readFileSync(path, "utf8").trimEnd());
    addMasterKey(path, 1);
    expect(masterKeysIn(path).newest()).toBe(2);
  });

  test("is not written by two at once", () => {
    const path = newPath();
    addMasterKey(path, undefined);
    expect(() => addMasterKey(path, undefined)).toThrow("another master key was written");
    expect(masterKeysIn(path).newest()).toBe(1);
  });

  test.each([
    ["2 short", "line 4 of"],
    ["two AAAA", "line 4 of"],
    [`1 ${Buffer.alloc(32).toString("base64")}`, "line 4 of"],
  ])("says in which line %j is wrong", (line, says) => {
    const path = newPath();
    addMasterKey(path, undefined);
    appendFileSync(path, `${line}\n`);
    expect(() => masterKeysIn(path)).toThrow(says);
  });

  test("has to be there, and to hold one", () => {
    expect(() => masterKeysIn(folders.make())).toThrow(LedgerError);
    expect(() => masterKeysIn(newPath())).toThrow("is missing");
    const empty = newPath();
    writeFileSync(empty, "# nothing yet\n");
    expect(() => masterKeysIn(empty)).toThrow("holds no master key");
  });
});
