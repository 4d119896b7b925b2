import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { dispenseBefore } from "./authorisation-window.ts";
import { type At, at, atText, day, dayText, plus } from "./calendar.ts";
import { decideSupply } from "./decide.ts";
import { decideDispensing, type HandedOut } from "./decide-dispensing.ts";
import type { Body, Entry } from "./entry.ts";
import type { SupplyQuestion } from "./question.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";
import { patient, supply } from "./testing/patients.ts";

const knowledge = readKnowledge();
const on = day("2026-10-20");

interface Options {
  readonly can?: boolean;
  readonly months?: number;
  readonly protocol?: string;
  readonly zone?: string;
  readonly authorised?: string;
  readonly amount?: Partial<Body<"supply-authorised">>;
  readonly handed?: Partial<HandedOut>;
  readonly further?: readonly Entry[];
}
const amount = (more: Partial<Body<"supply-authorised">> = {}): Body<"supply-authorised"> => ({
  number: "N-1",
  product: "claravis",
  capsuleMg: 20,
  capsules: 60,
  dailyMg: 40,
  dosesPerDay: 2,
  days: 30,
  edition: day("2021-12-13"),
  ...more,
});
function decide(when: string, options: Options = {}) {
  const { can = false, months = 0, protocol = "label-us", zone = "America/New_York" } = options;
  const { authorised = "2026-10-20", handed = {}, further = [] } = options;
  const entries = [
    ...patient({ canBecomePregnant: can, monthsBefore: months, on }),
    entry("supply-authorised", authorised, amount(options.amount)),
    ...further,
  ];
  const record = foldRecord(entries, { at: at(when), zone });
  const pack = { product: "claravis", capsuleMg: 20, capsules: 60, lot: "L1", expiresOn: day("2028-01-31") };
  const context = { knowledge, setting: { protocol, confirmedEditions: [] }, record };
  const decision = decideDispensing({ number: "N-1", ...pack, ...handed }, context);
  const of = (rule: string) => decision.findings.find((finding) => finding.rule === rule);
  const steps = decision.plan.steps.map(({ who, action, on: from }) => `${dayText(from)} ${who} ${action}`);
  const { earliest } = decision.plan;
  return { decision, of, steps, earliest: earliest === undefined ? undefined : dayText(earliest) };
}
const noon = (text: string) => `${text}T12:00:00-04:00`;

describe("Handing out", () => {
  test("passes where nothing has changed since the authorisation", () => {
    const { decision } = decide(noon("2026-10-21"));
    expect(decision).toMatchObject({ verdict: "pass", rules: "4" });
    expect(decision.plan).toMatchObject({ steps: [], earliest: day("2026-10-21") });
  });

  test("of a number nobody gave still answers", () => {
    const { decision, of, steps, earliest } = decide(noon("2026-10-21"), { handed: { number: "N-9" } });
    expect(decision.verdict).toBe("stop");
    expect(of("authorisation-is-open")).toMatchObject({ reason: "unknown-number", floor: true });
    expect(steps).toEqual(["2026-10-21 pharmacist check-number"]);
    expect(earliest).toBeUndefined();
  });

  test("judges what it was prescribed for, and the order's own overrides", () => {
    const decisionOf = (question: SupplyQuestion): Body<"supply-authorised">["decision"] => ({
      at: "2026-10-20T00:00:00Z",
      zone: "UTC",
      protocol: "label-us",
      question: { ...question },
      read: {},
      knowledge: "",
      rules: "4",
      verdict: "pass",
      findings: [],
    });
    const indicated = { ...supply, indication: { id: "psoriasis", text: "Psoriasis" } };
    const { of } = decide(noon("2026-10-21"), { amount: { decision: decisionOf(indicated) } });
    expect(of("indication-supports-isotretinoin")?.reason).toBe("off-label");

    const high = entry(
      "lab-resulted",
      "2026-10-19",
      { analyte: "alt", value: 250, unit: "U/L", upperLimit: 40 },
      "lab",
    );
    const body = { rule: "results-are-acceptable", reason: "too-high", because: "repeated", order: "a" };
    const aside = [
      high,
      entry("results-reviewed", "2026-10-19", {}),
      entry("finding-overridden", "2026-10-20", body),
    ];
    const other = decide(noon("2026-10-21"), { further: aside });
    const same = decide(noon("2026-10-21"), {
      further: aside,
      amount: { decision: decisionOf({ ...supply, order: "a" }) },
    });
    expect([other.decision.verdict, same.decision.verdict]).toEqual(["stop", "pass"]);
  });

  test("counts a part supply by its own days", () => {
    const { decision, of } = decide(noon("2026-10-21"), { handed: { capsules: 21 } });
    expect(decision.question).toMatchObject({ capsules: 21, days: 11 });
    expect(of("handed-out-as-authorised")).toMatchObject({ verdict: "advise", reason: "part-supply" });
    expect(of("supply-is-short-enough")?.facts["days"]).toBe(11);
    expect(decision.verdict).toBe("pass");
  });

  test.each(["authorisation-is-open", "handed-out-as-authorised", "pack-is-identified-and-in-date"])(
    "is not opened by an override: %s",
    (rule) => {
      const wrong: Partial<HandedOut> = { capsules: 61, expiresOn: day("2026-10-22") };
      const further = [
        entry("supply-voided", "2026-10-20", { number: "N-1", because: "withdrawn", rules: [] }),
        ...["voided", "more-than-authorised", "expires-too-soon"].map((reason) =>
          entry("finding-overridden", "2026-10-21", { rule, reason, because: "wanted" }),
        ),
      ];
      const { of } = decide(noon("2026-10-21"), { handed: wrong, further });
      expect(of(rule)).toMatchObject({ verdict: "stop", floor: true, overridden: undefined });
    },
  );
});

