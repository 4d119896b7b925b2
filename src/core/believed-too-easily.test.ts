import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { at, day } from "./calendar.ts";
import type { Body, Entry, EntryOf, EntryType, Role } from "./entry.ts";
import { judgeSupply } from "./judge.ts";
import type { SupplyQuestion } from "./question.ts";
import { foldRecord } from "./record.ts";
import { patient, supply } from "./testing/patients.ts";

// Each of these once let a supply pass, or would have reached further than it should.
const knowledge = readKnowledge();
const on = day("2026-11-20");
const zone = "America/New_York";
let made = 0;

function entry<T extends EntryType>(type: T, when: string, body: Body<T>, actor: Role = "prescriber"): Entry {
  made += 1;
  const instant = when.includes("T") ? { at: at(when) } : {};
  const happened = { day: day(when.slice(0, 10)), ...instant };
  return { id: `y${made}`, type, happened, actor, source: "manual", body } as EntryOf<T> as Entry;
}

interface Options {
  readonly can?: boolean;
  readonly months?: number;
  readonly protocol?: string;
  readonly question?: Partial<SupplyQuestion>;
  readonly without?: EntryType;
}
function judge(
  further: readonly Entry[],
  { can = false, months = 1, protocol = "label-us", question = {}, without }: Options = {},
) {
  const base = patient({ canBecomePregnant: can, monthsBefore: months, on }).filter(
    ({ type }) => type !== without,
  );
  const record = foldRecord([...base, ...further], { at: at("2026-11-20T18:00:00-05:00"), zone });
  const judged = judgeSupply(
    { ...supply, ...question },
    { knowledge, setting: { protocol, confirmedEditions: [] }, record },
  );
  return {
    verdict: judged.verdict,
    of: (rule: string) => judged.findings.find((finding) => finding.rule === rule)?.reason,
  };
}
const override = (rule: string, reason: string, when = "2026-11-20") =>
  entry("finding-overridden", when, { rule, reason, because: "wanted" });

describe("an override", () => {
  test("is not needed where everything is in order", () => expect(judge([]).verdict).toBe("pass"));

  test.each([
    ["refills", "no-refills", "refills", { refills: 3 }],
    [
      "a supply too long for the protocol",
      "supply-is-short-enough",
      "too-long-for-protocol",
      { days: 90, capsules: 180 },
    ],
  ] as const)("does not reach %s", (_name, rule, reason, question) => {
    const judged = judge([override(rule, reason)], { question });
    expect(judged.of(rule)).toBe(reason);
    expect(judged.verdict).toBe("stop");
  });

  test("does not reach a result that came after it", () => {
    const high = entry(
      "lab-resulted",
      "2026-11-19",
      { analyte: "alt", value: 250, unit: "U/L", upperLimit: 40 },
      "lab",
    );
    const read = entry("results-reviewed", "2026-11-20", {});
    expect(judge([high, read, override("results-are-acceptable", "too-high", "2026-11-10")]).verdict).toBe(
      "stop",
    );
    expect(judge([high, read, override("results-are-acceptable", "too-high")]).verdict).toBe("pass");
  });

  test("of one order does not reach another", () => {
    const high = entry(
      "lab-resulted",
      "2026-11-19",
      { analyte: "alt", value: 250, unit: "U/L", upperLimit: 40 },
      "lab",
    );
    const body = { rule: "results-are-acceptable", reason: "too-high", because: "repeated", order: "a" };
    const aside = [
      high,
      entry("results-reviewed", "2026-11-20", {}),
      entry("finding-overridden", "2026-11-20", body),
    ];
    expect(judge(aside, { question: { order: "a" } }).verdict).toBe("pass");
    expect(judge(aside, { question: { order: "b" } }).verdict).toBe("stop");
  });

  test("does not reach a stop symptom or a lapse of contraception", () => {
    const symptom = entry("symptom-reported", "2026-11-19", { symptoms: ["abdominal-pain"] }, "patient");
    expect(judge([symptom, override("no-stop-symptom-is-open", "open")]).verdict).toBe("stop");
    const lapse = entry("contraception-lapsed", "2026-11-19", {}, "patient");
    const aside = override("no-contraception-lapse-is-open", "lapsed");
    expect(judge([lapse, aside], { can: true }).verdict).toBe("stop");
  });
});

