import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type At, at, day } from "./calendar.ts";
import { decideDispensing } from "./decide-dispensing.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { judgeSupply } from "./judge.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";
import { patient, supply } from "./testing/patients.ts";

// A clock that was fast or has been set back opens nothing: what is written is written.
const knowledge = readKnowledge();
const zone = "America/New_York";
const setting = { protocol: "label-us", confirmedEditions: [] };
const now = "2026-10-20T12:00:00-04:00";
const ready = (can = false, months = 0) =>
  patient({ canBecomePregnant: can, monthsBefore: months, on: day("2026-10-20") });
const fold = (entries: readonly Entry[], knownAt?: At) => foldRecord(entries, { at: at(now), zone, knownAt });

/** An entry as a clock had it that stood ahead of `now`, and wrote it down then. */
function written<T extends EntryType>(
  type: T,
  when: string,
  body: Body<T>,
  actor: Role = "prescriber",
  recorded = when,
): Entry {
  return { ...(entry(type, when, body, actor) as EntryOf<T>), recordedAt: at(recorded) } as Entry;
}
const soon = "2026-10-20T12:00:02-04:00";
const tomorrow = "2026-10-21T12:00:00-04:00";

describe("a number", () => {
  const amount = {
    product: "claravis",
    capsuleMg: 20,
    capsules: 60,
    dailyMg: 40,
    dosesPerDay: 2,
    days: 30,
    edition: day("2021-12-13"),
  };
  const given = (number: string, when = "2026-10-20T11:00:00-04:00") =>
    written("supply-authorised", when, { number, ...amount });
  const redeem = (number: string, further: readonly Entry[]) => {
    const pack = {
      product: "claravis",
      capsuleMg: 20,
      capsules: 60,
      lot: "L1",
      expiresOn: day("2028-01-31"),
    };
    const record = fold([...ready(), given("N-1"), ...further]);
    return decideDispensing({ number, ...pack }, { knowledge, setting, record });
  };
  const reason = (decision: ReturnType<typeof redeem>, rule = "authorisation-is-open") =>
    decision.findings.find((finding) => finding.rule === rule)?.reason;
  const out = (when: string, number = "N-1") =>
    written("supply-dispensed", when, { number, capsules: 60, days: 30 }, "pharmacist");

  test("is redeemed while nothing was written", () => expect(redeem("N-1", []).verdict).toBe("pass"));

  test.each([soon, tomorrow])("handed out at %s is used already", (when) => {
    expect(reason(redeem("N-1", [out(when)]))).toBe("dispensed");
    expect(redeem("N-1", [out(when)]).verdict).toBe("stop");
  });

  test.each([soon, tomorrow, "2026-12-31T12:00:00-05:00"])("voided at %s is void already", (when) => {
    const voided = written("supply-voided", when, { number: "N-1", because: "withdrawn", rules: [] });
    expect(reason(redeem("N-1", [voided]))).toBe("voided");
  });

  test("taken back later stays used, and its capsules stay out until then", () => {
    const back = written("supply-reversed", tomorrow, { number: "N-1" }, "pharmacist");
    expect(redeem("N-1", [out("2026-10-20T11:30:00-04:00"), back]).verdict).toBe("stop");
    expect(reason(redeem("N-1", [back]))).toBe("reversed");
  });

  test("is used whoever dated it ahead without saying when it was written down", () => {
    const later = entry("supply-dispensed", "2026-11-30", { number: "N-1" }, "pharmacist");
    expect(redeem("N-1", [later]).verdict).toBe("stop");
  });

  test.each([soon, tomorrow])(
    "that is another one's is not redeemed on top of capsules out at %s",
    (when) => {
      const decision = redeem("N-1", [given("N-2"), out(when, "N-2")]);
      expect(reason(decision)).toBe("open");
      expect(reason(decision, "capsules-in-hand-are-used-up")).toBe("still-in-hand");
      expect(decision.verdict).not.toBe("pass");
    },
  );

  test("given ahead is not redeemed yet, and stands in the way of another one", () => {
    const ahead = given("N-2", soon);
    expect(reason(redeem("N-2", [ahead]))).toBe("unknown-number");
    expect(reason(redeem("N-1", [ahead]), "no-other-order-is-open")).toBe("authorisation-open");
  });
});

