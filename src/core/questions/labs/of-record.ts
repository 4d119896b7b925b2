/** What the patient's record already holds: results that count now, those nobody has read, and lines over days. */
import type { Day } from "../../calendar.ts";
import { ask } from "../../finding.ts";
import type { Analyte } from "../../knowledge/schema.ts";
import {
  areLimitsPlausible,
  baselineOf,
  believed,
  isReviewed,
  type Looking,
  type Measured,
  raisedBaselineOf,
  resultsNow,
  unusable,
} from "../../results.ts";
import { step } from "../../steps.ts";
import { type Asked, remark, type Series } from "../question.ts";
import { type Graded, graded, toJudge } from "./said.ts";

/** The record, as reading results looks at it. */
export function lookingAt({ record, knowledge, values, day }: Asked): Looking | undefined {
  return record === undefined ? undefined : { record, knowledge, values, day };
}

/** The value before treatment, where it was above the laboratory's limit. */
export function recordBaseline(looking: Looking | undefined): (analyte: Analyte) => number | undefined {
  return ({ id }) => {
    const base = looking === undefined ? undefined : baselineOf(looking, id)?.body;
    return base?.upperLimit !== undefined && base.value > base.upperLimit ? base.value : undefined;
  };
}

/** Results that count now; a newer one given beside the record takes the place of the record's. */
export function recordedResults(looking: Looking, given: ReadonlyMap<string, Day>): Graded[] {
  return resultsNow(looking).flatMap(({ analyte, result }) => {
    const { body, happened } = result;
    const newer = given.get(analyte.id);
    if (newer !== undefined && newer > happened.day) return [];
    return [
      graded(
        {
          analyte,
          day: happened.day,
          measured: body,
          raisedBaseline: raisedBaselineOf(looking, analyte, result),
          fasting: body.fasting,
          hoursSinceAlcohol: body.hoursSinceAlcohol,
        },
        // Under way, the supply's own rules have judged how the sample was taken.
        looking.record.firstDoseDay === undefined,
      ),
    ];
  });
}

/** Results nobody has read, and those nobody can read. */
export function unreadRemarks(asked: Asked, looking: Looking) {
  const unread = resultsNow(looking).filter(({ result }) => !isReviewed(looking, result));
  const ids = [...new Set(unread.map(({ analyte }) => analyte.id))];
  const cites = asked.values.monitoredAnalytes.cites;
  const said = [];
  if (ids.length > 0) {
    const read = [step("prescriber", "review-results", {}, asked.day)];
    said.push(remark("counts", ask("not-reviewed", { analytes: ids }, cites, read)));
  }
  const unusableIds = unusable(looking);
  const known = unusableIds.filter((id) => asked.knowledge.analytes[id] !== undefined);
  if (known.length > 0) {
    const again = known.map((analyte) => step("lab", "repeat-result", { analyte }, asked.day));
    said.push(remark("counts", ask("unusable", { analytes: known }, cites, again)));
  }
  const strange = unusableIds.filter((id) => !known.includes(id));
  if (strange.length > 0) {
    said.push(
      remark("counts", ask("unknown-analyte", { analyteTexts: strange }, cites, [toJudge(asked, strange)])),
    );
  }
  return said;
}

/** A line is drawn at no limit that nobody believes. */
function upperOf(analyte: Analyte, measured: Measured): number | undefined {
  return areLimitsPlausible(analyte, measured) ? measured.upperLimit : undefined;
}

interface Point {
  readonly analyte: Analyte;
  readonly day: Day;
  readonly value: number;
  readonly upperLimit: number | undefined;
}

/** A line for each test, with the laboratory's limit and the grades it is read against. */
export function seriesOf(asked: Asked, looking: Looking | undefined, given: readonly Graded[]): Series[] {
  const points = new Map<string, Point[]>();
  const add = (point: Point) => {
    const list = points.get(point.analyte.id);
    if (list === undefined) points.set(point.analyte.id, [point]);
    else list.push(point);
  };
  for (const id of looking?.record.labs.keys() ?? []) {
    const analyte = asked.knowledge.analytes[id];
    if (looking === undefined || analyte === undefined) continue;
    for (const { body, happened } of believed(looking, id)) {
      add({ analyte, day: happened.day, value: body.value, upperLimit: upperOf(analyte, body) });
    }
  }
  for (const { analyte, day, measured } of given) {
    add({ analyte, day, value: measured.value, upperLimit: measured.upperLimit });
  }
  return [...points.values()].map((unsorted) => {
    const list = unsorted.toSorted((a, b) => a.day - b.day);
    const { analyte } = list[0] as Point;
    const upperLimit = list.findLast((point) => point.upperLimit !== undefined)?.upperLimit;
    return {
      id: analyte.id,
      unit: analyte.unit,
      points: list.map(({ day, value }) => ({ day, value })),
      lines: linesOf(asked, analyte, upperLimit),
    };
  });
}

function linesOf({ values }: Asked, analyte: Analyte, upperLimit: number | undefined): Series["lines"] {
  const { grades } = analyte;
  const scale = grades?.of === "unit" ? 1 : upperLimit;
  const floor = analyte.id === "triglycerides" ? values.triglyceridesStopMgPerDl.value : null;
  return [
    ...(upperLimit === undefined ? [] : [{ value: upperLimit, meaning: "upper-limit" }]),
    ...(grades === undefined || scale === undefined
      ? []
      : grades.limits
          .filter(({ over }) => grades.of === "unit" || over !== 1)
          .map(({ grade, over }) => ({ value: over * scale, meaning: `grade-${grade}` }))),
    ...(floor === null ? [] : [{ value: floor, meaning: "never-passed" }]),
  ];
}
