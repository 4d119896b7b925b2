/** Daily dose and cumulative dose over the days of a plan, with the limits they are read against. */
import type { Day } from "../../calendar.ts";
import type { Series } from "../question.ts";
import type { Made, Standing } from "./make.ts";
import { hundredth, limits } from "./phases.ts";

export function seriesOf(
  { limited, input, soFar, elsewhere, asked }: Standing,
  { schedule, plan }: Made,
): readonly Series[] {
  const { weightKg } = limited;
  const daily: Series = {
    id: "daily-mg",
    unit: "mg/d",
    points: stretches(schedule.days, plan).flatMap(({ from, to, mg }) => [
      { day: from, value: mg },
      ...(to > from ? [{ day: to, value: mg }] : []),
    ]),
    lines: weightKg === undefined ? [] : limitLines(limited, weightKg),
  };
  if (weightKg === undefined || plan.mgPerKg === undefined) return [daily];
  const here = soFar === undefined || soFar === "unknown" ? 0 : (soFar.takenMgPerKg ?? 0);
  const before = here + (elsewhere?.mg ?? 0) / weightKg;
  const most = asked.values.cumulativeMgPerKg.value;
  const marks = new Set<Day>([plan.startDay, plan.lastDay, ...plan.supplies.map(({ toDay }) => toDay)]);
  let mg = 0;
  const points = schedule.days.flatMap((one) => {
    mg += one.mg;
    return marks.has(one.day) ? [{ day: one.day, value: hundredth(before + mg / weightKg) }] : [];
  });
  const lines = [
    ...(input.targetMgPerKg === undefined ? [] : [{ value: input.targetMgPerKg, meaning: "target" }]),
    ...(most === null ? [] : [{ value: most, meaning: "no-further-benefit" }]),
  ];
  return [daily, { id: "cumulative-mg-per-kg", unit: "mg/kg", points, lines }];
}

/** Days in a row at one dose: the mean where two days take turns, nothing on days off. */
function stretches(days: Made["schedule"]["days"], { phases, lastDay }: Made["plan"]) {
  const found: { from: Day; to: Day; mg: number }[] = [];
  for (const { day, off, phase } of days) {
    if (day > lastDay) break;
    const mg = off ? 0 : (phases[phase]?.dailyMg ?? 0);
    const last = found.at(-1);
    if (last?.mg === mg) last.to = day;
    else found.push({ from: day, to: day, mg });
  }
  return found;
}

function limitLines(limited: Standing["limited"], weightKg: number): Series["lines"] {
  const { minimum, ordinary, maximum } = limits(limited);
  const line = (meaning: string, { value }: typeof minimum) =>
    value === null ? [] : [{ value: hundredth(value * weightKg), meaning }];
  return [
    ...line("label-minimum", minimum),
    ...line("ordinary-maximum", ordinary),
    ...line("maximum", maximum),
  ];
}
