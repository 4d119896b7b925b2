import { describe, expect, test } from "vitest";
import type { Json, StoredEntry } from "../src/ledger/ledger.ts";
import { type Final, type Operation, type Outcome, violations } from "./history.ts";

const patient = "K7QX2M9P";
let clock = 0;

function stored(version: number, type: string, body: Json, more: Partial<StoredEntry> = {}): StoredEntry {
  return {
    id: `e${version}`,
    stream: `patient/${patient}`,
    version,
    position: 100 + version,
    type,
    schema: 1,
    happened: { day: "2026-11-22" },
    recordedAt: `2026-11-22T00:00:0${version}Z`,
    actor: { role: "nurse", id: "n", authenticated: true },
    clinic: "tokyo-monthly",
    source: { kind: "manual" },
    body,
    hash: String(version),
    ...more,
  };
}
const weight = (version: number, kg: number) => stored(version, "weight-measured", { kg });
const supply = (version: number, type: string, on: number, verdict = "pass", number = "N1") =>
  stored(version, type, { number, decision: { verdict, read: { [`patient/${patient}`]: on } } });
const final = (...entries: StoredEntry[]): Final => ({
  streams: new Map([[patient, entries]]),
  before: new Map([[patient, 0]]),
});
const operation = (what: Operation["what"], outcome: Outcome, more: Partial<Operation> = {}): Operation => ({
  client: 1,
  what,
  patient,
  begun: (clock += 1),
  ended: (clock += 1),
  outcome,
  ...more,
});
const done = (version: number, ...entries: string[]): Outcome => ({ is: "done", version, entries });
const broken = (operations: Operation[], end: Final) =>
  violations(operations, end).map(({ promise }) => promise);

describe("A history", () => {
  test("in which every promise was kept breaks none", () => {
    const operations = [
      operation("weigh", done(1, "e1"), { kg: 60.1 }),
      operation("authorise", done(2, "e2"), { number: "N1" }),
      operation("redeem", done(3, "e3"), { number: "N1" }),
      operation("redeem", { is: "refused", status: 409, why: "authorisation-used" }, { number: "N1" }),
      operation("weigh", { is: "unknown" }, { kg: 60.2 }),
      operation("read", done(4)),
    ];
    const end = final(
      weight(1, 60.1),
      supply(2, "supply-authorised", 1),
      supply(3, "supply-dispensed", 2),
      weight(4, 60.2),
    );
    expect(violations(operations, end)).toEqual([]);
    // An answer that never came may mean that nothing was done, too.
    expect(
      violations(
        operations.slice(0, 5),
        final(weight(1, 60.1), supply(2, "supply-authorised", 1), supply(3, "supply-dispensed", 2)),
      ),
    ).toEqual([]);
  });

  test("that lost an acknowledged write is told", () => {
    expect(broken([operation("weigh", done(1, "e9"), { kg: 60.1 })], final())).toEqual(["nothing-lost"]);
  });

  test("in which one authorisation was handed out twice, or two were told so", () => {
    const end = final(supply(1, "supply-dispensed", 0), supply(2, "supply-dispensed", 1));
    expect(broken([], end)).toEqual(["nothing-twice"]);
    const two = [
      operation("redeem", done(1), { number: "N1" }),
      operation("redeem", done(2), { number: "N1" }),
    ];
    expect(broken(two, final())).toEqual(["nothing-twice"]);
    expect(
      broken([operation("weigh", { is: "unknown" }, { kg: 60.1 })], final(weight(1, 60.1), weight(2, 60.1))),
    ).toEqual(["nothing-twice"]);
  });

  test("that holds what nobody asked for, or what was refused", () => {
    expect(broken([], final(weight(1, 60.1)))).toEqual(["nothing-unasked"]);
    const refused = operation("weigh", { is: "refused", status: 422, why: "implausible" }, { kg: 60.1 });
    expect(broken([refused], final(weight(1, 60.1)))).toEqual(["nothing-unasked"]);
  });

  test("in which a supply was decided on an older version, or did not pass, or was not decided", () => {
    expect(
      broken(
        [operation("weigh", done(2, "e2"), { kg: 60.1 })],
        final(supply(1, "supply-authorised", 0), weight(2, 60.1), supply(3, "supply-dispensed", 1)),
      ),
    ).toEqual(["decided-on-what-was-there"]);
    expect(broken([], final(supply(1, "supply-authorised", 0, "ask")))).toEqual([
      "decided-on-what-was-there",
    ]);
    expect(broken([], final(stored(1, "supply-dispensed", { number: "N1" })))).toEqual([
      "decided-on-what-was-there",
    ]);
  });

  test("with a gap in its versions, or a reader who saw less than was answered before", () => {
    expect(broken([], final(stored(2, "conditions-asked", {})))).toEqual(["versions-without-gaps"]);
    const reads = [operation("read", done(5)), operation("read", done(4))];
    expect(broken(reads, final())).toEqual(["read-your-past"]);
    const atOnce = [
      operation("read", done(5), { begun: 1, ended: 9 }),
      operation("read", done(4), { begun: 2, ended: 8 }),
    ];
    expect(broken(atOnce, final())).toEqual([]);
  });
});
