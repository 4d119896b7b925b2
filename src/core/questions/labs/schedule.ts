/** When blood is due: which schedule is in force, what each asks for, and the next day of a chosen one. */
import { type Day, earlierDay, nominalDays, type Span, spanWithin } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { advise, ask } from "../../finding.ts";
import type { LabSchedule } from "../../knowledge/topics/labs.ts";
import { samplesDue } from "../../result-schedule.ts";
import type { Looking } from "../../results.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";

export const scheduleIds = ["label-us", "smpc", "xia-2022", "monthly"] as const;
export type ScheduleId = (typeof scheduleIds)[number];

interface Course {
  readonly firstDay: Day | undefined;
  /** The newest sample of each test, given or recorded. */
  readonly sampled: ReadonlyMap<string, Day>;
}

/** What is in force, what each schedule asks for, and what follows of the one somebody chose. */
export function scheduleRemarks(asked: Asked, chosen: ScheduleId | undefined, course: Course) {
  const all = scheduleIds.flatMap((id) => asked.knowledge.labSchedules[id] ?? []);
  const picked = all.filter(({ id }) => id === chosen);
  return [
    inForce(asked),
    ...picked.flatMap((schedule) => [
      ...(asksForLess(asked, schedule) ? [lessThanInForce(asked, schedule)] : []),
      nextOf(schedule, course),
    ]),
    ...(chosen === undefined ? [] : all).map((schedule) =>
      remark(
        "evidence",
        advise(
          asksForLess(asked, schedule) ? "schedule-asks-less" : "schedule-kept",
          { name: schedule.name, says: schedule.says, costs: schedule.costs },
          schedule.cites,
        ),
      ),
    ),
  ];
}

/** What is due of the patient now, samples given beside the record left out. */
export function dueRemarks(asked: Asked, looking: Looking, given: ReadonlySet<string>) {
  const samples = samplesDue(looking);
  if (samples === undefined) return [];
  const cites = scheduleCites(asked);
  const due = samples.filter(({ isDue, analyte }) => isDue && !given.has(analyte)).map((one) => one.analyte);
  if (due.length > 0) {
    return [
      remark(
        "counts",
        ask("due", { analytes: due }, cites, [step("nurse", "take-blood", { analytes: due }, asked.day)]),
      ),
    ];
  }
  const days = samples.flatMap(({ lastDay, isDue }) => (lastDay === undefined || isDue ? [] : [lastDay]));
  const nextDay = days.reduce<Day | undefined>((a, b) => (a === undefined ? b : earlierDay(a, b)), undefined);
  return [remark("do", advise("next-due", { nextDay }, cites))];
}

function scheduleCites({ values }: Asked): readonly string[] {
  return citesOf(
    values.monitoredAnalytes,
    values.resultsUntilResponseKnown,
    values.resultsFirstWithin,
    values.resultsEvery,
    values.resultsBeforeSecondSupply,
    values.resultsEverySupply,
  );
}

/** The schedule that the protocol's and the clinic's values make. */
function inForce(asked: Asked) {
  const { values, setting } = asked;
  const first = counted(values.resultsFirstWithin.value);
  const every = counted(values.resultsEvery.value);
  return remark(
    "know",
    advise(
      "in-force",
      {
        under: setting.clinic ?? setting.protocol,
        analytes: values.monitoredAnalytes.value ?? [],
        untilResponseKnown: values.resultsUntilResponseKnown.value === true,
        beforeSecondSupply: values.resultsBeforeSecondSupply.value === true,
        everySupply: values.resultsEverySupply.value === true,
        firstCount: first?.count,
        firstUnit: first?.unit,
        everyCount: every?.count,
        everyUnit: every?.unit,
      },
      scheduleCites(asked),
    ),
  );
}

/** A span as a number and its unit, for words. */
function counted(
  span: Span | null,
): { readonly count: number; readonly unit: "days" | "weeks" | "months" } | undefined {
  if (span === null) return undefined;
  if ("days" in span) return { count: span.days, unit: "days" };
  return "weeks" in span ? { count: span.weeks, unit: "weeks" } : { count: span.months, unit: "months" };
}

/** Whether following the schedule alone would leave out anything that is in force. */
function asksForLess({ values }: Asked, schedule: LabSchedule): boolean {
  const later = (own: Span | undefined, wanted: Span | null) =>
    wanted !== null && (own === undefined || nominalDays(own) > nominalDays(wanted));
  return (
    (values.monitoredAnalytes.value ?? []).some((id) => !schedule.analytes.includes(id)) ||
    later(schedule.firstWithin ?? schedule.every, values.resultsFirstWithin.value) ||
    later(schedule.every, values.resultsEvery.value) ||
    (values.resultsUntilResponseKnown.value === true && !schedule.untilResponseKnown) ||
    values.resultsBeforeSecondSupply.value === true ||
    values.resultsEverySupply.value === true
  );
}

function lessThanInForce(asked: Asked, { name }: LabSchedule) {
  const { setting } = asked;
  return remark(
    "do",
    ask("less-than-in-force", { name, under: setting.clinic ?? setting.protocol }, scheduleCites(asked), []),
  );
}

/** The day by which a schedule has the next sample; some have no days. */
function nextOf(schedule: LabSchedule, { firstDay, sampled }: Course) {
  const { name, cites, firstWithin, every, atPeakDose, analytes } = schedule;
  const facts = { name, analytes };
  if (firstDay === undefined) return remark("do", advise("before-first-capsule", facts, cites));
  const days = analytes.map((id) => {
    const day = sampled.get(id);
    return day !== undefined && day > firstDay ? day : undefined;
  });
  const during = days.includes(undefined)
    ? undefined
    : days.reduce((a, b) => (a === undefined || b === undefined ? a : earlierDay(a, b)));
  const span = during === undefined ? (firstWithin ?? every) : every;
  if (span !== undefined) {
    const nextDay = spanWithin(during ?? firstDay, span);
    return remark("do", advise("next-by-schedule", { ...facts, nextDay }, cites));
  }
  return atPeakDose
    ? remark("do", advise("next-at-peak-dose", facts, cites))
    : remark("do", advise("next-until-known", facts, cites));
}
