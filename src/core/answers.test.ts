import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { at, day } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { answers } from "./happened.ts";
import { judgeSupply } from "./judge.ts";
import { foldRecord } from "./record.ts";
import { patient, supply } from "./testing/patients.ts";

const knowledge = readKnowledge();
const zone = "Asia/Tokyo";
const on = day("2026-11-20");
const clock = (time: string) => at(`2026-11-20T${time}:00+09:00`);
let made = 0;

interface Times {
  /** The clock time at which it happened, where one was given. */
  readonly clock?: string;
  /** The clock time at which it was written down. */
  readonly recorded?: string;
}
function entry<T extends EntryType>(type: T, body: Body<T>, times: Times, actor: Role): Entry {
  return {
    id: `w${String(++made).padStart(3, "0")}`,
    type,
    happened: { day: on, ...(times.clock === undefined ? {} : { at: clock(times.clock) }) },
    ...(times.recorded === undefined ? {} : { recordedAt: clock(times.recorded) }),
    actor,
    source: "manual",
    body,
  } as EntryOf<T> as Entry;
}
const reasonOf = (rule: string, further: readonly Entry[], monthsBefore = 1) => {
  const base = patient({ canBecomePregnant: true, monthsBefore, on });
  const record = foldRecord([...base, ...further], { at: clock("18:00"), zone });
  const setting = { protocol: "label-us", confirmedEditions: [] };
  const { findings } = judgeSupply(supply, { knowledge, setting, record });
  const found = findings.find((finding) => finding.rule === rule);
  return `${found?.verdict}: ${found?.reason}`;
};

type Make = (times: Times) => Entry;
const judgement =
  (rule: string): Make =>
  (times) =>
    entry("judgement-recorded", { rule, conclusion: "may-continue" }, times, "prescriber");
const kinds: readonly (readonly [rule: string, alarm: Make, answer: Make])[] = [
  [
    "mood-allows-treatment",
    (times) => entry("mood-screened", { selfHarmThoughts: true }, times, "nurse"),
    (times) => entry("mood-assessed", { conclusion: "may-continue" }, times, "prescriber"),
  ],
  [
    "no-stop-symptom-is-open",
    (times) => entry("symptom-reported", { symptoms: ["headache"] }, times, "nurse"),
    (times) =>
      entry("symptom-assessed", { symptom: "headache", conclusion: "may-continue" }, times, "prescriber"),
  ],
  [
    "patient-is-not-pregnant",
    (times) => entry("pregnancy-reported", {}, times, "nurse"),
    judgement("patient-is-not-pregnant"),
  ],
  [
    "patient-is-not-pregnant",
    (times) => entry("pregnancy-reported", {}, times, "nurse"),
    (times) => entry("pregnancy-ended", {}, times, "prescriber"),
  ],
  [
    "no-contraception-lapse-is-open",
    (times) => entry("contraception-lapsed", {}, times, "patient"),
    judgement("no-contraception-lapse-is-open"),
  ],
  [
    "no-contraception-lapse-is-open",
    (times) => entry("contraception-stated", { usedWithoutGap: false }, times, "patient"),
    judgement("no-contraception-lapse-is-open"),
  ],
  [
    "no-late-period-is-open",
    (times) => entry("menses-recorded", { status: "late" }, times, "patient"),
    judgement("no-late-period-is-open"),
  ],
  [
    "no-late-period-is-open",
    (times) => entry("menses-recorded", { status: "late" }, times, "patient"),
    (times) => entry("menses-recorded", { status: "started" }, times, "patient"),
  ],
  [
    "course-is-not-on-hold",
    (times) => entry("course-held", {}, times, "nurse"),
    (times) => entry("course-resumed", {}, times, "prescriber"),
  ],
  [
    "conditions-allow-treatment",
    (times) => entry("condition-recorded", { condition: "depression", status: "active" }, times, "nurse"),
    judgement("conditions-allow-treatment"),
  ],
];

