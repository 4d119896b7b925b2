/** From what was told and what is on record to a plan: its capsules, its days, its supplies and events. */
import { ageYears, type Day, daysBetween, earlierDay, laterDay, plus, spanEnd } from "../../calendar.ts";
import { lastDayWithin } from "../../course-length.ts";
import type { Product } from "../../knowledge/schema.ts";
import { dayDoses, type Making } from "../../plan/capsule-dose.ts";
import type { CoursePlan, PlanId } from "../../plan/course-plan.ts";
import { type Schedule, type Scheduling, scheduleOf, type Wish } from "../../plan/schedule.ts";
import { suppliesOf } from "../../plan/supplies.ts";
import type { Bill } from "../../price/bill.ts";
import { isResponseKnownIn } from "../../result-schedule.ts";
import { latestOf } from "../../results.ts";
import type { Person } from "../activity-standing.ts";
import { personOf } from "../moment.ts";
import type { Asked } from "../question.ts";
import { costOf, priceOfCapsules } from "./cost.ts";
import { eventsOf, type SaidEvent } from "./events.ts";
import type { PlanInput } from "./fields.ts";
import { type Limited, limits } from "./phases.ts";
import { earliestStart, preparedOf } from "./prepared.ts";
import { type Elsewhere, elsewhereOf, type SoFar, soFarOf } from "./so-far.ts";

/** Everything a plan starts from. */
export interface Standing {
  readonly input: PlanInput;
  readonly asked: Asked;
  readonly person: Person;
  readonly limited: Limited;
  readonly product: Product | undefined;
  /** Nobody chose the product: its strengths stand for it. */
  readonly isProductPresumed: boolean;
  readonly soFar: SoFar | "unknown" | undefined;
  readonly elsewhere: Elsewhere | undefined;
  readonly startDay: Day;
  /** The first day of the course, before the plan or on its first day. */
  readonly firstDay: Day;
  /** Why the plan begins later than was asked. */
  readonly restUntilDay: Day | undefined;
  readonly dosesPerDay: number;
  readonly making: Making;
}

export interface Made {
  readonly plan: Omit<CoursePlan, "events"> & { readonly events: readonly SaidEvent[] };
  readonly schedule: Schedule;
  /** Where the clinic tells its prices. */
  readonly bill: Bill | undefined;
  /** Chosen here because nobody said one. */
  readonly isDosePresumed: boolean;
}

export type Missing =
  | "weight"
  | "believable-weight"
  | "length"
  | "start"
  | "so-far"
  | "target-reached"
  | "nothing-to-take"
  | "never-reached";
/** Why nothing was made; of a target that is never reached, what it would take. */
export interface NotMade {
  readonly missing: Missing;
  readonly wouldTake?: { readonly days: number; readonly dailyMg: number };
}
export function isMissing(made: Made | NotMade): made is NotMade {
  return "missing" in made;
}

export function standingOf(input: PlanInput, asked: Asked): Standing {
  const { knowledge, record, values, day } = asked;
  const person = personOf(input.canBecomePregnant, asked);
  const chosen = input.product === undefined ? undefined : knowledge.products[input.product];
  const product = chosen ?? presumedProduct(asked);
  const soFar = record === undefined ? undefined : soFarOf(record, asked);
  const underWay = soFar !== undefined;
  const rest = restOf(asked);
  // What is not on record begins today at the earliest: without a day of one's own the first capsule waits for it.
  const earliest = person.canBecomePregnant === false ? day : earliestStart(preparedOf(asked), asked);
  const wanted = underWay ? laterDay(input.start ?? day, day) : (input.start ?? earliest);
  const startDay = rest === undefined || underWay ? wanted : laterDay(wanted, plus(rest, 1));
  const elsewhere = elsewhereOf(input, day);
  const begun = soFar === undefined || soFar === "unknown" ? startDay : soFar.firstDay;
  const wantedDoses = input.dosesPerDay ?? values.dosesPerDay.value ?? 1;
  return {
    input,
    asked,
    person,
    limited: {
      asked,
      weightKg: input.weightKg,
      // No word makes anybody older than the record has them.
      age: record?.birthDate === undefined ? input.age : ageYears(record.birthDate, startDay),
      isHighDoseJustified: (input.highDoseFor ?? []).length > 0,
      formulation: chosen?.formulation,
    },
    product,
    isProductPresumed: chosen === undefined,
    soFar,
    elsewhere,
    startDay,
    firstDay: elsewhere?.sinceDay === undefined ? begun : earlierDay(begun, elsewhere.sinceDay),
    restUntilDay: startDay === wanted ? undefined : rest,
    dosesPerDay: wantedDoses,
    making: {
      strengthsMg: product?.strengthsMg ?? [],
      doses: wantedDoses,
      priceOf: priceOfCapsules(asked, product),
    },
  };
}

