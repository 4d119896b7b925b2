/** The windows within which a supply can be prescribed and handed out. Each closes in its own zone. */
import { type At, type Day, endOf, plus, spanWithin } from "./calendar.ts";
import { type Case, closes } from "./case.ts";
import { newestTest } from "./pregnancy-tests.ts";

/** The instant a specimen stops serving a supply, however old it may be at the prescription. */
export function testCloses(c: Case, collected: Day): At | undefined {
  const { testWindowDays, testWithin } = c.values;
  return earliest(
    testWindowDays.value === null ? undefined : endsIn(c, plus(collected, testWindowDays.value - 1)),
    testWithin.value === null ? undefined : closes(c, spanWithin(collected, testWithin.value)),
  );
}

/** The last day on which what was prescribed may be handed out, where a source sets one. */
export function lastDispensingDay(c: Case): Day | undefined {
  const { dispenseWithinDaysOfPrescription, prescriptionWindowDaysIfPregnancyImpossible } = c.values;
  if (c.pregnancyPossible) {
    const days = dispenseWithinDaysOfPrescription.value;
    return days === null ? undefined : plus(c.prescribedDay, days);
  }
  // Sources conflict on visit + 29 or + 30; the earlier day is the safer one.
  const days = prescriptionWindowDaysIfPregnancyImpossible.value;
  return days === null ? undefined : plus(c.prescribedDay, days - 1);
}

/** The instant the prescription can no longer be filled. */
export function prescriptionCloses(c: Case): At | undefined {
  const last = lastDispensingDay(c);
  return last === undefined ? undefined : endsIn(c, last);
}

/**
 * The earliest close of the windows that bound redeeming an authorisation: the prescription's, and that of the specimen
 * it was given on. A newer specimen does not open it again.
 */
export function supplyCloses(c: Case): At | undefined {
  const test = needsTest(c) ? newestTest(c, c.prescribedDay) : undefined;
  return earliest(prescriptionCloses(c), test === undefined ? undefined : testCloses(c, test.day));
}

/** Whether it was prescribed without the specimen that its window would be reckoned from. */
export function wasPrescribedUntested(c: Case): boolean {
  return needsTest(c) && newestTest(c, c.prescribedDay) === undefined;
}

function needsTest(c: Case): boolean {
  return c.pregnancyPossible && c.values.testEveryMonth.value === true;
}

/** The end of a day in the programme's zone; in the clinic's where it has none. */
export function endsIn(c: Case, day: Day): At {
  return endOf(day, c.values.windowZone.value ?? c.zone);
}

export function earliest(...instants: readonly (At | undefined)[]): At | undefined {
  return instants.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
}
