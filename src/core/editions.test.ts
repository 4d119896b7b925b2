import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { type At, at, day, dayText, plus } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { verdicts } from "./finding.ts";
import { type Judgement, judgeSupply } from "./judge.ts";
import type { Knowledge } from "./knowledge/schema.ts";
import type { SupplyQuestion } from "./question.ts";
import { foldRecord } from "./record.ts";
import type { Setting } from "./setting.ts";
import { patient, supply } from "./testing/patients.ts";
import { runs, scenes } from "./testing/scenes.ts";

const knowledge = readKnowledge();
const change = day("2026-11-15");
const eve = at("2026-11-14T12:00:00-05:00");
const after = at("2026-11-15T12:00:00-05:00");
const zone = "America/New_York";
const confirmed = [{ protocol: "us-ipledge", edition: change, from: change }];
/** Rules whose numbers the edition of 15 November 2026 changed; the last two speak about it. */
const changed = [
  "two-tests-come-before-treatment",
  "pregnancy-test-is-in-window",
  "first-window-was-not-missed",
  "counselling-is-done",
  "programme-authorises-dispensing",
  "edition-is-confirmed",
];

const us = (confirmedEditions: Setting["confirmedEditions"]): Setting => ({
  protocol: "us-ipledge",
  confirmedEditions,
});
const judge = (entries: readonly Entry[], when: At, setting: Setting, question = supply, of = knowledge) =>
  judgeSupply(question, { knowledge: of, setting, record: foldRecord(entries, { at: when, zone }) });
const find = ({ findings }: Judgement, rule: string) => findings.find((finding) => finding.rule === rule)!;

/** The knowledge as if one edition of iPLEDGE had never been written. */
function without(edition: string): Knowledge {
  const protocol = knowledge.protocols["us-ipledge"]!;
  const editions = protocol.editions.filter(({ since }) => since !== edition);
  return { ...knowledge, protocols: { ...knowledge.protocols, "us-ipledge": { ...protocol, editions } } };
}

describe("the same history on 14 and 15 November 2026", () => {
  const onlyOld = without("2026-11-15");

  test("differs in what the editions changed and in nothing else", () => {
    let changes = 0;
    fc.assert(
      fc.property(scenes, fc.boolean(), ({ entries, question }, isConfirmed) => {
        const setting = us(isConfirmed ? confirmed : []);
        // The day itself passes too: what it changes is told apart by deciding as if only the old edition existed.
        const byDateAlone = judge(entries, after, us([]), question, onlyOld);
        const really = judge(entries, after, setting, question);
        for (const finding of really.findings) {
          if (finding.verdict === find(byDateAlone, finding.rule).verdict) continue;
          changes += 1;
          expect(changed).toContain(finding.rule);
        }
      }),
      runs(150),
    );
    expect(changes).toBeGreaterThan(50);
  });

  test("is judged under the old edition alone on the 14th, confirmed or not", () => {
    fc.assert(
      fc.property(scenes, ({ entries, question }) => {
        const old = judge(entries, eve, us([]), question, onlyOld);
        for (const setting of [us([]), us(confirmed)]) {
          const today = judge(entries, eve, setting, question);
          expect(today.findings).toEqual(old.findings);
          expect(dayText(today.edition.sinceDay)).toBe("2021-12-13");
        }
      }),
      runs(40),
    );
  });

  test("gives on the 15th, unconfirmed, the worse of both editions rule by rule", () => {
    fc.assert(
      fc.property(scenes, ({ entries, question }) => {
        const old = judge(entries, after, us([]), question, onlyOld);
        const next = judge(entries, after, us(confirmed), question);
        const both = judge(entries, after, us([]), question);
        for (const finding of both.findings) {
          if (finding.rule === "edition-is-confirmed") continue;
          const worst = Math.max(
            ...[old, next].map((one) => verdicts.indexOf(find(one, finding.rule).verdict)),
          );
          expect(finding.verdict, finding.rule).toBe(verdicts[worst]);
        }
        expect(find(both, "edition-is-confirmed").verdict).toBe("advise");
        expect(find(next, "edition-is-confirmed").verdict).toBe("pass");
      }),
      runs(60),
    );
  });

  test("a confirmation counts from its day and never backwards", () => {
    const entries = patient({ canBecomePregnant: false, monthsBefore: 1, on: day("2026-11-18") });
    const later = [{ protocol: "us-ipledge", edition: change, from: day("2026-11-18") }];
    const beside = (text: string) => judge(entries, at(text), us(later)).edition.besideDay;
    expect(beside("2026-11-17T23:59:00-05:00")).toBe(day("2021-12-13"));
    expect(beside("2026-11-18T00:00:00-05:00")).toBeUndefined();
  });
});

