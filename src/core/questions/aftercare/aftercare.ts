/** What still applies after the last capsule: until which day, for whom, and which tests belong to that time. */
import { type Day, plus, startOf } from "../../calendar.ts";
import { advise, ask, pass, stop, wait } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { canBecomePregnantIn, momentOf, personOf, whyUnknown } from "../moment.ts";
import { openStops } from "../open-stops.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { takingOf } from "../taking.ts";
import { reports, rest, testsAfter } from "./duties.ts";
import { lasting, type Restriction, restrictionsAfter, rulesAfter } from "./restrictions.ts";

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
    const pregnantDay = asked.record === undefined ? undefined : openPregnancyDay(asked.record, asked);
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
  tests: ReturnType<typeof testsAfter>,
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

/** The day of the latest sign of pregnancy that nobody has closed. */
function openPregnancyDay(record: Record, asked: Asked): Day | undefined {
  return openStops(record, asked).findLast(({ what }) => what === "pregnancy")?.day;
}

function pregnancyNow(seenDay: Day, { values, day }: Asked) {
  const assess = step("prescriber", "assess-pregnancy", {}, day, { when: "now" });
  return stop("pregnancy", { seenDay }, values.pregnancyStops.cites, [assess], { floor: true });
}
