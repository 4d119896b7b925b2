/** What falls on which day of a plan: tests, blood and contraception before it, visits with their supplies, its end. */
import { type Day, plus, safetyMonths } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { advise, type Outcome } from "../../finding.ts";
import { baselineFrom, contraceptionBy, testDaysFor, testsBefore } from "../../plan/before-start.ts";
import { capsulesText } from "../../plan/capsules-text.ts";
import type { PlanEvent } from "../../plan/course-plan.ts";
import { bloodDays } from "../../plan/samples.ts";
import type { PlannedSupply } from "../../plan/supplies.ts";
import { latestOf } from "../../results.ts";
import type { Person } from "../activity-standing.ts";
import { testsDueAfter } from "../aftercare/duties.ts";
import type { Asked } from "../question.ts";
import { monthsAfter } from "./months-after.ts";
import { preparedOf, testsDone } from "./prepared.ts";

export interface Dated {
  readonly asked: Asked;
  readonly person: Person;
  /** The first capsule of the course, before the plan or on its first day. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** No capsule of this course has been taken. */
  readonly isNew: boolean;
  readonly supplies: readonly PlannedSupply[];
  readonly suppliesBefore: number;
  readonly sampledDay: Day | undefined;
  readonly isResponseKnown: boolean;
}

/** In the order of their days. */
export function eventsOf(dated: Dated) {
  const { person, isNew } = dated;
  const isTested = person.canBecomePregnant !== false;
  return [...(isNew ? before(dated, isTested) : []), ...during(dated, isTested), ...after(dated)].toSorted(
    (a, b) => a.day - b.day,
  );
}
export type SaidEvent = ReturnType<typeof eventsOf>[number];

function event<O extends Outcome>(kind: PlanEvent["kind"], day: Day, says: O, fromDay?: Day) {
  return { kind, day, fromDay, says };
}

function before({ asked, firstDay }: Dated, isTested: boolean) {
  const { values } = asked;
  const fromDay = baselineFrom(firstDay, values);
  const analytes = (values.baselineAnalytes.value ?? []).filter(
    (analyte) => !isSampledSince(fromDay, analyte, asked),
  );
  const baselineCites = citesOf(values.baselineAnalytes, values.baselineWithin);
  const prepared = preparedOf(asked);
  const latestDay = contraceptionBy(firstDay, values);
  // What is on record already is said of the start, and planned no more.
  const isInForce = (day: Day) => (prepared.contraceptionSince ?? plus(day, 1)) <= day;
  const byDay = latestDay === undefined || isInForce(latestDay) ? undefined : latestDay;
  const { value: months, cites } = values.contraceptionMonthsBefore;
  const tests = testsBefore(firstDay, values, prepared.contraceptionSince);
  const done = testsDone(prepared, firstDay, asked);
  const testCites = citesOf(values.pretreatmentTests, values.pretreatmentTestSpacingDays);
  return [
    ...(analytes.length > 0
      ? [
          event(
            "blood-test",
            firstDay,
            advise("baseline", { fromDay, dueDay: firstDay, analytes }, baselineCites),
            fromDay,
          ),
        ]
      : []),
    ...(isTested && byDay !== undefined
      ? [event("contraception-begins", byDay, advise("contraception-by", { byDay, months }, cites))]
      : []),
    ...(isTested ? tests : []).flatMap(({ fromDay: from, toDay: dueDay }, index) => {
      if (done[index] !== undefined) return [];
      const facts = { number: index + 1, tests: tests.length, fromDay: from, dueDay };
      return [event("pregnancy-test", dueDay, advise("test-before", facts, testCites), from)];
    }),
  ];
}

/** Whether a result that is believed is recent enough on record. */
function isSampledSince(fromDay: Day, analyte: string, { record, knowledge, values, day }: Asked): boolean {
  const sampled = record === undefined ? undefined : latestOf({ record, knowledge, values, day }, analyte);
  return sampled !== undefined && sampled.happened.day >= fromDay;
}

