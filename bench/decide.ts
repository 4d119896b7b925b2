/**
 * How fast a supply is decided: ratios measured in one run on one core, never a timed test.
 * The peer is json-rules-engine on a named subset of the rules, judged over the same patient.
 */
import { Engine } from "json-rules-engine";
import { readKnowledge } from "../src/app/knowledge-files.ts";
import { type At, day, startOf } from "../src/core/calendar.ts";
import { caseOf } from "../src/core/case.ts";
import { decideSupply } from "../src/core/decide.ts";
import { editionAt } from "../src/core/edition.ts";
import { judgeSupply } from "../src/core/judge.ts";
import { resolveValues } from "../src/core/knowledge/resolve.ts";
import { foldRecord } from "../src/core/record.ts";
import { supplyRules } from "../src/core/rules/index.ts";
import type { Setting } from "../src/core/setting.ts";
import { patient, supply } from "../src/core/testing/patients.ts";
import { renderFinding } from "../src/words/render.ts";

const isQuick = process.argv.includes("--quick");
const knowledge = readKnowledge();
const zone = "Asia/Tokyo";
const on = day("2026-11-20");
const at = (startOf(on, zone) + 10 * 3_600_000) as At;
const setting: Setting = { protocol: "jp-selfpay", confirmedEditions: [] };
const entries = patient({ canBecomePregnant: true, monthsBefore: 5, on });
const record = foldRecord(entries, { at, zone });
const context = { knowledge, record, setting };
const refused = foldRecord(
  entries.filter(({ type }) => type !== "pregnancy-test-collected" && type !== "weight-measured"),
  { at, zone },
);

/** Named rules both engines judge. */
const subset = [
  "patient-is-old-enough",
  "category-is-attested",
  "pregnancy-test-is-in-window",
  "supply-is-short-enough",
  "no-refills",
  "dose-is-within-limits",
  "mood-allows-treatment",
  "weight-is-current",
] as const;

const verdict = judgeSupply(supply, context).verdict;
if (verdict !== "pass") throw new Error(`the bench measures a passing case, and this one is ${verdict}`);

const edition = editionAt(knowledge.protocols["jp-selfpay"]!, at, [])!;
const values = resolveValues(knowledge, { protocol: "jp-selfpay", edition: edition.sinceDay, on });
const rulesOfSubset = supplyRules.filter((rule) => subset.some((id) => id === rule.id));
const judgeSubset = () => {
  const c = caseOf({
    question: supply,
    record,
    values,
    protocolValues: values,
    knowledge,
    setting,
    edition,
    today: record.day,
  });
  return rulesOfSubset.every((rule) => rule.judge(c).verdict !== "stop");
};

type Condition = { fact: string; operator: string; value: unknown };
const is = (fact: string, operator: string, value: unknown): Condition => ({ fact, operator, value });
const peerConditions: { readonly [R in (typeof subset)[number]]: () => Condition[] } = {
  "patient-is-old-enough": () => [is("ageYears", "greaterThanInclusive", 12)],
  "category-is-attested": () => [is("category", "in", ["can", "cannot"])],
  "pregnancy-test-is-in-window": () => [
    is("testResult", "equal", "negative"),
    is("testSetting", "in", ["certified-laboratory", "medical-setting"]),
    is("testAgeDays", "lessThanInclusive", 3),
  ],
  "supply-is-short-enough": () => [is("days", "lessThanInclusive", 30)],
  "no-refills": () => [is("refills", "equal", 0)],
  "dose-is-within-limits": () => [
    is("mgPerKg", "greaterThanInclusive", 0.5),
    is("mgPerKg", "lessThanInclusive", 1),
  ],
  "mood-allows-treatment": () => [is("selfHarm", "equal", false), is("newMood", "equal", false)],
  "weight-is-current": () => [is("weightDay", "greaterThan", facts.previousSupplyDay)],
};

const testAgeDays = on - record.tests.at(-1)!.day;
const facts = {
  ageYears: 24,
  category: "can",
  testResult: record.tests.at(-1)!.result,
  testSetting: record.tests.at(-1)!.setting,
  testAgeDays,
  days: supply.days,
  refills: supply.refills,
  mgPerKg: (supply.dailyMg ?? 0) / 60,
  weightDay: on - 1,
  previousSupplyDay: record.previousSupplyDay,
  selfHarm: false,
  newMood: false,
};
const peer = new Engine(
  subset.map((name) => ({ name, event: { type: name }, conditions: { all: peerConditions[name]() } })),
);
const rendered = judgeSupply(supply, context).findings;
const results = {
  decisions: await perSecond(() => judgeSupply(supply, context)),
  subset: await perSecond(judgeSubset),
  peer: await perSecond(() => peer.run(facts)),
  folding: await perSecond(() => foldRecord(entries, { at, zone })),
  wayOut: await perSecond(() => decideSupply(supply, { ...context, record: refused })),
  rendering: await perSecond(() => {
    for (const finding of rendered) renderFinding(finding, knowledge, zone);
  }),
};

const show = (label: string, value: number, note = "") =>
  console.log(`${label.padEnd(58)} ${Math.round(value).toLocaleString("en").padStart(12)} /s  ${note}`);
console.log(
  `A supply in month six (${entries.length} entries, ${supplyRules.length} rules), passing, one core:\n`,
);
show("decisions: verdict and findings of every rule", results.decisions);
show(`  the ${subset.length} named rules alone`, results.subset);
show(
  `  the same ${subset.length} in json-rules-engine`,
  results.peer,
  `ours is ${ratio(results.subset, results.peer)} times as fast`,
);
console.log("\nApart from the decision itself:\n");
show(
  "folding the whole record",
  results.folding,
  `${ratio(results.decisions, results.folding)} decisions take as long as one`,
);
show(
  "a refusal with its way out",
  results.wayOut,
  `${ratio(results.decisions, results.wayOut)} decisions take as long as one`,
);
show(
  "rendering every finding in both languages",
  results.rendering,
  `${ratio(results.decisions, results.rendering)} decisions take as long as one`,
);
console.log(`\nsubset: ${subset.join(", ")}`);
process.send?.(results);

/** Runs a second for about a second after a warm-up; promises are awaited one by one, as a caller would. */
async function perSecond(run: () => unknown): Promise<number> {
  const forMs = async (ms: number) => {
    const start = performance.now();
    let count = 0;
    let spent = 0;
    while (spent < ms) {
      for (let i = 0; i < 100; i++) {
        const made = run();
        if (made instanceof Promise) await made;
      }
      count += 100;
      spent = performance.now() - start;
    }
    return (count / spent) * 1_000;
  };
  await forMs(isQuick ? 20 : 700);
  return forMs(isQuick ? 50 : 1_300);
}

function ratio(a: number, b: number): string {
  return (a / b).toFixed(1);
}
