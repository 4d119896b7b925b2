/** What still applies after the last capsule: until which day, for whom, and which tests belong to that time. */
import { type Day, plus, safetyMonths, spanEnd, startOf } from "../calendar.ts";
import { advise, ask, pass, stop, wait } from "../finding.ts";
import type { Duty } from "../knowledge/topics/activities.ts";
import type { Record } from "../record.ts";
import { step } from "../steps.ts";
import {
  concerns,
  heldThrough,
  isHeardIn,
  type Person,
  type Standing,
  type Statement,
  standingOf,
} from "./activity-standing.ts";
import { canBecomePregnantIn, momentOf, personOf, whyUnknown } from "./moment.ts";
import { type Asked, answered, question, remark } from "./question.ts";
import { takingOf } from "./taking.ts";

export const aftercare = question({
  id: "aftercare",
  record: "needed",
  fields: {
    stopped: { kind: "day" },
    canBecomePregnant: { kind: "yes-no" },
  },
  example: { stopped: "2026-10-21", canBecomePregnant: true },
  known: (record, asked) => {
    const taking = takingOf(record);
    const canBecomePregnant = canBecomePregnantIn(record, asked);
    return {
      ...(taking.is === "stopped" ? { stopped: taking.lastCapsuleDay } : {}),
      ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
    };
  },
  answer({ stopped, canBecomePregnant }, asked) {
    const person = personOf(canBecomePregnant, asked);
    const category =
      canBecomePregnant === undefined ? [remark("know", advise("category-unknown", {}, []))] : [];
    const pregnantDay = asked.record === undefined ? undefined : openPregnancyDay(asked.record);
    const pregnant = pregnantDay === undefined ? undefined : pregnancyNow(pregnantDay, asked);
    const taking = asked.record !== undefined && takingOf(asked.record).is === "taking";
    const told = momentOf(stopped, taking, asked);
    if ("unknown" in told || told.moment === "during") {
      const whole = rulesAfter(person, asked);
      const premature =
        "unknown" in told
          ? whyUnknown(told, {}, [], asked, () => undefined)
          : ask("still-taking", {}, [], [step("patient", "record-last-capsule", {}, asked.day)]);
      return answered(pregnant ?? premature, [...whole, ...category]);
    }
    const { lastCapsuleDay } = told.moment;
    const all = restrictionsAfter(lastCapsuleDay, person, asked);
    const still = all.filter(({ untilDay }) => asked.day <= untilDay);
    // What is laxer now and still restricted is not free yet, and free it is once.
    const over = all.filter(
      ({ activity, untilDay }, place) =>
        asked.day > untilDay && !all.slice(place + 1).some((later) => later.activity === activity),
    );
    const tests = testsAfter(lastCapsuleDay, person, asked);
    const lastDay = still.findLast(({ level }) => level === "no")?.untilDay;
    return answered(
      pregnant ?? headline(lastCapsuleDay, still, tests, asked),
      [
        ...still.map((one) => restricted(one, asked)),
        ...tests,
        ...reports(lastCapsuleDay, person, asked),
        ...over.map((one) =>
          remark(
            "know",
            pass("free-again", { ...factsOf(one), fromDay: plus(one.untilDay, 1) }, one.cites),
            one.about,
          ),
        ),
        ...lasting(person, asked),
        ...rest(lastCapsuleDay, asked),
        ...category,
      ],
      { earliestDay: pregnant === undefined && lastDay !== undefined ? plus(lastDay, 1) : undefined },
    );
  },
});

/** One thing that is restricted for a time after the last capsule. */
export interface Restriction {
  readonly activity: string;
  readonly about: { readonly kind: "activity"; readonly id: string };
  /** Forbidden, to be asked about, or to be done with care; what is laxer later comes as a restriction of its own. */
  readonly level: "no" | "ask" | "care";
  readonly untilDay: Day;
  /** Whom it is about; undefined: everybody. */
  readonly whom: Statement["whom"];
  readonly cites: readonly string[];
}

/** Everything restricted beyond the last capsule, soonest over first. */
export function restrictionsAfter(lastCapsuleDay: Day, person: Person, asked: Asked): readonly Restriction[] {
  const found: Restriction[] = [];
  for (const activity of activitiesFor(person, asked)) {
    const standing = standingOf(activity, { lastCapsuleDay }, person, asked);
    let covered: Day = lastCapsuleDay;
    for (const level of ["no", "ask", "care"] as const) {
      const untilDay = heldThrough(standing, level);
      if (untilDay === "always") break;
      if (untilDay === undefined || untilDay <= covered) continue;
      covered = untilDay;
      const deciding = standing.applied.filter((one) => one.untilDay === untilDay);
      const whoms = new Set(deciding.map(({ statement }) => statement.whom));
      found.push({
        activity: activity.id,
        about: { kind: "activity", id: activity.id },
        level,
        untilDay,
        whom: whoms.size === 1 ? [...whoms][0] : undefined,
        cites: [...new Set(deciding.flatMap(({ cites }) => cites))],
      });
    }
  }
  return found.toSorted((a, b) => a.untilDay - b.untilDay || (a.activity < b.activity ? -1 : 1));
}

function activitiesFor({ man }: Person, { knowledge }: Asked) {
  return Object.values(knowledge.activities).filter(({ notOfMen }) => !(notOfMen && man === true));
}

function factsOf({ activity, whom, untilDay }: Restriction) {
  return { activity, whom, untilDay };
}

