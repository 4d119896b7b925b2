/** May someone who takes isotretinoin, or has stopped, do this? The strictest of what is supported counts. */
import { type Day, plus, startOf } from "../calendar.ts";
import { advise, ask, pass, stop, wait } from "../finding.ts";
import type { Activity } from "../knowledge/topics/activities.ts";
import { step } from "../steps.ts";
import {
  type Applied,
  heldThrough,
  type Moment,
  type Person,
  type Standing,
  type Statement,
  standingOf,
} from "./activity-standing.ts";
import { canBecomePregnantIn, momentOf, personOf, type UnknownMoment, whyUnknown } from "./moment.ts";
import { type Asked, answered, question, remark } from "./question.ts";
import { takingOf } from "./taking.ts";

export const mayI = question({
  id: "may-i",
  example: { activity: "waxing", stopped: "2026-10-21" },
  record: "helps",
  fields: {
    activity: { kind: "known", of: "activities", open: true, required: true, argument: true },
    stopped: { kind: "day" },
    during: { kind: "yes-no" },
    canBecomePregnant: { kind: "yes-no" },
  },
  known: (record, asked) => {
    const taking = takingOf(record);
    const canBecomePregnant = canBecomePregnantIn(record, asked);
    return {
      ...(taking.is === "taking" ? { during: true } : {}),
      ...(taking.is === "stopped" ? { stopped: taking.lastCapsuleDay } : {}),
      ...(canBecomePregnant === undefined ? {} : { canBecomePregnant }),
    };
  },
  answer({ activity: id, stopped, during, canBecomePregnant }, asked) {
    const person = personOf(canBecomePregnant, asked);
    const activity = activityNamed(id, asked);
    const told = momentOf(stopped, during, asked);
    if ("unknown" in told) {
      const standing = standingOf(activity, "during", person, asked);
      return answered(unknownMoment(activity, told, person, asked), [
        ...standing.applied.map((one) => remark("know", rule(one), { kind: "activity", id })),
        ...asides(activity, standing, person),
      ]);
    }
    const standing = standingOf(activity, told.moment, person, asked);
    const fromDay = freeFrom(standing, asked);
    return answered(
      headline(activity, standing, told.moment, asked),
      [
        ...standing.applied.map((one) => remark("counts", held(one, asked), { kind: "activity", id })),
        ...asides(activity, standing, person),
      ],
      { earliestDay: fromDay },
    );
  },
});

type Named = Pick<Activity, "id" | "statements">;

/** An activity nobody has written about is one of which no source says anything. */
function activityNamed(id: string, { knowledge }: Asked): Named {
  const found = Object.hasOwn(knowledge.activities, id) ? knowledge.activities[id] : undefined;
  return found ?? { id, statements: [] };
}

function unknownMoment(activity: Named, told: UnknownMoment, person: Person, asked: Asked) {
  const cites = citesOf(standingOf(activity, "during", person, asked));
  return whyUnknown(told, { activity: activity.id }, cites, asked, (lastCapsuleDay) => {
    const until = heldThrough(standingOf(activity, { lastCapsuleDay }, person, asked), "no");
    return until === "always" ? undefined : until;
  });
}

function headline(activity: Named, standing: Standing, moment: Moment, asked: Asked) {
  const facts = { activity: activity.id };
  const cites = citesOf(standing);
  const floor = standing.applied.some(
    ({ permission, statement }) => permission === "no" && statement.by === "floor",
  )
    ? ({ floor: true } as const)
    : {};
  switch (standing.permission) {
    case "yes": {
      const overDay = moment === "during" ? undefined : heldThrough(standing, "care");
      return typeof overDay === "number" && moment !== "during" && overDay > moment.lastCapsuleDay
        ? pass("yes-again", { ...facts, fromDay: plus(overDay, 1) }, cites)
        : pass("yes", facts, cites);
    }
    case "care":
      return advise("yes-with-care", facts, cites);
    case "ask": {
      const way = [askPrescriber(activity.id, asked)];
      return standing.sourced ? ask("ask", facts, cites, way) : ask("no-source", facts, cites, way);
    }
    case "no": {
      if (moment === "during") return stop("no", facts, cites, "never", floor);
      const fromDay = freeFrom(standing, asked);
      if (fromDay === undefined) return stop("never", facts, cites, "never", floor);
      const then = step("patient", "wait-for-day", { fromDay }, fromDay, { when: "only-then" });
      return wait("not-before", { ...facts, fromDay }, cites, [then], startOf(fromDay, asked.zone));
    }
  }
}

/** The first day on which it is no longer forbidden, where that lies ahead. */
function freeFrom(standing: Standing, asked: Asked): Day | undefined {
  if (standing.permission !== "no") return undefined;
  const until = heldThrough(standing, "no");
  return until === undefined || until === "always" || until < asked.day ? undefined : plus(until, 1);
}

/** What stands behind an answer: the strictest alone. */
function citesOf({ applied, permission }: Standing): readonly string[] {
  return [...new Set(applied.filter((one) => one.permission === permission).flatMap(({ cites }) => cites))];
}

/** A statement that applies, with the verdict it has on the day. */
function held(one: Applied, asked: Asked) {
  const facts = factsOf(one);
  const { cites, permission, statement, untilDay } = one;
  if (untilDay !== undefined && asked.day > untilDay && permission === "yes")
    return pass("over", facts, cites);
  switch (permission) {
    case "yes":
      return pass("said", facts, cites);
    case "care":
      return advise("said", facts, cites);
    case "ask":
      return ask("said", facts, cites, []);
    case "no":
      return untilDay === undefined || statement.afterwards === "no"
        ? stop("said", facts, cites, "never")
        : wait("said", facts, cites, [], startOf(plus(untilDay, 1), asked.zone));
  }
}

/** The same where nobody knows the day: what it says, without a verdict. */
function rule(one: Applied) {
  return advise("said", factsOf(one), one.cites);
}

function factsOf({ statement, untilDay, months }: Applied) {
  const { by, clinic, where, whom, says } = statement;
  return { by, clinic, where, whom, months, untilDay, says };
}

/** What is good to know beside what counts: who else is meant, what is said elsewhere. */
function asides(activity: Named, standing: Standing, { canBecomePregnant }: Person) {
  const about = { kind: "activity", id: activity.id } as const;
  const byWhom = standing.applied.some(({ statement }) => statement.whom !== undefined);
  return [
    ...(canBecomePregnant === undefined && byWhom
      ? [remark("know", advise("category-unknown", {}, []), about)]
      : []),
    ...standing.forOthers.map((one) =>
      remark("know", advise("for-others", plainFacts(one), one.cites), about),
    ),
    ...standing.notApplied.map((one) =>
      remark(
        "not-applied",
        one.judged === "supported"
          ? advise("elsewhere", plainFacts(one), one.cites)
          : advise("judged", plainFacts(one), one.cites),
        about,
      ),
    ),
  ];
}

function plainFacts({ by, where, whom, judged, says }: Statement) {
  return { by, where, whom, judged, says };
}

function askPrescriber(activity: string, asked: Asked) {
  return step("prescriber", "advise-on-activity", { activity }, asked.day);
}
