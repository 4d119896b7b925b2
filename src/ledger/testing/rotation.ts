/** What a change of master keys has to hold to, whatever the keys are kept in. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Ledger, OwnLedger } from "../ledger.ts";
import { addMasterKey } from "../master-keys.ts";
import type { Place } from "../place.ts";
import { rotateKeys } from "../rotate-keys.ts";
import { entry, temporaryFolders } from "./entries.ts";

interface Stored {
  readonly stream: string;
  readonly key: Uint8Array;
}

export interface Rotating {
  /** Nothing is there yet. */
  readonly place: Place;
  open(masterKeys: string | undefined): Promise<OwnLedger>;
  /** Keys as they lie there. */
  stored(): Promise<readonly Stored[]>;
  /** Keeps everybody from making keys, as a change does while it writes its line; gives what ends that. */
  hold(): Promise<() => Promise<void>>;
}

export function describeRotation(name: string, at: () => Promise<Rotating>) {
  describe(`${name}: the keys of private parts`, () => {
    const folders = temporaryFolders();
    const masterKeys = join(folders.make(), "master.keys");
    let rotating: Rotating;
    let ledger: OwnLedger;
    beforeAll(async () => {
      rotating = await at();
      ledger = await rotating.open(undefined);
    });
    afterAll(async () => {
      await ledger.close();
      folders.remove();
    });
    const write = (stream: string, to: Ledger = ledger) =>
      to.append({ stream, expectedVersion: 0, entries: [entry("named", {}, { name: stream })] });
    const nameIn = async (stream: string) => (await ledger.read(stream))[0]?.private;
    const rotate = () => rotateKeys({ ...rotating.place, masterKeys });
    const formOf = async () =>
      (await rotating.stored()).map(({ key }) => (key.length === 32 ? "open" : key[4]));

    test("lie open at first, and are all sealed under the first master key", async () => {
      await write("patient/1");
      await write("patient/2");
      expect(await formOf()).toEqual(["open", "open"]);
      expect(await rotate()).toEqual({ number: 1, isNew: true, sealed: 2, keys: 2 });
      expect(await formOf()).toEqual([1, 1]);
    });

    test("open nothing without it, and a server with it reads all and seals what is new", async () => {
      await expect(nameIn("patient/1")).rejects.toThrow("no master keys are set");
      await ledger.close();
      await expect(rotating.open(undefined)).rejects.toThrow("no master keys are set");
      ledger = await rotating.open(masterKeys);
      expect(await nameIn("patient/1")).toEqual({ value: { name: "patient/1" } });
      await write("patient/3");
      expect(await formOf()).toEqual([1, 1, 1]);
    });

    test("are sealed anew beside a server, which goes on", async () => {
      expect(await rotate()).toEqual({ number: 2, isNew: true, sealed: 3, keys: 3 });
      expect(await formOf()).toEqual([2, 2, 2]);
      expect(await nameIn("patient/3")).toEqual({ value: { name: "patient/3" } });
      await write("patient/4");
      expect(await formOf()).toEqual([2, 2, 2, 2]);
    });

    test("are gone on with where a change was broken off", async () => {
      addMasterKey(masterKeys, 2);
      expect(await rotate()).toEqual({ number: 3, isNew: false, sealed: 4, keys: 4 });
    });

    test("stay destroyed, and prove by the key itself what was destroyed", async () => {
      const { keyHash } = await ledger.erase("patient/1");
      expect(keyHash).toMatch(/^[0-9a-f]{64}$/);
      expect(await rotate()).toEqual({ number: 4, isNew: true, sealed: 3, keys: 3 });
      expect(await nameIn("patient/1")).toBe("erased");
    });

    test("that are made while the line is written are sealed under it: none is left under the older", async () => {
      const release = await rotating.hold();
      const writing = write("patient/5");
      await sleep(300);
      addMasterKey(masterKeys, 4);
      await release();
      await writing;
      expect((await formOf()).at(-1)).toBe(5);
      expect(await rotate()).toMatchObject({ number: 5, isNew: false, sealed: 3, keys: 4 });
    });

    test("are sealed under no older copy of the file, and none is made while nobody can read it", async () => {
      // Who reads knows the newest line too, by now.
      await nameIn("patient/2");
      const whole = readFileSync(masterKeys, "utf8");
      const lines = whole.trimEnd().split("\n");
      for (const [text, says] of [
        [lines.slice(0, -1).join("\n"), "an older copy"],
        [whole.replace(lines.at(-1) ?? "", `5 ${Buffer.alloc(32).toString("base64")}`), "other master keys"],
        [whole.slice(0, -10), "is no master key"],
      ] as const) {
        writeFileSync(masterKeys, text);
        await expect(write("patient/6")).rejects.toThrow(says);
        await expect(ledger.probe()).rejects.toThrow(says);
        expect(await nameIn("patient/2")).toEqual({ value: { name: "patient/2" } });
      }
      writeFileSync(masterKeys, whole);
      await ledger.probe();
      expect((await write("patient/6")).is).toBe("appended");
    });

    test("of which some are sealed under a master key that is gone keep a server from starting", async () => {
      addMasterKey(masterKeys, 5);
      await write("patient/7");
      await ledger.close();
      const whole = readFileSync(masterKeys, "utf8");
      writeFileSync(masterKeys, `${whole.trimEnd().split("\n").slice(0, -1).join("\n")}\n`);
      await expect(rotating.open(masterKeys)).rejects.toThrow("sealed under master key 6");
      writeFileSync(masterKeys, whole);
      ledger = await rotating.open(masterKeys);
    });
  });
}
