/** What comes with it: the dose, what makes a severe flare likelier, whom to refer to, what pages say and is not done. */
import { citesOf } from "../../cites.ts";
import { advise, ask } from "../../finding.ts";
import type { ResponseRuleId } from "../../knowledge/topics/evidence.ts";
import { type Asked, remark } from "../question.ts";
import type { Comparison } from "./compare.ts";
import { responseRule, type Standing } from "./course.ts";
import type { Score } from "./score.ts";

export interface Told {
  readonly male?: boolean | undefined;
  readonly truncalNodules?: boolean | undefined;
  readonly macrocomedones?: boolean | undefined;
  readonly dailyMgPerKg?: number | undefined;
  readonly cumulativeMgPerKg?: number | undefined;
}

interface Found {
  readonly standing: Standing | undefined;
  readonly comparison: Comparison | undefined;
  readonly baseline: Score | undefined;
  readonly severeFlare: boolean;
  readonly fulminans: boolean;
}

export function besides(asked: Asked, told: Told, found: Found) {
  return [
    ...dose(asked, told, found),
    ...predicted(asked, told, found),
    ...refer(asked, told, found),
    ...studies(asked),
  ];
}

/** Raised after an adequate trial and never in a flare; extended to the longest course in force. */
function dose(asked: Asked, told: Told, { standing, comparison, severeFlare, fulminans }: Found) {
  const { doseOrdinaryMaximumMgPerKg, courseLongest, cumulativeMgPerKg } = asked.values;
  const flaring = severeFlare || fulminans || comparison?.is === "worse";
  const inFlare = responseRule(asked, "raise-in-flare");
  if (flaring) {
    const { cites } = asked.values.fulminansStops;
    return [
      remark("do", advise("not-raised-now", {}, cites)),
      remark("not-applied", advise("noted", { says: inFlare.says }, inFlare.cites)),
    ];
  }
  if (standing === undefined || comparison === undefined) return [];
  const raise = responseRule(asked, "raise");
  const extend = responseRule(asked, "extend");
  const noEffect = comparison.is === "same" && standing.isTrialOver;
  const most = cumulativeMgPerKg.value;
  const soFar = told.cumulativeMgPerKg;
  return [
    ...(noEffect
      ? [
          remark(
            "do",
            ask(
              "raise",
              {
                says: raise.says,
                dailyMgPerKg: told.dailyMgPerKg,
                mostMgPerKg: doseOrdinaryMaximumMgPerKg.value,
              },
              [...new Set([...raise.cites, ...citesOf(doseOrdinaryMaximumMgPerKg)])],
              [],
            ),
          ),
        ]
      : []),
    ...(noEffect || (standing.usualDay !== undefined && asked.day > standing.usualDay)
      ? [
          remark(
            "do",
            ask(
              "extend",
              { says: extend.says, longestDay: standing.longestDay },
              [...new Set([...extend.cites, ...citesOf(courseLongest)])],
              [],
            ),
          ),
        ]
      : []),
    ...(most !== null && soFar !== undefined && soFar >= most
      ? [
          remark(
            "know",
            advise("enough", { cumulativeMgPerKg: soFar, mostMgPerKg: most }, citesOf(cumulativeMgPerKg)),
          ),
        ]
      : []),
  ];
}

/** Who gets a severe flare more often, while one can still come. */
function predicted(asked: Asked, { male, truncalNodules }: Told, { standing, baseline }: Found) {
  if (standing !== undefined && !standing.isFlareTime) return [];
  const over = (value: number | undefined, rule: ResponseRuleId, orEqual = false) => {
    const limit = responseRule(asked, rule).value;
    return value !== undefined && limit !== undefined && (value > limit || (orEqual && value === limit));
  };
  const rules: readonly ResponseRuleId[] = [
    ...(male === true ? (["predictor-male"] as const) : []),
    ...(over(baseline?.gags, "predictor-gags") ? (["predictor-gags"] as const) : []),
    ...(over(baseline?.comedones, "predictor-comedones") ? (["predictor-comedones"] as const) : []),
    ...(over(baseline?.nodules, "predictor-nodules", true) ? (["predictor-nodules"] as const) : []),
    ...(truncalNodules === true ? (["predictor-trunk"] as const) : []),
  ];
  if (rules.length === 0) return [];
  const low = responseRule(asked, "low-start");
  return [
    ...rules.map((rule) => {
      const { says, cites } = responseRule(asked, rule);
      return remark("know", advise("severe-flare-likelier", { says }, cites));
    }),
    ...(standing === undefined ? [remark("know", advise("noted", { says: low.says }, low.cites))] : []),
  ];
}

/** To a dermatologist: plugs that answer slowly, no effect after a trial, or a flare that is severe. */
function refer(asked: Asked, { macrocomedones }: Told, { standing, comparison, severeFlare }: Found) {
  const plugs = responseRule(asked, "macrocomedones");
  const none = responseRule(asked, "no-effect");
  const flare = asked.knowledge.symptoms["severe-flare"];
  const noEffect = comparison?.is === "same" && standing?.isTrialOver === true;
  return [
    ...(macrocomedones === true ? [remark("do", advise("refer", { says: plugs.says }, plugs.cites))] : []),
    ...(noEffect ? [remark("do", advise("refer", { says: none.says }, none.cites))] : []),
    ...(severeFlare && flare !== undefined
      ? [remark("do", advise("refer", { says: flare.does }, flare.cites), { kind: "symptom", id: flare.id })]
      : []),
  ];
}

function studies({ knowledge }: Asked) {
  return Object.values(knowledge.studies)
    .filter(({ about }) => about.includes("flare"))
    .map(({ id, found, caveat, people, cites }) =>
      remark("evidence", advise("study", { found, caveat, people }, cites), { kind: "study", id }),
    );
}
