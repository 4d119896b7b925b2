import { beforeEach, describe, expect, test } from "vitest";
import { at, day } from "../core/calendar.ts";
import type { NewEntry, StoredEntry } from "../ledger/ledger.ts";
import { entry, toStored } from "./entries.ts";
import { Histories, type History } from "./histories.ts";
import { prescriber } from "./testing/ready-patient.ts";

const now = at("2026-11-20T10:00:00Z");
const about = { by: prescriber, clinic: "tokyo-monthly", now, today: { day: day("2026-11-20"), at: now } };
const weighed = (kg: number) => toStored(entry("weight-measured", { kg }), about);

describe("Histories", () => {
  let streams: Map<string, StoredEntry[]>;
  /** Every read that found something: the stream, and how many entries had to be read. */
  let parsed: [string, number][];
  /** Answers that wait to be let go, where they are held back: each says what stood when it was asked for. */
  let held: (() => void)[] | undefined;
  const ledger = {
    read(stream: string, after = 0): Promise<readonly StoredEntry[]> {
      const further = (streams.get(stream) ?? []).slice(after);
      if (further.length > 0) parsed.push([stream, further.length]);
      return new Promise((resolve) => {
        if (held === undefined) resolve(further);
        else held.push(() => resolve(further));
      });
    },
  };
  /** Begins reads whose answers are held back. */
  const begun = (...reads: (() => Promise<History>)[]) => {
    const answers: (() => void)[] = [];
    held = answers;
    const results = reads.map((read) => read());
    held = undefined;
    return { answers, results };
  };
  const kgOf = ({ entries }: History) =>
    entries.map(({ body }) => (body as { readonly kg?: number }).kg ?? "else");
  const append = (stream: string, ...entries: NewEntry[]) => {
    const before = streams.get(stream) ?? [];
    const stored = entries.map(
      ({ private: kept, ...one }, index): StoredEntry => ({
        ...one,
        ...(kept === undefined ? {} : { private: { value: kept } }),
        stream,
        version: before.length + index + 1,
        position: 0,
        hash: "",
      }),
    );
    streams.set(stream, [...before, ...stored]);
    return stored;
  };
  beforeEach(() => {
    streams = new Map();
    held = undefined;
    parsed = [];
  });

  test("parse a stream once, and then what was added by anybody", async () => {
    const histories = new Histories(ledger);
    append("patient/A", weighed(54), weighed(55));
    expect((await histories.read("patient/A")).version).toBe(2);
    append("patient/A", weighed(56));
    expect((await histories.read("patient/A")).entries.map(({ body }) => body)).toEqual([
      { kg: 54 },
      { kg: 55 },
      { kg: 56 },
    ]);
    await histories.read("patient/A");
    histories.learn("patient/A", append("patient/A", weighed(57)));
    expect((await histories.read("patient/A")).version).toBe(4);
    expect(parsed).toEqual([
      ["patient/A", 2],
      ["patient/A", 1],
    ]);
  });

  test("learn nothing with a gap: what came in between is read", async () => {
    const histories = new Histories(ledger);
    append("patient/A", weighed(54));
    await histories.read("patient/A");
    append("patient/A", weighed(55));
    const last = append("patient/A", weighed(56));
    histories.learn("patient/A", last);
    expect(kgOf(await histories.read("patient/A"))).toEqual([54, 55, 56]);
  });

  test("keep no more entries than they may: the least recently read stream goes first", async () => {
    const histories = new Histories(ledger, 5);
    for (const stream of ["patient/A", "patient/B", "patient/C"]) append(stream, weighed(54), weighed(55));
    for (const stream of ["A", "B", "A", "C", "A", "B"]) await histories.read(`patient/${stream}`);
    expect(parsed.map(([stream]) => stream)).toEqual(["patient/A", "patient/B", "patient/C", "patient/B"]);
  });

  test("keep a stream that is longer than all they may keep, alone", async () => {
    const histories = new Histories(ledger, 2);
    append("patient/A", weighed(54), weighed(55), weighed(56));
    expect((await histories.read("patient/A")).entries).toHaveLength(3);
    append("patient/B", weighed(54));
    expect((await histories.read("patient/B")).entries).toHaveLength(1);
    expect((await histories.read("patient/A")).entries).toHaveLength(3);
    expect(parsed.map(([stream]) => stream)).toEqual(["patient/A", "patient/B", "patient/A"]);
  });

  test("leave out stored decisions, which are long, and nothing else of an authorisation", async () => {
    const body = { number: "N", capsules: 60, capsuleMg: 20 };
    const dispensed = toStored(entry("supply-dispensed", body), about);
    append("patient/A", { ...dispensed, body: { ...body, decision: { verdict: "pass" } } });
    expect((await new Histories(ledger).read("patient/A")).entries[0]?.body).toEqual(body);
  });

  test("forget whom they are told to", async () => {
    const histories = new Histories(ledger);
    append(
      "patient/A",
      toStored(
        entry("registered", { birthDate: day("2001-04-03") }, { private: { name: "山田 花子" } }),
        about,
      ),
    );
    expect((await histories.read("patient/A")).personal.name).toBe("山田 花子");
    expect((await histories.read("patient/A")).home).toEqual({ clinic: "tokyo-monthly", site: undefined });
    histories.forget("patient/A");
    streams.set(
      "patient/A",
      (streams.get("patient/A") ?? []).map((one) => ({ ...one, private: "erased" })),
    );
    expect((await histories.read("patient/A")).personal).toEqual({ erased: true });
  });

  describe("while the ledger is asked", () => {
    const named = () =>
      toStored(
        entry("registered", { birthDate: day("2001-04-03") }, { private: { name: "山田 花子" } }),
        about,
      );
    /** What the ledger says of a stream once its key is destroyed. */
    const erase = (stream: string) =>
      streams.set(
        stream,
        (streams.get(stream) ?? []).map((one) => ({ ...one, private: "erased" })),
      );

    test("two who read one stream at once are given it once, whoever is answered first", async () => {
      for (const isReversed of [false, true]) {
        streams = new Map();
        parsed = [];
        const histories = new Histories(ledger, 6);
        const read = () => histories.read("patient/A");
        append("patient/A", weighed(54), weighed(55));
        const early = begun(read, read);
        append("patient/A", weighed(56));
        const late = begun(read);
        const answers = [...early.answers, ...late.answers];
        for (const answer of isReversed ? answers.toReversed() : answers) answer();
        const [first, second, third] = await Promise.all([...early.results, ...late.results]);
        for (const one of [first, second]) expect([2, 3]).toContain(one?.version);
        for (const one of [first, second, third]) {
          expect(one?.entries).toHaveLength(one?.version ?? Number.NaN);
        }
        expect(third === undefined ? [] : kgOf(third)).toEqual([54, 55, 56]);
        expect(kgOf(await read())).toEqual([54, 55, 56]);
        // Three of six: another three still fit beside them, and nothing is read a second time.
        append("patient/B", weighed(60), weighed(61), weighed(62));
        await histories.read("patient/B");
        parsed = [];
        await read();
        expect(parsed).toEqual([]);
      }
    });

    test("what is forgotten stays forgotten, also to whoever asked before", async () => {
      const histories = new Histories(ledger);
      const read = () => histories.read("patient/A");
      append("patient/A", named());
      const { answers, results } = begun(read);
      erase("patient/A");
      histories.forget("patient/A");
      for (const answer of answers) answer();
      expect((await results[0])?.personal).toEqual({ erased: true });
      expect((await read()).personal).toEqual({ erased: true });

      // The same where it was kept already, and only what came after was asked for.
      append("patient/B", named());
      await histories.read("patient/B");
      const further = begun(() => histories.read("patient/B"));
      erase("patient/B");
      histories.forget("patient/B");
      for (const answer of further.answers) answer();
      expect((await further.results[0])?.personal).toEqual({ erased: true });
    });

    test("whoever forgets again and again is believed each time", async () => {
      const histories = new Histories(ledger);
      append("patient/A", named());
      const first = begun(() => histories.read("patient/A"));
      histories.forget("patient/A");
      held = [];
      for (const answer of first.answers) answer();
      // It asks anew, and is told to forget once more before that is answered.
      await new Promise((resolve) => setTimeout(resolve));
      expect(held).toHaveLength(1);
      const [second] = held;
      held = undefined;
      erase("patient/A");
      histories.forget("patient/A");
      second?.();
      expect((await first.results[0])?.personal).toEqual({ erased: true });
    });

    test("nothing private is learnt of a stream that was forgotten", async () => {
      const histories = new Histories(ledger);
      const appended = append("patient/A", named());
      erase("patient/A");
      histories.forget("patient/A");
      histories.learn("patient/A", appended);
      expect((await histories.read("patient/A")).personal).toEqual({ erased: true });
    });

    test("what is learnt meanwhile is there once, before and after the answer", async () => {
      for (const isLearntFirst of [true, false]) {
        const histories = new Histories(ledger, 7);
        streams = new Map();
        const read = () => histories.read("patient/A");
        append("patient/A", weighed(54), weighed(55));
        await read();
        const before = begun(read);
        const appended = append("patient/A", weighed(56));
        const after = begun(read);
        if (isLearntFirst) histories.learn("patient/A", appended);
        for (const answer of [...before.answers, ...after.answers]) answer();
        const [older, newer] = await Promise.all([...before.results, ...after.results]);
        if (!isLearntFirst) histories.learn("patient/A", appended);
        expect(older?.version).toBe(isLearntFirst ? 3 : 2);
        expect(newer === undefined ? [] : kgOf(newer)).toEqual([54, 55, 56]);
        expect(kgOf(await read())).toEqual([54, 55, 56]);
        append("patient/B", weighed(60), weighed(61), weighed(62), weighed(63));
        await histories.read("patient/B");
        parsed = [];
        await read();
        expect(parsed).toEqual([]);
      }
    });

    test("an older answer takes nothing back, and one that was dropped for want of room is whole again", async () => {
      const histories = new Histories(ledger, 2);
      append("patient/A", weighed(54), weighed(55));
      await histories.read("patient/A");
      const { answers, results } = begun(() => histories.read("patient/A"));
      append("patient/B", weighed(60));
      await histories.read("patient/B");
      append("patient/A", weighed(56));
      for (const answer of answers) answer();
      expect(await Promise.all(results.map(async (one) => kgOf(await one)))).toEqual([[54, 55]]);
      expect(kgOf(await histories.read("patient/A"))).toEqual([54, 55, 56]);
    });
  });
});
