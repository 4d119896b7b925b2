import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { at, day } from "./calendar.ts";
import { decideSupply } from "./decide.ts";
import type { Entry } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { entry } from "./testing/entries.ts";
import { patient, supply } from "./testing/patients.ts";
import { plannedEntries } from "./way-out.ts";

// A lapse once needed two judgements, of which the second did not count before the next day.
const knowledge = readKnowledge();
const setting = { protocol: "label-us", confirmedEditions: [] };
const underWay = patient({ canBecomePregnant: true, monthsBefore: 2, on: day("2026-11-20") });
const lapsed = entry("contraception-lapsed", "2026-11-20", {}, "patient");
const gap = "contraception-has-run-a-month";

function decided(...further: readonly Entry[]) {
  const record = foldRecord([...underWay, ...further], {
    at: at("2026-11-20T12:00:00-05:00"),
    zone: "America/New_York",
  });
  return decideSupply(supply, { knowledge, setting, record });
}

function judged(rule: string, conclusion: "may-continue" | "stop", on = "2026-11-20") {
  return entry("judgement-recorded", on, { rule, conclusion });
}

describe("A lapse during treatment", () => {
  test("stops, and asks the prescriber for one plan", () => {
    const { verdict, plan } = decided(lapsed);
    expect(verdict).toBe("stop");
    expect(plan.steps.map(({ who, action }) => `${who}: ${action}`)).toEqual([
      "prescriber: plan-after-lapse",
    ]);
    expect(plan.earliest).toBe(day("2026-11-20"));
  });

  test("is over on its own day once that plan is recorded", () => {
    const { plan } = decided(lapsed);
    expect(decided(lapsed, ...plannedEntries(plan.steps)).verdict).toBe("pass");
  });

  test("does not pass on a word about the gap alone, nor on a plan from before", () => {
    expect(decided(lapsed, judged(gap, "may-continue")).verdict).toBe("stop");
    const early = judged("no-contraception-lapse-is-open", "may-continue", "2026-11-19");
    expect(decided(lapsed, early).verdict).toBe("stop");
  });

  test("stays a stop where the prescriber has concluded so of its gap", () => {
    const planned = judged("no-contraception-lapse-is-open", "may-continue");
    const { verdict, findings, plan } = decided(lapsed, judged(gap, "stop"), planned);
    expect(verdict).toBe("stop");
    expect(findings.find(({ rule }) => rule === gap)).toMatchObject({ verdict: "stop", floor: true });
    expect(plan.steps.map(({ action }) => action)).toEqual(["plan-after-gap"]);
  });

  test("beside a time between two methods asks for both", () => {
    const between = [
      entry("contraception-ended", "2026-11-05", { method: "iud" }, "patient"),
      entry("contraception-started", "2026-11-10", { method: "iud" }, "patient"),
    ];
    const { plan } = decided(...between, lapsed);
    expect(plan.steps.map(({ action }) => action)).toEqual(["plan-after-lapse", "plan-after-gap"]);
    expect(decided(...between, lapsed, ...plannedEntries(plan.steps)).verdict).toBe("pass");
    const first = plannedEntries(plan.steps).slice(0, 1);
    expect(decided(...between, lapsed, ...first).verdict).toBe("stop");
  });
});
