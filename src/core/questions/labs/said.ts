/** What one result means, as a remark: by the floor, the signed policy, or the grade alone. */
import { citesOf } from "../../cites.ts";
import { advise, ask, type GradedResult, pass, stop } from "../../finding.ts";
import type { Analyte } from "../../knowledge/schema.ts";
import { laboratoryPolicy, verdictOn } from "../../result-verdict.ts";
import { type Grade, gradeFor } from "../../results.ts";
import { type StepOf, step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import type { GivenResult, NotReady, ReadyResult } from "./given-result.ts";

export interface Graded extends ReadyResult {
  readonly grade: Grade;
  /** How the sample was taken has not been judged elsewhere. */
  readonly fresh: boolean;
}

export function graded(result: ReadyResult, fresh = true): Graded {
  return { ...result, fresh, grade: gradeFor(result.analyte, result.measured, result.raisedBaseline) };
}

/** As given by somebody: not called normal while an end of the range that matters is missing. */
export function gradedAsGiven(result: ReadyResult): Graded {
  const one = graded(result);
  return one.grade === 0 && isOneSided(result) ? { ...one, grade: "no-limit" } : one;
}

/** Whether a value without grades lies inside a range whose other end, which matters, nobody gave. */
function isOneSided({ analyte, measured }: ReadyResult): boolean {
  if (analyte.grades !== undefined) return false;
  const { upperLimit, lowerLimit } = measured;
  const upperKnown = analyte.watched?.end === "lower" || upperLimit !== undefined;
  const lowerKnown = analyte.watched?.end === "upper" || lowerLimit !== undefined;
  return !upperKnown || !lowerKnown;
}

/** The prescriber's turn. */
export function toJudge(asked: Asked, analytes: readonly string[]): StepOf<"judge-results"> {
  return step("prescriber", "judge-results", { analytes }, asked.day);
}

/** One graded result: what counts. */
export function resultRemark(asked: Asked, { analyte, measured, grade }: Graded) {
  const { askFromGrade, stopFromGrade, triglyceridesStopMgPerDl } = asked.values;
  const policy = asked.record === undefined ? undefined : laboratoryPolicy(asked.record);
  const { verdict, by, floor } = verdictOn(analyte, measured.value, grade, asked.values, policy);
  const cites = citesOf(
    askFromGrade,
    stopFromGrade,
    ...(analyte.id === "triglycerides" ? [triglyceridesStopMgPerDl] : []),
    ...(analyte.grades === undefined ? [] : [analyte.grades]),
  );
  const results: readonly GradedResult[] = [
    { analyte: analyte.id, value: measured.value, unit: analyte.unit, grade },
  ];
  const facts = { results };
  const judge = [toJudge(asked, [analyte.id])];
  const repeat = [step("lab", "repeat-result", { analyte: analyte.id }, asked.day), ...judge];
  const about = { kind: "analyte", id: analyte.id } as const;
  if (floor) return remark("counts", stop("far-too-high", facts, cites, repeat, { floor: true }), about);
  if (grade === "no-limit") return remark("counts", ask("no-limit", facts, cites, judge), about);
  if (grade === "ungraded") return remark("counts", ask("outside-range", facts, cites, judge), about);
  if (by === "policy") {
    const signed = { ...facts, signedBy: policy?.signedBy ?? "" };
    if (verdict === "stop") return remark("counts", stop("policy-stops", signed, cites, repeat), about);
    return remark(
      "counts",
      verdict === "ask" ? ask("policy-asks", signed, cites, judge) : advise("policy-watches", signed, cites),
      about,
    );
  }
  if (verdict === "stop") return remark("counts", stop("too-high", facts, cites, repeat), about);
  if (verdict === "ask") return remark("counts", ask("needs-judgement", facts, cites, judge), about);
  return remark(
    "counts",
    verdict === "advise" ? advise("watch", facts, cites) : pass("in-range", facts, cites),
    about,
  );
}

/** A result that cannot be graded asks: nothing unknown passes. */
export function notReadyRemark(asked: Asked, row: GivenResult, why: NotReady) {
  if (why.is === "unknown-analyte") {
    return remark("counts", ask("unknown-analyte", { analyteTexts: [why.analyte] }, [], []));
  }
  const { analyte } = why;
  const unitTexts = [analyte.unit, ...analyte.factors.map(({ from }) => from)];
  const cites = [...analyte.plausible.cites, ...analyte.factors.flatMap((one) => one.cites)];
  const about = { kind: "analyte", id: analyte.id } as const;
  const facts = { analyte: analyte.id, value: row.value, unitTexts };
  if (why.is === "limits-not-believed") {
    const given = resultRemark(asked, graded(why.given));
    return given.verdict === "stop" ? given : limitsRemark(asked, why.given);
  }
  if (why.is !== "not-believed") {
    const stopped = stoppedByLimit(asked, row, analyte);
    if (stopped !== undefined) return stopped;
  }
  if (why.is === "ahead") {
    const ahead = { ...facts, sampledDay: why.sampledDay };
    return remark("counts", ask("sampled-ahead", ahead, ["decision-plausible-bounds"], []), about);
  }
  if (why.is === "no-unit") return remark("counts", ask("no-unit", facts, cites, []), about);
  const written = { ...facts, unitText: row.unit ?? "" };
  return why.is === "unknown-unit"
    ? remark("counts", ask("unknown-unit", written, cites, []), about)
    : remark("counts", ask("not-believed", written, cites, [repeatOf(asked, analyte.id)]), about);
}

/** Its limits count as missing, and nothing is read as normal against them. */
export function limitsRemark({ day }: Asked, { analyte }: Pick<Graded, "analyte">) {
  const { least, most, cites } = analyte.plausibleLimit;
  const facts = { analyte: analyte.id, leastLimit: least, mostLimit: most, unitText: analyte.unit };
  const check = [step("lab", "repeat-result", { analyte: analyte.id }, day)];
  return remark("counts", ask("limits-not-believed", facts, cites, check), {
    kind: "analyte",
    id: analyte.id,
  } as const);
}

/** How many times the laboratory's own limit a value is needs no unit: it may stop, and never passes. */
function stoppedByLimit(asked: Asked, { value, unit, upperLimit, baseline }: GivenResult, analyte: Analyte) {
  if (analyte.grades?.of !== "upper-limit" || upperLimit === undefined || upperLimit <= 0) return undefined;
  const raised = baseline !== undefined && baseline > upperLimit ? baseline : undefined;
  const grade = gradeFor(analyte, { value, upperLimit }, raised);
  const { verdict, floor } = verdictOn(analyte, value, grade, asked.values, undefined);
  if (verdict !== "stop" || typeof grade !== "number") return undefined;
  const { askFromGrade, stopFromGrade } = asked.values;
  const cites = citesOf(askFromGrade, stopFromGrade, analyte.grades);
  const steps = [repeatOf(asked, analyte.id), toJudge(asked, [analyte.id])];
  const facts = { analyte: analyte.id, value, unitText: unit ?? "", upperLimit, gradeNumber: grade };
  return remark("counts", stop("far-over-its-limit", facts, cites, steps, floor ? { floor: true } : {}), {
    kind: "analyte",
    id: analyte.id,
  } as const);
}

const repeatOf = (asked: Asked, analyte: string) => step("lab", "repeat-result", { analyte }, asked.day);