describe("The window of an authorisation", () => {
  const before = (protocol: string, can: boolean, zone: string, when: string, beside?: true) => {
    const entries = patient({ canBecomePregnant: can, monthsBefore: 0, on: plus(day(when.slice(0, 10)), 0) });
    const record = foldRecord(entries, { at: at(when), zone });
    const setting = { protocol, confirmedEditions: [] };
    const decision = decideSupply(supply, { knowledge, setting, record });
    expect(decision.verdict).toBe("pass");
    expect(decision.edition.besideDay === undefined).toBe(beside === undefined);
    const closes: At | undefined = dispenseBefore(decision);
    return closes === undefined ? undefined : atText(closes);
  };

  test("in the US programme ends with the specimen's seventh day in the East", () => {
    // The test of a patient of these tests was taken the day before.
    const eastern = before("us-ipledge", true, "Asia/Tokyo", "2026-10-20T12:00:00+09:00");
    expect(eastern).toBe("2026-10-26T04:00:00Z");
  });

  test("in the US programme runs 30 days where pregnancy is not possible, and under two editions the earlier ends it", () => {
    const zone = "America/New_York";
    expect(before("us-ipledge", false, zone, "2026-10-20T12:00:00-04:00")).toBe("2026-11-19T05:00:00Z");
    expect(before("us-ipledge", false, zone, "2026-11-20T12:00:00-05:00", true)).toBe("2026-12-20T05:00:00Z");
  });

  test("in Japan ends with the specimen's seventh day, or the sixth after the prescription", () => {
    expect(before("jp-selfpay", true, "Asia/Tokyo", "2026-10-20T12:00:00+09:00")).toBe(
      "2026-10-25T15:00:00Z",
    );
    expect(before("jp-selfpay", false, "Asia/Tokyo", "2026-10-20T12:00:00+09:00")).toBeUndefined();
  });

  test("in Europe ends with the sixth day after the prescription", () => {
    expect(before("label-eu", true, "Europe/Brussels", "2026-10-20T12:00:00+02:00")).toBe(
      "2026-10-26T23:00:00Z",
    );
  });

  test("by the label alone ends when the test is a month old", () => {
    const zone = "America/New_York";
    expect(before("label-us", true, zone, "2026-10-20T12:00:00-04:00")).toBe("2026-11-20T05:00:00Z");
    expect(before("label-us", false, zone, "2026-10-20T12:00:00-04:00")).toBeUndefined();
  });

  test("is for a supply that passes, and for no other", () => {
    const refused = { verdict: "ask", closesAt: undefined } as const;
    expect(() => dispenseBefore(refused)).toThrow(RangeError);
  });
});

