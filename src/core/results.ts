/** Laboratory results: which are believed, which count now, and how they grade. */
import { type Day, laterDay } from "./calendar.ts";
import { type Case, isCurrent } from "./case.ts";
import type { EntryOf } from "./entry.ts";
import type { GradedResult } from "./finding.ts";
import type { Analyte } from "./knowledge/schema.ts";

export type Result = EntryOf<"lab-resulted">;

/** A value outside the analyte's physiological bounds is not believed and counts as missing. */
export function isPlausible(analyte: Analyte, result: Result): boolean {
  return result.body.value >= analyte.plausible.least && result.body.value <= analyte.plausible.most;
}

/** The latest believable result of an analyte. */
export function latestOf(c: Case, analyteId: string): Result | undefined {
  const analyte = c.knowledge.analytes[analyteId];
  return analyte === undefined
    ? undefined
    : c.record.labs.get(analyteId)?.findLast((result) => isPlausible(analyte, result));
}

/** The result before treatment against which a raised value is held: the last one before the first capsule. */
export function baselineOf(c: Case, analyteId: string): Result | undefined {
  const analyte = c.knowledge.analytes[analyteId];
  const { firstDoseDay } = c.record;
  if (analyte === undefined || firstDoseDay === undefined) return undefined;
  return c.record.labs
    .get(analyteId)
    ?.findLast((result) => isPlausible(analyte, result) && result.happened.day <= firstDoseDay);
}

/** Whether a prescriber has looked at results since they came in. */
export function isReviewed(c: Case, result: Result): boolean {
  return c.record
    .of("results-reviewed")
    .some(({ happened, actor }) => actor === "prescriber" && happened.day >= result.happened.day);
}

/** Latest results that speak for the patient as they are now: of this course, or recent enough before it. */
export function resultsNow(c: Case): { analyte: Analyte; result: Result }[] {
  const found: { analyte: Analyte; result: Result }[] = [];
  for (const id of c.record.labs.keys()) {
    const analyte = c.knowledge.analytes[id];
    const result = latestOf(c, id);
    if (analyte === undefined || result === undefined) continue;
    const day = result.happened.day;
    const ofThisCourse = c.record.firstDoseDay !== undefined && day >= c.record.firstDoseDay;
    if (ofThisCourse || isCurrent(c, day) || baselineOf(c, id) === result) found.push({ analyte, result });
  }
  return found;
}

/** 0 is normal; `ungraded` is outside the laboratory's range with no cited grades; `no-limit` cannot be judged. */
export type Grade = GradedResult["grade"];

/**
 * CTCAE v5 grade. Where the baseline was raised the worse of the two scales counts (clinical.md 12.9).
 */
export function gradeOf(c: Case, analyte: Analyte, result: Result): Grade {
  const { value, upperLimit, lowerLimit } = result.body;
  const below = lowerLimit !== undefined && value < lowerLimit;
  const above = upperLimit !== undefined && value > upperLimit;
  const grades = analyte.grades;
  if (grades === undefined) {
    if (upperLimit === undefined && lowerLimit === undefined) return "no-limit";
    return above || below ? "ungraded" : 0;
  }
  if (grades.of === "upper-limit" && upperLimit === undefined) return "no-limit";
  const unit = grades.of === "unit" ? 1 : (upperLimit ?? 1);
  const byLimit = reached(value / unit, grades.limits);
  const baseline = baselineOf(c, analyte.id);
  const base = baseline?.body;
  const raised =
    baseline !== result && base?.upperLimit !== undefined && base.value > base.upperLimit
      ? base.value
      : undefined;
  const byBaseline =
    raised === undefined || grades.ofRaisedBaseline === undefined
      ? 0
      : reached(value / raised, grades.ofRaisedBaseline);
  const grade = Math.max(byLimit, byBaseline) as 0 | 1 | 2 | 3 | 4;
  if (grade > 0 || !above) return grade;
  // Where grade 1 begins at a figure of its own the laboratory's limit says nothing; where it begins there, it is 1.
  if (grades.aboveUpperLimitIsGrade1 === true) return 1;
  return grades.of === "unit" && grades.limits.some((limit) => limit.grade === 1) ? 0 : "ungraded";
}

interface Limit {
  readonly grade: number;
  readonly over: number;
  readonly inclusive?: boolean | undefined;
}

function reached(multiple: number, limits: readonly Limit[]): number {
  return limits.reduce(
    (worst, { grade, over, inclusive }) =>
      multiple > over || (inclusive === true && multiple === over) ? Math.max(worst, grade) : worst,
    0,
  );
}

/** The later of two days, either of which may be missing. */
export function latestDay(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : laterDay(a, b);
}
