import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readKnowledge } from "../../../app/knowledge-files.ts";
import { askOn } from "../../../app/questions/ask.ts";
import { day } from "../../calendar.ts";
import { decide } from "../../decide.ts";
import { verdicts } from "../../finding.ts";
import { findByName, namesOf } from "../../names/find-by-name.ts";
import { foldRecord } from "../../record.ts";
import { supplyGate } from "../../rules/index.ts";
import { severities, severityFeatures } from "../../vocabulary.ts";
import { askedOn } from "../asked.ts";
import { entriesSaid } from "../eligibility/said-of-oneself.ts";
import { indication } from "./indication.ts";

const knowledge = readKnowledge();
const all = Object.values(knowledge.indications);
const setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const asked = askedOn(knowledge, setting, day("2026-11-22"));

describe("What isotretinoin is asked for", () => {
  test("is listed 39 times: 37 titles of page 003, pores and sebaceous hyperplasia", () => {
    expect(all).toHaveLength(39);
  });

  test("no name stands for two uses", () => {
    let names = 0;
    for (const use of all) {
      for (const name of namesOf(use)) {
        const found = findByName(all, name);
        expect(found.is === "found" ? found.id : found.near.map(({ id }) => id), name).toBe(use.id);
        names++;
      }
    }
    expect(names).toBeGreaterThan(150);
  });

  test("has the verdict that a supply for it would get by its own rule, whatever is said of it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all.map(({ id }) => id), "something-else"),
        fc.option(fc.constantFrom(...severities), { nil: undefined }),
        fc.uniqueArray(fc.constantFrom(...severityFeatures)),
        fc.uniqueArray(fc.constantFrom("systemic-antibiotic" as const, "hormonal" as const)),
        (id, severity, features, failed) => {
          const said = { ...(severity === undefined ? {} : { severity }), features };
          const { headline } = indication.answer({ name: id, ...said, failed }, asked);
          const priorTreatments = failed.map((agent) => ({ agent, result: "failed" as const }));
          const entries = entriesSaid({ ...said, priorTreatments }, asked.day, knowledge);
          const record = foldRecord(entries, { at: asked.at, zone: asked.zone });
          const supply = decide(
            supplyGate,
            { refills: 0, indication: { id, text: id } },
            { knowledge, setting, record },
          ).findings.find(({ rule }) => rule === "indication-supports-isotretinoin");
          expect([headline.verdict, headline.reason]).toEqual([supply?.verdict, supply?.reason]);
          expect(headline.floor ?? false).toBe(supply?.floor);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("typed as nobody has listed it never passes, and a guess is never better than what is guessed", () => {
    const typed = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc
        .tuple(
          fc.constantFrom(...all.flatMap((use) => [...namesOf(use)])),
          fc.nat(),
          fc.string({ maxLength: 1 }),
        )
        .map(([name, at, letter]) => {
          const letters = Array.from(name);
          letters[at % letters.length] = letter;
          return letters.join("");
        }),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const found = findByName(all, name);
        if (found.is === "found") return;
        const answer = indication.answer(
          { name, severity: "severe", failed: ["systemic-antibiotic"] },
          asked,
        );
        const least = answer.headline.reason === "unlisted" ? "stop" : "ask";
        expect(verdicts.indexOf(answer.verdict)).toBeGreaterThanOrEqual(verdicts.indexOf(least));
        for (const { section, verdict } of answer.remarks)
          if (section === "counts")
            expect(verdicts.indexOf(answer.verdict)).toBeGreaterThanOrEqual(verdicts.indexOf(verdict));
      }),
      { numRuns: 300 },
    );
  });

  test("what treats it instead is said only with a source, and only of these", () => {
    const told = all.filter(({ instead }) => instead !== undefined);
    expect(told.map(({ id }) => id).toSorted()).toEqual([
      "dandruff",
      "lichen-planus",
      "perioral-dermatitis",
      "psoriasis",
    ]);
  });
});

test("a use that only doses above the maximum have helped has another headline than one of strong or limited evidence", () => {
  const told = (name: string) => {
    const given = askOn(indication, { name }, { knowledge, setting, day: day("2026-11-22") }, {});
    if ("problems" in given) throw new Error(`${name} was not understood`);
    return given.headline.text;
  };
  expect(told("psoriasis").en).toMatch(/only doses above the label's maximum/);
  expect(told("乾癬").ja).toContain("上限を超える量だけ");
  expect(told("rosacea").en).toMatch(/on strong evidence/);
  expect(told("seborrheic-dermatitis").en).toMatch(/on weak or limited evidence/);
});