/** The last day of the rest after an earlier course, where the record knows its last capsule. */
function restOf({ record, values }: Asked): Day | undefined {
  const last = record?.earlierCourse?.lastCapsuleDay;
  return last === undefined || values.rest.value === null ? undefined : spanEnd(last, values.rest.value);
}

/** One that the clinic dispenses, else one of the country's market: its strengths, until somebody chooses. */
function presumedProduct({ knowledge, setting, country }: Asked): Product | undefined {
  const clinic = setting.clinic === undefined ? undefined : knowledge.clinics[setting.clinic];
  const all = Object.values(knowledge.products);
  const own = clinic?.products.map((id) => knowledge.products[id]).find((one) => one !== undefined);
  return own ?? all.find(({ market }) => market === country) ?? all.find(({ market }) => market === "JP");
}

/** The plan that was asked for. */
export function makePlan(standing: Standing): Made | NotMade {
  const { input, soFar, product } = standing;
  const { weightKg, targetMgPerKg, days, steps = [], dailyMg } = input;
  if (product === undefined) return { missing: "never-reached" };
  if (soFar === "unknown") return { missing: "so-far" };
  if (weightKg !== undefined && !isBelievable(weightKg, standing.asked))
    return { missing: "believable-weight" };
  // Days off are days of the calendar: they fall nowhere before there is a first day.
  if ((input.daysOff ?? []).length > 0 && input.start === undefined && soFar === undefined)
    return { missing: "start" };
  if (targetMgPerKg === undefined && days === undefined && steps.length === 0) return { missing: "length" };
  if (
    weightKg === undefined &&
    (targetMgPerKg !== undefined ||
      standing.elsewhere !== undefined ||
      (dailyMg === undefined && steps.length === 0))
  )
    return { missing: "weight" };
  const untilMg = stillToTake(standing);
  if (untilMg !== undefined && untilMg <= 0) return { missing: "target-reached" };
  const untilDays = days === undefined ? undefined : days - daysBetween(standing.firstDay, standing.startDay);
  if (untilDays !== undefined && untilDays <= 0) return { missing: "target-reached" };
  const open = targetMgPerKg !== undefined || days !== undefined;
  const presumed =
    dailyMg === undefined && open
      ? (steps.at(-1)?.dailyMg ?? presumedMg(standing, untilMg, untilDays))
      : undefined;
  const wishes: readonly Wish[] = [
    ...steps,
    ...(open ? [{ dailyMg: dailyMg ?? presumed ?? 0, days: undefined }] : []),
  ];
  const made = planFor(standing, "asked", wishes, { untilMg, untilDays });
  if (made === undefined) return { missing: "nothing-to-take" };
  if (!made.schedule.isComplete) return neverReached(made.schedule, untilMg);
  const isUsed = made.schedule.phases.some(
    ({ kind }) => kind === "course" || (kind === "first-supply" && steps.length === 0),
  );
  return { ...made, isDosePresumed: presumed !== undefined && isUsed };
}

/** As long as it would take at the dose it ends with. */
function neverReached({ phases, days, totalMg }: Schedule, untilMg: number | undefined): NotMade {
  const dailyMg = phases.at(-1)?.dailyMg ?? 0;
  if (untilMg === undefined || dailyMg <= 0) return { missing: "never-reached" };
  const more = Math.ceil((untilMg - totalMg) / dailyMg);
  return { missing: "never-reached", wouldTake: { days: days.length + more, dailyMg } };
}

/** Within the weights that anybody believes. */
function isBelievable(kg: number, { values: { leastWeightKg, mostWeightKg } }: Asked): boolean {
  return kg >= (leastWeightKg.value ?? 0) && kg <= (mostWeightKg.value ?? Number.POSITIVE_INFINITY);
}

/** What is left to the target in milligrams, by the weight of now; undefined without a target. */
export function stillToTake({ input, soFar, elsewhere }: Standing): number | undefined {
  const { targetMgPerKg, weightKg } = input;
  if (targetMgPerKg === undefined || weightKg === undefined) return undefined;
  const here =
    soFar === undefined || soFar === "unknown" ? 0 : (soFar.takenMgPerKg ?? soFar.takenMg / weightKg);
  return (targetMgPerKg - here) * weightKg - (elsewhere?.mg ?? 0);
}

