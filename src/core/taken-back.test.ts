import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { at, day, dayText, plus } from "./calendar.ts";
import { inHandOn } from "./capsules-of.ts";
import type { Entry } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";
import { runs } from "./testing/scenes.ts";

// A box that was handed out, counted back in and taken back has come back once.
const zone = "Asia/Tokyo";
const noon = "2026-11-20T12:00:00+09:00";
const on = day("2026-11-20");
const box = { capsules: 60, capsuleMg: 20, dailyMg: 40, days: 30 };
const out = (when: string, number: string) =>
  entry("supply-dispensed", when, { number, ...box }, "pharmacist");
const returned = (when: string, capsules: number, capsuleMg = 20) =>
  entry("supply-returned", when, { capsules, capsuleMg }, "pharmacist");
const reversed = (when: string, number: string) => entry("supply-reversed", when, { number }, "pharmacist");
const after = (entries: readonly Entry[]) => {
  const record = foldRecord(entries, { at: at(noon), zone });
  return { inHand: inHandOn(record, on, 40), courseMg: record.courseMg };
};

describe("A box taken back", () => {
  const anew = out("2026-11-20T10:30:00+09:00", "B");

  test("is counted down once: what is handed out anew is in hand", () => {
    const first = out("2026-11-20T09:00:00+09:00", "A");
    const back = returned("2026-11-20T09:30:00+09:00", 60);
    const undone = reversed("2026-11-20T10:00:00+09:00", "A");
    expect(after([first, back, undone, anew])).toEqual({ inHand: { days: 30 }, courseMg: 1200 });
    const backLater = returned("2026-11-20T10:10:00+09:00", 60);
    expect(after([first, undone, backLater, anew])).toEqual({ inHand: { days: 30 }, courseMg: 1200 });
  });

  test("takes no days from an older supply", () => {
    const older = out("2026-11-10", "O");
    const box = [out("2026-11-12", "A"), returned("2026-11-13", 60), reversed("2026-11-14", "A")];
    expect(after([older, ...box])).toEqual({ inHand: { days: 20 }, courseMg: 1200 });
    expect(after([older, ...box, returned("2026-11-15", 10)])).toEqual({
      inHand: { days: 15 },
      courseMg: 1000,
    });
    // Another strength is not of this box.
    expect(after([older, ...box, returned("2026-11-13", 10, 10)]).courseMg).toBe(1100);
  });

  test("leaves no trace, however many of its capsules were counted in, and when", () => {
    const days = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(
        fc.array(days, { maxLength: 3 }),
        fc.tuple(days, days, days),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 30 }),
        (others, whens, capsules, elsewhere) => {
          const text = (ago: number) => dayText(plus(on, -ago));
          const [given = 0, back = 0, undone = 0] = whens.toSorted((a, b) => b - a);
          const kept = others.map((ago, index) => out(text(ago), `K${index}`));
          const own = elsewhere === 0 ? [] : [returned(text(Math.min(...others, 0)), elsewhere)];
          const trace = [out(text(given), "A"), returned(text(back), capsules), reversed(text(undone), "A")];
          const without = after([...kept, ...own]);
          const found = after([...kept, ...own, ...trace]);
          const inHand = (one: typeof found) => ("days" in one.inHand ? one.inHand.days : Infinity);
          expect(inHand(found)).toBeGreaterThanOrEqual(inHand(without));
          expect(found.courseMg ?? 0).toBeGreaterThanOrEqual(without.courseMg ?? 0);
          if (own.length === 0) expect(found).toEqual(without);
        },
      ),
      runs(200),
    );
  });
});

describe("What came back", () => {
  test("before a supply of that day was not of it", () => {
    const back = returned("2026-11-20T09:00:00+09:00", 20);
    expect(after([back, out("2026-11-20T10:00:00+09:00", "A")])).toEqual({
      inHand: { days: 30 },
      courseMg: 1200,
    });
    expect(after([out("2026-11-20T08:00:00+09:00", "A"), back]).inHand).toEqual({ days: 20 });
  });
});

describe("A specimen's day", () => {
  const collected = (when: string, written: string): Entry => ({
    ...entry("pregnancy-test-collected", when, { test: "t" }, "lab"),
    happened: { day: day(written), at: at(when) },
  });
  const daysOf = (one: Entry) => {
    const [found] = foldRecord([one], { at: at(noon), zone }).tests;
    return [found?.day, found?.lastDay].map((value) => (value === undefined ? "" : dayText(value)));
  };
  test("is the earlier of the day as written and the clinic's day of that instant", () => {
    expect(daysOf(collected("2026-11-14T01:00:00+14:00", "2026-11-14"))).toEqual([
      "2026-11-13",
      "2026-11-14",
    ]);
    expect(daysOf(collected("2026-11-13T23:30:00-10:00", "2026-11-13"))).toEqual([
      "2026-11-13",
      "2026-11-14",
    ]);
    expect(daysOf(collected("2026-11-14T09:00:00+09:00", "2026-11-14"))).toEqual([
      "2026-11-14",
      "2026-11-14",
    ]);
  });
});

describe("A pause's leftovers", () => {
  test("are asked about no longer than they can last", async () => {
    const { readKnowledge } = await import("../app/knowledge-files.ts");
    const { judgeDispensing } = await import("./judge.ts");
    const entries = [
      out("2026-11-01", "O"),
      entry("course-held", "2026-11-05", {}),
      entry("course-resumed", "2026-11-10", {}),
    ];
    const record = foldRecord(entries, { at: at(noon), zone });
    const context = { knowledge: readKnowledge(), setting: { protocol: "label-us", confirmedEditions: [] } };
    const { findings } = judgeDispensing({ refills: 0, dispensing: { number: "N" } }, { ...context, record });
    const finding = findings.find(({ rule }) => rule === "capsules-in-hand-are-used-up");
    expect(finding).toMatchObject({ reason: "left-from-a-pause", until: at("2026-11-21T00:00:00+09:00") });
  });
});
