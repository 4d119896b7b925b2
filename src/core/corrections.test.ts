import { describe, expect, test } from "vitest";
import { speaksAgainst } from "./authority.ts";
import { at } from "./calendar.ts";
import { categoryOf } from "./category.ts";
import type { Body, Entry, Role } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";

const fold = (entries: readonly Entry[]) =>
  foldRecord(entries, { at: at("2026-11-20T12:00:00+09:00"), zone: "Asia/Tokyo" });
let made = 0;
const correct = (ref: string, what: Partial<Body<"corrected">>, actor: Role, when = "2026-11-19") =>
  entry("corrected", when, { ref, reason: "a mistake", withdrawn: false, ...what }, actor, `c${++made}`);

const mood: Body<"mood-screened"> = { selfHarmThoughts: true, newMoodSymptom: false };
const alarms: readonly Entry[] = [
  entry("mood-screened", "2026-11-18", mood, "patient", "a"),
  entry("mood-screened", "2026-11-18", { phq9Item9: 1 }, "patient", "a"),
  entry("mood-screened", "2026-11-18", { newMoodSymptom: true }, "nurse", "a"),
  entry("symptom-reported", "2026-11-18", { symptoms: ["headache"] }, "patient", "a"),
  entry("pregnancy-test-resulted", "2026-11-18", { test: "t", result: "positive" }, "lab", "a"),
  entry("pregnancy-reported", "2026-11-18", {}, "nurse", "a"),
  entry("contraception-lapsed", "2026-11-18", {}, "patient", "a"),
  entry("contraception-stated", "2026-11-18", { usedWithoutGap: false }, "patient", "a"),
  entry("menses-recorded", "2026-11-18", { status: "late" }, "patient", "a"),
  entry("course-held", "2026-11-18", {}, "nurse", "a"),
  entry("category-attested", "2026-11-18", { canBecomePregnant: true, documented: [] }, "front-desk", "a"),
];

describe("what speaks against treatment", () => {
  test.each(alarms.map((alarm) => [alarm.type, alarm] as const))(
    "%s is withdrawn or changed by a prescriber alone, not by who wrote it",
    (type, alarm) => {
      expect(speaksAgainst(alarm)).toBe(true);
      const stands = (correction: Entry) => fold([alarm, correction]).of(type).length;
      const body = (correction: Entry) => fold([alarm, correction]).last(type)?.body;
      const { actor } = alarm;
      expect(stands(correct("a", { withdrawn: true }, actor))).toBe(1);
      expect(stands(correct("a", { withdrawn: true }, "prescriber"))).toBe(0);
      const softer = { selfHarmThoughts: false, symptoms: [], result: "negative", usedWithoutGap: true };
      expect(body(correct("a", { replacement: softer }, actor))).toEqual(alarm.body);
    },
  );

  test("does so too where a correction made it one", () => {
    const calm = entry("mood-screened", "2026-11-17", { selfHarmThoughts: false }, "nurse", "m");
    const worse = correct("m", { replacement: { selfHarmThoughts: true } }, "nurse", "2026-11-18");
    const thoughts = (...further: readonly Entry[]) =>
      fold([calm, worse, ...further]).last("mood-screened")?.body.selfHarmThoughts;
    expect(thoughts()).toBe(true);
    expect(thoughts(correct("m", { replacement: { selfHarmThoughts: false } }, "nurse"))).toBe(true);
    expect(thoughts(correct("m", { withdrawn: true }, "nurse"))).toBe(true);
    expect(thoughts(correct(worse.id, { withdrawn: true }, "nurse"))).toBe(true);
    expect(thoughts(correct(worse.id, { withdrawn: true }, "prescriber"))).toBe(false);
  });

  test("is mended in what does not by whoever wrote it", () => {
    const weight = entry("weight-measured", "2026-11-18", { kg: 155 }, "nurse", "w");
    expect(speaksAgainst(weight)).toBe(false);
    expect(
      fold([weight, correct("w", { replacement: { kg: 55 } }, "nurse")]).last("weight-measured")?.body.kg,
    ).toBe(55);
  });
});

describe("a mended entry", () => {
  const told = entry(
    "category-attested",
    "2026-11-18",
    { canBecomePregnant: true, documented: [] },
    "front-desk",
    "t",
  );
  const cannot = { canBecomePregnant: false, basis: "hysterectomy" } as const;
  const older = entry(
    "category-attested",
    "2026-11-01",
    { canBecomePregnant: true, documented: [] },
    "prescriber",
    "o",
  );

  test("counts on the word of the prescriber who mended it", () => {
    const record = fold([older, told, correct("t", { replacement: cannot }, "prescriber")]);
    expect(record.of("category-attested").map(({ actor }) => actor)).toEqual(["prescriber", "prescriber"]);
    expect(categoryOf(record, null)).toEqual({ is: "cannot", basis: "hysterectomy" });
  });

  test("stays as it was where neither may say what it says now: nothing falls away", () => {
    const stated = entry("counselled", "2026-11-18", { topics: ["x"] }, "nurse", "s");
    const abstinent = entry("abstinence-attested", "2026-11-18", { committed: true }, "patient", "b");
    const reasons = correct("b", { replacement: { compellingReasons: true } }, "patient");
    const record = fold([stated, abstinent, reasons]);
    expect(record.last("abstinence-attested")?.body).toEqual({ committed: true });
    const mended = correct("b", { replacement: { compellingReasons: true } }, "prescriber");
    expect(fold([abstinent, mended]).last("abstinence-attested")?.body.compellingReasons).toBe(true);
  });
});
