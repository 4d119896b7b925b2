/** What of the time before the first capsule is on record already, and from which day on a first capsule can be. */
import { type Day, laterDay, plus } from "../../calendar.ts";
import { coverageOf } from "../../coverage.ts";
import { startAfterContraception, testDaysFor } from "../../plan/before-start.ts";
import { countingTests } from "../../pregnancy-tests.ts";
import type { Asked } from "../question.ts";

export interface Prepared {
  /** Contraception in force without a gap, as far as the protocol accepts it. */
  readonly contraceptionSince: Day | undefined;
  /** The days of negative tests that count, oldest first. */
  readonly testDays: readonly Day[];
}

const nothing: Prepared = { contraceptionSince: undefined, testDays: [] };

export function preparedOf({ record, knowledge, values, day }: Asked): Prepared {
  if (record === undefined) return nothing;
  const { sinceDay } = coverageOf(record, knowledge.contraceptives, values);
  const tests = countingTests({ record, values, firstAtRisk: true });
  return {
    contraceptionSince: sinceDay === undefined || sinceDay > day ? undefined : sinceDay,
    testDays: tests.map(({ lastDay }) => lastDay).filter((one) => one <= day),
  };
}

/** The first day on which somebody who can become pregnant can take a capsule, if all that lacks begins today. */
export function earliestStart(prepared: Prepared, { values, day }: Asked): Day {
  const afterMonth = startAfterContraception(prepared.contraceptionSince ?? day, values);
  return laterDay(laterDay(afterMonth, day), afterTests(prepared, { values, day }));
}

/** Tests stand days apart, the first of them the one that is on record or one of today. */
function afterTests({ testDays }: Prepared, { values, day }: Pick<Asked, "values" | "day">): Day {
  const between = Math.max(0, (values.pretreatmentTests.value ?? 0) - 1);
  return plus(testDays[0] ?? day, between * (values.pretreatmentTestSpacingDays.value ?? 0));
}

/** The tests on record that fill those before a first capsule on a day, by number; undefined where one is still to come. */
export function testsDone(
  { testDays }: Prepared,
  startDay: Day,
  { values }: Asked,
): readonly (Day | undefined)[] {
  const needed = values.pretreatmentTests.value ?? 0;
  const spacing = values.pretreatmentTestSpacingDays.value ?? 0;
  const [first] = testDays;
  if (needed === 0) return [];
  const { fromDay } = testDaysFor(startDay, values);
  const last = testDays.findLast((day) => day >= fromDay && day <= startDay);
  if (needed === 1) return [last];
  const isInTime = first !== undefined && plus(first, spacing * (needed - 1)) <= startDay;
  const confirms = isInTime && last !== undefined && last >= plus(first, spacing * (needed - 1));
  return Array.from({ length: needed }, (_, index) =>
    index === 0 ? (isInTime ? first : undefined) : index === needed - 1 && confirms ? last : undefined,
  );
}
