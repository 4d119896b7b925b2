/** What belongs to the time after the last capsule: tests, reports, the rest before a next course. */
import { type Day, plus, safetyMonths, spanEnd } from "../../calendar.ts";
import { advise, ask, pass } from "../../finding.ts";
import type { Duty } from "../../knowledge/topics/activities.ts";
import { step } from "../../steps.ts";
import { concerns, isHeardIn, type Person } from "../activity-standing.ts";
import { type Asked, remark } from "../question.ts";

/** The tests of that time; what the record holds of them is looked up. */
export function testsAfter(lastCapsuleDay: Day, person: Person, asked: Asked) {
  return testsDueAfter(lastCapsuleDay, person, asked).map(({ duty, dueDay }) =>
    testRemark(duty, dueDay, asked),
  );
}

/** The same tests with their days, in order. */
export function testsDueAfter(lastCapsuleDay: Day, person: Person, asked: Asked) {
  return dutiesOf("test", person, asked)
    .map((duty) => ({ duty, dueDay: dayOf(duty, lastCapsuleDay) }))
    .toSorted((a, b) => a.dueDay - b.dueDay);
}

function testRemark(duty: Duty, dueDay: Day, { record, day, values }: Asked) {
  const about = { kind: "duty", id: duty.id } as const;
  const { cites, says, offered } = duty;
  // A test on that day or later answers for it: one a month after also for the one at the end.
  const most = values.testDetectsMiuPerMl.value;
  const done = record?.tests.find(
    ({ result, day: sampled, detectsMiuPerMl: least }) =>
      result === "negative" && sampled >= dueDay && (most === null || (least !== undefined && least <= most)),
  );
  if (done !== undefined)
    return remark("do", pass("test-done", { dueDay, collectedDay: done.day }, cites), about);
  if (offered) return remark("do", advise("test-offered", { dueDay, says }, cites), about);
  if (record === undefined || day < dueDay)
    return remark("do", advise("test", { dueDay, says }, cites), about);
  const collect = step("lab", "collect-pregnancy-test", { setting: "any", first: false }, day, {
    when: "now",
  });
  return remark("counts", ask("test-missing", { dueDay }, cites, [collect]), about);
}

function dayOf({ after }: Duty, lastCapsuleDay: Day): Day {
  return after === undefined ? lastCapsuleDay : spanEnd(lastCapsuleDay, after);
}

function dutiesOf(kind: Duty["kind"], person: Person, asked: Asked): readonly Duty[] {
  return Object.values(asked.knowledge.duties).filter(
    (one) =>
      one.kind === kind &&
      one.judged === "supported" &&
      isHeardIn(one.where, asked) &&
      concerns(one.whom, person),
  );
}

/** A pregnancy is reported at once; it is looked for as long as contraception goes on. */
export function reports(lastCapsuleDay: Day, person: Person, asked: Asked) {
  const set = [asked.values, asked.protocolValues].map(
    ({ contraceptionMonthsAfter }) => contraceptionMonthsAfter.value,
  );
  const months = Math.max(...set.map((value) => value ?? 0));
  const untilDay = months === 0 ? undefined : safetyMonths(lastCapsuleDay, months);
  return dutiesOf("report", person, asked).map(({ id, says, cites }) =>
    remark("do", advise("report", { says, untilDay }, cites), { kind: "duty", id }),
  );
}

/** The rest before a next course. */
export function rest(lastCapsuleDay: Day, { values, day }: Asked) {
  const { value, cites } = values.rest;
  if (value === null) return [];
  const untilDay = spanEnd(lastCapsuleDay, value);
  const facts = { untilDay, fromDay: plus(untilDay, 1) };
  return [remark("know", day <= untilDay ? advise("rest", facts, cites) : pass("rest-over", facts, cites))];
}
