/**
 * The golden examples beside each protocol and clinic: what each rule says on both sides of each edge, written so
 * that a dermatologist can check them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type At, endOf, lastMinuteOf, startOf } from "../core/calendar.ts";
import { dispensingQuestion } from "../core/decide-dispensing.ts";
import { type Verdict, verdicts } from "../core/finding.ts";
import {
  type Finding,
  type Judgement,
  judgeDispensing,
  judge as judgeGate,
  judgeSupply,
} from "../core/judge.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { foldRecord } from "../core/record.ts";
import { beforehandRules, eligibilityGate } from "../core/rules/index.ts";
import type { GoldenCase, GoldenExample, GoldenFile, GoldenResult } from "./golden-case.ts";
import { readGoldenFile } from "./golden-file.ts";
import { knowledgeFolder } from "./knowledge-files.ts";
import type { FileProblem } from "./record-file.ts";

/** Reads every `*.examples.yaml` of a folder, each beside its protocol or clinic, or throws an Error that names each file, line and remedy. */
export function readGolden(knowledge: Knowledge, folder: string = knowledgeFolder): GoldenFile[] {
  const problems: FileProblem[] = [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    // Those of the questions between supplies have a shape of their own: golden-questions.ts.
    .filter((path) => path.endsWith(".examples.yaml") && !path.startsWith("questions"))
    .toSorted()
    .map((path) => readGoldenFile(path, readFileSync(join(folder, path), "utf8"), knowledge, problems));
  if (problems.length > 0) {
    const lines = problems.map(
      ({ file, line, says, remedy }) => `${file}:${line ?? 1}: ${says}\n  → ${remedy}`,
    );
    throw new Error(`The golden examples in ${folder} cannot be used:\n${lines.join("\n")}`);
  }
  return files.filter((file) => file !== undefined);
}

/** Judges every example: what its rule was to say, and what it said. */
export function runGolden(knowledge: Knowledge, folder: string = knowledgeFolder): GoldenResult[] {
  return readGolden(knowledge, folder).flatMap((file) =>
    file.examples.map((example) => runExample(file, example)),
  );
}

/** Judges one example. */
export function runExample(file: GoldenFile, example: GoldenExample): GoldenResult {
  const beforehand = beforehandRules.some(({ id }) => id === example.rule);
  const judgements = judge(file, example, beforehand ? "eligibility" : undefined);
  const [first, ...more] = judgements.map(({ findings }) =>
    findings.find(({ rule }) => rule === example.rule),
  );
  if (first === undefined) throw new Error(`${example.rule} gave no finding`);
  const finding = more.reduce<Finding>(
    (a, b) => (b !== undefined && rank(b.verdict) >= rank(a.verdict) ? b : a),
    first,
  );
  const overall = judgements.map(({ verdict }) => verdict).reduce((a, b) => (rank(b) > rank(a) ? b : a));
  return { ...example, finding, got: { gives: finding.verdict, reason: finding.reason, overall } };
}

/** The whole answer for a patient or example; for a bare day that of its first and of its last minute. */
export function judge(file: GoldenFile, example: GoldenCase, asks?: "eligibility"): Judgement[] {
  const { knowledge } = file;
  const { question, dispense, entries, undated, setting, zone, when } = example;
  const through = "on" in when ? ((endOf(when.on, zone) - 1) as At) : undefined;
  const instants = "on" in when ? [startOf(when.on, zone), lastMinuteOf(when.on, zone)] : [when.at];
  return instants.map((at) => {
    const record = foldRecord(entries, { at, through, zone }, undated);
    const context = { knowledge, setting, record };
    if (asks === "eligibility") return judgeGate(eligibilityGate, question, context);
    return dispense === undefined
      ? judgeSupply(question, context)
      : judgeDispensing(dispensingQuestion(dispense, record), context);
  });
}

const rank = (verdict: Verdict): number => verdicts.indexOf(verdict);
