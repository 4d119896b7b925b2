/** A plan beside the same course at other doses, as rows of one table. */
import type { AnswerJson } from "../../../../app/questions/answer-shape.ts";
import type { PlanJson } from "../../../../app/questions/plan-shape.ts";
import { type Verdict, verdicts, worse } from "../../../../core/finding.ts";
import type { DoseStatus } from "../../../../core/questions/plan/phases.ts";

type RemarkJson = AnswerJson["remarks"][number];

/** What is against a dose besides its limits. */
export const concerns = ["not-reached", "longer-than-usual", "off-label-us"] as const;
export type Concern = (typeof concerns)[number];

export interface ComparedPlan {
  readonly plan: PlanJson;
  readonly dailyMg: number;
  readonly mgPerKgDaily: number | undefined;
  readonly capsules: number;
  readonly yen: number | undefined;
  readonly isYenPart: boolean;
  /** Undefined where no weight is known. */
  readonly status: DoseStatus | undefined;
  readonly concerns: readonly Concern[];
  /** Fewer capsules that would do as one dose a day, and how much less they cost a day where that is known. */
  readonly asOneDose?: { readonly capsules: string; readonly lessYen: number | undefined };
}

const alternatives: ReadonlySet<string> = new Set(["alternative", "alternative-refused"]);
export const isAlternative = ({ reason }: RemarkJson): boolean => alternatives.has(reason);

/** The plan that was asked for, then each that is set beside it; none where there is nothing to compare. */
export function comparedOf({
  plans = [],
  remarks,
  total,
  notListed = [],
}: AnswerJson): readonly ComparedPlan[] {
  const [asked, ...others] = plans;
  const said = remarks.filter(isAlternative);
  if (asked === undefined || others.length === 0) return [];
  const phase = worstPhase(remarks);
  const has = (...reasons: readonly string[]) => remarks.some(({ reason }) => reasons.includes(reason));
  const own: ComparedPlan = {
    ...fromPlan(asked),
    mgPerKgDaily: numberIn(remarks.findLast(isPhase), "mgPerKg"),
    yen: total,
    isYenPart: notListed.length > 0,
    status: phase === undefined ? undefined : statuses.get(phase.reason),
    concerns: [
      ...(has("target-not-reached") ? (["not-reached"] as const) : []),
      ...(has("longer-than-usual", "longer-than-longest", "longer-judged")
        ? (["longer-than-usual"] as const)
        : []),
    ],
  };
  return [own, ...others.flatMap((plan, index) => besideIt(plan, said[index]))];
}

function besideIt(plan: PlanJson, said: RemarkJson | undefined): readonly ComparedPlan[] {
  if (said === undefined) return [];
  const { facts } = said;
  const single = facts["asOneDose"];
  return [
    {
      ...fromPlan(plan),
      mgPerKgDaily: numberIn(said, "doseMgPerKg"),
      yen: numberIn(said, "totalYen"),
      isYenPart: facts["isPart"] === true,
      status: [...statuses.values()].find((one) => one === facts["status"]),
      concerns: [
        ...(facts["isReached"] === false ? (["not-reached"] as const) : []),
        ...(facts["isLongerThanUsual"] === true ? (["longer-than-usual"] as const) : []),
        ...(facts["isOffLabel"] === true ? (["off-label-us"] as const) : []),
      ],
      ...(typeof single === "string"
        ? { asOneDose: { capsules: single, lessYen: numberIn(said, "oneDoseLessYen") } }
        : {}),
    },
  ];
}

const verdictOfStatus: { readonly [S in DoseStatus]: Verdict } = {
  within: "pass",
  "below-label": "advise",
  "above-ordinary-justified": "advise",
  "above-ordinary": "ask",
  "above-ordinary-for-minor": "stop",
  "above-maximum": "stop",
};

/** The same mark for the same standing, whether it was asked for or is set beside it. */
export function verdictOf({ status, concerns: against }: Pick<ComparedPlan, "status" | "concerns">): Verdict {
  const own = status === undefined ? "ask" : verdictOfStatus[status];
  return against.length > 0 ? worse(own, "advise") : own;
}

function fromPlan(plan: PlanJson): Pick<ComparedPlan, "plan" | "dailyMg" | "capsules"> {
  const capsules = plan.supplies.flatMap((supply) => supply.capsules);
  return {
    plan,
    dailyMg: plan.phases.at(-1)?.dailyMg ?? 0,
    capsules: capsules.reduce((sum, { count }) => sum + count, 0),
  };
}

/** How a phase that was asked for stands to the limits, by what is said of it. */
const statuses: ReadonlyMap<string, DoseStatus> = new Map([
  ["phase-within", "within"],
  ["phase-below-label", "below-label"],
  ["phase-above-ordinary", "above-ordinary"],
  ["phase-above-ordinary-justified", "above-ordinary-justified"],
  ["phase-above-ordinary-for-minor", "above-ordinary-for-minor"],
  ["phase-above-maximum", "above-maximum"],
]);

function isPhase({ reason }: RemarkJson): boolean {
  return reason.startsWith("phase-");
}

/** Of several phases the one that weighs most. */
function worstPhase(remarks: readonly RemarkJson[]): RemarkJson | undefined {
  return remarks
    .filter(isPhase)
    .toSorted((a, b) => verdicts.indexOf(b.verdict) - verdicts.indexOf(a.verdict))
    .at(0);
}

function numberIn(remark: RemarkJson | undefined, name: string): number | undefined {
  const value = remark?.facts[name];
  return typeof value === "number" ? value : undefined;
}
