/** What a report of a pregnancy exposure says of the pregnancy; nothing where no sign of one is on record. */
import { type Day, earlierDay, plus, safetyMonths } from "../../calendar.ts";
import { ask, pass, stop } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { type Asked, remark } from "../question.ts";
import { treatedDays } from "./treatment-lines.ts";

/** The first day on which a sign of a pregnancy was on record. */
export function pregnancyKnownDay(record: Record): Day | undefined {
  const [first, ...more] = [...positiveDays(record), ...reportedDays(record)];
  return first === undefined ? undefined : more.reduce(earlierDay, first);
}

const positiveDays = (record: Record) =>
  record.tests.filter(({ result }) => result === "positive").map(({ day }) => day);
const reportedDays = (record: Record) => record.of("pregnancy-reported").map(({ happened }) => happened.day);

export function pregnancyLines(record: Record, asked: Asked) {
  const knownDay = pregnancyKnownDay(record);
  if (knownDay === undefined) return [];
  const byTest = positiveDays(record).length > 0;
  const byWord = reportedDays(record).length > 0;
  const { values, day } = asked;
  const { cites } = values.pregnancyStops;
  return [
    remark("counts", pass("pregnancy-known", { knownDay, byTest, byWord }, cites)),
    remark("counts", exposure(record, knownDay, asked)),
    ...record.tests.map(({ day: collectedDay, result, setting }) =>
      remark("counts", pass("pregnancy-test", { collectedDay, result, setting }, [])),
    ),
    remark("counts", lastPeriod(record, day)),
    remark("counts", contraception(record)),
    ...record
      .of("contraception-lapsed")
      .map(({ happened }) => remark("counts", pass("contraception-lapsed", { lapsedDay: happened.day }, []))),
    remark(
      "do",
      stop("stop-and-refer", {}, cites, [step("prescriber", "assess-pregnancy", {}, day)], { floor: true }),
    ),
  ];
}

/** When capsules and pregnancy met, as far as the record knows: an unknown last capsule leaves it open. */
function exposure(record: Record, knownDay: Day, { values, day }: Asked) {
  const { value, cites } = values.contraceptionMonthsAfter;
  const { firstDay, lastDay } = treatedDays(record);
  if (firstDay === undefined) return pass("no-capsule-before", { knownDay }, cites);
  if (knownDay < firstDay) return pass("known-before-treatment", { knownDay, firstDay }, cites);
  if (lastDay === undefined) {
    return record.supplies.length > 0
      ? pass("during-treatment", { knownDay, firstDay }, cites)
      : ask("exposure-unknown", { knownDay, firstDay }, cites, [
          step("patient", "record-last-capsule", {}, day),
        ]);
  }
  if (knownDay <= lastDay) return pass("during-treatment", { knownDay, firstDay }, cites);
  const untilDay = safetyMonths(lastDay, value ?? 1);
  return knownDay <= untilDay
    ? pass("in-the-time-after", { knownDay, lastDay, untilDay }, cites)
    : pass("after-the-time", { knownDay, lastDay, freeDay: plus(untilDay, 1) }, cites);
}

function lastPeriod(record: Record, day: Day) {
  const began = record.of("menses-recorded").findLast(({ body }) => body.status === "started")?.happened.day;
  return began === undefined
    ? ask("period-missing", {}, [], [step("patient", "record-period", { testedDay: day }, day)])
    : pass("period", { beganDay: began }, []);
}

function contraception(record: Record) {
  const methods = [...new Set(record.of("contraception-started").map(({ body }) => body.method))];
  const abstinent = record.last("abstinence-attested")?.body.committed === true;
  return pass("contraception", { methods, abstinent }, []);
}
