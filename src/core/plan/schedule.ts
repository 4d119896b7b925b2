/** A course day by day: which dose on which day, from capsules and not from wishes, until the target or the end. */
import { type Day, plus } from "../calendar.ts";
import { type DayDose, type Making, type Pattern, patternFor } from "./capsule-dose.ts";

/** A dose wished for so many days; without a number of days, to the end. */
export interface Wish {
  readonly dailyMg: number;
  readonly days: number | undefined;
}

/** Days without capsules, both ends included. */
export interface DaysOff {
  readonly fromDay: Day;
  readonly toDay: Day;
}

export interface Scheduling {
  readonly startDay: Day;
  readonly wishes: readonly Wish[];
  readonly making: Making;
  /** The most any one day may hold where the wish itself holds no more. */
  readonly mostOn: (wishedMg: number) => number;
  /** A first supply shorter and lower than what follows, where a clinic begins so. */
  readonly first: { readonly days: number | undefined; readonly mostMg: number | undefined } | undefined;
  readonly daysOff: readonly DaysOff[];
  /** Capsules left from before, taken first at their own dose. */
  readonly inHand: { readonly days: number; readonly dailyMg: number } | undefined;
  /** Still to take; to the end of the days or of the wishes where undefined. */
  readonly untilMg: number | undefined;
  readonly untilDays: number | undefined;
}

export type PhaseKind = "in-hand" | "first-supply" | "step" | "course";

/** Days in a row with one dose, days off among them. */
export interface Phase {
  readonly kind: PhaseKind;
  readonly fromDay: Day;
  readonly toDay: Day;
  /** On the calendar, days off included. */
  readonly days: number;
  readonly daysOff: number;
  readonly wishedMg: number;
  /** The wish, or what a first supply leaves of it: what the capsules were chosen for. */
  readonly intendedMg: number;
  readonly dailyMg: number;
  /** Unknown of capsules handed out before. */
  readonly pattern: Pattern | undefined;
  /** Taken in these days. */
  readonly mg: number;
}

export interface ScheduledDay {
  readonly day: Day;
  readonly mg: number;
  readonly capsules: DayDose["capsules"];
  /** A day off: none by wish, not by pattern. */
  readonly off: boolean;
  readonly phase: number;
}

export interface Schedule {
  readonly phases: readonly Phase[];
  readonly days: readonly ScheduledDay[];
  readonly totalMg: number;
  /** Whether the target or the last day was reached within any believable length. */
  readonly isComplete: boolean;
}

/** Nobody plans further: three years. */
const mostDays = 1_096;

/** The course, or undefined where no capsule makes any of the doses. */
export function scheduleOf(given: Scheduling): Schedule | undefined {
  const days: ScheduledDay[] = [];
  const open: OpenPhase[] = [];
  let totalMg = 0;
  let inHandDays = 0;
  let isComplete = given.untilMg !== undefined && given.untilMg <= 0;
  for (let at = 0; at < mostDays && !isComplete; at++) {
    const day = plus(given.startDay, at);
    const wanted = wantedOn(given, at, inHandDays, open[0]);
    if (wanted === undefined) {
      isComplete = given.untilMg === undefined;
      break;
    }
    let phase = open.at(-1);
    if (phase?.key !== wanted.key) {
      const pattern = wanted.kind === "in-hand" ? undefined : made(wanted.mg, given);
      if (wanted.kind !== "in-hand" && pattern === undefined) return undefined;
      phase = { ...wanted, pattern, taken: 0 };
      open.push(phase);
    }
    const off = given.daysOff.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay);
    const dose = off ? nothing : doseOn(phase);
    if (!off) phase.taken += 1;
    if (phase.kind === "in-hand") inHandDays += 1;
    totalMg += dose.mg;
    days.push({ day, mg: dose.mg, capsules: dose.capsules, off, phase: open.length - 1 });
    isComplete =
      (given.untilMg !== undefined && totalMg >= given.untilMg - tolerance) || at + 1 === given.untilDays;
  }
  return {
    phases: open.map((one, index) =>
      closed(
        one,
        days.filter(({ phase }) => phase === index),
      ),
    ),
    days,
    totalMg,
    isComplete,
  };
}

interface Wanted {
  readonly kind: PhaseKind;
  readonly key: string;
  readonly wishedMg: number;
  /** What a first supply leaves of it. */
  readonly mg: number;
}
interface OpenPhase extends Wanted {
  readonly pattern: Pattern | undefined;
  /** Days on which capsules were taken so far. */
  taken: number;
}

const nothing: DayDose = { mg: 0, capsules: [] };
/** Sums of milligrams per kilogram do not end on the last digit. */
const tolerance = 1e-6;

/** What is to be taken on the so-manieth day, before it is made of capsules. */
function wantedOn(
  { inHand, wishes, first }: Scheduling,
  at: number,
  inHandDays: number,
  begun: OpenPhase | undefined,
): Wanted | undefined {
  const used = begun?.kind === "in-hand" ? begun.taken : 0;
  if (inHand !== undefined && used < inHand.days)
    return { kind: "in-hand", key: "in-hand", wishedMg: inHand.dailyMg, mg: inHand.dailyMg };
  let left = at - inHandDays;
  const index = wishes.findIndex(({ days }) => {
    if (days === undefined || left < days) return true;
    left -= days;
    return false;
  });
  const wish = wishes[index];
  if (wish === undefined) return undefined;
  const kind = wish.days === undefined ? "course" : "step";
  const isFirst = first !== undefined && inHand === undefined && at < (first.days ?? 0);
  if (!isFirst) return { kind, key: `${kind} ${index}`, wishedMg: wish.dailyMg, mg: wish.dailyMg };
  const mg = Math.min(wish.dailyMg, first.mostMg ?? wish.dailyMg);
  return { kind: "first-supply", key: `first-supply ${index}`, wishedMg: wish.dailyMg, mg };
}

function made(wishedMg: number, { making, mostOn }: Scheduling): Pattern | undefined {
  return (
    patternFor(wishedMg, mostOn(wishedMg), making) ??
    // Even the smallest capsule is more than the limit: it is planned, and the limit speaks.
    patternFor(wishedMg, Number.POSITIVE_INFINITY, making)
  );
}

function doseOn({ pattern, taken, mg }: OpenPhase): DayDose {
  if (pattern === undefined) return { mg, capsules: [] };
  return pattern.days[taken % pattern.days.length] ?? nothing;
}

function closed({ kind, wishedMg, mg, pattern }: OpenPhase, days: readonly ScheduledDay[]): Phase {
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error("a phase has a day");
  return {
    kind,
    fromDay: first.day,
    toDay: last.day,
    days: days.length,
    daysOff: days.filter(({ off }) => off).length,
    wishedMg,
    intendedMg: mg,
    dailyMg: pattern?.dailyMg ?? mg,
    pattern,
    mg: days.reduce((sum, one) => sum + one.mg, 0),
  };
}
