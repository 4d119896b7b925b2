import { beforeEach, describe, expect, test } from "vitest";
import { at, day } from "../core/calendar.ts";
import type { NewEntry, StoredEntry } from "../ledger/ledger.ts";
import { entry, toStored } from "./entries.ts";
import { Histories } from "./histories.ts";
import { prescriber } from "./testing/ready-patient.ts";

const now = at("2026-11-20T10:00:00Z");
const about = { by: prescriber, clinic: "tokyo-monthly", now, today: { day: day("2026-11-20"), at: now } };
const weighed = (kg: number) => toStored(entry("weight-measured", { kg }), about);

describe("Histories", () => {
  let streams: Map<string, StoredEntry[]>;
  /** Every read that found something: the stream, and how many entries had to be read. */
  let parsed: [string, number][];
  const ledger = {
    read(stream: string, after = 0) {
      const further = (streams.get(stream) ?? []).slice(after);
      if (further.length > 0) parsed.push([stream, further.length]);
      return further;
    },
  };
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
    parsed = [];
  });

  test("parse a stream once, and then what was added by anybody", () => {
    const histories = new Histories(ledger);
    append("patient/A", weighed(54), weighed(55));
    expect(histories.read("patient/A").version).toBe(2);
    append("patient/A", weighed(56));
    expect(histories.read("patient/A").entries.map(({ body }) => body)).toEqual([
      { kg: 54 },
      { kg: 55 },
      { kg: 56 },
    ]);
    histories.read("patient/A");
    histories.learn("patient/A", append("patient/A", weighed(57)));
    expect(histories.read("patient/A").version).toBe(4);
    expect(parsed).toEqual([
      ["patient/A", 2],
      ["patient/A", 1],
    ]);
  });

  test("learn nothing with a gap: what came in between is read", () => {
    const histories = new Histories(ledger);
    append("patient/A", weighed(54));
    histories.read("patient/A");
    append("patient/A", weighed(55));
    const last = append("patient/A", weighed(56));
    expect(histories.learn("patient/A", last).entries).toHaveLength(3);
  });

  test("keep no more entries than they may: the least recently read stream goes first", () => {
    const histories = new Histories(ledger, 5);
    for (const stream of ["patient/A", "patient/B", "patient/C"]) append(stream, weighed(54), weighed(55));
    for (const stream of ["A", "B", "A", "C", "A", "B"]) histories.read(`patient/${stream}`);
    expect(parsed.map(([stream]) => stream)).toEqual(["patient/A", "patient/B", "patient/C", "patient/B"]);
  });

  test("keep a stream that is longer than all they may keep, alone", () => {
    const histories = new Histories(ledger, 2);
    append("patient/A", weighed(54), weighed(55), weighed(56));
    expect(histories.read("patient/A").entries).toHaveLength(3);
    append("patient/B", weighed(54));
    expect(histories.read("patient/B").entries).toHaveLength(1);
    expect(histories.read("patient/A").entries).toHaveLength(3);
    expect(parsed.map(([stream]) => stream)).toEqual(["patient/A", "patient/B", "patient/A"]);
  });

  test("leave out stored decisions, which are long, and nothing else of an authorisation", () => {
    const body = { number: "N", capsules: 60, capsuleMg: 20 };
    const dispensed = toStored(entry("supply-dispensed", body), about);
    append("patient/A", { ...dispensed, body: { ...body, decision: { verdict: "pass" } } });
    expect(new Histories(ledger).read("patient/A").entries[0]?.body).toEqual(body);
  });

  test("forget whom they are told to", () => {
    const histories = new Histories(ledger);
    append(
      "patient/A",
      toStored(
        entry("registered", { birthDate: day("2001-04-03") }, { private: { name: "山田 花子" } }),
        about,
      ),
    );
    expect(histories.read("patient/A").personal.name).toBe("山田 花子");
    expect(histories.read("patient/A").home).toEqual({ clinic: "tokyo-monthly", site: undefined });
    histories.forget("patient/A");
    streams.set(
      "patient/A",
      (streams.get("patient/A") ?? []).map((one) => ({ ...one, private: "erased" })),
    );
    expect(histories.read("patient/A").personal).toEqual({ erased: true });
  });
});
