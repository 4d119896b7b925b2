import { describe, expect, test } from "vitest";
import { at, day } from "../calendar.ts";
import type { Entry } from "../entry.ts";
import { foldRecord } from "../record.ts";
import { entry } from "../testing/entries.ts";
import { takingOf } from "./taking.ts";

const of = (on: string, ...entries: Entry[]) =>
  takingOf(foldRecord(entries, { at: at(`${on}T03:00:00Z`), zone: "Asia/Tokyo" }));
const supply = (on: string, days: number | undefined, capsules?: number) =>
  entry("supply-dispensed", on, {
    product: "isotroin",
    capsuleMg: 20,
    ...(days === undefined ? {} : { days }),
    ...(capsules === undefined ? {} : { capsules }),
  });
const lastCapsule = (on: string) => entry("last-capsule-recorded", on, {}, "patient");
const dose = (on: string) => entry("dose-taken", on, { mg: 20 }, "patient");

describe("whether capsules are still taken", () => {
  test("nobody on record was treated", () => {
    expect(of("2026-11-22")).toEqual({ is: "never-treated" });
  });
  test("a supply under way, and a held one too", () => {
    expect(of("2026-11-10", supply("2026-10-20", 30))).toEqual({ is: "taking" });
    const held = entry("course-held", "2026-10-25", {});
    expect(of("2027-06-10", supply("2026-10-20", 30), held)).toEqual({ is: "taking" });
  });
  test("the last capsule, as recorded", () => {
    expect(of("2026-11-22", supply("2026-09-22", 30), lastCapsule("2026-10-21"))).toEqual({
      is: "stopped",
      lastCapsuleDay: day("2026-10-21"),
    });
  });
  test("a dose on the day of the last capsule changes nothing; one the day after makes it unknown", () => {
    const before = [supply("2026-09-22", 30), lastCapsule("2026-10-21")];
    expect(of("2026-11-22", ...before, dose("2026-10-21")).is).toBe("stopped");
    expect(of("2026-11-22", ...before, dose("2026-10-22")).is).toBe("unknown");
  });
  test("a last capsule of an earlier course does not speak for the later one", () => {
    const entries = [supply("2025-09-22", 30), lastCapsule("2025-10-21"), supply("2026-06-01", 30)];
    expect(of("2026-11-22", ...entries)).toEqual({ is: "unknown", lastCoveredDay: day("2026-06-30") });
  });
  test("isotretinoin taken elsewhere, of which nobody knows the last capsule", () => {
    const elsewhere = entry("prior-therapy-recorded", "2026-06-01", { agent: "isotretinoin" });
    expect(of("2026-11-22", elsewhere)).toEqual({ is: "unknown", lastCoveredDay: undefined });
  });
});

describe("the last day that the capsules could cover", () => {
  test.each<[string, Entry[], string | undefined]>([
    ["30 days from the day they were handed out", [supply("2026-07-01", 30)], "2026-07-30"],
    [
      "a supply handed out early begins when the one before it is used up",
      [supply("2026-06-01", 30), supply("2026-06-21", 30)],
      "2026-07-30",
    ],
    [
      "one handed out late begins that day",
      [supply("2026-05-01", 30), supply("2026-06-10", 30)],
      "2026-07-09",
    ],
    [
      "a missed dose moves the end by a day",
      [supply("2026-07-01", 30), entry("dose-missed", "2026-07-05", {}, "patient")],
      "2026-07-31",
    ],
    ["capsules without days last a day each", [supply("2026-07-01", undefined, 40)], "2026-08-09"],
    ["neither days nor capsules: nobody knows", [supply("2026-07-01", undefined)], undefined],
  ])("%s", (_what, entries, last) => {
    expect(of("2026-12-22", ...entries)).toEqual({
      is: "unknown",
      lastCoveredDay: last === undefined ? undefined : day(last),
    });
  });
});
