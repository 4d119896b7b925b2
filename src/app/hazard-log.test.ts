import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadKnowledge } from "../core/knowledge/load.ts";
import { type ParameterId, parameterIds, parameters } from "../core/knowledge/parameters.ts";
import { runGolden } from "./golden.ts";
import { readQuestionExamples, runQuestionExample } from "./golden-questions.ts";
import { knowledgeTexts, readKnowledge } from "./knowledge-files.ts";

const knowledge = readKnowledge();
const log = readFileSync(new URL("../../docs/clinical-safety.md", import.meta.url), "utf8");

/** What the golden examples prove, as `rule or question: reason`, and which of it stops. */
const said = [
  ...runGolden(knowledge).map(({ rule, got }) => ({
    by: rule as string,
    verdict: got.gives,
    reason: got.reason,
  })),
  ...readQuestionExamples().flatMap((example) => {
    const { got } = runQuestionExample(example, knowledge);
    if (got === undefined) return [];
    const asked: string = example.question.id;
    return [
      { by: asked, verdict: got.headline.verdict, reason: got.headline.reason },
      // What a rule found in a question is the rule's.
      ...got.remarks.map(({ about, verdict, reason }) => ({
        by: about?.startsWith("rule/") === true ? about.slice("rule/".length) : asked,
        verdict,
        reason,
      })),
    ];
  }),
];
const live = new Set(said.map(({ by, reason }) => `${by}: ${reason}`));
const stops = new Set(
  said.filter(({ verdict }) => verdict === "stop").map(({ by, reason }) => `${by}: ${reason}`),
);

const proofsOf = (by: string, reasons: string) =>
  reasons.split(",").map((reason) => `${by}: ${reason.trim()}`);
/** `| hazard | rule or question | reasons |` */
const hazards = [...log.matchAll(/^\| ([^|`]+) \| ([a-z-]+) \| ([a-z0-9, -]+) \|$/gm)]
  .filter(([, , by]) => by !== "rule")
  .map(([, hazard = "", by = "", reasons = ""]) => ({ hazard, proofs: proofsOf(by, reasons) }));
/** `| floor | rule | reasons |`, the floor in code marks */
const floors = [...log.matchAll(/^\| `(\w+)` \| ([a-z-]+) \| ([a-z0-9, -]+) \|$/gm)].map(
  ([, floor = "", by = "", reasons = ""]) => ({ floor, proofs: proofsOf(by, reasons) }),
);

describe("The hazard log", () => {
  test("is proved row by row: every reason it names is given by a golden example", () => {
    const proofs = [...hazards, ...floors].flatMap((row) => row.proofs);
    expect(proofs.filter((proof) => !live.has(proof))).toEqual([]);
    expect(hazards.length).toBeGreaterThan(50);
  });

  test("has a row for every stop of every rule and question", () => {
    const covered = new Set(hazards.flatMap(({ proofs }) => proofs));
    expect([...stops].filter((stop) => !covered.has(stop)).toSorted()).toEqual([]);
    expect(stops.size).toBeGreaterThan(40);
  });

  test("has a row for every floor, and for nothing else", () => {
    const wanted = parameterIds.filter((id) => parameters[id].floor === true);
    expect(floors.map(({ floor }) => floor).toSorted()).toEqual(wanted.toSorted());
  });

  test("finds every floor live: a clinic that loosens it does not load", () => {
    const looser = { number: "null", span: "null", zone: "null", switch: "false", list: "[]" } as const;
    const deviation = "deviation: { signedBy: Nobody, because: a test }";
    const values = floors.map(
      ({ floor }) =>
        `  ${floor}: [{ since: 2026-01-01, value: ${looser[parameters[floor as ParameterId].kind]}, cites: [page-004], ${deviation} }]`,
    );
    const text = `id: planted
on: jp-selfpay
title: { en: Planted, ja: 試験用 }
zone: Asia/Tokyo
sites: [{ id: one, name: { en: One, ja: 一 }, opens: [] }]
products: [isotroin]
values:
${values.join("\n")}
cites: [page-004]
`;
    const read = loadKnowledge([...knowledgeTexts(), { path: "clinics/planted.yaml", text }], () => "");
    const problems = "problems" in read ? read.problems : [];
    expect(problems.filter(({ file }) => file !== "clinics/planted.yaml")).toEqual([]);
    const told = problems.map(({ says }) => says).join("\n");
    expect(floors.filter(({ floor }) => !told.includes(`\`${floor}\``))).toEqual([]);
  });
});