describe("the clock of one day", () => {
  test("a review in the morning has not read the afternoon's sample", () => {
    const morning = entry("results-reviewed", "2026-11-20T09:00:00-05:00", {});
    const sample = (analyte: string) =>
      entry(
        "lab-resulted",
        "2026-11-20T15:00:00-05:00",
        { analyte, value: 20, unit: "U/L", upperLimit: 40 },
        "lab",
      );
    expect(judge([morning, sample("alt"), sample("ast")]).of("results-are-current")).toBe("not-reviewed");
  });

  test("a medicine begun anew on the day it had ended is taken", () => {
    const begun = entry("medicine-started", "2026-11-10", { medicine: "doxycycline" }, "patient");
    const ended = (when: string) => entry("medicine-ended", when, { medicine: "doxycycline" });
    const anew = (when: string) => entry("medicine-started", when, { medicine: "doxycycline" }, "patient");
    const conflict = (further: Entry[]) => judge([begun, ...further]).of("medicines-do-not-conflict");
    const byClock = [ended("2026-11-19T09:00:00-05:00"), anew("2026-11-19T15:00:00-05:00")];
    expect(conflict(byClock)).toBe("not-together");
    const written = (one: Entry, text: string): Entry => ({ ...one, recordedAt: at(text) });
    const morning = written(ended("2026-11-19"), "2026-11-19T09:00:00-05:00");
    const afternoon = written(anew("2026-11-19"), "2026-11-19T15:00:00-05:00");
    expect(conflict([morning, afternoon])).toBe("not-together");
    expect(conflict([ended("2026-11-19"), anew("2026-11-18")])).not.toBe("not-together");
  });

  test("a hold after a resumption of the same day holds", () => {
    const resumed = entry("course-resumed", "2026-11-19T09:00:00-05:00", {});
    const held = entry("course-held", "2026-11-19T15:00:00-05:00", {});
    expect(judge([resumed, held]).of("course-is-not-on-hold")).toBe("on-hold");
  });

  test("of two results of one day without a clock the worse counts", () => {
    const result = (value: number) =>
      entry(
        "lab-resulted",
        "2026-11-20",
        { analyte: "triglycerides", value, unit: "mg/dL", upperLimit: 150 },
        "lab",
      );
    const read = entry("results-reviewed", "2026-11-20", {});
    expect(judge([result(900), result(90), read]).of("results-are-acceptable")).toBe("far-too-high");
    expect(judge([result(90), result(900), read]).of("results-are-acceptable")).toBe("far-too-high");
  });

  test("a method begun and ended on one day is ended", () => {
    const begun = entry("contraception-started", "2026-11-18", { method: "implant" }, "patient");
    const ended = entry("contraception-ended", "2026-11-18", { method: "implant" }, "patient");
    const others = ["iud", "male-condom"].map((method) =>
      entry("contraception-ended", "2026-11-18", { method }, "patient"),
    );
    expect(judge([begun, ended, ...others], { can: true }).of("contraception-is-acceptable")).toBe(
      "no-method-recorded",
    );
  });

  test("two attestations of one day give the stricter one", () => {
    const cannot = { canBecomePregnant: false, basis: "hysterectomy", documented: [] } as const;
    const both = [
      entry("category-attested", "2026-11-19", { canBecomePregnant: true, documented: [] }),
      entry("category-attested", "2026-11-19", { ...cannot, documented: [] }),
    ];
    expect(judge(both, { can: true }).of("category-is-attested")).toBe("can");
    expect(judge(both.toReversed(), { can: true }).of("category-is-attested")).toBe("can");
  });
});

describe("what is not enough", () => {
  test("a judgement, for more than the ordinary dose", () => {
    const judged = entry("judgement-recorded", "2026-11-20", {
      rule: "dose-is-within-limits",
      conclusion: "may-continue",
    });
    expect(judge([judged], { question: { dailyMg: 80, capsules: 120 } }).of("dose-is-within-limits")).toBe(
      "above-ordinary",
    );
  });

  test("a recorded allergy, for having asked", () => {
    const allergy = entry("allergy-recorded", "2026-11-01", { allergen: "tetracyclines" }, "nurse");
    expect(judge([allergy], { without: "allergies-asked" }).of("product-is-free-of-allergens")).toBe(
      "not-asked",
    );
  });

  test("the clinic's kit, for a test done at home", () => {
    const kit = entry("policy-signed", "2026-01-10", {
      policy: "pregnancy-test-kit",
      signedBy: "A",
      detectsMiuPerMl: 25,
      rows: [],
    });
    const permitted = entry("home-testing-permitted", "2026-11-01", { permitted: true });
    const home = [
      entry("pregnancy-test-collected", "2026-11-20", { test: "home", setting: "home" }, "patient"),
      entry("pregnancy-test-resulted", "2026-11-20", { test: "home", result: "negative" }, "patient"),
    ];
    expect(judge([kit, permitted, ...home], { can: true }).of("pregnancy-test-is-in-window")).toBe(
      "sensitivity-unknown",
    );
  });

  test("an indication's name, for a condition that speaks against treatment", () => {
    const condition = entry("condition-recorded", "2026-11-01", {
      condition: "pseudotumor-cerebri",
      status: "active",
    });
    expect(judge([condition]).of("conditions-allow-treatment")).toBe("unknown-to-us");
  });

  test("a flare alone is not fulminans; with a measured leucocytosis it is", () => {
    const flare = entry("symptom-reported", "2026-11-19", { symptoms: ["severe-flare"] }, "patient");
    const white = entry(
      "lab-resulted",
      "2026-11-19",
      { analyte: "wbc", value: 16.4, unit: "10*3/uL", upperLimit: 8.6 },
      "lab",
    );
    expect(judge([flare]).of("no-sign-of-acne-fulminans")).toBe("none");
    expect(judge([flare, white]).of("no-sign-of-acne-fulminans")).toBe("signs");
  });

  test("facts of two months ago, though newer than the last supply", () => {
    const early = patient({ canBecomePregnant: false, monthsBefore: 1, on: day("2026-10-21") });
    const late = foldRecord(early, { at: at("2026-11-25T12:00:00-05:00"), zone });
    const judged = judgeSupply(supply, {
      knowledge,
      setting: { protocol: "label-us", confirmedEditions: [] },
      record: late,
    });
    expect(judged.findings.find(({ rule }) => rule === "mood-has-been-asked")?.reason).toBe("not-asked");
  });

  test("isotretinoin given elsewhere, for a first course", () => {
    const taken = entry("dose-taken", "2026-11-10", { mg: 40 }, "nurse");
    expect(judge([taken], { months: 0 }).of("rest-since-last-course-is-over")).toBe("last-capsule-unknown");
  });
});
