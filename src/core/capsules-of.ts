/** A patient's capsules as the record has them, in days of treatment. */
import { type Day, plus } from "./calendar.ts";
import { type Capsules, capsulesInHand, type InHand } from "./capsules-in-hand.ts";
import type { Body, EntryOf } from "./entry.ts";
import { answers } from "./happened.ts";
import type { Record } from "./record.ts";

/**
 * What the patient has in hand at the start of a day.
 *
 * @param dailyMg the dose to reckon counted capsules with where no supply says one
 */
export function inHandOn(
  record: Record,
  on: Day,
  dailyMg?: number,
  given: readonly Given[] = record.of("supply-dispensed"),
): InHand {
  return capsulesInHand(capsulesOf(record, dailyMg, given), on);
}

/** What was handed out, or what several supplies come to that are taken side by side. */
export type Given = Pick<EntryOf<"supply-dispensed">, "happened" | "body">;

function capsulesOf(record: Record, dailyMg: number | undefined, given: readonly Given[]): Capsules {
  /** Days of treatment in so many capsules, at the dose of that time; one a day where nobody knows it. */
  const inDays = ({ capsules, capsuleMg }: { capsules: number; capsuleMg: number }, day: Day) => {
    const daily = doseOn(day);
    return daily === undefined ? capsules : (capsules * capsuleMg) / daily;
  };
  const doseOn = (day: Day) =>
    given
      .filter(({ happened }) => happened.day <= day)
      .map(({ body }) => doseOf(body))
      .findLast((mg) => mg !== undefined) ?? dailyMg;
  return {
    // Dated ahead it is in hand all the same.
    supplies: given.map(({ happened: { day, at }, body }) =>
      day > record.day
        ? { day: record.day, days: believable(daysOf(body)) }
        : { day, at, days: believable(daysOf(body)) },
    ),
    returned: record
      .of("supply-returned")
      // Nobody can believe that so many came back: then none did.
      .map(({ happened: { day, at }, body }) => ({ day, at, days: believable(inDays(body, day)) ?? 0 })),
    counted: record
      .of("capsules-counted")
      .map(({ happened: { day, at }, body }) => ({ day, at, days: believable(inDays(body, day)) })),
    missed: [
      ...record.of("dose-missed").map(({ happened: { day } }) => ({ day, part: 1 })),
      ...partlyTaken(record, doseOn),
    ],
    pauses: [...holdsOf(record), ...betweenCourses(record)],
  };
}

/** Days on which less was taken than the dose, and which part of it was not. */
function partlyTaken(record: Record, doseOn: (day: Day) => number | undefined): Capsules["missed"] {
  const taken = new Map<Day, number>();
  for (const { happened, body } of record.of("dose-taken"))
    taken.set(happened.day, (taken.get(happened.day) ?? 0) + body.mg);
  return [...taken].flatMap(([day, mg]) => {
    const dose = doseOn(day);
    return dose === undefined || mg >= dose ? [] : [{ day, part: 1 - mg / dose }];
  });
}

/** More days than anybody lives are a mistake: the amount counts as not known, and is asked about. */
const mostDays = 36_500;
function believable(days: number | undefined): number | undefined {
  return days !== undefined && days >= 0 && days <= mostDays ? days : undefined;
}

/** The longest of what it was handed out for and what its capsules cover, at one a day where no dose is known. */
export function daysOf({ days, capsules, capsuleMg, dailyMg }: Body<"supply-dispensed">): number | undefined {
  const covered =
    capsules === undefined || capsuleMg === undefined || dailyMg === undefined
      ? undefined
      : Math.ceil((capsules * capsuleMg) / dailyMg);
  if (days === undefined) return covered ?? capsules;
  return covered === undefined ? days : Math.max(days, covered);
}

/** A day's dose: as it was written down, else what the capsules make of the days. */
export function doseOf({ days, capsules, capsuleMg, dailyMg }: Body<"supply-dispensed">): number | undefined {
  if (dailyMg !== undefined) return dailyMg;
  return days === undefined || capsules === undefined || capsuleMg === undefined
    ? undefined
    : (capsules * capsuleMg) / days;
}

/** From each hold until it was resumed; capsules handed out later are taken again. */
function holdsOf(record: Record): Capsules["pauses"] {
  return record.of("course-held").map((hold) => {
    const { happened } = hold;
    const resumed = record.of("course-resumed").find((one) => answers(one, hold))?.happened.day;
    const supplied = nextSupply(record, plus(happened.day, 1));
    const to = resumed !== undefined && (supplied === undefined || resumed < supplied) ? resumed : supplied;
    return { from: happened.day, to };
  });
}

/** From the end of each course until the next supply. */
function betweenCourses(record: Record): Capsules["pauses"] {
  const ends = [
    ...record.of("course-ended").map(({ happened }) => happened.day),
    ...record.of("last-capsule-recorded").map(({ happened }) => plus(happened.day, 1)),
  ];
  return ends.map((from) => ({ from, to: nextSupply(record, from) }));
}

function nextSupply(record: Record, from: Day): Day | undefined {
  return record.of("supply-dispensed").find(({ happened }) => happened.day >= from)?.happened.day;
}
