/** Is it working? The skin over time, a flare held against a failure, and whose decision comes next. */
import { plus } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { advise, ask, stop } from "../../finding.ts";
import { step } from "../../steps.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { type Comparison, compared, percentDown } from "./compare.ts";
import { responseRule, type Standing, standingOf } from "./course.ts";
import { bandOf, readScore, recordedScores, type Score, scoreColumns, seriesOf } from "./score.ts";
import { signsOf } from "./signs.ts";
import { besides, type Told } from "./told.ts";

export const response = question({
  id: "response",
  record: "helps",
  example: {
    scores: [
      { day: "2026-08-01", iga: 4 },
      { day: "2026-11-20", iga: 2 },
    ],
    firstDay: "2026-08-01",
  },
  fields: {
    scores: { kind: "rows", columns: scoreColumns },
    firstDay: { kind: "day" },
    weeks: { kind: "number", unit: "wk", least: 0, most: 104, whole: true },
    symptoms: { kind: "known-list", of: "symptoms" },
    male: { kind: "yes-no" },
    truncalNodules: { kind: "yes-no" },
    macrocomedones: { kind: "yes-no" },
    dailyMgPerKg: { kind: "number", unit: "mg/kg/d", least: 0, most: 4 },
    cumulativeMgPerKg: { kind: "number", unit: "mg/kg", least: 0, most: 1000 },
  },
  known({ firstDoseDay, openSymptoms }) {
    return {
      ...(firstDoseDay === undefined ? {} : { firstDay: firstDoseDay }),
      ...(openSymptoms.size === 0 ? {} : { symptoms: [...openSymptoms.keys()] }),
    };
  },
  answer({ scores: rows = [], firstDay, weeks, symptoms = [], ...told }, asked) {
    const read = rows.map((row) => readScore(row, asked.knowledge.scales["gags"], asked.day));
    const scores = [
      ...(asked.record === undefined ? [] : recordedScores(asked.record)),
      ...read.map(({ score }) => score),
    ]
      .filter(({ day }) => day <= asked.day)
      .toSorted((a, b) => a.day - b.day);
    const begunDay = firstDay ?? (weeks === undefined ? undefined : plus(asked.day, -weeks * 7));
    const standing = begunDay === undefined ? undefined : standingOf(asked, begunDay);
    const comparison = begunDay === undefined ? undefined : compared(scores, begunDay);
    const signs = signsOf(asked, symptoms, comparison?.is === "worse");
    const gaps = read.flatMap(({ missing, score }) =>
      missing.length === 0
        ? []
        : [
            remark(
              "counts",
              ask("regions-missing", { regions: missing, scoredDay: score.day }, gagsCites(asked), []),
            ),
          ],
    );
    const remarks = [
      ...signs,
      ...gaps,
      ...(signs.length === 0 && comparison !== undefined && standing !== undefined
        ? course(asked, comparison, standing)
        : []),
      ...figures(asked, scores, comparison),
      ...besides(asked, told satisfies Told, {
        standing,
        comparison,
        baseline: comparison?.baseline ?? scores[0],
        severeFlare: symptoms.includes("severe-flare"),
        fulminans: signs.length > 0,
      }),
    ];
    const series = seriesOf(asked, scores);
    const headline =
      signs.length > 0
        ? stop(
            "stops",
            {},
            signs.flatMap(({ cites }) => cites),
            [],
          )
        : headlineOf(asked, { scores, standing, comparison, severeFlare: symptoms.includes("severe-flare") });
    return answered(headline, remarks, { series });
  },
});

interface Found {
  readonly scores: readonly Score[];
  readonly standing: Standing | undefined;
  readonly comparison: Comparison | undefined;
  readonly severeFlare: boolean;
}

/** The one thing that comes first. */
function headlineOf(asked: Asked, { scores, standing, comparison, severeFlare }: Found) {
  const score = step("prescriber", "score-severity", {}, asked.day);
  if (severeFlare) {
    const cites = asked.knowledge.symptoms["severe-flare"]?.cites ?? [];
    return ask("severe-flare", {}, cites, [step("patient", "call-clinic", {}, asked.day, { when: "now" })]);
  }
  if (scores.length === 0) return ask("nothing-given", {}, [], [score]);
  if (standing === undefined) return ask("when-unknown", {}, [], []);
  if (comparison === undefined) return ask("nothing-to-compare", {}, [], [score]);
  const { weeks, isFlareTime, isTrialOver, trialWeeks, trialCites, usualDay, longestDay } = standing;
  const { courseLongest, courseUsual } = asked.values;
  const at = { weeks };
  const flare = asked.knowledge.symptoms["flare"]?.cites ?? [];
  if (comparison.is === "worse") {
    if (!isFlareTime) return ask("worse-late", at, flare, [score]);
    return isVerySevere(asked, comparison.latest)
      ? ask("worse-and-very-severe", at, [...flare, ...gagsCites(asked)], [score])
      : advise("flare", at, flare);
  }
  const judge = [step("prescriber", "judge-course-length", {}, asked.day)];
  if (longestDay !== undefined && asked.day > longestDay)
    return ask("longest-over", { ...at, longestDay }, citesOf(courseLongest), judge);
  if (comparison.is === "same") {
    return isTrialOver
      ? ask("no-effect", at, trialCites, [])
      : advise("too-early", { ...at, trialWeeks }, trialCites);
  }
  if (usualDay !== undefined && asked.day > usualDay)
    return ask("usual-over", { ...at, usualDay, longestDay }, citesOf(courseUsual, courseLongest), judge);
  const early = nodulesDown(asked, comparison);
  if (early !== undefined) return ask("may-end-early", { ...at, percent: early.percent }, early.cites, []);
  const success = responseRule(asked, "success-grade");
  return isSuccess(asked, comparison)
    ? advise("clear-for-now", at, success.cites)
    : advise("improving", at, trialCites);
}

