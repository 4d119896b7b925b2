/** Laboratory results: which are believed, which count now, and how they grade. */
import { type Case, isCurrent } from "./case.ts";
import type { Body, EntryOf } from "./entry.ts";
import type { GradedResult } from "./finding.ts";
import { notBefore } from "./happened.ts";
import type { Analyte } from "./knowledge/schema.ts";

export type Result = EntryOf<"lab-resulted">;

/** What reading results looks at: the case of a supply, or a question about a patient. */
export type Looking = Pick<Case, "record" | "knowledge" | "values" | "day">;

/** A value outside the analyte's physiological bounds is not believed and counts as missing. */
export function isPlausible({ plausible }: Analyte, { value }: Pick<Measured, "value">): boolean {
  return value >= plausible.least && value <= plausible.most;
}

/** Limits that a laboratory can have, the right way round; the lower one is looked at where values below it matter. */
export function areLimitsPlausible(analyte: Analyte, { upperLimit, lowerLimit }: Measured): boolean {
  const { least, most } = analyte.plausibleLimit;
  const within = (limit: number | undefined) => limit === undefined || (limit >= least && limit <= most);
  const belowMatters = analyte.grades === undefined && analyte.watched?.end !== "upper";
  return (
    within(upperLimit) &&
    (!belowMatters || within(lowerLimit)) &&
    (lowerLimit ?? Number.NEGATIVE_INFINITY) <= (upperLimit ?? Number.POSITIVE_INFINITY)
  );
}

/** What multiplies a value in this unit into the analyte's own; undefined where no source gives it. */
export function factorFor(analyte: Analyte, unit: string): number | undefined {
  return unit === analyte.unit ? 1 : analyte.factors.find(({ from }) => from === unit)?.by;
}

/** A result in the analyte's own unit; undefined where its unit is neither that nor one with a cited factor. */
function inUnit(analyte: Analyte, result: Result): Result | undefined {
  const { unit, value, upperLimit, lowerLimit } = result.body;
  if (unit === analyte.unit) return result;
  const factor = factorFor(analyte, unit);
  if (factor === undefined) return undefined;
  const body = {
    ...result.body,
    unit: analyte.unit,
    value: value * factor,
    ...(upperLimit === undefined ? {} : { upperLimit: upperLimit * factor }),
    ...(lowerLimit === undefined ? {} : { lowerLimit: lowerLimit * factor }),
  };
  return { ...result, body };
}

const believedOf = new WeakMap<Looking, Map<string, readonly Result[]>>();

/** Results of an analyte that can be read and believed, oldest first, in its unit; reckoned once a case. */
export function believed(c: Looking, analyteId: string): readonly Result[] {
  let ofCase = believedOf.get(c);
  if (ofCase === undefined) believedOf.set(c, (ofCase = new Map()));
  let found = ofCase.get(analyteId);
  if (found === undefined) ofCase.set(analyteId, (found = readable(c, analyteId)));
  return found;
}

function readable(c: Looking, analyteId: string): Result[] {
  const analyte = c.knowledge.analytes[analyteId];
  const found: Result[] = [];
  if (analyte === undefined) return found;
  for (const written of c.record.labs.get(analyteId) ?? []) {
    const result = inUnit(analyte, written);
    if (result !== undefined && isPlausible(analyte, result.body)) found.push(result);
  }
  return found;
}

/** The latest believable result of an analyte. */
export function latestOf(c: Looking, analyteId: string): Result | undefined {
  return believed(c, analyteId).at(-1);
}

/**
 * Analytes whose newest word nobody can use: a unit without a cited factor, a value or a limit outside all bounds, a
 * result that could not be read or has no day, or a name that is no analyte of ours.
 */
export function unusable(c: Looking): string[] {
  const names = new Set<string>();
  for (const [id, written] of c.record.labs) {
    const newest = latestOf(c, id);
    const analyte = c.knowledge.analytes[id];
    const limits = newest === undefined || analyte === undefined || areLimitsPlausible(analyte, newest.body);
    if (newest?.id !== written.at(-1)?.id || !limits) names.add(id);
  }
  for (const { body, happened } of c.record.of("result-unread")) {
    const newest = latestOf(c, body.analyte);
    if (
      newest === undefined ||
      !notBefore(newest.happened, happened) ||
      newest.happened.day === happened.day
    ) {
      names.add(body.analyte);
    }
  }
  for (const fact of c.record.undated) {
    if (fact.type === "lab-resulted" && latestOf(c, fact.body.analyte) === undefined)
      names.add(fact.body.analyte);
  }
  return [...names];
}

