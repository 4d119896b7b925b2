import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { entryTypes, readEntry, writeBody } from "../core/entry.ts";
import type { StoredEntry } from "../ledger/ledger.ts";
import { fromStored } from "./entries.ts";
import { currentSchema, type StoredBody, steps, upcast } from "./upcast.ts";

/** Entries as a ledger kept them, one of each type: frozen for ever, for a ledger in the field holds the like. */
const folder = new URL("./fixtures/", import.meta.url);
const frozen: Readonly<Record<string, string>> = {
  "entries-1.json": "d0ba7664df963f8db7ecf0c400961628b376963e95779713dbd6be47beb4c5d6",
  "entries-2.json": "2fb0b54827ef968d7f9ff161ba7cde46abc090de3e0c394e6ebfa360e0a9919b",
  "entries-3.json": "91cb932cb9841552ced590f04d3a718f3cfee64a3b0e6e0f4fb70ce14d59fca3",
  "entries-4.json": "740f05bd01ea4043d176be32a893b800434a6981a009f6d5006abea592ff0218",
  "entries-5.json": "0f850704b99f46909ac7997d14121b3b6b335bd89ad8a8af47f4306615ba3a45",
};
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const fixtures = Object.keys(frozen).flatMap((name) => JSON.parse(read(name)) as StoredEntry[]);

describe("Entries kept by earlier versions", () => {
  test("are frozen: a new shape gets a new file, and the old file stays as it was", () => {
    const files = readdirSync(folder);
    expect(files.toSorted()).toEqual(Object.keys(frozen).toSorted());
    for (const name of files) {
      expect(createHash("sha256").update(read(name)).digest("hex"), name).toBe(frozen[name]);
    }
  });

  test("are there for every type in every version it was ever written in", () => {
    const there = new Set(fixtures.map(({ type, schema }) => `${type} ${schema}`));
    const wanted = entryTypes.flatMap((type) =>
      Array.from({ length: currentSchema(type) }, (_, older) => `${type} ${older + 1}`),
    );
    expect(wanted.filter((one) => !there.has(one))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(60);
  });

  test.each(fixtures.map((stored) => [`${stored.type} of version ${stored.schema}`, stored] as const))(
    "%s is read today",
    (_name, stored) => {
      const entry = fromStored(stored);
      const { id, type, schema, happened, recordedAt, actor, source } = stored;
      const { body } = upcast({ type, schema, body: stored.body as StoredBody["body"] });
      const ref = source.ref === undefined ? {} : { ref: source.ref };
      const written = {
        id,
        type,
        happened,
        recordedAt,
        actor: actor.role,
        source: source.kind,
        ...ref,
        body,
      };
      // Read without being checked, it is what reading with every check gives.
      expect(entry).toEqual(readEntry(written, id));
      expect(JSON.parse(JSON.stringify(writeBody(entry.type, entry.body as never)))).toEqual(body);
    },
  );

  test("of a newer program are not guessed at", () => {
    const [first] = fixtures;
    expect(() => fromStored({ ...(first as StoredEntry), schema: 99 })).toThrow(/newer Isoward/);
  });

  test("are taken up a version at a time, each step once and in order", () => {
    const known: Parameters<typeof upcast>[1] = {
      ...steps,
      "dose-missed": [(body: object) => ({ ...body, a: 1 }), (body: object) => ({ ...body, b: 2 })],
    };
    const up = (schema: number) => upcast({ type: "dose-missed", schema, body: {} }, known).body;
    expect([up(1), up(2), up(3)]).toEqual([{ a: 1, b: 2 }, { b: 2 }, {}]);
  });
});
