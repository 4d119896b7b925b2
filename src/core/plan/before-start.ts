/** What has to be done before the first capsule, each by its latest day. */
import { type Day, earlierDay, plus, type Span, safetyMonths, spanWithin } from "../calendar.ts";
import type { Values } from "../knowledge/resolve.ts";

/** A test may be taken from one day to another. */
export interface TestDays {
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** The latest day on which contraception can begin, so that its months are over before the first capsule. */
export function contraceptionBy(startDay: Day, { contraceptionMonthsBefore }: Values): Day | undefined {
  const months = contraceptionMonthsBefore.value;
  if (months === null || months === 0) return undefined;
  return latest(startDay, (day) => plus(safetyMonths(day, months), 1) <= startDay);
}

/** The first day on which somebody who begins contraception on a day may take a capsule. */
export function startAfterContraception(begunDay: Day, { contraceptionMonthsBefore }: Values): Day {
  const months = contraceptionMonthsBefore.value;
  return months === null || months === 0 ? begunDay : plus(safetyMonths(begunDay, months), 1);
}

/** On which days a pregnancy test for a supply of this day may be taken. */
export function testDaysFor(supplyDay: Day, values: Values): TestDays {
  const { testAgeAtPrescriptionDays, testWindowDays, testWithin } = values;
  const age = testAgeAtPrescriptionDays.value;
  const window = testWindowDays.value;
  const days = [age, window === null ? null : window - 1].filter((value) => value !== null);
  if (days.length > 0) return { fromDay: plus(supplyDay, -Math.min(...days)), toDay: supplyDay };
  return { fromDay: earliestWithin(supplyDay, testWithin.value), toDay: supplyDay };
}

/**
 * The tests before the first capsule: the last belongs to the supply, those before it come days earlier.
 *
 * @param begunDay since when contraception is in force; as late as it can be where nobody knows
 */
export function testsBefore(startDay: Day, values: Values, begunDay?: Day): readonly TestDays[] {
  const { pretreatmentTests, pretreatmentTestSpacingDays, secondTestAfterContraceptionMonth } = values;
  const needed = pretreatmentTests.value ?? 0;
  if (needed === 0) return [];
  const own = testDaysFor(startDay, values);
  if (needed === 1) return [own];
  const latestDay = contraceptionBy(startDay, values);
  const begun =
    latestDay === undefined || begunDay === undefined ? latestDay : earlierDay(latestDay, begunDay);
  const afterMonth =
    secondTestAfterContraceptionMonth.value === true && begun !== undefined
      ? Math.max(own.fromDay, startAfterContraception(begun, values))
      : own.fromDay;
  const spacing = pretreatmentTestSpacingDays.value ?? 0;
  const earlier = Array.from({ length: needed - 1 }, (_, index): TestDays => {
    const toDay = plus(startDay, -spacing * (needed - 1 - index));
    return { fromDay: toDay, toDay };
  });
  return [...earlier, { fromDay: afterMonth as Day, toDay: own.toDay }];
}

/** From which day results still count as baseline on the first day. */
export function baselineFrom(startDay: Day, { baselineWithin }: Values): Day {
  return earliestWithin(startDay, baselineWithin.value);
}

/** The earliest day from which a span still reaches this one; the day itself where there is no span. */
function earliestWithin(day: Day, span: Span | null): Day {
  if (span === null) return day;
  let from = day;
  while (spanWithin(plus(from, -1), span) >= day) from = plus(from, -1);
  return from;
}

function latest(before: Day, fits: (day: Day) => boolean): Day {
  let day = before;
  while (!fits(day)) day = plus(day, -1);
  return day;
}