/** The result before treatment against which a raised value is held: the last one before the first capsule. */
export function baselineOf(c: Looking, analyteId: string): Result | undefined {
  const { firstDoseDay } = c.record;
  if (firstDoseDay === undefined) return undefined;
  return believed(c, analyteId).findLast((result) => result.happened.day <= firstDoseDay);
}

/** Whether a prescriber has looked at results since they came in. */
export function isReviewed(c: Pick<Case, "record">, result: Result): boolean {
  return c.record.of("results-reviewed").some(
    ({ happened, recordedAt }) =>
      notBefore(happened, result.happened) &&
      // Nobody has read what had not come in yet.
      (recordedAt === undefined || result.recordedAt === undefined || recordedAt >= result.recordedAt),
  );
}

/** Latest results that speak for the patient as they are now: of this course, or recent enough before it. */
export function resultsNow(c: Looking): { analyte: Analyte; result: Result }[] {
  const found: { analyte: Analyte; result: Result }[] = [];
  for (const id of c.record.labs.keys()) {
    const analyte = c.knowledge.analytes[id];
    const results = believed(c, id);
    const newest = results.at(-1);
    if (analyte === undefined || newest === undefined) continue;
    const { day } = newest.happened;
    const speaks = (one: Result) =>
      (c.record.firstDoseDay !== undefined && one.happened.day >= c.record.firstDoseDay) ||
      isCurrent(c, one.happened.day) ||
      baselineOf(c, id)?.id === one.id;
    // What is held against limits nobody believes takes nothing back of what stood before.
    const sound = results.findLast(({ body }) => areLimitsPlausible(analyte, body));
    // Several results of one day count together where no clock says which is the newest.
    for (const result of results) {
      const tied =
        result.happened.day === day && (result.happened.at === undefined || newest.happened.at === undefined);
      if ((result === newest || result === sound || tied) && speaks(result)) found.push({ analyte, result });
    }
  }
  return found;
}

/** 0 is normal; `ungraded` is outside the laboratory's range with no cited grades; `no-limit` cannot be judged. */
export type Grade = GradedResult["grade"];

/** A value with its laboratory's own limits, all in the analyte's unit. */
export type Measured = Pick<Body<"lab-resulted">, "value" | "upperLimit" | "lowerLimit">;

/** CTCAE v5 grade of a patient's result, held against the limits and against a baseline that was raised. */
export function gradeOf(c: Looking, analyte: Analyte, result: Result): Grade {
  return gradeFor(analyte, result.body, raisedBaselineOf(c, analyte, result));
}

/** The value before treatment, where it was above the laboratory's limit already. */
export function raisedBaselineOf(c: Looking, analyte: Analyte, result: Result): number | undefined {
  const baseline = baselineOf(c, analyte.id);
  const base = baseline?.body;
  return baseline?.id !== result.id && base?.upperLimit !== undefined && base.value > base.upperLimit
    ? base.value
    : undefined;
}

/**
 * CTCAE v5 grade. Where the baseline was raised the worse of the two scales counts (clinical.md 12.9). Held against a
 * limit that no laboratory has nothing is normal; what is too high all the same stays so.
 */
export function gradeFor(analyte: Analyte, measured: Measured, raisedBaseline?: number): Grade {
  if (areLimitsPlausible(analyte, measured)) return gradeWithin(analyte, measured, raisedBaseline);
  const { upperLimit, lowerLimit: _, ...value } = measured;
  const upper = upperLimit === undefined || upperLimit <= 0 ? {} : { upperLimit };
  const grade = gradeWithin(analyte, { ...value, ...upper }, raisedBaseline);
  return grade === 0 ? "no-limit" : grade;
}

function gradeWithin(analyte: Analyte, measured: Measured, raisedBaseline: number | undefined): Grade {
  const { value, upperLimit, lowerLimit } = measured;
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
  const byBaseline =
    raisedBaseline === undefined || grades.ofRaisedBaseline === undefined
      ? 0
      : reached(value / raisedBaseline, grades.ofRaisedBaseline);
  const grade = Math.max(byLimit, byBaseline) as 0 | 1 | 2 | 3 | 4;
  if (grade > 0) return grade;
  // Grade 1 begins at the laboratory's own limit: without it nobody knows whether the value is normal.
  if (grades.aboveUpperLimitIsGrade1 === true && upperLimit === undefined) return "no-limit";
  if (!above) return 0;
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
