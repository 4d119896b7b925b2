import { describe, expect, test } from "vitest";
import { at, day, dayText } from "./calendar.ts";
import type { Body, Entry } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";

const zone = "Asia/Tokyo";
const amount: Body<"supply-authorised"> = {
  number: "N-1",
  product: "isotroin",
  capsuleMg: 20,
  capsules: 60,
  dailyMg: 40,
  dosesPerDay: 2,
  days: 30,
  edition: day("2021-12-13"),
  dispenseBefore: at("2026-10-25T00:00:00+09:00"),
};
const given = entry("supply-authorised", "2026-10-20T11:00:00+09:00", amount, "prescriber", "given");
const dispensed = (body: Partial<Body<"supply-dispensed">> = {}, when = "2026-10-21", id = "out") =>
  entry("supply-dispensed", when, { number: "N-1", ...body }, "pharmacist", id);
const fold = (entries: readonly Entry[], when = "2026-10-22T10:00:00+09:00") =>
  foldRecord(entries, { at: at(when), zone });
const stateOf = (further: readonly Entry[], when?: string) =>
  fold([given, ...further], when).authorisations[0]?.state;

describe("An authorisation", () => {
  test("is open until its window closes", () => {
    expect(stateOf([], "2026-10-24T23:59:00+09:00")).toBe("open");
    expect(stateOf([], "2026-10-25T00:00:00+09:00")).toBe("expired");
    expect(fold([], undefined).authorisations).toEqual([]);
  });

  test("is a prescriber's, and not yet given before its moment", () => {
    const byNurse = entry("supply-authorised", "2026-10-20", amount, "nurse");
    expect(fold([byNurse]).authorisations).toEqual([]);
    expect(fold([given], "2026-10-20T10:59:00+09:00").authorisations).toEqual([]);
  });

  test("says what it is for, and its day and instant", () => {
    const [only] = fold([given]).authorisations;
    expect(only).toMatchObject({ number: "N-1", body: amount, entryId: "given", edition: amount.edition });
    expect([only?.day, only?.at]).toEqual([day("2026-10-20"), at("2026-10-20T11:00:00+09:00")]);
    const dayOnly = entry("supply-authorised", "2026-10-20", amount);
    expect(fold([dayOnly]).authorisations[0]?.at).toBe(at("2026-10-20T00:00:00+09:00"));
  });

  test("is used by handing out, whoever wrote that down, and by a part", () => {
    expect(stateOf([dispensed()])).toBe("dispensed");
    expect(stateOf([dispensed({ capsules: 1 })])).toBe("dispensed");
    expect(stateOf([{ ...dispensed(), actor: "unknown" }])).toBe("dispensed");
    expect(stateOf([entry("supply-dispensed", "2026-10-21", { capsules: 60 }, "pharmacist")])).toBe("open");
  });

  test("taken back stays used", () => {
    const back = entry("supply-reversed", "2026-10-21", { number: "N-1" }, "pharmacist");
    expect(stateOf([dispensed(), back])).toBe("reversed");
    expect(stateOf([back])).toBe("reversed");
    expect(stateOf([dispensed(), back], "2026-12-01T00:00:00+09:00")).toBe("reversed");
  });

  test("is voided by anybody's word, and by a correction of it", () => {
    const voided = entry(
      "supply-voided",
      "2026-10-21",
      { number: "N-1", because: "withdrawn", rules: [] },
      "patient",
    );
    const body = { ref: "given", reason: "typing mistake" };
    const mended = entry("corrected", "2026-10-21", { ...body, withdrawn: false, replacement: { days: 60 } });
    const gone = entry("corrected", "2026-10-21", { ...body, withdrawn: true });
    for (const one of [voided, mended, gone]) expect(stateOf([one])).toBe("voided");
    expect(fold([given, mended]).authorisations[0]?.body.days).toBe(30);
  });

  test("of which the number was given twice names nothing", () => {
    const again = { ...given, id: "again" };
    expect(fold([given, again]).authorisations.map(({ state }) => state)).toEqual(["voided", "voided"]);
  });

  test.each([
    [
      "voiding",
      entry("supply-voided", "2026-10-21", { number: "N-1", because: "replaced", rules: [] }, "nurse", "x"),
      "voided",
    ],
    ["handing out", dispensed({}, "2026-10-21", "x"), "reversed"],
  ])("does not open again where its %s is withdrawn", (_name, one, state) => {
    const undo = entry("corrected", "2026-10-22", { ref: "x", reason: "mistake", withdrawn: true });
    expect(stateOf([one, undo])).toBe(state);
  });
});

describe("A supply that was handed out", () => {
  const course = (further: readonly Entry[]) => {
    const { supplies, courseMg, firstDoseDay, previousSupplyDay } = fold([given, ...further]);
    return {
      days: supplies.map(({ days }) => days),
      courseMg,
      first: firstDoseDay === undefined ? undefined : dayText(firstDoseDay),
      previousSupplyDay,
    };
  };

  test("is as its authorisation says, where it does not say itself", () => {
    expect(course([dispensed()])).toMatchObject({ days: [30], courseMg: 1200, first: "2026-10-21" });
    expect(fold([given, dispensed()]).supplies[0]).toMatchObject({ product: "isotroin", capsuleMg: 20 });
  });

  test("in part lasts as long as the part", () => {
    expect(course([dispensed({ capsules: 21 })])).toMatchObject({ days: [11], courseMg: 420 });
  });

  test("and taken back was never handed out", () => {
    const back = entry("supply-reversed", "2026-10-21", { number: "N-1" }, "prescriber");
    expect(course([dispensed(), back])).toEqual(course([]));
  });

  test("is not taken back by the front desk, nor before it was handed out", () => {
    const byDesk = entry("supply-reversed", "2026-10-21", { number: "N-1" }, "front-desk");
    const early = entry("supply-reversed", "2026-10-20", { number: "N-1" }, "pharmacist");
    for (const back of [byDesk, early]) {
      expect(course([dispensed(), back]).days).toEqual([30]);
      expect(stateOf([dispensed(), back])).toBe("dispensed");
    }
  });
});
