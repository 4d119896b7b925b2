/** What a change of master keys has to hold to, whatever the keys are kept in. */
import { join } from "node:path";
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
  });
}
