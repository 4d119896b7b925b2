import { describe, expect, test } from "vitest";
import { at, day } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { foldRecord } from "./record.ts";

const zone = "Asia/Tokyo";
const noon = at("2026-11-20T12:00:00+09:00");
let made = 0;

function entry<T extends EntryType>(
  type: T,
  on: string,
  body: Body<T>,
  more: { id?: string; actor?: Role; at?: string; recordedAt?: string } = {},
): Entry {
  made += 1;
  return {
    id: more.id ?? `n${made}`,
    type,
    happened: { day: day(on), ...(more.at === undefined ? {} : { at: at(more.at) }) },
    ...(more.recordedAt === undefined ? {} : { recordedAt: at(more.recordedAt) }),
    actor: more.actor ?? "nurse",
    source: "manual",
    body,
  } as EntryOf<T> as Entry;
}
const weight = (on: string, kg: number, id?: string) =>
  entry("weight-measured", on, { kg }, id === undefined ? {} : { id });
const fold = (entries: readonly Entry[], when = noon) => foldRecord(entries, { at: when, zone });
const given = (on: string, days = 30) =>
  entry(
    "supply-dispensed",
    on,
    { capsules: days * 2, capsuleMg: 20, dailyMg: 40, days },
    { actor: "pharmacist" },
  );

describe("what counts", () => {
  test("is what happened by the instant; later entries are kept apart", () => {
    const record = fold([weight("2026-11-20", 60), weight("2026-11-21", 61)]);
    expect(record.last("weight-measured")?.body.kg).toBe(60);
    expect(record.ahead.map(({ happened }) => happened.day)).toEqual([day("2026-11-21")]);
  });

  test("is decided by the clock where an entry has one", () => {
    const morning = entry("weight-measured", "2026-11-20", { kg: 60 }, { at: "2026-11-20T11:59:00+09:00" });
    const afternoon = entry("weight-measured", "2026-11-20", { kg: 61 }, { at: "2026-11-20T12:01:00+09:00" });
    expect(fold([morning, afternoon]).of("weight-measured")).toEqual([morning]);
  });

  test("is what was known: entries written down later do not count", () => {
    const late = entry("pregnancy-reported", "2026-11-01", {}, { recordedAt: "2026-11-20T15:00:00+09:00" });
    const known = (text: string) =>
      foldRecord([late], { at: noon, knownAt: at(text), zone }).of("pregnancy-reported").length;
    expect(known("2026-11-20T14:59:00+09:00")).toBe(0);
    expect(known("2026-11-20T15:00:00+09:00")).toBe(1);
  });
});

describe("a correction", () => {
  test("puts a new body in the place of the old one", () => {
    const record = fold([
      weight("2026-11-19", 155, "w"),
      entry("corrected", "2026-11-20", {
        ref: "w",
        reason: "typing mistake",
        withdrawn: false,
        replacement: { kg: 55 },
      }),
    ]);
    expect(record.of("weight-measured").map(({ body }) => body.kg)).toEqual([55]);
  });

  test("withdraws what never happened", () => {
    const record = fold([
      entry("pregnancy-reported", "2026-11-01", {}, { id: "p" }),
      entry(
        "corrected",
        "2026-11-20",
        { ref: "p", reason: "another patient", withdrawn: true },
        { actor: "prescriber" },
      ),
    ]);
    expect(record.of("pregnancy-reported")).toEqual([]);
  });

  const positive = entry("pregnancy-reported", "2026-11-01", {}, { id: "p", actor: "lab" });
  const withdrawal = (id: string, ref: string, on: string, actor: Role = "prescriber") =>
    entry("corrected", on, { ref, reason: "another patient", withdrawn: true }, { id, actor });
  const stands = (entries: readonly Entry[]) => fold(entries).of("pregnancy-reported").length === 1;

  test("that is itself withdrawn does nothing", () => {
    const first = withdrawal("c1", "p", "2026-11-10");
    const second = withdrawal("c2", "c1", "2026-11-12");
    expect(stands([positive, first])).toBe(false);
    expect(stands([positive, first, second])).toBe(true);
    expect(stands([second, first, positive])).toBe(true);
  });

  test("made after the moment asked about does not count yet", () => {
    expect(stands([positive, withdrawal("c1", "p", "2026-11-21")])).toBe(true);
  });

  test("counts from a prescriber or from whoever made the entry, and from nobody else", () => {
    const kg = (actor: Role) =>
      fold([
        { ...weight("2026-11-01", 155, "w"), actor: "nurse" },
        withdrawal("c1", "w", "2026-11-10", actor),
      ])
        .of("weight-measured")
        .map(({ body }) => body.kg);
    expect(kg("nurse")).toEqual([]);
    expect(kg("prescriber")).toEqual([]);
    expect(kg("patient")).toEqual([155]);
  });

  test("that was not yet known leaves the old body in place", () => {
    const mend = entry(
      "corrected",
      "2026-11-20",
      { ref: "w", reason: "typing mistake", withdrawn: false, replacement: { kg: 55 } },
      { recordedAt: "2026-11-20T15:00:00+09:00" },
    );
    const record = foldRecord([weight("2026-11-19", 155, "w"), mend], { at: noon, knownAt: noon, zone });
    expect(record.last("weight-measured")?.body.kg).toBe(155);
  });
});

