/** The one sentence: what to do now, by what happened and when in treatment. */
import { type Day, earlierDay, plus, safetyMonths, startOf } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { lapsesOf } from "../../coverage.ts";
import { advise, ask, stop, wait } from "../../finding.ts";
import { step } from "../../steps.ts";
import { openStops } from "../open-stops.ts";
import type { Asked } from "../question.ts";
import type { Trouble } from "./contraception-trouble.ts";

export interface Told {
  readonly what: readonly Trouble[];
  readonly day?: Day;
  readonly phase?: "before" | "during" | "after";
  /** False where only a day of the last capsule says that it was after: there may be a new course. */
  readonly isPhaseTold?: boolean;
  readonly lastCapsule?: Day;
  readonly pillsForgotten?: number;
  readonly emergencyContraceptionTaken?: boolean;
}

const floor = { floor: true } as const;

/** @param cannot the record attests, on grounds that count, that pregnancy is not possible */
export function headlineOf(told: Told, cannot: boolean, asked: Asked) {
  const { day: today, values, record } = asked;
  const { contraceptionLapseStops, latePeriodStops, pregnancyStops } = values;
  const call = step("patient", "call-clinic", {}, today, { when: "now" });
  const planned = step("prescriber", "plan-after-lapse", {}, today);
  if (told.what.includes("positive-test")) {
    const assess = step("prescriber", "assess-pregnancy", {}, today, { when: "now" });
    const cites = [...pregnancyStops.cites, "label-us-boxed"];
    return { headline: stop("positive-test", {}, [...new Set(cites)], [call, assess], floor) };
  }
  const late = told.what.includes("late-period");
  // A period that can be late speaks against the attestation.
  if (cannot && !late)
    return { headline: advise("cannot-become-pregnant", {}, values.categoryAttested.cites) };
  if (told.phase === "after") return { headline: afterwards(told, late, asked) };
  if (late) {
    const plan = step("prescriber", "plan-after-late-period", {}, today);
    return { headline: stop("late-period", {}, latePeriodStops.cites, [call, plan], floor) };
  }
  const happenedDay = told.day === undefined ? undefined : earlierDay(told.day, today);
  if (record !== undefined && happenedDay !== undefined && isPlanned(happenedDay, asked)) {
    return { headline: advise("plan-recorded", { lapsedDay: happenedDay }, contraceptionLapseStops.cites) };
  }
  if (told.phase === "before") {
    const { contraceptionMonthsBefore } = values;
    const cites = citesOf(contraceptionMonthsBefore, contraceptionLapseStops);
    const months = contraceptionMonthsBefore.value ?? 1;
    if (happenedDay === undefined)
      return { headline: ask("month-begins-again-when", { months }, cites, [call, planned]) };
    // As the rule counts it: in force again from the day after.
    const fromDay = plus(safetyMonths(plus(happenedDay, 1), months), 1);
    if (fromDay > today) {
      const until = startOf(fromDay, asked.zone);
      return {
        headline: wait("month-begins-again", { fromDay, months }, cites, [call, planned], until),
        earliestDay: fromDay,
      };
    }
    return {
      headline: ask("month-is-over-plan-open", { lapsedDay: happenedDay, months }, cites, [call, planned]),
    };
  }
  const cites = [...new Set([...contraceptionLapseStops.cites, "page-001"])];
  return { headline: stop("stop-and-call", {}, cites, [call, planned], floor) };
}

/** After the last capsule there is nothing to stop; until the months are over it is as serious. */
function afterwards(told: Told, late: boolean, asked: Asked) {
  const { contraceptionMonthsAfter, contraceptionLapseStops } = asked.values;
  const cites = citesOf(contraceptionMonthsAfter, contraceptionLapseStops);
  const call = step("patient", "call-clinic", {}, asked.day, { when: "now" });
  const plan = late
    ? step("prescriber", "plan-after-late-period", {}, asked.day)
    : step("prescriber", "plan-after-lapse", {}, asked.day);
  if (told.lastCapsule === undefined) return ask("last-capsule-unknown", {}, cites, [call, plan]);
  const months = contraceptionMonthsAfter.value ?? 1;
  const throughDay = safetyMonths(told.lastCapsule, months);
  const happenedDay = told.day === undefined ? undefined : earlierDay(told.day, asked.day);
  if (happenedDay === undefined && throughDay < asked.day)
    return late
      ? ask("late-after-the-months", { throughDay }, cites, [call])
      : ask("months-are-over-day-unknown", { throughDay }, cites, [
          step("patient", "call-clinic", {}, asked.day),
        ]);
  if (happenedDay === undefined || happenedDay <= throughDay)
    return ask("still-within-the-months", { throughDay, months }, cites, [call, plan]);
  if (!late && told.isPhaseTold === false)
    return ask("months-are-over-unless-again", { throughDay }, cites, [
      step("patient", "call-clinic", {}, asked.day),
    ]);
  return late
    ? ask("late-after-the-months", { throughDay }, cites, [call])
    : advise("months-are-over", { throughDay }, cites);
}

/** Whether the record holds this lapse, and nothing of it is open any more. */
function isPlanned(lapsedDay: Day, asked: Asked): boolean {
  const { record } = asked;
  if (record === undefined || openStops(record, asked).length > 0) return false;
  return lapsesOf(record).some(({ happened }) => happened.day === lapsedDay);
}