describe("The way out at the counter", () => {
  test("waits for the capsules in hand, and says the right day", () => {
    const zone = "America/New_York";
    const last = entry(
      "supply-dispensed",
      "2026-09-26",
      { capsules: 60, capsuleMg: 20, dailyMg: 40, days: 30 },
      "pharmacist",
    );
    const { decision, of, steps, earliest } = decide(noon("2026-10-21"), {
      months: 0,
      further: [last],
      zone,
    });
    expect(of("capsules-in-hand-are-used-up")).toMatchObject({
      verdict: "wait",
      reason: "still-in-hand",
      facts: { days: 5, overlapDays: 0, allowedDay: day("2026-10-26") },
    });
    expect(decision.verdict).toBe("wait");
    expect(earliest).toBe("2026-10-26");
    expect(steps).toContain("2026-10-26 patient wait-for-capsules-in-hand");
  });

  test("asks for what the pharmacist has not said, today", () => {
    const entries = [
      ...patient({ canBecomePregnant: false, monthsBefore: 0, on }),
      entry("supply-authorised", "2026-10-20", amount()),
    ];
    const record = foldRecord(entries, { at: at(noon("2026-10-21")), zone: "America/New_York" });
    const context = { knowledge, setting: { protocol: "us-ipledge", confirmedEditions: [] }, record };
    const { plan, verdict } = decideDispensing({ number: "N-1" }, context);
    expect(verdict).toBe("ask");
    expect(plan.steps.map(({ who, action }) => `${who} ${action}`)).toEqual([
      "pharmacist record-programme-number",
      "pharmacist hand-out-as-authorised",
      "pharmacist identify-pack",
    ]);
    expect(plan.earliest).toBe(day("2026-10-21"));
  });

  test("of an expired authorisation is a new one, with a new test and a new number of the programme", () => {
    const { steps, earliest } = decide(noon("2026-10-27"), { protocol: "us-ipledge", can: true });
    expect(earliest).toBe("2026-11-07"); // the old edition's wait after a missed first window
    expect(steps).toContain("2026-11-07 prescriber authorise-anew");
    expect(steps.filter((step) => step.includes("record-programme-number"))).toEqual([
      "2026-11-07 pharmacist record-programme-number",
    ]);
  });

  test("where the weight has fallen is a smaller dose, authorised anew and not changed in the pharmacy", () => {
    const light = entry("weight-measured", "2026-10-21", { kg: 35 }, "nurse");
    const adult = { further: [light], protocol: "label-us" };
    const { decision, of, steps, earliest } = decide(noon("2026-10-21"), adult);
    expect(of("dose-is-within-limits")?.reason).toBe("above-ordinary");
    expect(earliest).toBe("2026-10-21");
    expect(steps).toEqual([
      "2026-10-21 prescriber void-other-authorisations",
      "2026-10-21 prescriber authorise-anew",
    ]);
    const anew = decision.plan.steps[1]?.entries[0];
    expect(anew?.body).toMatchObject({ dailyMg: 20, capsules: 30, product: "claravis" });
    expect(decision.plan.question.dispensing).toMatchObject({ capsules: 30 });
  });

  test("where something else is in hand than was authorised, is to hand out what was", () => {
    const { steps, earliest } = decide(noon("2026-10-21"), {
      handed: { product: "zenatane", capsules: 90 },
      further: [entry("allergy-recorded", "2026-10-01", { allergen: "parabens" }, "nurse")],
    });
    expect(steps).toEqual(["2026-10-21 pharmacist hand-out-as-authorised"]);
    expect(earliest).toBe("2026-10-21");
  });

  test("beside a second open authorisation is to void that", () => {
    const second = entry("supply-authorised", "2026-10-20", amount({ number: "N-2" }));
    const { steps, decision } = decide(noon("2026-10-21"), { further: [second] });
    expect(steps).toEqual(["2026-10-21 prescriber void-other-authorisations"]);
    expect(decision.plan.steps[0]?.entries[0]?.body).toMatchObject({ number: "N-2", because: "replaced" });
  });

  test.each(["dispensed", "voided", "reversed"] as const)(
    "of a number that was %s promises no day",
    (state) => {
      const out = entry("supply-dispensed", "2026-10-20", { number: "N-1" }, "pharmacist");
      const further = {
        dispensed: [out],
        reversed: [out, entry("supply-reversed", "2026-10-21", { number: "N-1" }, "pharmacist")],
        voided: [entry("supply-voided", "2026-10-21", { number: "N-1", because: "withdrawn", rules: [] })],
      }[state];
      const { of, steps, earliest } = decide(noon("2026-10-21"), { further });
      expect(of("authorisation-is-open")?.reason).toBe(state);
      expect(steps).toEqual(state === "dispensed" ? [] : ["2026-10-21 prescriber authorise-anew"]);
      expect(earliest).toBeUndefined();
    },
  );
});

describe("The edition an authorisation was given under", () => {
  const late = "2026-11-16T12:00:00-05:00";
  test("is kept for window and amount, and for nothing else", () => {
    const judged = decide(late, { protocol: "us-ipledge", authorised: "2026-11-10" });
    const old = day("2021-12-13");
    expect(judged.of("authorisation-is-open")?.editionDay).toBe(old);
    expect(judged.of("capsules-are-whole")?.editionDay).toBe(old);
    expect(judged.of("programme-authorises-dispensing")?.facts["fillByDay"]).toBe(
      plus(day("2026-11-10"), 29),
    );
    expect(judged.decision.edition.sinceDay).toBe(day("2026-11-15"));
    expect(judged.of("edition-is-confirmed")?.reason).toBe("unconfirmed");
  });

  test("is today's where the one it names was not in force on its day", () => {
    const judged = decide(late, {
      protocol: "us-ipledge",
      authorised: "2026-11-10",
      amount: { edition: day("1999-01-01") },
    });
    expect(judged.of("capsules-are-whole")?.editionDay).toBeUndefined();
  });
});
