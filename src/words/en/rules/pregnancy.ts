import type { RuleWords, Say } from "../../words.ts";
import { count } from "../grammar.ts";

/** Pregnancy, its tests and its prevention. */
export const pregnancy: Pick<
  RuleWords,
  | "category-is-attested"
  | "patient-is-not-pregnant"
  | "patient-is-not-breastfeeding"
  | "no-pregnancy-is-planned-soon"
  | "no-late-period-is-open"
  | "no-contraception-lapse-is-open"
  | "two-tests-come-before-treatment"
  | "pregnancy-test-is-in-window"
  | "first-window-was-not-missed"
  | "contraception-is-acceptable"
  | "contraception-has-run-a-month"
  | "contraception-is-stated"
> = {
  "category-is-attested": {
    title: "Whether pregnancy is possible",
    reasons: {
      contradicted: ({ attestedDay }, say) =>
        `On ${say.day(attestedDay)} it was recorded that this patient cannot become pregnant; a period, a pregnancy or a positive test came after. Please attest anew.`,
      "not-attested": () =>
        "Whether this patient can become pregnant has not been recorded, and the administrative gender does not decide it. Until it is recorded the steps about pregnancy apply; if the patient cannot become pregnant, they fall away.",
      "menopause-not-documented": ({ missing }, say) =>
        `The patient is recorded as past the menopause, but this is still missing: ${say.list(missing.map(say.term))}. Until then the steps about pregnancy apply.`,
      cannot: ({ basis }, say) => `Recorded: the patient cannot become pregnant (${say.term(basis)}).`,
      "basis-does-not-count": ({ basis }, say) =>
        `The patient is recorded as unable to become pregnant, with this ground: ${say.term(basis)}. It is not enough, so the steps about pregnancy apply.`,
      can: () => "Recorded: the patient can become pregnant. The steps about pregnancy apply.",
    },
  },
  "patient-is-not-pregnant": {
    title: "Not pregnant",
    reasons: {
      "no-sign-of-pregnancy": () => "No pregnancy is reported, and no test is positive.",
      "no-longer-pregnant": () => "An earlier pregnancy or positive test is on record and has been settled.",
      "test-positive": ({ collectedDay }, say) =>
        `The pregnancy test${collectedDay === undefined ? "" : ` collected on ${say.day(collectedDay)}`} is positive. Isotretinoin stops now, because it can harm an unborn child; the prescriber sees the patient next.`,
      "pregnancy-reported": ({ reportedDay }, say) =>
        `A pregnancy was reported on ${say.day(reportedDay)}. Isotretinoin stops now, because it can harm an unborn child; the prescriber sees the patient next.`,
    },
  },
  "patient-is-not-breastfeeding": {
    title: "Not breastfeeding",
    reasons: {
      breastfeeding: () => "The patient is breastfeeding. Isotretinoin is not taken during that time.",
      "not-asked": () =>
        "Breastfeeding has not been asked about yet. Isotretinoin is not taken during that time.",
      "not-breastfeeding": () => "No breastfeeding on record.",
    },
  },
  "no-pregnancy-is-planned-soon": {
    title: "No pregnancy planned soon",
    reasons: {
      "not-asked-for": () => "Plans for a pregnancy are not asked about here.",
      "not-asked": ({ months }, say) =>
        `A wish for pregnancy in the next ${count(say, months, "month")} has not been asked about yet; this clinic asks before treatment.`,
      planned: ({ months, withinMonths }, say) =>
        withinMonths < 1
          ? `A pregnancy is wished for now. This clinic treats only where none is planned for the next ${count(say, months, "month")}.`
          : `A pregnancy is wished for within ${count(say, withinMonths, "month")}. This clinic treats only where none is planned for the next ${count(say, months, "month")}.`,
      "must-wait": ({ monthsAfter }, say) =>
        `A pregnancy is wished for. It has to wait for the whole course and ${count(say, monthsAfter, "month")} after the last capsule, with contraception until then.`,
      "not-planned": ({ months }, say) =>
        `No pregnancy is planned for the next ${count(say, months, "month")}.`,
    },
  },
  "no-late-period-is-open": {
    title: "No late period left open",
    reasons: {
      "none-open": () => "No late period on record.",
      "plan-recorded": ({ lateDay }, say) =>
        `The late period recorded on ${say.day(lateDay)} has been followed up; the prescriber's plan is recorded.`,
      late: ({ lateDay }, say) =>
        `A late period was recorded on ${say.day(lateDay)}. Treatment stops until the prescriber has looked into it and recorded a plan.`,
    },
  },
  "no-contraception-lapse-is-open": {
    title: "No lapse in contraception left open",
    reasons: {
      "none-open": () => "No lapse in contraception on record.",
      "plan-recorded": ({ lapsedDay }, say) =>
        `The lapse in contraception of ${say.day(lapsedDay)} has been followed up; the prescriber's plan is recorded.`,
      lapsed: ({ lapsedDay }, say) =>
        `A lapse in contraception was recorded for ${say.day(lapsedDay)}. Treatment stops until the prescriber has recorded how it goes on.`,
    },
  },
  "two-tests-come-before-treatment": {
    title: "Negative tests before treatment",
    reasons: {
      "not-asked-for": () => "Pregnancy tests before treatment are not needed for this patient.",
      "treatment-under-way": () => "Treatment is under way; the tests before it are behind the patient.",
      "screening-test-missing": ({ tests }, say) =>
        tests >= 2
          ? `No pregnancy test that counts is on record. Treatment starts after ${say.number(tests)} negative tests, some time apart.`
          : "No pregnancy test that counts is on record. Treatment starts after a negative test.",
      "screening-result-missing": ({ collectedDay }, say) =>
        `The first pregnancy test was collected on ${say.day(collectedDay)}; what is missing here is its result, not another sample.`,
      tested: ({ tests }, say) => `Before treatment: ${count(say, tests, "negative test")} on record.`,
      "too-soon-for-confirming-test": ({ screeningDay, spacingDays, confirmFromDay }, say) =>
        `The first negative test is of ${say.day(screeningDay)}. The second counts from ${say.day(confirmFromDay)}: ${
          confirmFromDay > screeningDay + spacingDays
            ? "the month on contraception comes first"
            : `at least ${count(say, spacingDays, "day")} after the first`
        }.`,
      "confirming-test-missing": ({ screeningDay, confirmFromDay, periodDays }, say) =>
        `The first negative test is of ${say.day(screeningDay)}. A second one, collected on ${say.day(confirmFromDay)} or later${
          periodDays === null ? "" : ` and in the first ${count(say, periodDays, "day")} of a period`
        }, is still missing.`,
      "confirming-result-missing": ({ screeningDay, collectedDay }, say) =>
        `The first negative test is of ${say.day(screeningDay)}. The second was collected on ${say.day(collectedDay)}; what is missing here is its result, not another sample.`,
      "period-not-recorded": ({ confirmingDay, periodDays }, say) =>
        `The second test, of ${say.day(confirmingDay)}, has to fall in the first ${
          periodDays === null ? "days" : count(say, periodDays, "day")
        } of a period. No such period is recorded, nor that periods are irregular or absent.`,
      "two-tests": ({ screeningDay, confirmingDay }, say) =>
        `Negative tests on ${say.day(screeningDay)} and ${say.day(confirmingDay)}.`,
    },
  },
  "pregnancy-test-is-in-window": {
    title: "Pregnancy test in its window",
    reasons: {
      "not-asked-for": () => "A pregnancy test for each supply is not needed for this patient.",
      "no-test": () => "No pregnancy test is on record. A negative one is needed for every supply.",
      "test-dated-ahead": ({ aheadDay }, say) =>
        `The test on record is dated ${say.day(aheadDay)}, a day that has not come yet, so it cannot count. Please check the date or collect a new test.`,
      "test-before-previous-supply": ({ collectedDay, previousDay }, say) =>
        `The last test, collected on ${say.day(collectedDay)}, belongs to the supply of ${say.day(previousDay)}. Each supply needs its own.`,
      "test-before-positive": ({ collectedDay, positiveDay }, say) =>
        `The negative test was collected on ${say.day(collectedDay)}; a sign of pregnancy of ${say.day(positiveDay)} is not older. A new test on a later day is needed.`,
      "window-closed": ({ collectedDay, closedAt }, say) =>
        `The test collected on ${say.day(collectedDay)} served until ${say.through(closedAt)}. A new one is needed.`,
      "result-missing": ({ collectedDay }, say) =>
        `The test collected on ${say.day(collectedDay)} has no result yet.`,
      indeterminate: ({ collectedDay }, say) =>
        `The test collected on ${say.day(collectedDay)} gave no clear result. A new one is needed.`,
      "setting-unknown": ({ collectedDay }, say) =>
        `Where the test of ${say.day(collectedDay)} was done is not recorded. It counts only if it was done where this protocol asks.`,
      "setting-not-accepted": ({ collectedDay, setting }, say) =>
        `The test of ${say.day(collectedDay)}${setting === "" ? "" : ` (${say.term(setting)})`} was not done where this protocol asks. A new one is needed.`,
      "home-test-not-permitted": ({ collectedDay }, say) =>
        `The test of ${say.day(collectedDay)} was done at home. Home tests count once the prescriber permits them.`,
      "home-test-not-supervised": ({ collectedDay }, say) =>
        `The test of ${say.day(collectedDay)} was done at home with nobody of the clinic looking on. A home test counts here only under supervision.`,
      "sensitivity-unknown": ({ collectedDay, mostMiuPerMl }, say) =>
        `How little hCG the test of ${say.day(collectedDay)} can detect is not recorded; ${say.number(mostMiuPerMl)} mIU/mL or less is asked for.`,
      "not-sensitive-enough": ({ collectedDay, detectsMiuPerMl }, say) =>
        `The test of ${say.day(collectedDay)}${
          detectsMiuPerMl === undefined ? "" : ` detects hCG from ${say.number(detectsMiuPerMl)} mIU/mL and`
        } is not sensitive enough. A more sensitive one is needed.`,
      "in-window": ({ collectedDay, closesAt }, say) =>
        closesAt === undefined
          ? `Negative, collected on ${say.day(collectedDay)}.`
          : `Negative, collected on ${say.day(collectedDay)}; it serves until ${say.through(closesAt)}.`,
    },
  },
  "first-window-was-not-missed": {
    title: "First window not missed",
    reasons: {
      "no-such-wait": () => "A missed first window brings no waiting time here.",
      "treatment-under-way": () => "Treatment is under way; this concerns only its start.",
      "not-missed": () => "The first window has not been missed.",
      waited: ({ openedDay, fromDay }, say) =>
        `The window opened by the test of ${say.day(openedDay)} was missed, and the new test was collected on ${say.day(fromDay)} or later, as asked.`,
      "locked-out": ({ openedDay, waitDays, fromDay }, say) =>
        `The window opened by the test of ${say.day(openedDay)} passed without a supply. The next test counts from ${say.day(fromDay)}, ${count(say, waitDays, "day")} after that one.`,
      "result-after-wait-missing": ({ openedDay, collectedDay }, say) =>
        `The window opened by the test of ${say.day(openedDay)} passed without a supply. A new test was collected on ${say.day(collectedDay)}, after the wait; its result is not on record yet.`,
      "test-after-wait-missing": ({ openedDay, waitDays, fromDay }, say) =>
        `The window opened by the test of ${say.day(openedDay)} passed without a supply. The wait of ${count(say, waitDays, "day")} is over; a test collected on ${say.day(fromDay)} or later is still missing.`,
    },
  },
  "contraception-is-acceptable": {
    title: "Contraception that is enough",
    reasons: {
      "not-asked-for": () => "Contraception is not needed for this patient.",
      abstinence: ({ monthsAfter }, say) =>
        `Abstinence is recorded. It goes on through treatment and for ${count(say, monthsAfter, "month")} after the last capsule.`,
      "methods-accepted": ({ accepted, monthsAfter }, say) =>
        `In use: ${say.names("contraceptive", accepted)}. ${
          accepted.length === 1 ? "It goes" : "They go"
        } on through treatment and for ${count(say, monthsAfter, "month")} after the last capsule.`,
      "abstinence-without-reasons": () =>
        "Abstinence is recorded, but not why it can be relied on. This protocol accepts it only with compelling reasons.",
      "no-method-recorded": ({ methods, primary }, say) =>
        `No contraception is recorded. Needed: ${count(say, methods, "method")}${methods > 1 ? " together" : ""}${primary ? ", at least one of them primary" : ""}.`,
      "too-few-methods": ({ methods, accepted, refused }, say) =>
        `Accepted methods in use: ${accepted.length === 0 ? "none" : say.names("contraceptive", accepted)}; ${say.number(methods)} needed.${notCounting(refused, say)}`,
      "no-primary-method": ({ accepted, refused }, say) =>
        `None of the methods in use (${say.names("contraceptive", accepted)}) is a primary one, and one has to be.${notCounting(refused, say)}`,
      "barrier-alone": ({ accepted, refused }, say) =>
        `${accepted.length === 1 ? "This method is" : "These methods are"} not enough: ${say.names("contraceptive", accepted)}. Needed is one that works without the user's doing, or two together that are not all barriers.${notCounting(refused, say)}`,
    },
  },
  "contraception-has-run-a-month": {
    title: "Contraception since before the first capsule",
    reasons: {
      "not-asked-for": () => "Contraception is not needed for this patient.",
      "not-in-force": ({ months }, say) =>
        `Contraception that is enough is not in use yet. It has to run for ${count(say, months, "month")} before the first capsule and without a gap.`,
      "month-not-over": ({ sinceDay, allowedDay, months }, say) =>
        `Contraception has run since ${say.day(sinceDay)}; ${count(say, months, "month")} before the first capsule. A first supply is possible from ${say.day(allowedDay)}.`,
      "month-over": ({ sinceDay, months }, say) =>
        `Contraception has run since ${say.day(sinceDay)}, longer than the ${count(say, months, "month")} asked for.`,
      "gap-judged": ({ sinceDay }, say) =>
        `Contraception has run without a gap since ${say.day(sinceDay)}; the prescriber has recorded a plan for the gap before it.`,
      "lapse-judged": ({ lapsedDay }, say) =>
        `The gap that the lapse of ${say.day(lapsedDay)} made is part of the plan the prescriber has recorded for it.`,
      "gap-during-treatment": ({ sinceDay, firstDoseDay, lapsedDay }, say) =>
        lapsedDay !== undefined
          ? `Treatment began on ${say.day(firstDoseDay)}, and the lapse of ${say.day(lapsedDay)} made a gap in contraception. The prescriber records how it goes on.`
          : `Contraception has run without a gap only since ${say.day(sinceDay)}; treatment began on ${say.day(firstDoseDay)}. The prescriber records how it goes on.`,
      "without-a-gap": ({ sinceDay }, say) =>
        `Contraception has run without a gap since ${say.day(sinceDay)}.`,
    },
  },
  "contraception-is-stated": {
    title: "Contraception confirmed for this supply",
    reasons: {
      "not-asked-for": () => "A statement about contraception is not needed for this patient.",
      "not-stated": () =>
        "The patient has not yet said for this supply whether contraception was used all the time.",
      stated: ({ statedDay }, say) =>
        `Asked about contraception on ${say.day(statedDay)}; the answer is recorded.`,
    },
  },
};

function notCounting(refused: readonly string[], say: Say): string {
  return refused.length === 0 ? "" : ` Not counted: ${say.names("contraceptive", refused)}.`;
}