describe.each(kinds.map(([rule, alarm, answer]) => [rule, { alarm, answer }] as const))(
  "an alarm in %s",
  (rule, { alarm, answer }) => {
    const passes = (...further: readonly Entry[]) => reasonOf(rule, further).startsWith("pass");

    test("is not answered by what was written down before it that day, whichever has a clock time", () => {
      expect(passes(alarm({ recorded: "15:00" }))).toBe(false);
      expect(passes(answer({ clock: "10:00", recorded: "10:00" }), alarm({ recorded: "15:00" }))).toBe(false);
      expect(passes(answer({ recorded: "10:00" }), alarm({ recorded: "15:00" }))).toBe(false);
      expect(passes(answer({ recorded: "10:00" }), alarm({ clock: "15:00", recorded: "15:00" }))).toBe(false);
    });

    test("is answered by what was written down after it", () => {
      expect(passes(alarm({ recorded: "15:00" }), answer({ clock: "16:00", recorded: "16:00" }))).toBe(true);
      expect(passes(alarm({ recorded: "15:00" }), answer({ recorded: "16:00" }))).toBe(true);
    });

    test("is not hidden by one of that day that was answered", () => {
      const first = alarm({ clock: "09:00", recorded: "09:00" });
      const settled = answer({ clock: "10:00", recorded: "10:00" });
      expect(passes(first, settled)).toBe(true);
      expect(passes(first, settled, alarm({ recorded: "15:00" }))).toBe(false);
    });

    test("is answered on its day where nobody knows what was written down when", () => {
      expect(passes(alarm({}), answer({}))).toBe(true);
    });
  },
);

describe("a positive result of a day", () => {
  test("is not answered by a conclusion written down before it", () => {
    const sample = (times: Times) =>
      entry("pregnancy-test-collected", { test: "p", setting: "medical-setting" }, times, "nurse");
    const positive = (times: Times) =>
      entry("pregnancy-test-resulted", { test: "p", result: "positive" }, times, "lab");
    const concluded = judgement("patient-is-not-pregnant");
    const rule = "patient-is-not-pregnant";
    const tested = [sample({ recorded: "09:00" }), positive({ recorded: "15:00" })];
    expect(reasonOf(rule, [...tested, concluded({ clock: "10:00", recorded: "10:00" })])).toBe(
      "stop: test-positive",
    );
    expect(reasonOf(rule, [...tested, concluded({ clock: "16:00", recorded: "16:00" })])).toBe(
      "pass: no-longer-pregnant",
    );
  });
});

describe("an override", () => {
  test("does not reach what was written down after it that day", () => {
    const high = (times: Times) =>
      entry("lab-resulted", { analyte: "alt", value: 200, unit: "U/L", upperLimit: 30 }, times, "lab");
    const aside = (times: Times) =>
      entry(
        "finding-overridden",
        { rule: "results-are-acceptable", reason: "too-high", because: "known" },
        times,
        "prescriber",
      );
    const overridden = (entries: readonly Entry[]) => {
      const record = foldRecord([...patient({ canBecomePregnant: false, monthsBefore: 1, on }), ...entries], {
        at: clock("18:00"),
        zone,
      });
      const setting = { protocol: "label-us", confirmedEditions: [] };
      const { findings } = judgeSupply(supply, { knowledge, setting, record });
      return findings.find(({ rule }) => rule === "results-are-acceptable")?.overridden !== undefined;
    };
    expect(overridden([high({ recorded: "10:00" }), aside({ clock: "11:00", recorded: "11:00" })])).toBe(
      true,
    );
    expect(overridden([aside({ clock: "09:00", recorded: "09:00" }), high({ recorded: "10:00" })])).toBe(
      false,
    );
  });
});

describe("an answer", () => {
  const written = (what: Times) => {
    const { happened, recordedAt } = entry("course-held", {}, what, "nurse");
    return { happened, recordedAt };
  };
  test("is told by the clock where both have one, whenever they were written down", () => {
    const alarm = written({ clock: "15:00", recorded: "17:00" });
    expect(answers(written({ clock: "15:00", recorded: "15:00" }), alarm)).toBe(true);
    expect(answers(written({ clock: "14:59", recorded: "18:00" }), alarm)).toBe(false);
  });
});
