/** A dose was forgotten, or something else happened to it: what now? By protocol, and nowhere two together. */
import { categoryOf } from "../category.ts";
import { citesOf } from "../cites.ts";
import { advise, ask, stop } from "../finding.ts";
import type { Record } from "../record.ts";
import { step } from "../steps.ts";
import { openStops } from "./open-stops.ts";
import { type Asked, answered, found, question, remark } from "./question.ts";
import { takingOf } from "./taking.ts";

const page = ["page-004"] as const;

export const missedDose = question({
  id: "missed-dose",
  record: "helps",
  example: { what: "forgotten", noticed: "before-next-dose", dosesPerDay: 2 },
  fields: {
    what: { kind: "choice", of: ["forgotten", "vomited", "two-taken"], argument: true },
    missedOn: { kind: "choice", of: ["today", "yesterday", "earlier"] },
    noticed: { kind: "choice", of: ["before-next-dose", "at-next-dose", "after-next-dose"] },
    dosesMissed: { kind: "number", unit: "{dose}", least: 1, most: 60, whole: true },
    nextDoseNear: { kind: "yes-no" },
    hoursUntilNext: { kind: "number", unit: "h", least: 0, most: 48 },
    dosesPerDay: { kind: "number", unit: "/d", least: 1, most: 4, whole: true },
    capsulesPerDose: { kind: "number", unit: "{capsule}", least: 1, most: 10, whole: true },
    twoTogether: { kind: "yes-no" },
  },
  known: (record) => asPrescribed(record),
  answer(told, asked) {
    const { day, record, values } = asked;
    const { missedDoseSkipped, neverTwoDosesTogether } = values;
    const cites = citesOf(missedDoseSkipped, neverTwoDosesTogether);
    const never = neverTwoDosesTogether.cites;
    const askFirst = [step("patient", "ask-about-dose", {}, day, { when: "now" })];
    const open = record === undefined ? [] : openStops(record, asked);
    const headline = () => {
      const last = open.at(-1);
      if (last !== undefined) {
        return stop(
          "take-none-for-now",
          { sinceDay: last.day },
          never,
          [step("patient", "call-clinic", {}, day)],
          {
            floor: true,
          },
        );
      }
      if (isNothingTold(told))
        return ask(
          "nothing-told",
          {},
          ["decision-missed-dose"],
          [step("patient", "ask-about-dose", {}, day)],
        );
      if (told.twoTogether === true) return stop("never-two-together", {}, never, askFirst, { floor: true });
      if (told.what === "two-taken") {
        return ask("two-taken", {}, ["decision-missed-dose"], [step("patient", "call-clinic", {}, day)]);
      }
      if (told.what === "vomited") return ask("vomited", {}, ["decision-missed-dose"], askFirst);
      const taking = record === undefined ? undefined : takingOf(record).is;
      if (taking !== undefined && taking !== "taking")
        return ask("not-under-way", {}, ["decision-missed-dose"], [step("patient", "call-clinic", {}, day)]);
      if (told.missedOn === "earlier" || (told.dosesMissed ?? 1) > 1) {
        const plan = step("prescriber", "plan-after-missed-doses", {}, day);
        return ask("several-missed", {}, cites, [step("patient", "call-clinic", {}, day), plan]);
      }
      const due =
        told.missedOn === "yesterday" ||
        told.noticed === "at-next-dose" ||
        told.noticed === "after-next-dose" ||
        told.hoursUntilNext === 0;
      if (due) return advise("only-the-next", {}, cites);
      if (missedDoseSkipped.value !== false) return advise("skip", {}, cites);
      if (told.nextDoseNear === true) return advise("skip-because-near", {}, cites);
      if (told.nextDoseNear === false && isNearerThanTheMissed(told))
        return ask(
          "near-or-not",
          { hoursUntilNext: told.hoursUntilNext },
          [...cites, "decision-missed-dose"],
          askFirst,
        );
      return told.nextDoseNear === false && told.noticed === "before-next-dose"
        ? advise("take-now", {}, cites)
        : ask("is-the-next-near", { hoursUntilNext: told.hoursUntilNext }, cites, askFirst);
    };
    const said = headline();
    return answered(said, [
      ...open.flatMap(({ finding }) => (finding === undefined ? [] : [found("counts", finding)])),
      remark("do", advise("never-two", {}, never)),
      ...oneDose(told.capsulesPerDose),
      ...(cannotConceive(asked)
        ? []
        : [remark("know", advise("contraception-goes-on", {}, contraception(asked)))]),
      ...saidByPage(told.dosesPerDay, asked),
    ]);
  },
});

/** How capsules are prescribed is no word of what happened; a time, a number or a wish says that one was forgotten. */
function isNothingTold(told: object): boolean {
  const prescribed: ReadonlySet<string> = new Set(["dosesPerDay", "capsulesPerDose"]);
  return Object.entries(told).every(([name, value]) => value === undefined || prescribed.has(name));
}

/** No source says how many hours are near; closer to the next dose than to the missed one is not called far. */
function isNearerThanTheMissed(told: { hoursUntilNext?: number; dosesPerDay?: number }): boolean {
  const { hoursUntilNext, dosesPerDay = 1 } = told;
  return hoursUntilNext !== undefined && hoursUntilNext < 24 / dosesPerDay / 2;
}

/** Page 004's examples: the first two differ by protocol, the third is dangerous everywhere. */
function saidByPage(dosesPerDay: number | undefined, { values }: Asked) {
  const { missedDoseSkipped } = values;
  const once = dosesPerDay === undefined || dosesPerDay === 1;
  const late =
    missedDoseSkipped.value === false
      ? remark("know", advise("page-takes-it-late-too", {}, [...page, ...missedDoseSkipped.cites]))
      : remark(
          "not-applied",
          advise("page-takes-it-late", { judged: "house-rule" }, [...page, ...missedDoseSkipped.cites]),
        );
  const cites = [...page, ...values.neverTwoDosesTogether.cites];
  return [
    ...(once ? [late] : []),
    ...(dosesPerDay === 1
      ? []
      : [remark("not-applied", advise("page-takes-two-together", { judged: "dangerous" }, cites))]),
  ];
}

/** Several capsules of one dose are one dose: nobody should read "two" as two capsules. */
function oneDose(capsulesPerDose: number | undefined) {
  return capsulesPerDose === undefined || capsulesPerDose < 2
    ? []
    : [remark("know", advise("one-dose-of-several", { capsulesPerDose }, ["decision-missed-dose"]))];
}

function contraception({ values }: Asked): readonly string[] {
  return citesOf(values.contraceptionMonthsBefore, values.contraceptionMonthsAfter);
}

/** Known of the record alone; who nobody has asked is treated as able. */
function cannotConceive({ record, values }: Asked): boolean {
  return record !== undefined && categoryOf(record, values.postMenopausalAgeYears.value).is === "cannot";
}

/** How the capsules were last prescribed. */
function asPrescribed(record: Record): { dosesPerDay?: number; capsulesPerDose?: number } {
  const last = record.authorisations.findLast(({ state }) => state === "dispensed")?.body;
  if (last === undefined) return {};
  const { dosesPerDay, dailyMg, capsuleMg } = last;
  const capsulesPerDose = dailyMg / capsuleMg / dosesPerDay;
  return { dosesPerDay, ...(Number.isInteger(capsulesPerDose) ? { capsulesPerDose } : {}) };
}