type Alarm = readonly [rule: string, make: (when: string) => Entry];
const alarms: readonly Alarm[] = [
  ["patient-is-not-pregnant", (when) => written("pregnancy-reported", when, {}, "nurse")],
  [
    "patient-is-not-pregnant",
    (when) => written("pregnancy-test-resulted", when, { test: "month-1", result: "positive" }, "lab"),
  ],
  ["mood-allows-treatment", (when) => written("mood-screened", when, { selfHarmThoughts: true }, "patient")],
  [
    "no-stop-symptom-is-open",
    (when) => written("symptom-reported", when, { symptoms: ["headache"] }, "nurse"),
  ],
  ["no-contraception-lapse-is-open", (when) => written("contraception-lapsed", when, {}, "patient")],
  ["no-late-period-is-open", (when) => written("menses-recorded", when, { status: "late" }, "patient")],
  ["course-is-not-on-hold", (when) => written("course-held", when, {}, "nurse")],
  [
    "conditions-allow-treatment",
    (when) =>
      written("condition-recorded", when, { condition: "hepatic-insufficiency", status: "active" }, "nurse"),
  ],
  ["contraception-is-acceptable", (when) => written("contraception-ended", when, { method: "iud" }, "nurse")],
];
const says = (rule: string, further: readonly Entry[], knownAt?: At) => {
  const record = fold([...ready(true, 1), ...further], knownAt);
  const { findings } = judgeSupply(supply, { knowledge, setting, record });
  return findings.find((finding) => finding.rule === rule)?.verdict;
};

describe.each(alarms.map(([rule, make]) => [rule, make] as const))("an alarm in %s", (rule, make) => {
  test("counts though it is dated ahead", () => {
    expect(says(rule, [])).toBe("pass");
    expect(says(rule, [make(soon)])).not.toBe("pass");
    expect(says(rule, [{ ...make(tomorrow), recordedAt: at(now) }])).not.toBe("pass");
  });

  test("does not count before it was known", () => {
    expect(says(rule, [make(soon)], at(now))).toBe("pass");
    expect(says(rule, [make("2026-11-20T12:00:00-05:00")])).toBe("pass");
  });
});

test("a positive result stops whatever became of its sample", () => {
  const stray = written("pregnancy-test-resulted", now, { test: "nobody-knows", result: "positive" }, "lab");
  expect(says("patient-is-not-pregnant", [stray])).toBe("stop");
});

describe("what permits", () => {
  test("does not count before its time: a test, an assessment, an answer, a withdrawal", () => {
    const alarm = entry("mood-screened", "2026-10-19", { selfHarmThoughts: true }, "patient", "alarm");
    const calm = written("mood-assessed", soon, { conclusion: "may-continue" });
    expect(says("mood-allows-treatment", [alarm, calm])).toBe("stop");
    const gone = written("corrected", soon, { ref: "alarm", reason: "a mistake", withdrawn: true });
    expect(says("mood-allows-treatment", [alarm, gone])).toBe("stop");
    const collected = written(
      "pregnancy-test-collected",
      tomorrow,
      { test: "t", setting: "medical-setting" },
      "lab",
    );
    expect(fold([collected]).tests).toEqual([]);
  });

  test("is taken back by a correction dated ahead, and an alarm it raises counts", () => {
    const cannot: Body<"category-attested"> = {
      canBecomePregnant: false,
      basis: "hysterectomy",
      documented: [],
    };
    const told = entry("category-attested", "2026-10-01", cannot, "prescriber", "told");
    const gone = written("corrected", soon, { ref: "told", reason: "another patient", withdrawn: true });
    expect(fold([told, gone]).of("category-attested")).toEqual([]);
    const read = written("corrected", soon, {
      ref: "read",
      reason: "misread",
      withdrawn: false,
      replacement: { result: "positive" },
    });
    const sample = entry("pregnancy-test-collected", "2026-10-19", { test: "t" }, "lab");
    const negative = entry(
      "pregnancy-test-resulted",
      "2026-10-19",
      { test: "t", result: "negative" },
      "lab",
      "read",
    );
    expect(fold([sample, negative, read]).tests[0]?.result).toBe("positive");
  });

  test("is not the report of harmless symptoms that is dated ahead: they are asked about anew", () => {
    const asked = { ...written("symptom-reported", tomorrow, { symptoms: ["muscle-pain"] }, "nurse") };
    const without = ready(true, 1).filter(
      ({ type, happened }) => type !== "symptom-reported" || happened.day < day("2026-10-01"),
    );
    const record = fold([...without, { ...asked, recordedAt: at(now) }]);
    const { findings } = judgeSupply(supply, { knowledge, setting, record });
    expect(findings.find(({ rule }) => rule === "no-stop-symptom-is-open")?.reason).toBe("not-asked");
  });
});
