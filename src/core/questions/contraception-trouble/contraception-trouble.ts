/**
 * Contraception failed, or a period is late, or a test is positive: stop, call today, and what to ask for. No days for
 * a retest or a restart are given, for no source has them: a prescriber records a plan.
 */
import type { Day } from "../../calendar.ts";
import { categoryOf } from "../../category.ts";
import { advise, ask } from "../../finding.ts";
import type { Record } from "../../record.ts";
import { momentOf } from "../moment.ts";
import { type OpenStop, openStops } from "../open-stops.ts";
import { type Asked, answered, question, remark } from "../question.ts";
import { takingOf } from "../taking.ts";
import { headlineOf } from "./headline.ts";
import { whatToDo } from "./what-to-do.ts";

/** What may have happened; several may be true at once. */
export const troubles = [
  "one-method-lapsed",
  "both-methods-lapsed",
  "unprotected",
  "condom-broke",
  "pill-forgotten",
  "late-period",
  "positive-test",
] as const;
export type Trouble = (typeof troubles)[number];

export const contraceptionTrouble = question({
  id: "contraception-trouble",
  record: "helps",
  example: { what: ["condom-broke"], day: "2026-11-21", phase: "during" },
  fields: {
    what: { kind: "choices", of: troubles, argument: true },
    day: { kind: "day" },
    pillsForgotten: { kind: "number", unit: "{pill}", least: 1, most: 60, whole: true },
    emergencyContraceptionTaken: { kind: "yes-no" },
    phase: { kind: "choice", of: ["before", "during", "after"] },
    lastCapsule: { kind: "day" },
  },
  known: (record, asked) => ({ ...phaseOf(record), ...openTroubles(record, asked) }),
  answer({ what = [], ...more }, asked) {
    const { record, values } = asked;
    const told = { ...believed(more, asked), what };
    const odd = notAsWritten(more, asked);
    if (what.length === 0) return answered(ask("nothing-told", {}, ["decision-lapse"], []), []);
    const cannot =
      record !== undefined && categoryOf(record, values.postMenopausalAgeYears.value).is === "cannot";
    const { headline, earliestDay } = headlineOf(told, cannot, asked);
    return answered(headline, [...whatToDo(told, headline.reason, asked), ...odd], { earliestDay });
  },
});

/** Before the first capsule, during (pauses included), after the last; where nobody knows, during. */
function phaseOf(record: Record): Phase {
  const taking = takingOf(record);
  switch (taking.is) {
    case "taking":
      return { phase: "during" };
    case "stopped":
      return { phase: "after", lastCapsule: taking.lastCapsuleDay };
    case "never-treated":
      return { phase: "before" };
    case "unknown":
      return {};
  }
}
interface Phase {
  readonly phase?: "before" | "during" | "after";
  readonly lastCapsule?: Day;
}

/**
 * The phase as told, unless the record or the calendar speaks against it: capsules on record are being taken, and a last
 * capsule that lies ahead, before the drug existed, or before one on record is not known. One that can be believed says
 * by itself that the time after it is meant; one that lies ahead, that capsules are being taken.
 */
function believed<T extends Phase>({ lastCapsule, ...told }: T, asked: Asked) {
  const taking = asked.record === undefined ? undefined : takingOf(asked.record).is;
  const moment = lastCapsule === undefined ? undefined : momentOf(lastCapsule, false, asked);
  const known = moment !== undefined && "moment" in moment;
  const phase = told.phase ?? (known ? "after" : undefined);
  const isAhead = moment !== undefined && "unknown" in moment && moment.unknown === "ahead";
  if (
    taking === "taking" ||
    (taking === "unknown" && phase !== "after") ||
    (phase === "after" && isAhead && taking !== "stopped")
  )
    return { ...told, phase: "during" as const };
  const said = phase === undefined ? told : { ...told, phase, isPhaseTold: told.phase !== undefined };
  return known ? { ...said, lastCapsule } : said;
}

/** Days that cannot be meant as they were written: said, so that nobody wonders what was done with them. */
function notAsWritten({ day: on, lastCapsule }: { day?: Day; lastCapsule?: Day }, asked: Asked) {
  const cites = ["decision-contraception-trouble"];
  const ahead = on !== undefined && on > asked.day;
  const moment = lastCapsule === undefined ? undefined : momentOf(lastCapsule, false, asked);
  const why = moment !== undefined && "unknown" in moment ? moment.unknown : undefined;
  return [
    ...(ahead ? [remark("know", advise("day-ahead", { saidDay: on }, cites))] : []),
    ...(why === undefined || lastCapsule === undefined
      ? []
      : [
          remark(
            "know",
            advise(
              "last-capsule-not-believed",
              { lastCapsuleDay: lastCapsule, isAhead: why === "ahead" },
              cites,
            ),
          ),
        ]),
  ];
}

/** What is written down already and has no plan yet. */
function openTroubles(record: Record, asked: Asked): { what?: readonly Trouble[] } {
  const meant: { readonly [O in OpenStop]?: Trouble } = {
    pregnancy: "positive-test",
    lapse: "one-method-lapsed",
    "late-period": "late-period",
  };
  const what = openStops(record, asked).flatMap(({ what: open }) => meant[open] ?? []);
  return what.length === 0 ? {} : { what: [...new Set(what)] };
}