describe("a course", () => {
  test("begins with its first supply, and its milligrams add up less what came back", () => {
    const record = fold([
      given("2026-09-20"),
      given("2026-10-20"),
      entry("supply-returned", "2026-11-01", { capsules: 5, capsuleMg: 20 }),
    ]);
    expect(record.firstDoseDay).toBe(day("2026-09-20"));
    expect(record.previousSupplyDay).toBe(day("2026-10-20"));
    expect(record.courseMg).toBe(2 * 60 * 20 - 100);
  });

  test("is over when its last capsule is recorded; the next supply is a first one again", () => {
    const record = fold([
      given("2026-05-01"),
      entry("last-capsule-recorded", "2026-05-30", {}),
      given("2026-11-01"),
    ]);
    expect(record.firstDoseDay).toBe(day("2026-11-01"));
    expect(record.earlierCourse).toEqual({
      lastCapsuleDay: day("2026-05-30"),
      overDay: day("2026-05-30"),
      lastPossibleDay: day("2026-05-31"),
    });
  });

  test("is over a safety month after its capsules ran out, the day after and not before", () => {
    // 30 days from 1 September end by 1 October; a safety month later is 1 November.
    const record = (on: string) => fold([given("2026-09-01")], at(`${on}T12:00:00+09:00`));
    expect(record("2026-11-01").firstDoseDay).toBe(day("2026-09-01"));
    expect(record("2026-11-02").firstDoseDay).toBeUndefined();
    expect(record("2026-11-02").earlierCourse).toEqual({
      lastCapsuleDay: undefined,
      overDay: day("2026-09-01"),
      lastPossibleDay: day("2026-10-01"),
    });
  });

  test("on hold goes on, however long the pause", () => {
    const held = entry("course-held", "2026-07-01", {}, { actor: "prescriber" });
    expect(fold([given("2026-06-01"), held]).firstDoseDay).toBe(day("2026-06-01"));
    expect(fold([given("2026-06-01"), held]).heldDay).toBe(day("2026-07-01"));
    const resumed = entry("course-resumed", "2026-11-10", {}, { actor: "prescriber" });
    expect(fold([given("2026-06-01"), held, resumed]).heldDay).toBeUndefined();
  });

  test("whose supply does not say how much has no milligrams to add up", () => {
    expect(fold([entry("supply-dispensed", "2026-11-01", { days: 30 })]).courseMg).toBeUndefined();
  });
});

describe("what is open", () => {
  test("a symptom, until a prescriber has assessed it as resolved or compatible", () => {
    const reported = entry("symptom-reported", "2026-11-10", { symptoms: ["headache"] });
    const assessed = (actor: Role, conclusion: "resolved" | "may-continue" | "stop") =>
      fold([
        reported,
        entry("symptom-assessed", "2026-11-12", { symptom: "headache", conclusion }, { actor }),
      ]).openSymptoms.has("headache");
    expect(fold([reported]).openSymptoms.has("headache")).toBe(true);
    expect(assessed("prescriber", "may-continue")).toBe(false);
    expect(assessed("prescriber", "stop")).toBe(true);
    expect(assessed("nurse", "resolved")).toBe(true);
  });

  test("a medicine, until it is ended; one nobody could name stays", () => {
    const record = fold([
      entry("medicine-started", "2026-10-01", { medicine: "doxycycline" }),
      entry("medicine-started", "2026-10-01", { text: "a tea" }),
      entry("medicine-ended", "2026-11-01", { medicine: "doxycycline" }),
    ]);
    expect(record.medicines.map(({ body }) => body.text ?? body.medicine)).toEqual(["a tea"]);
  });
});
