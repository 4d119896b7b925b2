/** What every store has to hold to, whatever it keeps its entries in. */
import { hash } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { linked, type Standing } from "../chain-check.ts";
import { type Json, type Ledger, LedgerError, type NewEntry, type StoredEntry } from "../ledger.ts";
import { entry } from "./entries.ts";

/** @param open an empty ledger with the read models of `testing/projector.ts` */
export function describeLedger(name: string, open: () => Promise<Ledger>) {
  describe(`${name} keeps the ledger's contract`, () => {
    let ledger: Ledger;
    let streams = 0;
    /** A stream no other test has. */
    const fresh = () => `patient/${(streams += 1).toString().padStart(4, "0")}`;
    const append = (
      stream: string,
      expectedVersion: number,
      entries: readonly NewEntry[],
      more: Partial<Parameters<Ledger["append"]>[0]> = {},
    ) => ledger.append({ stream, expectedVersion, entries, ...more });
    const failure = async (work: Promise<unknown>) => {
      const thrown = await work.then(
        () => undefined,
        (cause: unknown) => cause,
      );
      expect(thrown).toBeInstanceOf(LedgerError);
      return thrown as LedgerError;
    };

    beforeAll(async () => {
      ledger = await open();
    });
    afterAll(() => ledger.close());

    describe("appending", () => {
      test("gives back what is then read, numbered, placed and hashed", async () => {
        const stream = fresh();
        const given = [entry("named", { sex: "unknown" }, { name: "Ann" }), entry("weighed", { kg: 61.5 })];
        const appended = await append(stream, 0, given);
        expect(appended.is).toBe("appended");
        const entries = appended.is === "appended" ? appended.entries : [];
        expect(entries).toEqual(await ledger.read(stream));
        expect(entries.map(({ version }) => version)).toEqual([1, 2]);
        expect(entries.map(({ position }) => position)).toEqual([
          (await ledger.position()) - 1,
          await ledger.position(),
        ]);
        expect(entries.map(({ private: hidden }) => hidden)).toEqual([{ value: { name: "Ann" } }, undefined]);
        const [first] = entries;
        expect(first).toMatchObject({ ...given[0], private: { value: given[0]?.private }, stream });
        expect(Object.keys(entries[1] ?? {})).not.toContain("private");
      });

      test("leaves out what an entry does not have", async () => {
        const stream = fresh();
        const { site: _site, ...bare } = entry("weighed");
        await append(stream, 0, [{ ...bare, happened: { day: "2026-11-02" }, source: { kind: "patient" } }]);
        const [read] = await ledger.read(stream);
        expect(read).not.toHaveProperty("site");
        expect(read?.happened).toEqual({ day: "2026-11-02" });
      });

      test("at another version than the stream's appends nothing and says where it stands", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("a"), entry("b")]);
        const position = await ledger.position();
        for (const expected of [0, 1, 3])
          expect(await append(stream, expected, [entry("c")])).toEqual({
            is: "conflict",
            stream,
            expected,
            actual: 2,
          });
        expect([await ledger.version(stream), await ledger.position()]).toEqual([2, position]);
      });

      test("names the other stream that has moved", async () => {
        const [stream, policies, unread] = [fresh(), fresh(), fresh()];
        await append(policies, 0, [entry("policy-signed"), entry("policy-signed")]);
        const moved = await append(stream, 0, [entry("a")], { readVersions: { [policies]: 1 } });
        expect(moved).toEqual({ is: "conflict", stream: policies, expected: 1, actual: 2 });
        const appeared = await append(stream, 0, [entry("a")], {
          readVersions: { [unread]: 0, [policies]: 0 },
        });
        expect(appeared).toMatchObject({ is: "conflict", stream: policies, expected: 0 });
        const unmoved = await append(stream, 0, [entry("a")], {
          readVersions: { [policies]: 2, [unread]: 0 },
        });
        expect(unmoved.is).toBe("appended");
      });

      test("appends nothing where a stream of a kind was begun since it was looked", async () => {
        const [early, late, mine] = [fresh(), fresh(), fresh()];
        await append(early, 0, [entry("a")]);
        const position = await ledger.position();
        const noneBegunSince = { prefix: "patient/", position };
        // One that goes on, and one of another kind, are none that was begun.
        await append(early, 1, [entry("a")]);
        await append(`other/${late}`, 0, [entry("a")]);
        expect((await append(mine, 0, [entry("a"), entry("b")], { noneBegunSince })).is).toBe("appended");
        const against = { is: "conflict", stream: mine, expected: 0 };
        expect(await append(late, 0, [entry("a")], { noneBegunSince })).toMatchObject(against);
        expect(await ledger.version(late)).toBe(0);
        const now = { prefix: "patient/", position: await ledger.position() };
        expect((await append(late, 0, [entry("a")], { noneBegunSince: now })).is).toBe("appended");
      });

      test("lets one of many begin who have all looked at once", async () => {
        const noneBegunSince = { prefix: "patient/", position: await ledger.position() };
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => append(fresh(), 0, [entry("a")], { noneBegunSince })),
        );
        expect(answers.map(({ is }) => is).toSorted()).toEqual([
          "appended",
          ...Array.from({ length: 7 }, () => "conflict"),
        ]);
      });

      test("lets one of many who race at a version win", async () => {
        const stream = fresh();
        for (const version of [0, 1]) {
          const racing = await Promise.all(
            Array.from({ length: 50 }, (_, index) => append(stream, version, [entry("raced", { index })])),
          );
          expect(racing.filter(({ is }) => is === "appended").length).toBe(1);
          const lost = racing.filter(({ is }) => is === "conflict");
          expect(lost.length).toBe(49);
          for (const one of lost) expect(one).toMatchObject({ expected: version, actual: version + 1 });
        }
        expect(await ledger.version(stream)).toBe(2);
      });

      test("takes all of its entries or none", async () => {
        const stream = fresh();
        const position = await ledger.position();
        const error = await failure(append(stream, 0, [entry("a"), entry("refused"), entry("b")]));
        expect(error.code).toBe("failed");
        expect([await ledger.version(stream), await ledger.position(), await ledger.read(stream)]).toEqual([
          0,
          position,
          [],
        ]);
      });

      test("refuses an id it has already", async () => {
        const stream = fresh();
        const once = entry("a");
        await append(stream, 0, [once]);
        expect((await failure(append(stream, 1, [once]))).code).toBe("failed");
        expect(await ledger.version(stream)).toBe(1);
      });

      test("throws at what is a bug of the caller's", async () => {
        const stream = fresh();
        for (const body of [undefined, Number.NaN, { weight: undefined }, [() => 1], new Map()])
          await expect(append(stream, 0, [entry("a", [body as unknown as Json])])).rejects.toThrow(TypeError);
        await expect(append(stream, 0, [])).rejects.toThrow(TypeError);
        for (const name of ["", "~server", "with space", "line\nbreak", "患者/1", "x".repeat(201)])
          await expect(append(name, 0, [entry("a")])).rejects.toThrow(TypeError);
        expect(await ledger.version(stream)).toBe(0);
      });
    });

    describe("an idempotency key", () => {
      test("does the same request once, and says what it did", async () => {
        const stream = fresh();
        const idempotency = { key: `key of ${stream}`, request: "digest 1" };
        expect(await ledger.remembered(idempotency.key)).toBeUndefined();
        await append(stream, 0, [entry("a"), entry("b")], { idempotency });
        const remembered = { request: "digest 1", stream, from: 1, to: 2 };
        expect(await append(stream, 0, [entry("a"), entry("b")], { idempotency })).toEqual({
          is: "repeated",
          remembered,
        });
        expect(await ledger.remembered(idempotency.key)).toEqual(remembered);
        expect(await ledger.version(stream)).toBe(2);
      });

      test("is refused for another request", async () => {
        const [stream, other] = [fresh(), fresh()];
        const key = `key of ${stream}`;
        await append(stream, 0, [entry("a")], { idempotency: { key, request: "digest 1" } });
        const reused = await append(other, 0, [entry("a")], { idempotency: { key, request: "digest 2" } });
        expect(reused).toMatchObject({ is: "key-reused", remembered: { stream, request: "digest 1" } });
        expect(await ledger.version(other)).toBe(0);
      });

      test("is not used up by a conflict or a failure", async () => {
        const stream = fresh();
        const idempotency = { key: `key of ${stream}`, request: "digest" };
        expect((await append(stream, 9, [entry("a")], { idempotency })).is).toBe("conflict");
        await failure(append(stream, 0, [entry("refused")], { idempotency }));
        expect((await append(stream, 0, [entry("a")], { idempotency })).is).toBe("appended");
      });

      test("holds among requests that arrive together", async () => {
        const stream = fresh();
        const idempotency = { key: `key of ${stream}`, request: "digest" };
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => append(stream, 0, [entry("a")], { idempotency })),
        );
        expect(answers.map(({ is }) => is).toSorted()).toEqual(["appended", ...Array(19).fill("repeated")]);
        expect(await ledger.version(stream)).toBe(1);
      });
    });

    describe("reading", () => {
      test("gives the entries after a version, and none of a stream there is not", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("a"), entry("b"), entry("c")]);
        expect((await ledger.read(stream, 1)).map(({ type }) => type)).toEqual(["b", "c"]);
        expect(await ledger.read(stream, 3)).toEqual([]);
        expect(await ledger.read("patient/nobody")).toEqual([]);
        expect(await ledger.version("patient/nobody")).toBe(0);
      });

      test("lists the streams that begin with a prefix, in order of names", async () => {
        for (const name of ["clinic/b", "clinic/a/x", "clinic/a", "clinic~", "clinic/~"])
          await append(name, 0, [entry("a")]);
        await append("clinic/b", 1, [entry("b")]);
        expect(await ledger.streams("clinic/")).toEqual([
          { stream: "clinic/a", version: 1 },
          { stream: "clinic/a/x", version: 1 },
          { stream: "clinic/b", version: 2 },
          { stream: "clinic/~", version: 1 },
        ]);
        expect(await ledger.streams("nothing/")).toEqual([]);
      });

      test("gives the versions of many streams at once, and 0 for one there is not", async () => {
        const [once, twice] = [fresh(), fresh()];
        await append(once, 0, [entry("a")]);
        await append(twice, 0, [entry("a"), entry("b")]);
        const nobody = Array.from({ length: 3000 }, (_, index) => `patient/"nobody", '${index}'`);
        const asked = [twice, "patient/nobody", once, twice, ...nobody];
        const versions = await ledger.versions(asked);
        expect([...versions.keys()].toSorted()).toEqual([...new Set(asked)].toSorted());
        expect([once, twice, "patient/nobody"].map((stream) => versions.get(stream))).toEqual([1, 2, 0]);
        expect(nobody.every((stream) => versions.get(stream) === 0)).toBe(true);
        expect(await ledger.versions([])).toEqual(new Map());
      });

      test("says which streams have moved since a position, and where it stands now", async () => {
        const [still, moved, appeared] = [fresh(), fresh(), fresh()];
        await append(still, 0, [entry("a")]);
        await append(moved, 0, [entry("a")]);
        const before = await ledger.position();
        expect(await ledger.movedSince(before)).toEqual({ position: before, streams: new Set() });
        await append(moved, 1, [entry("b"), entry("c")]);
        await append(appeared, 0, [entry("a")]);
        const since = await ledger.movedSince(before);
        expect(since).toEqual({ position: before + 3, streams: new Set([moved, appeared]) });
        expect(since.position).toBe(await ledger.position());
        expect(await ledger.movedSince(before + 1)).toEqual(since);
        expect(await ledger.movedSince(before + 2)).toEqual({ ...since, streams: new Set([appeared]) });
        // Beyond the newest there is nothing, wherever it was asked from.
        expect(await ledger.movedSince(before + 9)).toEqual({ ...since, streams: new Set() });
        const all = (await ledger.streams("")).map(({ stream }) => stream);
        expect((await ledger.movedSince(0)).streams).toEqual(new Set(all));
      });

      test("tells whoever asks again where it left off of every entry, while others append", async () => {
        const writing = Array.from({ length: 8 }, fresh);
        /** Up to where each stream's entries were told of. */
        const toldUpTo = new Map<string, number>();
        let { position } = await ledger.movedSince(Number.MAX_SAFE_INTEGER);
        const look = async () => {
          const since = await ledger.movedSince(position);
          expect(since.position).toBeGreaterThanOrEqual(position);
          ({ position } = since);
          for (const stream of since.streams) toldUpTo.set(stream, position);
        };
        const written = new AbortController();
        const looking = (async () => {
          while (!written.signal.aborted) {
            await look();
            await new Promise((resolve) => setTimeout(resolve));
          }
        })();
        await Promise.all(
          writing.map(async (stream) => {
            for (let version = 0; version < 40; version += 1) await append(stream, version, [entry("a")]);
          }),
        );
        written.abort();
        await looking;
        await look();
        for (const stream of writing) {
          const newest = (await ledger.read(stream)).at(-1)?.position;
          expect(toldUpTo.get(stream)).toBeGreaterThanOrEqual(newest ?? Number.POSITIVE_INFINITY);
        }
      });

      test("gives back any JSON as it was", async () => {
        const stream = fresh();
        const bodies = fc.sample(fc.jsonValue({ maxDepth: 5 }), { numRuns: 200, seed: 7 }) as Json[];
        const odd: Json[] = [
          { 10: "a", 9: "b", "-": "c", a: "d" },
          JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}') as Json,
          "\u0000 \ud800 \u2028 \u{1f48a} 好転反応 e\u0301",
          [[], {}, "", null, -1.5e-7, 1e21, Number.MAX_SAFE_INTEGER],
        ];
        const entries = [...bodies, ...odd].map((value) => entry("any", value, { value }));
        await append(stream, 0, entries);
        const read = await ledger.read(stream);
        // JSON knows no -0.
        const written = (value: Json) => JSON.parse(JSON.stringify(value)) as Json;
        expect(read.map(({ body }) => body)).toEqual(entries.map(({ body }) => written(body)));
        expect(read.map(({ private: hidden }) => hidden)).toEqual(
          entries.map(({ body }) => ({ value: { value: written(body) } })),
        );
      });

      test("gives back large bodies", async () => {
        const stream = fresh();
        const large = {
          text: "あ".repeat(700_000),
          list: Array.from({ length: 20_000 }, (_, index) => index),
        };
        await append(stream, 0, [entry("large", large, large)]);
        const [read] = await ledger.read(stream);
        expect(read?.body).toEqual(large);
        expect(read?.private).toEqual({ value: large });
      });
    });

    describe("the chain", () => {
      test("is the one that chain.ts describes", async () => {
        const stream = fresh();
        const given: NewEntry = { ...entry("weighed", { kg: 61.5, at: "home" }), id: `id of ${stream}` };
        await append(stream, 0, [given, entry("b")]);
        const [first, second] = await ledger.read(stream);
        const sha256 = (text: string) => hash("sha256", text);
        const header =
          `{"actor":{"authenticated":true,"id":"staff/7","role":"nurse"},"clinic":"clinic/1",` +
          `"happened":{"at":"2026-11-02T01:30:00Z","day":"2026-11-02","zone":"Asia/Tokyo"},"id":"id of ${stream}",` +
          `"recordedAt":"2026-11-02T01:31:00Z","schema":1,"site":"site/1","source":{"kind":"manual","ref":"form 3"},` +
          `"type":"weighed"}`;
        const genesis = sha256(`isoward-stream-1\n${stream}`);
        expect(first?.hash).toBe(
          sha256(`isoward-entry-1\n${genesis}\n${stream}\n1\n${header}\n{"at":"home","kg":61.5}\n-`),
        );
        const next = header.replace("weighed", "b").replace(`id of ${stream}`, second?.id ?? "");
        expect(second?.hash).toBe(sha256(`isoward-entry-1\n${first?.hash}\n${stream}\n2\n${next}\n{}\n-`));
      });
    });

    test("is seen whole by the clinic that wrote it", async () => {
      const stream = fresh();
      await append(stream, 0, [entry("named", {}, { name: "Ann" }), entry("b")]);
      const seen = ledger.seenBy(["clinic/1"]);
      expect(await seen.read(stream)).toEqual(await ledger.read(stream));
      expect((await seen.read(stream, 1)).map(({ version }) => version)).toEqual([2]);
      const sql = "SELECT name FROM view_names WHERE stream = :stream";
      expect(await seen.query("SELECT 1 AS one")).toEqual([{ one: 1 }]);
      expect(await ledger.query(sql, { stream })).toEqual([{ name: "Ann" }]);
    });

    describe("what is kept", () => {
      test("is what the hashes are made of, some at a time", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("a", { n: 1 }, { name: "Ann" }), entry("b", { n: 2 }), entry("c")]);
        const kept = [...(await ledger.kept(stream, 0, 2)), ...(await ledger.kept(stream, 2, 2))];
        expect(kept.map(({ version }) => version)).toEqual([1, 2, 3]);
        expect(await ledger.kept(stream, 3, 2)).toEqual([]);
        const entries = await ledger.read(stream);
        expect(kept.map(({ position, hash }) => [position, hash])).toEqual(
          entries.map(({ position, hash }) => [position, hash]),
        );
        const faults: string[] = [];
        let last: Standing | undefined;
        for (const one of kept) last = linked(last, one, (what, says) => faults.push(`${what}: ${says}`));
        expect([faults, last?.hash]).toEqual([[], entries.at(-1)?.hash]);
        expect(kept[0]?.sealed).toBeInstanceOf(Uint8Array);
        expect(kept[1]).toMatchObject({ body: '{"n":2}', sealed: null });
      });
    });

    describe("following", () => {
      test("catches up, goes on as entries are committed, and leaves none out", async () => {
        const start = await ledger.position();
        const mine = Array.from({ length: 6 }, fresh);
        const appendAll = (from: number) =>
          Promise.all(
            mine.map(async (stream) => {
              for (let version = from; version < from + 100; version += 1)
                await append(stream, version, [entry("followed", { version })]);
            }),
          );
        await appendAll(0);
        const stop = new AbortController();
        const seen: StoredEntry[] = [];
        const following = (async () => {
          for await (const one of ledger.follow(start, stop.signal)) {
            seen.push(one);
            if (seen.length === 1200) stop.abort();
          }
        })();
        await appendAll(100);
        await following;
        expect(seen.map(({ position }) => position)).toEqual(
          Array.from({ length: 1200 }, (_, index) => start + 1 + index),
        );
        for (const stream of mine)
          expect(seen.filter((one) => one.stream === stream)).toEqual(await ledger.read(stream));
      });

      test("waits at the end, and ends when the signal aborts", async () => {
        const stop = new AbortController();
        const end = await ledger.position();
        const next = ledger.follow(end, stop.signal)[Symbol.asyncIterator]().next();
        const early = await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 30, "waits"))]);
        expect(early).toBe("waits");
        stop.abort();
        expect((await next).done).toBe(true);
        for await (const one of ledger.follow(0, AbortSignal.abort()))
          throw new Error(`${one.position} came`);
      });
    });

    describe("private parts", () => {
      test("are gone once the stream is erased; the rest stays, and so do other streams'", async () => {
        const [stream, other] = [fresh(), fresh()];
        await append(stream, 0, [entry("a", { kg: 60 }, { note: "secret" }), entry("b")]);
        await append(other, 0, [entry("a", {}, { note: "kept" })]);
        const before = await ledger.read(stream);
        const proof = await ledger.erase(stream);
        expect(proof).toMatchObject({ stream, keyHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
        expect(await ledger.erase(stream)).toEqual(proof);
        expect(await ledger.read(stream)).toEqual([{ ...before[0], private: "erased" }, before[1]]);
        expect((await ledger.read(other))[0]?.private).toEqual({ value: { note: "kept" } });
        const follow = ledger.follow((before[0]?.position ?? 0) - 1, new AbortController().signal);
        expect((await follow[Symbol.asyncIterator]().next()).value).toMatchObject({ private: "erased" });
      });

      test("are not taken any more by a stream that was erased", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("a", {}, { note: "secret" })]);
        const [late, , plain] = await Promise.allSettled([
          append(fresh(), 0, [entry("a")]),
          ledger.erase(stream),
          append(stream, 1, [entry("closed")]),
        ]);
        expect([late.status, plain.status]).toEqual(["fulfilled", "fulfilled"]);
        expect((await failure(append(stream, 2, [entry("b", {}, { note: "again" })]))).code).toBe("failed");
        expect((await ledger.read(stream)).map(({ private: hidden }) => hidden)).toEqual([
          "erased",
          undefined,
        ]);
      });

      test("of a stream that never had any can be refused for good", async () => {
        const stream = fresh();
        expect(await ledger.erase(stream)).toMatchObject({ stream, keyHash: null });
        await failure(append(stream, 0, [entry("a", {}, {})]));
      });
    });

    describe("read models", () => {
      const countOf = async (stream: string) => {
        const sql = "SELECT entries, newest FROM view_counts WHERE stream = :stream";
        const [count] = await ledger.query(sql, { stream });
        return count;
      };

      test("are in step once an append is acknowledged, and unmoved by one that failed", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("a"), entry("named", {}, { name: "Ann" })]);
        expect(await countOf(stream)).toEqual({ entries: 2, newest: await ledger.position() });
        for (const refused of ["refused", "refused-by-sql"])
          await failure(append(stream, 2, [entry("a"), entry(refused)]));
        expect(await countOf(stream)).toMatchObject({ entries: 2 });
        expect(await ledger.query("SELECT name FROM view_names WHERE stream = :stream", { stream })).toEqual([
          { name: "Ann" },
        ]);
        await append(stream, 2, [entry("forgotten")]);
        expect(await ledger.query("SELECT name FROM view_names WHERE stream = :stream", { stream })).toEqual(
          [],
        );
      });

      test("fail the one append they refuse, not those beside it", async () => {
        const beside = Array.from({ length: 21 }, fresh);
        const refusedAt = new Map([
          [10, "refused"],
          [15, "refused-by-sql"],
        ]);
        const answers = await Promise.allSettled(
          beside.map((stream, index) => append(stream, 0, [entry(refusedAt.get(index) ?? "a")])),
        );
        expect(answers.map(({ status }) => status)).toEqual(
          beside.map((_, index) => (refusedAt.has(index) ? "rejected" : "fulfilled")),
        );
        const versions = await ledger.versions(beside);
        expect([...versions.values()]).toEqual(beside.map((_, index) => (refusedAt.has(index) ? 0 : 1)));
        const counts = await Promise.all(beside.map(countOf));
        expect(counts.map((count) => count?.["entries"] ?? 0)).toEqual([...versions.values()]);
      });

      test("are written with what was read of them on the way", async () => {
        const stream = fresh();
        await append(stream, 0, [entry("named", {}, { name: "Ann" }), entry("renamed-like-before")]);
        await append(stream, 2, [entry("renamed-like-before")]);
        expect(await ledger.query("SELECT name FROM view_names WHERE stream = :stream", { stream })).toEqual([
          { name: "Ann again again" },
        ]);
      });

      test("are all that a query may read, and it writes nothing", async () => {
        for (const sql of [
          "SELECT * FROM entries",
          "SELECT count(*) FROM heads",
          "DELETE FROM view_counts",
          "CREATE TABLE view_more (x)",
          "SELECT name FROM view_names UNION SELECT key FROM remembered",
        ])
          await failure(ledger.query(sql));
        expect(await ledger.query("SELECT count(*) > 0 AS some FROM view_counts")).toEqual([{ some: 1 }]);
      });
    });

    test("says that it can be read and written, by writing what is no entry", async () => {
      const stream = fresh();
      await append(stream, 0, [entry("weighed")]);
      const before = await ledger.position();
      await Promise.all([ledger.probe(), append(stream, 1, [entry("weighed")]), ledger.probe()]);
      expect((await ledger.movedSince(before)).streams).toEqual(new Set([stream]));
      expect(await ledger.position()).toBe(before + 1);
    });

    test("closing answers what was sent, and refuses all that comes after", async () => {
      const closing = await open();
      const sent = Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          closing.append({ stream: `patient/${index}`, expectedVersion: 0, entries: [entry("a")] }),
        ),
      );
      const stop = new AbortController();
      const following = closing.follow(1000, stop.signal)[Symbol.asyncIterator]().next();
      await Promise.all([closing.close(), closing.close()]);
      expect((await sent).every(({ is }) => is === "appended")).toBe(true);
      expect((await following).done).toBe(true);
      expect(
        (await failure(closing.append({ stream: "a", expectedVersion: 0, entries: [entry("a")] }))).code,
      ).toBe("closed");
      for (const late of [
        closing.read("patient/1"),
        closing.kept("patient/1", 0, 1),
        closing.version("patient/1"),
        closing.versions(["patient/1"]),
        closing.streams(""),
        closing.remembered("key"),
        closing.position(),
        closing.movedSince(0),
        closing.query("SELECT * FROM view_counts"),
        closing.probe(),
      ])
        expect((await failure(late)).code).toBe("closed");
    });
  });
}