function gagsCites({ knowledge }: Asked): readonly string[] {
  return knowledge.scales["gags"]?.cites ?? [];
}

/** For alarms: the worst band, or the whole face. */
function isVerySevere({ knowledge }: Asked, { gags, iga }: Score): boolean {
  return (
    (gags !== undefined && bandOf(knowledge.scales["gags"], gags)?.id === "very-severe") ||
    (iga !== undefined && iga >= (knowledge.scales["iga"]?.most ?? 4))
  );
}

/** Nodules down by more than the label's share, before the usual course is over. */
function nodulesDown(asked: Asked, { changes }: Comparison) {
  const { value, cites } = responseRule(asked, "nodules-down-percent");
  const nodules = changes.find(({ measure }) => measure === "nodules");
  const percent = nodules === undefined ? undefined : percentDown(nodules);
  return value !== undefined && percent !== undefined && percent > value
    ? { percent: Math.floor(percent), cites }
    : undefined;
}

function isSuccess(asked: Asked, { changes }: Comparison): boolean {
  const grade = responseRule(asked, "success-grade").value;
  const fall = responseRule(asked, "success-fall").value;
  const iga = changes.find(({ measure }) => measure === "iga");
  return (
    iga !== undefined &&
    grade !== undefined &&
    fall !== undefined &&
    iga.now <= grade &&
    iga.before - iga.now >= fall
  );
}

/** Lengths of the course, and what the comparison says of them. */
function course(asked: Asked, comparison: Comparison, { weeks, trialWeeks, trialCites }: Standing) {
  const early = nodulesDown(asked, comparison);
  const success = responseRule(asked, "success-grade");
  const stopEarly = responseRule(asked, "nodules-down-percent");
  const after = responseRule(asked, "after-clearance");
  const offDrug = responseRule(asked, "off-drug");
  return [
    remark("know", advise("trial", { weeks, trialWeeks }, trialCites)),
    ...(early === undefined
      ? []
      : [remark("do", ask("end-early", { says: stopEarly.says }, stopEarly.cites, []))]),
    ...(isSuccess(asked, comparison)
      ? [
          remark("know", advise("noted", { says: success.says }, success.cites)),
          remark("know", advise("noted", { says: after.says }, after.cites)),
        ]
      : []),
    ...(comparison.is === "better"
      ? [remark("know", advise("noted", { says: offDrug.says }, offDrug.cites))]
      : []),
  ];
}

/** Each scale as it stands, with its band. */
function figures(asked: Asked, scores: readonly Score[], comparison: Comparison | undefined) {
  const { scales } = asked.knowledge;
  const gags = scores.findLast((one) => one.gags !== undefined);
  const dlqi = scores.findLast((one) => one.dlqi !== undefined);
  const both = responseRule(asked, "record-both");
  const gagsBand = gags?.gags === undefined ? undefined : bandOf(scales["gags"], gags.gags);
  const dlqiBand = dlqi?.dlqi === undefined ? undefined : bandOf(scales["dlqi"], dlqi.dlqi);
  return [
    ...(comparison?.changes ?? []).map(({ measure, before, now }) =>
      remark(
        "know",
        advise(
          "change",
          { measure, before, now, percentDown: roundedDown(percentDown({ before, now })) },
          scales[measure]?.cites ?? [],
        ),
      ),
    ),
    ...(gags === undefined
      ? []
      : [
          remark(
            "know",
            advise("gags", { gags: gags.gags, band: gagsBand?.name, scoredDay: gags.day }, gagsCites(asked)),
          ),
        ]),
    ...(dlqi === undefined
      ? []
      : [
          remark(
            "know",
            advise(
              "dlqi",
              { dlqi: dlqi.dlqi, band: dlqiBand?.name, scoredDay: dlqi.day },
              scales["dlqi"]?.cites ?? [],
            ),
          ),
        ]),
    ...(scores.length > 0 ? [remark("know", advise("noted", { says: both.says }, both.cites))] : []),
  ];
}

function roundedDown(percent: number | undefined): number | undefined {
  return percent === undefined ? undefined : Math.floor(percent);
}