function restricted(one: Restriction, asked: Asked) {
  const facts = { ...factsOf(one), fromDay: plus(one.untilDay, 1) };
  switch (one.level) {
    case "no":
      return remark(
        "counts",
        wait("restricted", facts, one.cites, [], startOf(facts.fromDay, asked.zone)),
        one.about,
      );
    case "ask":
      return remark("counts", ask("ask-until", facts, one.cites, []), one.about);
    case "care":
      return remark("know", advise("care-until", facts, one.cites), one.about);
  }
}

function headline(
  lastCapsuleDay: Day,
  still: readonly Restriction[],
  tests: readonly ReturnType<typeof testRemark>[],
  asked: Asked,
) {
  const cites = [...new Set(still.flatMap((one) => one.cites))];
  const forbidden = still.filter(({ level }) => level === "no");
  const untilDay = forbidden.at(-1)?.untilDay;
  if (untilDay !== undefined) {
    const fromDay = plus(untilDay, 1);
    const nextDay = plus(forbidden[0]?.untilDay ?? untilDay, 1);
    const then = step("patient", "wait-for-day", { fromDay }, fromDay, { when: "only-then" });
    const facts = { lastCapsuleDay, count: forbidden.length, nextDay, fromDay };
    return wait("still-applies", facts, cites, [then], startOf(nextDay, asked.zone));
  }
  const missing = tests.filter(({ reason }) => reason === "test-missing");
  const asking = [...missing, ...still.filter(({ level }) => level === "ask")];
  if (asking.length > 0) {
    const askedFor = [...new Set(asking.flatMap((one) => one.cites))];
    return ask("left-to-ask", { lastCapsuleDay }, askedFor, missing.at(-1)?.wayOut ?? []);
  }
  return pass("all-over", { lastCapsuleDay }, []);
}

/** What holds after the last capsule, as it is said, where nobody knows the day: nothing is counted from a guess. */
function rulesAfter(person: Person, asked: Asked) {
  return activitiesFor(person, asked).flatMap((activity) => {
    const standing = standingOf(activity, "during", person, asked);
    return standing.applied
      .filter(({ statement, months }) => statement.after !== undefined || months !== undefined)
      .map(({ statement, months, cites }) => {
        const { by, where, clinic, whom, says } = statement;
        const facts = { by, where, clinic, whom, months, says };
        return remark("know", advise("will-hold", facts, cites), { kind: "activity", id: activity.id });
      });
  });
}

/** What goes on after treatment with no last day: never passing on capsules, care with sight and lenses. */
function lasting(person: Person, asked: Asked) {
  return activitiesFor(person, asked).flatMap(({ id, statements }) => {
    const said = staying(id, standingOf({ id, statements }, "during", person, asked));
    return said === undefined ? [] : [remark("know", said, { kind: "activity", id })];
  });
}

function staying(activity: string, standing: Standing) {
  const cites = [...new Set(standing.applied.flatMap((one) => one.cites))];
  if (heldThrough(standing, "no") === "always") return advise("never", { activity }, cites);
  return heldThrough(standing, "care") === "always" && heldThrough(standing, "ask") !== "always"
    ? advise("care-stays", { activity }, cites)
    : undefined;
}

/** The tests of that time; what the record holds of them is looked up. */
function testsAfter(lastCapsuleDay: Day, person: Person, asked: Asked) {
  return dutiesOf("test", person, asked)
    .map((duty) => ({ duty, dueDay: dayOf(duty, lastCapsuleDay) }))
    .toSorted((a, b) => a.dueDay - b.dueDay)
    .map(({ duty, dueDay }) => testRemark(duty, dueDay, asked));
}

function testRemark(duty: Duty, dueDay: Day, { record, day }: Asked) {
  const about = { kind: "duty", id: duty.id } as const;
  const { cites, says, offered } = duty;
  // A test on that day or later answers for it: one a month after also for the one at the end.
  const done = record?.tests.find((test) => test.result === "negative" && test.day >= dueDay);
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
function reports(lastCapsuleDay: Day, person: Person, asked: Asked) {
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
function rest(lastCapsuleDay: Day, { values, day }: Asked) {
  const { value, cites } = values.rest;
  if (value === null) return [];
  const untilDay = spanEnd(lastCapsuleDay, value);
  const facts = { untilDay, fromDay: plus(untilDay, 1) };
  return [remark("know", day <= untilDay ? advise("rest", facts, cites) : pass("rest-over", facts, cites))];
}

/** The day of a sign of pregnancy that nobody has closed. */
function openPregnancyDay(record: Record): Day | undefined {
  const signs = [
    ...record.of("pregnancy-reported").map(({ happened }) => happened.day),
    ...record.tests.filter(({ result }) => result === "positive").map(({ lastDay }) => lastDay),
  ];
  if (signs.length === 0) return undefined;
  const last = Math.max(...signs) as Day;
  const closes = [
    ...record.of("pregnancy-ended"),
    ...record
      .of("judgement-recorded")
      .filter(({ body }) => body.rule === "patient-is-not-pregnant" && body.conclusion === "may-continue"),
  ];
  return closes.some(({ happened }) => happened.day >= last) ? undefined : last;
}

function pregnancyNow(seenDay: Day, { values, day }: Asked) {
  const assess = step("prescriber", "assess-pregnancy", {}, day, { when: "now" });
  return stop("pregnancy", { seenDay }, values.pregnancyStops.cites, [assess], { floor: true });
}
