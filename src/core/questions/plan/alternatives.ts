/** The same course at other doses, side by side: how long, how much, within which limits. */
import { daysBetween } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { lastDayWithin } from "../../course-length.ts";
import { advise, stop } from "../../finding.ts";
import { capsulesIn } from "../../plan/capsule-dose.ts";
import { capsulesText } from "../../plan/capsules-text.ts";
import type { CoursePlan, PlanId } from "../../plan/course-plan.ts";
import { remark } from "../question.ts";
import { type Made, planFor, type Standing, stillToTake } from "./make.ts";
import { heaviestOf, hundredth, limits, statusOf, toldMgPerKg } from "./phases.ts";
import { lessYen, singleDose } from "./single-dose.ts";

export interface Alternative {
  readonly plan: CoursePlan;
  readonly said: ReturnType<typeof saidOf>;
}

/** Low doses in wide use for moderate acne, in milligrams a day (decision-plan). */
const lowDoses = [
  { id: "low-10-mg", dailyMg: 10 },
  { id: "low-20-mg", dailyMg: 20 },
] as const;

/** Those that were asked for, else half a milligram and one milligram per kilogram and the low doses. */
export function alternativesOf(standing: Standing, made: Made): readonly Alternative[] {
  const { input, limited, asked } = standing;
  const { weightKg } = limited;
  if (weightKg === undefined) return [];
  const { minimum, ordinary } = limits(limited);
  const usual: readonly { readonly id: PlanId; readonly dailyMg: number }[] = [
    ...byWeight("half-mg-per-kg", minimum.value, weightKg),
    ...byWeight("one-mg-per-kg", ordinary.value, weightKg),
    ...lowDoses,
  ];
  const chosen = input.compare?.map(({ dailyMg }) => ({ id: "compared" as const, dailyMg })) ?? usual;
  const longest = lastDayWithin(standing.firstDay, asked.values.courseLongest.value);
  const mostDays = longest === undefined ? undefined : daysBetween(standing.startDay, longest) + 1;
  const seen = new Set<string>([keyOf(made.plan)]);
  return chosen.flatMap(({ id, dailyMg }) => {
    const untilMg = stillToTake(standing);
    const untilDays = untilMg === undefined ? made.plan.days : mostDays;
    if (untilDays !== undefined && untilDays <= 0) return [];
    const planned = planFor(standing, id, [{ dailyMg, days: undefined }], { untilMg, untilDays });
    if (planned === undefined || seen.has(keyOf(planned.plan))) return [];
    seen.add(keyOf(planned.plan));
    return [{ plan: planned.plan, said: saidOf(standing, planned, untilMg) }];
  });
}

function byWeight(id: PlanId, mgPerKg: number | null, weightKg: number) {
  return mgPerKg === null ? [] : [{ id, dailyMg: mgPerKg * weightKg }];
}

/** Two doses that come to the same capsules are one plan. */
function keyOf({ phases }: CoursePlan): string {
  return phases
    .map(
      ({ pattern, dailyMg }) => pattern?.days.map((day) => capsulesText(day.capsules)).join("/") ?? dailyMg,
    )
    .join(";");
}

function saidOf(
  standing: Standing,
  { plan, bill }: Pick<Made, "plan" | "bill">,
  untilMg: number | undefined,
) {
  const { limited, asked, firstDay, making } = standing;
  const weightKg = limited.weightKg ?? 1;
  const main = plan.phases.at(-1);
  const [one, other] = main?.pattern?.days ?? [];
  const { courseUsual, courseLongest } = asked.values;
  const { minimum, ordinary } = limits(limited);
  const usualDay = lastDayWithin(firstDay, courseUsual.value);
  const status = main === undefined ? "within" : statusOf(heaviestOf(main), main.dailyMg, weightKg, limited);
  const single = singleDose(main, making);
  const facts = {
    id: plan.id,
    dailyMg: main?.dailyMg ?? 0,
    doseMgPerKg: toldMgPerKg((main?.dailyMg ?? 0) / weightKg, limited),
    capsules: one === undefined ? undefined : capsulesText(one.capsules),
    alternating: other === undefined ? undefined : capsulesText(other.capsules),
    asOneDose: single === undefined ? undefined : capsulesText(single.capsules),
    oneDoseLessYen: single === undefined || one === undefined ? undefined : lessYen(one, single, making),
    doses: making.doses,
    lastDay: plan.lastDay,
    days: plan.days,
    mg: plan.mg,
    mgPerKg: plan.mgPerKg === undefined ? undefined : hundredth(plan.mgPerKg),
    visits: plan.supplies.length,
    count: plan.supplies.reduce((sum, { capsules }) => sum + capsulesIn({ capsules }), 0),
    // Where no line has a price there is no sum.
    totalYen: bill === undefined || bill.lines.length === 0 ? undefined : bill.totalYen,
    isPart: bill !== undefined && bill.notListed.length > 0,
    status,
    isReached: untilMg === undefined || plan.mg >= untilMg - 1e-6,
    isLongerThanUsual: usualDay !== undefined && plan.lastDay > usualDay,
    isOffLabel: status === "below-label" && asked.country === "US",
  };
  const cites = [
    ...citesOf(minimum, ordinary, courseUsual, courseLongest),
    ...(plan.id === "low-10-mg" || plan.id === "low-20-mg" ? ["decision-plan"] : []),
  ];
  return status === "above-maximum" || status === "above-ordinary-for-minor"
    ? remark("know", stop("alternative-refused", facts, cites, []))
    : remark("know", advise("alternative", facts, cites));
}
