import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../app/knowledge-files.ts";
import { at, day, plus } from "./calendar.ts";
import { decideSupply, decideSupplyOn } from "./decide.ts";
import { decideDispensing } from "./decide-dispensing.ts";
import type { Entry } from "./entry.ts";
import { foldRecord } from "./record.ts";
import { anyAmount, anyEntries } from "./testing/any-entries.ts";
import { entry } from "./testing/entries.ts";
import { patient, supply } from "./testing/patients.ts";
import { runs } from "./testing/scenes.ts";

const knowledge = readKnowledge();
const zone = "America/New_York";
const on = day("2026-11-20");
const now = at("2026-11-20T12:00:00-05:00");
const protocols = fc.constantFrom("us-ipledge", "label-us", "label-eu", "jp-selfpay");
const records = fc
  .tuple(fc.boolean(), fc.nat(2), anyEntries)
  .map(([canBecomePregnant, monthsBefore, further]): readonly Entry[] => [
    ...patient({ canBecomePregnant, monthsBefore, on }),
    ...further,
  ]);

describe("no record makes a decision throw", () => {
  test("of a supply, whatever amount is asked for", () => {
    const asked = fc.record({
      capsuleMg: anyAmount,
      capsules: anyAmount,
      dailyMg: anyAmount,
      days: anyAmount,
    });
    fc.assert(
      fc.property(records, protocols, asked, fc.boolean(), (entries, protocol, amount, absurd) => {
        const context = { knowledge, setting: { protocol, confirmedEditions: [] } };
        const question = absurd ? { ...supply, ...amount } : supply;
        const decision = decideSupply(question, {
          ...context,
          record: foldRecord(entries, { at: now, zone }),
        });
        expect(decision.findings.length).toBeGreaterThan(20);
        decideSupplyOn(question, on, { ...context, zone, entries, undated: [], knownAt: undefined });
      }),
      runs(80),
    );
  });

  test("of handing out", () => {
    fc.assert(
      fc.property(records, protocols, anyAmount, fc.boolean(), (entries, protocol, capsules, absurd) => {
        const record = foldRecord(entries, { at: now, zone });
        const context = { knowledge, setting: { protocol, confirmedEditions: [] }, record };
        const handed = { number: "N-1", product: "claravis", lot: "L1", expiresOn: plus(on, 400) };
        const decision = decideDispensing(absurd ? { ...handed, capsules } : handed, context);
        expect(decision.findings.length).toBeGreaterThan(20);
      }),
      runs(80),
    );
  });
});

describe("an absurd amount", () => {
  const inHand = (further: readonly Entry[]) => {
    const given = entry("supply-authorised", "2026-11-20", {
      number: "N-1",
      product: "claravis",
      capsuleMg: 20,
      capsules: 60,
      dailyMg: 40,
      dosesPerDay: 2,
      days: 30,
      edition: day("2021-12-13"),
    });
    const before = patient({ canBecomePregnant: false, monthsBefore: 0, on });
    const record = foldRecord([...before, given, ...further], { at: now, zone });
    const pack = { product: "claravis", capsuleMg: 20, capsules: 60, lot: "L1", expiresOn: plus(on, 400) };
    const context = { knowledge, setting: { protocol: "label-us", confirmedEditions: [] }, record };
    const { findings, plan } = decideDispensing({ number: "N-1", ...pack }, context);
    const finding = findings.find(({ rule }) => rule === "capsules-in-hand-are-used-up");
    return [finding?.verdict, finding?.reason, plan.steps.map(({ action }) => action)];
  };
  const countThem = ["ask", "days-unknown", ["count-capsules-left"]];

  test("handed out or counted counts as not known: it asks for a count", () => {
    expect(inHand([entry("supply-dispensed", "2026-11-10", { capsules: 60, days: 1e300 })])).toEqual(
      expect.arrayContaining(countThem.slice(0, 2)),
    );
    expect(inHand([entry("capsules-counted", "2026-11-19", { capsules: 1e11, capsuleMg: 20 })])).toEqual(
      countThem,
    );
    const anew = entry("capsules-counted", "2026-11-20", { capsules: 0, capsuleMg: 20 });
    const absurd = entry("capsules-counted", "2026-11-19", { capsules: 1e11, capsuleMg: 20 });
    expect(inHand([absurd, anew])[0]).toBe("pass");
  });

  test("that came back takes nothing away", () => {
    const out = entry("supply-dispensed", "2026-11-10", {
      capsules: 60,
      capsuleMg: 20,
      dailyMg: 40,
      days: 30,
    });
    const back = entry("supply-returned", "2026-11-11", { capsules: 1e300, capsuleMg: 20 });
    expect(inHand([out, back])[1]).toBe("still-in-hand");
  });
});
