/** The course under way, and the one before it. */
import { type Day, earlierDay, plus, safetyMonths } from "./calendar.ts";
import type { EntriesOf } from "./entries-of.ts";
import type { Body, Entry, EntryOf } from "./entry.ts";
import { answers, notBefore } from "./happened.ts";

export interface Supply {
  readonly day: Day;
  readonly product: string | undefined;
  readonly capsules: number | undefined;
  readonly capsuleMg: number | undefined;
  readonly days: number | undefined;
}

/**
 * The course under way. Treatment that was not held and whose last capsules ran out more than a safety month ago is
 * over: contraception has not been asked for since, so what comes next starts anew.
 */
export function courseOf(of: EntriesOf, day: Day) {
  const ends = [...of("course-ended"), ...of("last-capsule-recorded")];
  const endedDay = ends.reduce<Day | undefined>((latest, e) => later(latest, e.happened.day), undefined);
  const handedOut = of("supply-dispensed");
  const given = handedOut.filter(({ happened }) => happened.day <= day);
  // Dated ahead it is out all the same: nothing is asked of it but that nothing is given twice.
  const ahead = handedOut.filter(({ happened }) => happened.day > day);
  const lastGiven = given.at(-1);
  const resumptions = of("course-resumed");
  const resumed = resumptions.at(-1)?.happened;
  const isHeld = (hold: Entry) => !resumptions.some((one) => answers(one, hold));
  const heldDay = of("course-held").findLast(isHeld)?.happened.day;

  const paused =
    heldDay !== undefined ||
    (resumed !== undefined && lastGiven !== undefined && resumed.day >= lastGiven.happened.day);
  const lapsesDay =
    lastGiven === undefined || paused
      ? undefined
      : safetyMonths(plus(lastGiven.happened.day, longest(lastGiven)), 1);
  const ranOut = lapsesDay !== undefined && day > lapsesDay;
  const over = (entry: Entry) => ranOut || (endedDay !== undefined && entry.happened.day <= endedDay);

  const supplies = given.filter((entry) => !over(entry));
  const overSupplyDay = given.findLast(over)?.happened.day;
  const overDay = endedDay === undefined ? overSupplyDay : later(overSupplyDay, endedDay);
  const previousSupplyDay = [...supplies, ...ahead].at(-1)?.happened.day;
  const lastOver = given.findLast(over);
  // The latest day on which a capsule of the earlier course can have been left, if all were taken as dispensed.
  const lastPossibleDay =
    lastOver === undefined ? day : earlierDay(day, plus(lastOver.happened.day, longest(lastOver)));
  return {
    supplies: supplies.map(
      (entry): Supply => ({
        day: entry.happened.day,
        product: entry.body.product,
        capsules: entry.body.capsules,
        capsuleMg: entry.body.capsuleMg,
        days: entry.body.days,
      }),
    ),
    firstDoseDay: supplies[0]?.happened.day,
    previousSupplyDay,
    sinceDay: previousSupplyDay ?? overDay,
    earlierCourse:
      overDay === undefined
        ? undefined
        : { lastCapsuleDay: lastCapsuleOf(of, overSupplyDay, overDay), overDay, lastPossibleDay },
    heldDay: endedDay !== undefined && heldDay !== undefined && heldDay <= endedDay ? undefined : heldDay,
    courseLapsesDay: supplies.length > 0 ? lapsesDay : undefined,
    courseMg: milligrams([...supplies, ...ahead], of("supply-returned")),
  };
}

/** The last capsule of the latest earlier course: one recorded for a course before it does not speak for it. */
function lastCapsuleOf(of: EntriesOf, overSupplyDay: Day | undefined, overDay: Day): Day | undefined {
  const recorded = of("last-capsule-recorded").at(-1)?.happened.day;
  const begun = of("course-started").findLast(({ happened }) => happened.day <= overDay)?.happened.day;
  const notEarlierThan = begun === undefined ? overSupplyDay : later(overSupplyDay, begun);
  return recorded !== undefined && (notEarlierThan === undefined || recorded >= notEarlierThan)
    ? recorded
    : undefined;
}

/** The most days a supply could have lasted: one capsule a day where nothing better is known. */
const floorDays = 30; // the longest supply the floor allows
function longest(supply: EntryOf<"supply-dispensed">): number {
  return supply.body.days ?? supply.body.capsules ?? floorDays;
}

function milligrams(
  supplies: readonly EntryOf<"supply-dispensed">[],
  returned: readonly EntryOf<"supply-returned">[],
): number | undefined {
  let sum = 0;
  for (const { body } of supplies) {
    const mg = suppliedMg(body);
    if (mg === undefined) return undefined;
    sum += mg;
  }
  const first = supplies[0]?.happened;
  for (const { body, happened } of returned) {
    if (first !== undefined && notBefore(happened, first)) sum -= body.capsules * body.capsuleMg;
  }
  return Number.isFinite(sum) ? Math.max(0, sum) : undefined;
}

/** Milligrams of a supply: by its capsules, else by its dose and days. */
export function suppliedMg(body: Body<"supply-dispensed">): number | undefined {
  if (body.capsules !== undefined && body.capsuleMg !== undefined) return body.capsules * body.capsuleMg;
  return body.dailyMg === undefined || body.days === undefined ? undefined : body.dailyMg * body.days;
}

function later(a: Day | undefined, b: Day): Day {
  return a === undefined || b > a ? b : a;
}
