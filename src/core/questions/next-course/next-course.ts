/**
 * After a course: which published definitions of relapse are met by what is told, each kept apart; what keeps acne
 * away; and the first day on which another course could begin.
 */
import { ageYears, type Day, plus, spanEnd, startOf } from "../../calendar.ts";
import { advise, ask, wait } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { step } from "../../steps.ts";
import { isHeardIn } from "../activity-standing.ts";
import { momentOf, whyUnknown } from "../moment.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { takingOf } from "../taking.ts";
import { definitionsOf, evidence } from "./relapse.ts";

const lesions = { kind: "number", unit: "1", least: 0, most: 2_000, whole: true } as const;

export const nextCourse = question({
  id: "next-course",
  record: "helps",
  fields: {
    stopped: { kind: "day" },
    age: { kind: "number", unit: "a", least: 0, most: 120, whole: true },
    /** Lesions counted before treatment, and those that are new since. */
    lesionsBefore: lesions,
    lesionsNow: lesions,
    acneMedicine: { kind: "yes-no" },
    oralAcneMedicine: { kind: "yes-no" },
    isotretinoinAgain: { kind: "yes-no" },
    /** The day on which acne came back. */
    cameBack: { kind: "day" },
  },
  example: { stopped: "2026-07-21", age: 24, lesionsBefore: 60, lesionsNow: 22, acneMedicine: true },
  known: (record, asked) => ({
    ...knownMoment(record),
    ...(record.birthDate === undefined ? {} : { age: ageYears(record.birthDate, asked.day) }),
    ...treatedSince(record),
  }),
  answer({ stopped, age, cameBack, ...told }, asked) {
    const taking = asked.record === undefined ? undefined : takingOf(asked.record);
    const moment = momentOf(stopped, taking?.is === "taking", asked);
    const common = [...definitionsOf(told, asked), ...evidence(asked)];
    if ("unknown" in moment) {
      const premature =
        taking?.is === "never-treated" && stopped === undefined
          ? advise("no-course-yet", {}, asked.values.rest.cites)
          : whyUnknown(moment, {}, asked.values.rest.cites, asked, (day) => restUntil(day, asked));
      return answered(premature, [...common, ...maintenance(asked)]);
    }
    if (moment.moment === "during") {
      const record = step("patient", "record-last-capsule", {}, asked.day);
      return answered(ask("still-taking", {}, asked.values.rest.cites, [record]), [
        ...common,
        ...maintenance(asked),
      ]);
    }
    const { lastCapsuleDay } = moment.moment;
    // No word makes anybody older than the record has them.
    const born = asked.record?.birthDate;
    const growing = growth(born === undefined ? age : ageYears(born, asked.day), lastCapsuleDay, asked);
    const untilDay = restUntil(lastCapsuleDay, asked);
    const fromDay = untilDay === undefined ? undefined : plus(untilDay, 1);
    const resting = fromDay !== undefined && asked.day < fromDay;
    return answered(
      resting
        ? restingUntil(lastCapsuleDay, fromDay, asked)
        : (growing ?? rested(lastCapsuleDay, fromDay, asked)),
      [
        ...(growing === undefined ? [] : [remark("counts", growing)]),
        ...(cameBack === undefined ? [] : [when(cameBack, lastCapsuleDay, asked)]),
        ...common,
        ...maintenance(asked),
        ...longerRest(lastCapsuleDay, asked),
      ],
      { earliestDay: resting ? fromDay : undefined },
    );
  },
});

function knownMoment(record: Record) {
  const taking = takingOf(record);
  return taking.is === "stopped" ? { stopped: taking.lastCapsuleDay } : {};
}