/** A plan of certain doses, until the target or the last day. */
export function planFor(
  standing: Standing,
  id: PlanId,
  wishes: readonly Wish[],
  until: Pick<Scheduling, "untilMg" | "untilDays">,
): Omit<Made, "isDosePresumed"> | undefined {
  const { asked, soFar, elsewhere, startDay, firstDay, product, making, input, person } = standing;
  if (soFar === "unknown" || product === undefined) return undefined;
  const { values } = asked;
  const schedule = scheduleOf({
    startDay,
    wishes,
    making,
    mostOn: (wishedMg) => mostOn(wishedMg, standing),
    first:
      soFar === undefined && values.firstSupplyDays.value !== null
        ? { days: values.firstSupplyDays.value, mostMg: values.firstDailyMg.value ?? undefined }
        : undefined,
    daysOff: (input.daysOff ?? []).map(({ from, days }) => ({ fromDay: from, toDay: plus(from, days - 1) })),
    inHand: soFar?.inHand,
    ...until,
  });
  const last = schedule?.days.findLast(({ mg }) => mg > 0);
  if (schedule === undefined || last === undefined) return undefined;
  // A course begins with a capsule: days off before the first one are no part of it.
  const isNew = soFar === undefined;
  const begins = isNew ? (schedule.days.find(({ mg }) => mg > 0)?.day ?? startDay) : startDay;
  const isTested = person.canBecomePregnant !== false;
  const limit = isTested ? values.supplyDaysIfPregnancyPossible : values.supplyDaysIfPregnancyImpossible;
  const fresh = schedule.days.filter(
    ({ phase, day }) => schedule.phases[phase]?.kind !== "in-hand" && day <= last.day,
  );
  const supplies = suppliesOf(fresh, {
    // Where nobody sets a limit, none longer than a day is planned.
    mostDays: limit.value ?? values.supplyDaysIfPregnancyPossible.value ?? 0,
    firstDays: soFar === undefined ? (values.firstSupplyDays.value ?? undefined) : undefined,
    blister: values.wholeBlisterCapsules.value ?? product.blisterCapsules ?? 1,
  });
  const events = eventsOf({
    asked,
    person,
    firstDay: isNew ? begins : firstDay,
    lastDay: last.day,
    isNew,
    supplies,
    suppliesBefore: soFar?.supplies ?? 0,
    sampledDay: sampledDay(asked, firstDay),
    isResponseKnown: asked.record !== undefined && isResponseKnownIn(asked.record, firstDay),
  });
  const before = soFar === undefined ? 0 : (soFar.takenMgPerKg ?? undefined);
  const plan = {
    id,
    product: product.id,
    startDay: begins,
    lastDay: last.day,
    days: daysBetween(begins, last.day) + 1,
    mg: schedule.totalMg,
    takenMg: (soFar?.takenMg ?? 0) + (elsewhere?.mg ?? 0),
    mgPerKg:
      input.weightKg === undefined || before === undefined
        ? undefined
        : before + ((elsewhere?.mg ?? 0) + schedule.totalMg) / input.weightKg,
    phases: schedule.phases,
    supplies,
    events,
  };
  return { plan, schedule, bill: costOf(plan, asked) };
}

/** No day over the limit under which the wish itself stays. */
function mostOn(wishedMg: number, { limited }: Standing): number {
  const { weightKg } = limited;
  if (weightKg === undefined) return Number.POSITIVE_INFINITY;
  const { ordinary, maximum } = limits(limited);
  const under = [ordinary.value, maximum.value].find((most) => most !== null && wishedMg <= most * weightKg);
  return under === undefined || under === null ? Number.POSITIVE_INFINITY : under * weightKg;
}

/**
 * Where nobody says a dose, the lowest of the label's range that reaches the target within the usual course, the same
 * every day; else the highest that is ordinary. It is shown and asked about, never taken as said.
 */
function presumedMg(
  standing: Standing,
  untilMg: number | undefined,
  untilDays: number | undefined,
): number | undefined {
  const { limited, asked, making, startDay, firstDay } = standing;
  const { weightKg } = limited;
  if (weightKg === undefined) return undefined;
  const { minimum, ordinary, maximum } = limits(limited);
  const most = ordinary.value ?? maximum.value;
  if (most === null) return Math.min(...making.strengthsMg);
  const all = dayDoses(most * weightKg, making).map(({ mg }) => mg);
  const advised = all.filter((mg) => mg >= (minimum.value ?? 0) * weightKg);
  const usual = lastDayWithin(firstDay, asked.values.courseUsual.value);
  const days = untilDays ?? (usual === undefined ? undefined : daysBetween(startDay, usual) + 1);
  const enough = advised.find((mg) => untilMg === undefined || days === undefined || mg * days >= untilMg);
  return enough ?? advised.at(-1) ?? all.at(-1) ?? Math.min(...making.strengthsMg);
}

/** The last day on which every repeated test has been sampled in this course. */
function sampledDay(asked: Asked, firstDay: Day): Day | undefined {
  const { record, knowledge, values, day } = asked;
  if (record === undefined) return undefined;
  const days = (values.monitoredAnalytes.value ?? []).map(
    (analyte) => latestOf({ record, knowledge, values, day }, analyte)?.happened.day,
  );
  const during = days.flatMap((one) => (one !== undefined && one > firstDay ? [one] : []));
  return during.length < days.length || during.length === 0 ? undefined : (Math.min(...during) as Day);
}