function during(dated: Dated, isTested: boolean) {
  const { asked, supplies, suppliesBefore, firstDay, lastDay, isNew } = dated;
  const { values } = asked;
  const blood = bloodDays(
    {
      today: asked.day,
      firstDay,
      lastDay,
      supplyDays: supplies.map(({ day }) => day),
      sampledDay: dated.sampledDay,
      suppliesBefore,
      isResponseKnown: dated.isResponseKnown,
    },
    values,
  );
  const limit = isTested ? values.supplyDaysIfPregnancyPossible : values.supplyDaysIfPregnancyImpossible;
  const testCites = citesOf(limit, values.testEveryMonth, values.testAgeAtPrescriptionDays);
  // The condition is said at the first visit that it holds for; with each it would drown what differs.
  const conditional = supplies.find(({ day }) =>
    blood.some((one) => one.day === day && one.untilResponseKnown),
  );
  const visits = supplies.flatMap((supply, index) => {
    const { day } = supply;
    const sample = blood.find((one) => one.day === day);
    // The tests before the first capsule stand on their own.
    const test = isTested && !(isNew && index === 0) ? testDaysFor(day, values) : undefined;
    const says = advise(
      "visit",
      {
        number: suppliesBefore + index + 1,
        dueDay: day,
        toDay: supply.toDay,
        days: supply.days,
        capsules: capsulesText(supply.capsules),
        spare: supply.spare.length === 0 ? undefined : capsulesText(supply.spare),
        testFromDay: test?.fromDay,
        blood: sample !== undefined,
        untilResponseKnown: supply === conditional,
      },
      test === undefined ? limit.cites : testCites,
    );
    return [
      event("supply", day, says),
      ...(test === undefined ? [] : [event("pregnancy-test", day, says, test.fromDay)]),
      ...(sample === undefined ? [] : [event("blood-test", day, says)]),
    ];
  });
  const analytes = values.monitoredAnalytes.value ?? [];
  const bloodCites = citesOf(values.monitoredAnalytes, values.resultsFirstWithin, values.resultsEvery);
  const between = blood
    .filter(({ day }) => !supplies.some((supply) => supply.day === day))
    .map(({ day, overdueSince }) =>
      event(
        "blood-test",
        day,
        overdueSince === undefined
          ? advise("blood-by", { dueDay: day, analytes }, bloodCites)
          : advise("blood-overdue", { dueDay: day, sinceDay: overdueSince, analytes }, bloodCites),
      ),
    );
  return [...visits, ...(isTested ? inPauses(supplies, limit.value, testCites) : []), ...between];
}

/** Tests go on while capsules pause: on the days on which the next supply would have been due. */
function inPauses(supplies: readonly PlannedSupply[], everyDays: number | null, cites: readonly string[]) {
  if (everyDays === null) return [];
  return supplies.slice(1).flatMap(({ day: nextDay }, index) => {
    const before = supplies[index]?.day ?? nextDay;
    const due: Day[] = [];
    for (let day = plus(before, everyDays); day < nextDay; day = plus(day, everyDays)) due.push(day);
    return due.map((day) => event("pregnancy-test", day, advise("test-in-pause", { dueDay: day }, cites)));
  });
}

function after({ asked, person, lastDay }: Dated) {
  const { values, protocolValues } = asked;
  const isAble = person.canBecomePregnant !== false;
  const set = [values, protocolValues].map(({ contraceptionMonthsAfter }) => contraceptionMonthsAfter);
  const months = monthsAfter(person, asked);
  const untilDay = safetyMonths(lastDay, months);
  return [
    event("last-capsule", lastDay, advise("last-capsule", { lastDay }, [])),
    ...testsDueAfter(lastDay, person, asked).map(({ duty, dueDay }) =>
      event("pregnancy-test", dueDay, advise("test-after", { dueDay, says: duty.says }, duty.cites)),
    ),
    event(
      "month-over",
      untilDay,
      isAble
        ? advise("month-after", { untilDay, months }, citesOf(...set))
        : advise("month-after-no-pregnancy", { untilDay }, ["label-us-blood-donation"]),
    ),
  ];
}