/** What the record holds of treatment since the last capsule: what is on it happened, what is not may have. */
function treatedSince(record: Record) {
  const taking = takingOf(record);
  if (taking.is !== "stopped") {
    return record.supplies.length > 0 && record.earlierCourse !== undefined
      ? { isotretinoinAgain: true }
      : {};
  }
  const since = record
    .of("prior-therapy-recorded")
    .filter(({ happened, body }) => happened.day > taking.lastCapsuleDay && body.agent !== "isotretinoin");
  const oral = since.some(({ body }) => body.agent === "systemic-antibiotic");
  return {
    ...(since.length > 0 ? { acneMedicine: true } : {}),
    ...(oral ? { oralAcneMedicine: true } : {}),
  };
}

/** The last day of the rest; undefined where the protocol names none. */
function restUntil(lastCapsuleDay: Day, { values }: Asked): Day | undefined {
  return values.rest.value === null ? undefined : spanEnd(lastCapsuleDay, values.rest.value);
}

function restingUntil(lastCapsuleDay: Day, fromDay: Day, { values, zone }: Asked) {
  const then = step("patient", "wait-for-rest", { untilDay: fromDay }, fromDay, { when: "only-then" });
  return wait("resting", { lastCapsuleDay, fromDay }, values.rest.cites, [then], startOf(fromDay, zone));
}

function rested(lastCapsuleDay: Day, fromDay: Day | undefined, { values }: Asked) {
  return advise("rested", { lastCapsuleDay, fromDay }, values.rest.cites);
}

/** The rest is not defined before the bones have finished growing: the prescriber's recorded judgement decides. */
function growth(age: number | undefined, lastCapsuleDay: Day, { values, record, day }: Asked) {
  const { restUndefinedBeforeSkeletalMaturity: undefinedUntilGrown, adultAgeYears } = values;
  const growing = age === undefined || age < (adultAgeYears.value ?? Number.POSITIVE_INFINITY);
  if (undefinedUntilGrown.value !== true || !growing || isJudged(record, lastCapsuleDay)) return undefined;
  const judge = [step("prescriber", "judge-rest", {}, day)];
  return ask("still-growing", { age }, undefinedUntilGrown.cites, judge);
}

function isJudged(record: Record | undefined, lastCapsuleDay: Day): boolean {
  const word = record
    ?.of("judgement-recorded")
    .findLast(
      ({ body, happened }) =>
        body.rule === "rest-since-last-course-is-over" &&
        (body.reason === undefined || body.reason === "still-growing") &&
        happened.day > lastCapsuleDay,
    );
  return word?.body.conclusion === "may-continue";
}

function when(cameBackDay: Day, lastCapsuleDay: Day, { day }: Asked) {
  return cameBackDay < lastCapsuleDay || cameBackDay > day
    ? remark("know", ask("came-back-implausible", { cameBackDay, lastCapsuleDay }, [], []))
    : remark(
        "know",
        advise("came-back", { cameBackDay, lastCapsuleDay, days: cameBackDay - lastCapsuleDay }, []),
      );
}

function maintenance(asked: Asked) {
  return Object.values(asked.knowledge.duties)
    .filter((one) => one.kind === "maintenance" && one.judged === "supported" && isHeardIn(one.where, asked))
    .map(({ id, says, cites }) => remark("do", advise("maintenance", { says }, cites), { kind: "duty", id }));
}

/** A longer rest that some clinic prefers: a wish of its own there, said elsewhere and of no effect everywhere else. */
function longerRest(lastCapsuleDay: Day, asked: Asked) {
  const { clinic: id } = asked.setting;
  const clinic = id === undefined ? undefined : asked.knowledge.clinics[id];
  return Object.values(asked.knowledge.duties)
    .filter(({ kind, after }) => kind === "rest" && after !== undefined)
    .map((one) => {
      const untilDay = one.after === undefined ? lastCapsuleDay : spanEnd(lastCapsuleDay, one.after);
      const facts = { says: one.says, fromDay: plus(untilDay, 1) };
      const own = clinic !== undefined && one.cites.every((cite) => clinic.cites.includes(cite));
      const about = { kind: "duty", id: one.id } as const;
      return own
        ? remark("know", advise("rest-preferred", facts, one.cites), about)
        : remark("not-applied", advise("rest-elsewhere", facts, one.cites), about);
    });
}
