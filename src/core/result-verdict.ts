/** What a graded result means: the floor first, then the clinic's signed policy, then the grade alone. */
import type { Body } from "./entry.ts";
import type { Verdict } from "./finding.ts";
import type { Values } from "./knowledge/resolve.ts";
import type { Analyte } from "./knowledge/schema.ts";
import type { Record } from "./record.ts";
import type { Grade } from "./results.ts";

export interface ResultVerdict {
  readonly verdict: Verdict;
  readonly floor: boolean;
  /** What decided. */
  readonly by: "floor" | "policy" | "grade";
}

type Policy = Body<"policy-signed">;
type Limits = Pick<Values, "askFromGrade" | "stopFromGrade" | "triglyceridesStopMgPerDl">;

/** The laboratory policy the clinic signed last, if any. */
export function laboratoryPolicy(record: Pick<Record, "of">): Policy | undefined {
  return record.of("policy-signed").findLast(({ body }) => body.policy === "laboratory")?.body;
}

/** @param value in the analyte's own unit */
export function verdictOn(
  analyte: Analyte,
  value: number,
  grade: Grade,
  { askFromGrade, stopFromGrade, triglyceridesStopMgPerDl }: Limits,
  policy: Policy | undefined,
): ResultVerdict {
  const uncontrollable =
    analyte.id === "triglycerides" &&
    triglyceridesStopMgPerDl.value !== null &&
    value >= triglyceridesStopMgPerDl.value;
  if (uncontrollable || grade === 4) return { verdict: "stop", floor: true, by: "floor" };
  const byGrade = (verdict: Verdict): ResultVerdict => ({ verdict, floor: false, by: "grade" });
  if (grade === "ungraded" || grade === "no-limit") return byGrade("ask");
  const rows = policy?.rows.filter((row) => row.analyte === analyte.id && grade >= row.fromGrade) ?? [];
  const row = rows.toSorted((a, b) => b.fromGrade - a.fromGrade)[0];
  if (row !== undefined) return { verdict: row.action, floor: false, by: "policy" };
  if (grade === 0) return byGrade("pass");
  if (stopFromGrade.value !== null && grade >= stopFromGrade.value) return byGrade("stop");
  if (askFromGrade.value !== null && grade >= askFromGrade.value) return byGrade("ask");
  return byGrade("advise");
}
