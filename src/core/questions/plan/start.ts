/** Whether the first capsule can be on its day: what has to come before it, held against today and the record. */
import { startOf } from "../../calendar.ts";
import { citesOf } from "../../cites.ts";
import { ask, pass, wait } from "../../finding.ts";
import { contraceptionBy, testsBefore } from "../../plan/before-start.ts";
import { step } from "../../steps.ts";
import { remark } from "../question.ts";
import type { Made, Standing } from "./make.ts";
import { earliestStart, type Prepared, preparedOf, testsDone } from "./prepared.ts";

/** The first day on which the course could begin, where its day cannot be kept. */
export function startRemarks(standing: Standing, { plan: { startDay } }: Made) {
  const { asked, soFar, person } = standing;
  if (soFar !== undefined) return [];
  const { day, values } = asked;
  if (person.canBecomePregnant === false)
    return startDay >= day ? [] : [remark("counts", inThePast(standing, startDay))];
  const prepared = preparedOf(asked);
  const done = doneRemarks(prepared, standing, startDay);
  if (startDay < day) return [remark("counts", inThePast(standing, startDay)), ...done];
  const byDay = contraceptionBy(startDay, values);
  const tests = testsBefore(startDay, values, prepared.contraceptionSince);
  const tested = testsDone(prepared, startDay, asked);
  const isCovered = byDay === undefined || byDay >= day || isInForceBy(byDay, prepared);
  const late = tests.find(({ toDay }, index) => toDay < day && tested[index] === undefined);
  if (isCovered && late === undefined) return done;
  const facts = {
    startDay,
    byDay: isCovered ? undefined : byDay,
    testDay: late?.toDay,
    earliestDay: earliestStart(prepared, asked),
  };
  const cites = citesOf(
    values.contraceptionMonthsBefore,
    values.pretreatmentTests,
    values.pretreatmentTestSpacingDays,
  );
  const until = step("patient", "wait-for-day", { fromDay: facts.earliestDay }, facts.earliestDay, {
    when: "only-then",
  });
  // What is on record and began too late is known; what nobody has recorded can still be found.
  const isKnown =
    (!isCovered && prepared.contraceptionSince !== undefined) ||
    (late !== undefined && prepared.testDays.length > 0);
  const said = isKnown
    ? wait("start-too-early", facts, cites, [until], startOf(facts.earliestDay, asked.zone))
    : ask("start-not-prepared", facts, cites, [
        ...(isCovered ? [] : [startContraception(standing)]),
        ...(late === undefined ? [] : [firstTest(standing)]),
      ]);
  return [remark("counts", said), ...done];
}

function inThePast({ asked, person }: Standing, startDay: Made["plan"]["startDay"]) {
  const earliestDay =
    person.canBecomePregnant === false ? asked.day : earliestStart(preparedOf(asked), asked);
  const later = step("patient", "wait-for-day", { fromDay: earliestDay }, earliestDay, { when: "only-then" });
  return ask(
    "start-in-the-past",
    { startDay, earliestDay },
    ["decision-plan"],
    earliestDay > asked.day ? [later] : [],
  );
}

function isInForceBy(byDay: Made["plan"]["startDay"], { contraceptionSince }: Prepared): boolean {
  return contraceptionSince !== undefined && contraceptionSince <= byDay;
}

/** What has been done already is said, and not asked for again. */
function doneRemarks(prepared: Prepared, { asked }: Standing, startDay: Made["plan"]["startDay"]) {
  const { values } = asked;
  const byDay = contraceptionBy(startDay, values);
  const { contraceptionSince: sinceDay } = prepared;
  const { contraceptionMonthsBefore, pretreatmentTests, pretreatmentTestSpacingDays } = values;
  const tests = testsDone(prepared, startDay, asked);
  return [
    ...(sinceDay !== undefined && byDay !== undefined && sinceDay <= byDay
      ? [remark("know", pass("contraception-in-force", { sinceDay }, contraceptionMonthsBefore.cites))]
      : []),
    ...tests.flatMap((collectedDay, index) =>
      collectedDay === undefined
        ? []
        : [
            remark(
              "know",
              pass(
                "test-done",
                { number: index + 1, tests: tests.length, collectedDay },
                citesOf(pretreatmentTests, pretreatmentTestSpacingDays),
              ),
            ),
          ],
    ),
  ];
}

function startContraception({ asked: { values, day } }: Standing) {
  const facts = {
    methods: values.contraceptionMethodsTogether.value ?? 1,
    primary: values.primaryMethodNeeded.value === true,
  };
  return step("patient", "start-contraception", facts, day, { when: "now" });
}

function firstTest({ asked: { values, day } }: Standing) {
  const setting =
    values.pretreatmentTestsInCertifiedLaboratory.value === true
      ? "certified-laboratory"
      : values.pretreatmentTestsInMedicalSetting.value === true
        ? "medical-setting"
        : "any";
  return step("lab", "collect-pregnancy-test", { setting, first: true }, day, { when: "now" });
}
