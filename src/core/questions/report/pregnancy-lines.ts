/** What a report of a pregnancy exposure says of the pregnancy; nothing where no sign of one is on record. */
import { type Day, earlierDay, plus, safetyMonths } from "../../calendar.ts";
import { ask, pass, stop } from "../../finding.ts";
import { answers, type Written } from "../../happened.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { isOver } from "../../what-stands.ts";
import { type Asked, remark } from "../question.ts";
import { isTreatedElsewhere, treatedDays } from "./treatment-lines.ts";

/** The first day on which a sign of the latest pregnancy was on record. */
export function pregnancyKnownDay(record: Record): Day | undefined {
  return latestSigns(record).reduce<Day | undefined>(
    (a, { day }) => (a === undefined ? day : earlierDay(a, day)),
    undefined,
  );
}

interface Sign {
  readonly day: Day;
  readonly byTest: boolean;
  readonly known: Written;
}

/** Signs of the latest pregnancy: one that had ended before the newest sign is another pregnancy's. */
function latestSigns(record: Record): readonly Sign[] {
  const signs: readonly Sign[] = [
    ...record.tests
      .filter(({ result }) => result === "positive")
      .map(({ day, known, recordedAt }) => ({ day, byTest: true, known: { happened: known, recordedAt } })),
    ...record.of("pregnancy-reported").map((known) => ({ day: known.happened.day, byTest: false, known })),
  ].toSorted((a, b) => a.day - b.day);
  const newest = signs.at(-1);
  if (newest === undefined) return [];
  const before = record.of("pregnancy-ended").filter((ended) => !answers(ended, newest.known));
  return signs.filter(({ known }) => !before.some((ended) => answers(ended, known)));
}

export function pregnancyLines(record: Record, asked: Asked) {
  const knownDay = pregnancyKnownDay(record);
  if (knownDay === undefined) return [];
  const signs = latestSigns(record);
  const byTest = signs.some((sign) => sign.byTest);
  const byWord = signs.some((sign) => !sign.byTest);
  const { values, day } = asked;
  const { cites } = values.pregnancyStops;
  return [
    remark("counts", pass("pregnancy-known", { knownDay, byTest, byWord }, cites)),
    remark("counts", exposure(record, knownDay, asked)),
    ...record.tests.map(({ day: collectedDay, result, setting }) =>
      remark("counts", pass("pregnancy-test", { collectedDay, result, setting }, [])),
    ),
    remark("counts", lastPeriod(record, day)),
    remark("counts", contraception(record, knownDay)),
    ...endedMethods(record, knownDay),
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
  const { firstDay, lastDay } = treatedDays(record, knownDay);
  const askLast = [step("patient", "record-last-capsule", {}, day)];
  if (lastDay === undefined && (firstDay === undefined || knownDay < firstDay)) {
    if (isTreatedElsewhere(record, knownDay))
      return ask("exposure-unknown", { knownDay, firstDay: undefined }, cites, askLast);
    if (firstDay === undefined) return pass("no-capsule-before", { knownDay }, cites);
  }
  if (firstDay !== undefined && knownDay < firstDay)
    return pass("known-before-treatment", { knownDay, firstDay }, cites);
  if (lastDay === undefined) {
    const { firstDoseDay, supplies } = record;
    return supplies.length > 0 && firstDoseDay !== undefined && firstDoseDay <= knownDay
      ? pass("during-treatment", { knownDay, firstDay }, cites)
      : ask("exposure-unknown", { knownDay, firstDay }, cites, askLast);
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

/** What was in use on the day on which the pregnancy became known. */
function contraception(record: Record, knownDay: Day) {
  const inUse = methodsBy(record, knownDay).filter(({ endedDay }) => endedDay === undefined);
  const attested = record.of("abstinence-attested").findLast(({ happened }) => happened.day <= knownDay);
  const facts = {
    knownDay,
    methods: inUse.map(({ method }) => method),
    abstinent: attested?.body.committed === true,
  };
  return pass("contraception", facts, []);
}

/** Methods that had ended before that day. */
function endedMethods(record: Record, knownDay: Day) {
  return methodsBy(record, knownDay).flatMap(({ method, endedDay }) =>
    endedDay === undefined ? [] : [remark("counts", pass("contraception-ended", { method, endedDay }, []))],
  );
}

/** Each method begun by a day, and when it had ended before that day. */
function methodsBy(record: Record, on: Day) {
  const starts = record.of("contraception-started").filter(({ happened }) => happened.day <= on);
  const ends = record.of("contraception-ended").filter(({ happened }) => happened.day < on);
  const methods = [...new Set(starts.map(({ body }) => body.method))];
  return methods.map((method) => {
    const start = starts.findLast(({ body }) => body.method === method);
    const end = ends.findLast(({ body }) => body.method === method);
    const isOverBefore = start !== undefined && end !== undefined && isOver(start, end);
    return { method, endedDay: isOverBefore ? end.happened.day : undefined };
  });
}
