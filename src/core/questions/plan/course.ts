/** The whole course held against its limits: doses a day, length, cumulative dose, and what capsules made of the wish. */
import { plus, safetyMonths } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { lastDayWithin } from "../../course-length.ts";
import { advise, pass, stop } from "../../finding.ts";
import { canBeDivided } from "../../plan/capsule-dose.ts";
import { capsulesText } from "../../plan/capsules-text.ts";
import { step } from "../../steps.ts";
import { remark } from "../question.ts";
import type { Made, Standing } from "./make.ts";
import { monthsAfter } from "./months-after.ts";
import { hundredth } from "./phases.ts";
import { singleDose } from "./single-dose.ts";

export function courseRemarks(standing: Standing, made: Made) {
  return [
    ...madeOfCapsules(made),
    ...dividedDoses(standing, made),
    ...asOneDose(standing, made),
    ...firstSupply(standing, made),
    lengthRemark(standing, made),
    ...cumulative(standing, made),
    ...daysOff(standing, made),
    washout(standing, made),
  ];
}

/** Where capsules cannot make the dose that was wished. */
function madeOfCapsules({ plan }: Made) {
  return plan.phases
    .filter(({ kind, intendedMg, dailyMg }) => kind !== "in-hand" && Math.abs(intendedMg - dailyMg) > 1e-6)
    .map(({ intendedMg, dailyMg, fromDay }) =>
      remark("counts", advise("rounded", { wishedMg: hundredth(intendedMg), dailyMg, fromDay }, [])),
    );
}

function dividedDoses({ asked, input, making }: Standing, { plan }: Made) {
  const { value: wanted, cites } = asked.values.dosesPerDay;
  if (wanted === null || wanted <= 1) return [];
  const stated = input.dosesPerDay;
  if (stated !== undefined && stated < wanted)
    return [remark("counts", advise("fewer-doses", { stated, wanted }, cites))];
  const whole = plan.phases.filter(
    ({ pattern }) => pattern !== undefined && !canBeDivided(pattern, Math.max(wanted, making.doses)),
  );
  return whole.length === 0
    ? [remark("know", pass("divided", { doses: making.doses }, cites))]
    : whole.map(({ dailyMg, fromDay }) =>
        remark("counts", advise("cannot-be-divided", { dailyMg, fromDay, doses: making.doses }, cites)),
      );
}

/** Where dividing the day takes more capsules, or dearer ones, than one dose would: a trade-off to know. */
function asOneDose({ making }: Standing, { plan }: Made) {
  const main = plan.phases.at(-1);
  const [one] = main?.pattern?.days ?? [];
  const single = singleDose(main, making);
  if (single === undefined || one === undefined) return [];
  const facts = {
    capsules: capsulesText(single.capsules),
    divided: capsulesText(one.capsules),
    doses: making.doses,
  };
  return [remark("know", advise("as-one-dose", facts, []))];
}

function firstSupply({ asked }: Standing, { plan }: Made) {
  const { firstSupplyDays, firstDailyMg } = asked.values;
  const lowered = plan.phases.find(
    ({ kind, wishedMg, intendedMg }) => kind === "first-supply" && intendedMg < wishedMg,
  );
  const cites = citesOf(firstSupplyDays, firstDailyMg);
  const facts = { days: firstSupplyDays.value, mostMg: firstDailyMg.value };
  if (lowered !== undefined) return [remark("counts", advise("starts-low", facts, cites))];
  return plan.phases.some(({ kind }) => kind === "first-supply")
    ? [remark("know", advise("starts-short", facts, cites))]
    : [];
}

/** Past the usual length an advice, past the longest a stop until a prescriber has judged it. */
function lengthRemark({ asked, input, firstDay }: Standing, { plan: { lastDay } }: Made) {
  const { courseUsual, courseLongest } = asked.values;
  const cites = citesOf(courseUsual, courseLongest);
  const usualDay = lastDayWithin(firstDay, courseUsual.value);
  const longestDay = lastDayWithin(firstDay, courseLongest.value);
  const facts = { lastDay, usualDay, longestDay };
  if (longestDay !== undefined && lastDay > longestDay) {
    if (isJudged(asked.record)) return remark("counts", advise("longer-judged", facts, cites));
    const judge = step("prescriber", "judge-course-length", {}, asked.day);
    const more = { ...facts, isByTarget: input.targetMgPerKg !== undefined && input.days === undefined };
    return remark("counts", stop("longer-than-longest", more, cites, [judge]));
  }
  return usualDay !== undefined && lastDay > usualDay
    ? remark("counts", advise("longer-than-usual", facts, cites))
    : remark("counts", pass("short-enough", facts, cites));
}

/** A prescriber's word for this supply that the course may be longer. */
function isJudged(record: Standing["asked"]["record"]): boolean {
  const word = record
    ?.of("judgement-recorded")
    .findLast(
      ({ body, happened }) =>
        body.rule === "course-is-short-enough" &&
        (body.reason === undefined || body.reason === "longer-than-longest") &&
        (record.sinceDay === undefined || happened.day > record.sinceDay),
    );
  return word?.body.conclusion === "may-continue";
}

function cumulative({ asked, input }: Standing, { plan }: Made) {
  const { mgPerKg: exact } = plan;
  if (exact === undefined) return [];
  const { value: mostMgPerKg, cites } = asked.values.cumulativeMgPerKg;
  const facts = {
    mg: plan.mg,
    takenMg: plan.takenMg,
    mgPerKg: hundredth(exact),
    targetMgPerKg: input.targetMgPerKg,
    lastDay: plan.lastDay,
    mostMgPerKg,
  };
  if (mostMgPerKg !== null && exact > mostMgPerKg)
    return [remark("counts", advise("cumulative-beyond", facts, cites))];
  const { targetMgPerKg } = input;
  return [
    targetMgPerKg !== undefined && exact < targetMgPerKg - tolerance
      ? remark("counts", advise("target-not-reached", { ...facts, targetMgPerKg }, cites))
      : remark("counts", pass("cumulative", facts, cites)),
  ];
}

/** Sums of milligrams per kilogram do not end on the last digit. */
const tolerance = 1e-6;

/** Days off of the plan, and those that were asked for and fall outside it. */
function daysOff({ input }: Standing, { plan }: Made) {
  const days = plan.phases.reduce((sum, phase) => sum + phase.daysOff, 0);
  const outside = (input.daysOff ?? []).filter(
    ({ from, days: off }) => from > plan.lastDay || plus(from, off - 1) < plan.startDay,
  );
  return [
    ...(days === 0
      ? []
      : [remark("know", advise("days-off", { days, lastDay: plan.lastDay }, ["aad-2024-secondary"]))]),
    ...outside.map(({ from, days: off }) =>
      remark("counts", advise("days-off-outside", { fromDay: from, toDay: plus(from, off - 1) }, [])),
    ),
  ];
}

/** How long the drug stays, in words and with its spread; the month stands, whatever the half-life. */
function washout({ asked, person }: Standing, { plan }: Made) {
  const months = monthsAfter(person, asked);
  const untilDay = safetyMonths(plan.lastDay, months);
  return remark(
    "know",
    advise("washout", { untilDay, months }, ["label-us-half-life", "nulman-1998", "derived-washout"]),
  );
}