describe("what the edition of 15 November 2026 changed", () => {
  const entry = <T extends EntryType>(id: string, type: T, on: string, body: Body<T>, actor: Role = "lab") =>
    ({ id, type, happened: { day: day(on) }, actor, source: "manual", body }) as EntryOf<T> as Entry;
  const decide = (
    entries: readonly Entry[],
    when: At,
    setting: Setting,
    question: SupplyQuestion = supply,
  ) => {
    const judged = judge(entries, when, setting, question);
    return { verdict: judged.verdict, of: (rule: string) => find(judged, rule).reason };
  };

  test("a missed first window locks out for 19 days before, and never after", () => {
    const ready = patient({ canBecomePregnant: true, monthsBefore: 0, on: day("2026-11-06") });
    // The second test of 5 November opened a window that closed on the 11th; a new test was taken on the 13th.
    const again = [
      entry("t3", "pregnancy-test-collected", "2026-11-13", {
        test: "again",
        setting: "certified-laboratory",
        detectsMiuPerMl: 25,
      }),
      entry("t4", "pregnancy-test-resulted", "2026-11-13", { test: "again", result: "negative" }),
      entry("m2", "menses-recorded", "2026-11-12", { status: "started" }, "patient"),
    ];
    const entries = [...ready, ...again];
    const before = decide(entries, eve, us([]));
    expect(before.of("first-window-was-not-missed")).toBe("locked-out");
    expect(before.verdict).toBe("wait");
    expect(decide(entries, after, us([])).verdict).toBe("wait");
    const now = decide(entries, after, us(confirmed));
    expect(now.of("first-window-was-not-missed")).toBe("no-such-wait");
    expect(now.verdict).toBe("pass");
  });

  test("a test in a medical setting counts where only a certified laboratory did", () => {
    const base = patient({ canBecomePregnant: true, monthsBefore: 1, on: day("2026-11-14") });
    const entries = base.map((one) =>
      one.type === "pregnancy-test-collected"
        ? { ...one, body: { ...one.body, setting: "medical-setting" as const } }
        : one,
    );
    expect(decide(entries, eve, us([])).of("pregnancy-test-is-in-window")).toBe("setting-not-accepted");
    expect(decide(entries, after, us([])).of("pregnancy-test-is-in-window")).toBe("setting-not-accepted");
    expect(decide(entries, after, us(confirmed)).of("pregnancy-test-is-in-window")).toBe("in-window");
  });

  test("a home test during treatment counts with the prescriber's permission", () => {
    const base = patient({ canBecomePregnant: true, monthsBefore: 1, on: day("2026-11-14") });
    const entries = base.map((one) =>
      one.type === "pregnancy-test-collected" && one.body.test === "month-1"
        ? { ...one, body: { ...one.body, setting: "home" as const } }
        : one,
    );
    const permitted = [
      ...entries,
      entry("p", "home-testing-permitted", "2026-11-01", { permitted: true }, "prescriber"),
    ];
    expect(decide(permitted, eve, us([])).of("pregnancy-test-is-in-window")).toBe("setting-not-accepted");
    expect(decide(entries, after, us(confirmed)).of("pregnancy-test-is-in-window")).toBe(
      "home-test-not-permitted",
    );
    expect(decide(permitted, after, us(confirmed)).verdict).toBe("pass");
  });

  test("those who cannot become pregnant are counselled once, not every month", () => {
    const base = patient({ canBecomePregnant: false, monthsBefore: 2, on: day("2026-11-14") });
    const last = base.findLast(({ type }) => type === "counselled")!;
    const entries = base.filter((one) => one !== last);
    expect(decide(entries, eve, us([])).of("counselling-is-done")).toBe("missing");
    expect(decide(entries, after, us([])).of("counselling-is-done")).toBe("missing");
    expect(decide(entries, after, us(confirmed)).of("counselling-is-done")).toBe("counselled");
  });

  test("and their prescription no longer lapses after 30 days", () => {
    const base = patient({ canBecomePregnant: false, monthsBefore: 1, on: day("2026-11-14") });
    const fillBy = (when: At, setting: Setting) =>
      find(judge(base, when, setting), "programme-authorises-dispensing").facts["fillByDay"];
    expect(fillBy(eve, us([]))).toBe(plus(day("2026-11-14"), 29));
    expect(fillBy(after, us(confirmed))).toBeUndefined();
  });

  test("the 19 days between the two tests before treatment stay", () => {
    const base = patient({ canBecomePregnant: true, monthsBefore: 0, on: day("2026-11-16") });
    const entries = base.map((one) =>
      "test" in one.body && one.body.test === "screening"
        ? { ...one, happened: { day: day("2026-10-29") } }
        : one,
    );
    const when = at("2026-11-16T12:00:00-05:00");
    expect(decide(entries, when, us(confirmed)).of("two-tests-come-before-treatment")).toBe(
      "too-soon-for-confirming-test",
    );
  });
});
