import { describe, expect, test } from "vitest";
import type { TimelineLine } from "../../../app/views/shapes.ts";
import { actions } from "../../../words/en/actions.ts";
import { type Around, isOrderStep, offerFor, type StepJson } from "./for-step.ts";
import { numberOf } from "./number-of.ts";

const text = { en: "", ja: "" };
const step = (action: string, facts: StepJson["facts"] = {}): StepJson => ({
  who: "nurse",
  action,
  facts,
  text,
  by: "2026-11-22",
  when: "then",
});
const finding = (rule: string, reason: string, asks: StepJson) => ({
  rule,
  title: text,
  verdict: "ask" as const,
  reason,
  facts: { analytes: ["triglycerides"] },
  cites: [],
  text,
  wayOut: [asks],
});
const line = (type: string, body: object, more: Partial<TimelineLine> = {}) =>
  ({
    id: `${type}-1`,
    type,
    body,
    happened: { day: "2026-11-20" },
    withdrawn: false,
    ...more,
  }) as TimelineLine;
const around = (findings: readonly object[], entries: readonly TimelineLine[] = []): Around => ({
  view: { clinic: "tokyo-monthly" } as Around["view"],
  decision: { findings, protocol: "us-ipledge" } as unknown as Around["decision"],
  entries,
});

describe("A step", () => {
  test("of every kind there is has something to offer, or plainly nothing", () => {
    const kinds = Object.keys(actions);
    for (const action of kinds) {
      const asks = step(action);
      const offer = offerFor(asks, around([finding("a-rule", "a-reason", asks)]));
      expect(["forms", "order", "dispensing", "void", "nothing"], action).toContain(offer.is);
    }
    expect(kinds.length).toBeGreaterThan(75);
  });

  test("that nobody knows yet offers nothing", () => {
    expect(offerFor(step("stand-on-your-head"), around([]))).toEqual({ is: "nothing" });
    expect(offerFor(step("constructor"), around([]))).toEqual({ is: "nothing" });
  });

  test("that asks for a judgement names the rule and the reason that ask for it", () => {
    const one = step("judge-medicines", { medicines: ["metformin"] });
    const other = step("judge-medicines", { medicines: ["st-johns-wort"] });
    const offer = offerFor(other, around([finding("first", "x", one), finding("second", "y", other)]));
    expect(offer).toMatchObject({ forms: [{ fixed: { rule: "second", reason: "y" } }] });
  });

  test("that completes a record finds the entry that lacks something", () => {
    const asks = step("record-fasting");
    const entries = [
      line("lab-resulted", { analyte: "triglycerides" }, { id: "withdrawn", withdrawn: true }),
      line("lab-resulted", { analyte: "alt" }, { id: "other" }),
      line("lab-resulted", { analyte: "triglycerides" }, { id: "newest" }),
      line("lab-resulted", { analyte: "triglycerides" }, { id: "older" }),
    ];
    const offer = offerFor(asks, around([finding("fasting", "x", asks)], entries));
    if (offer.is !== "forms") throw new Error("it offers no form");
    const given = offer.forms[0]?.form.gives?.({ fasting: true }, {}, "own");
    expect(given).toEqual([
      {
        command: "correct-entry",
        body: { ref: "newest", reason: "completed", replacement: { fasting: true } },
      },
    ]);
  });

  test("that asks for a result finds the sample of the day without one", () => {
    const asks = step("result-pregnancy-test", { collectedDay: "2026-11-20" });
    const entries = [
      line("pregnancy-test-resulted", { test: "first" }),
      line("pregnancy-test-collected", { test: "first" }),
      line("pregnancy-test-collected", { test: "second" }),
    ];
    expect(offerFor(asks, around([], entries))).toMatchObject({ forms: [{ fixed: { test: "second" } }] });
  });

  test("about the order belongs to the order", () => {
    expect(isOrderStep(step("state-dose"))).toBe(true);
    expect(isOrderStep(step("measure-weight"))).toBe(false);
  });
});

describe("A number as typed", () => {
  test.each([
    ["58.5", 58.5],
    [" ５８．５ ", 58.5],
    ["007", 7],
  ])("%j is read", (typed, value) => expect(numberOf(typed)).toBe(value));
  test.each(["58,5", "1,000", "-3", "58.5kg", "", ".", "1e3", "many"])("%j is not guessed at", (typed) =>
    expect(numberOf(typed)).toBeUndefined(),
  );
});
