import type { plan as question } from "../../../core/questions/plan/plan.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { bill } from "../bill.ts";
import { count, sentences } from "../grammar.ts";

interface PhaseFacts {
  readonly kind: "in-hand" | "first-supply" | "step" | "course";
  readonly number: number;
  readonly fromDay: Parameters<Say["day"]>[0];
  readonly toDay: Parameters<Say["day"]>[0];
  readonly days: number;
  readonly daysOff: number;
  readonly dailyMg: number;
  readonly mgPerKg: number | undefined;
  readonly mg: number;
  readonly capsules: string | undefined;
  readonly alternating: string | undefined;
}

/** "From 1 Jun to 30 Jun 2026 (30 days): 40 mg a day, 0.67 mg/kg; 20 mg × 2 a day." */
function phase(facts: PhaseFacts, say: Say): string {
  const { fromDay, toDay, days, daysOff, dailyMg, mgPerKg, mg } = facts;
  const perKg = mgPerKg === undefined ? "" : `, ${say.number(mgPerKg)} mg/kg`;
  const off = daysOff === 0 ? "" : `, ${count(say, daysOff, "day")} off`;
  const mean = facts.alternating === undefined ? "" : " on average";
  return sentences(
    facts.kind === "in-hand" ? "Capsules in hand first." : "",
    `${say.day(fromDay)} to ${say.day(toDay)} (${count(say, days, "day")}${off}): ${say.number(dailyMg)} mg a day${mean}${perKg}, ${say.number(mg)} mg in all.`,
    capsules(facts),
  );
}

function capsules({ capsules: one, alternating }: Pick<PhaseFacts, "capsules" | "alternating">): string {
  if (one === undefined) return "";
  if (alternating === undefined) return `Capsules a day: ${one}.`;
  return alternating === "" ? `Every other day: ${one}.` : `Day by day in turn: ${one}, then ${alternating}.`;
}

function length(months: number, say: Say): string {
  return months === 1 ? "the month" : `the ${say.number(months)} months`;
}

export const plan: QuestionWords<typeof question> = {
  title: "How much, and for how long?",
  lead: "Whole capsules of a real product until a target is reached: doses, days, visits, tests and supplies, with other doses side by side. A plan for patient and prescriber to talk over; each supply is still decided on its own day.",
  fields: {
    weightKg: { label: "Body weight" },
    targetMgPerKg: { label: "Cumulative dose to reach", hint: "Over the whole course." },
    dailyMg: { label: "Daily dose", hint: "After the steps below, if there are any." },
    product: { label: "Product" },
    start: { label: "First capsule", hint: "Left out: as soon as the protocol allows." },
    days: { label: "Length of the whole course", hint: "It ends here even if the target is not reached." },
    dosesPerDay: { label: "Doses a day", hint: "Left out: as the protocol has it." },
    steps: {
      label: "Steps at the beginning",
      hint: "One after another, before the daily dose.",
      columns: { days: { label: "Days" }, dailyMg: { label: "mg a day" } },
    },
    daysOff: {
      label: "Days off",
      columns: { from: { label: "From" }, days: { label: "Days" } },
    },
    takenMg: {
      label: "Taken elsewhere so far",
      hint: "In this course, from another clinic: all capsules together.",
    },
    takenSince: { label: "Taken elsewhere since", hint: "The day of the first capsule there." },
    age: { label: "Age" },
    canBecomePregnant: { label: "Can become pregnant" },
    highDoseFor: {
      label: "Reasons for a dose above the ordinary one",
      hint: "Adults only.",
      choices: { "very-severe": "Very severe acne", scarring: "Scarring", truncal: "On the trunk" },
    },
    compare: {
      label: "Doses to compare with",
      hint: "Left out: the usual ones.",
      columns: { dailyMg: { label: "mg a day" } },
    },
  },
  sections: {
    counts: "Doses and limits",
    do: "Visits, tests and supplies",
    know: "Good to know, and other doses side by side",
  },
  series: {
    "daily-mg": "Daily dose",
    "cumulative-mg-per-kg": "Cumulative dose",
    target: "Target",
    "no-further-benefit": "No substantial benefit beyond",
    "label-minimum": "Least of the label",
    "ordinary-maximum": "Ordinary maximum",
    maximum: "Maximum",
  },
  reasons: {
    planned: (facts, say) => headline(facts, say, ""),
    "planned-with-care": (facts, say) => headline(facts, say, "With what is advised below."),
    "planned-with-questions": (facts, say) =>
      headline(facts, say, "Something is still to be answered first."),
    "planned-too-early": (facts, say) =>
      headline(
        facts,
        say,
        `Not from that day: the first capsule can be from ${say.day(facts.earliestDay)} on.`,
      ),
    "planned-against-limits": (facts, say) =>
      headline(facts, say, "Not like this: the plan goes past a limit, named below."),
    stopped: ({ sinceDay }, say) =>
      `No plan for now: treatment is stopped since ${say.day(sinceDay)}. Take no capsule, and call the clinic.`,
    "weight-unknown": () => "Without a body weight no dose can be reckoned. Measure it first.",
    "weight-not-believed": ({ leastKg, mostKg }, say) =>
      `A body weight is believed from ${say.number(leastKg ?? 0)} to ${say.number(mostKg ?? 0)} kg. Check it, or measure it again.`,
    "length-unknown": () =>
      "How far should the course go? Give a cumulative dose to reach, a number of days, or steps with their days.",
    "start-unknown": () => "Days off are days of the calendar: give the day of the first capsule too.",
    "so-far-unknown": () =>
      "What has been dispensed in this course is not fully on record, so nobody can say what is left to take.",
    "target-reached": () => "What was to be taken has been taken: there is nothing left to plan.",
    "nothing-to-take": () => "All of these days are off: no capsule is taken, and there is no plan.",
    "never-reached": ({ wouldTakeDays, dailyMg }, say) =>
      wouldTakeDays === undefined || dailyMg === undefined
        ? "At these doses the target is not reached within any believable time."
        : `At ${say.number(dailyMg)} mg a day this target would take about ${count(say, wouldTakeDays, "day")}: no course is that long.`,
    "product-unknown": ({ product }, say) =>
      product === ""
        ? "Which product?"
        : `Which product? The capsules of ${say.name("product", product)} stand for it until somebody chooses; until then the stricter limits of all formulations count.`,
    "dose-unknown": ({ dailyMg }, say) =>
      `Nobody has said a dose. ${say.number(dailyMg ?? 0)} mg a day stands for it, to be decided by the prescriber.`,
    "age-unknown": () => "How old is the patient? Limits depend on age.",
    "too-young": ({ age, years, untilDay }, say) =>
      `${say.number(age)} years old${untilDay === undefined ? "" : " on the first day of the plan"}: nobody under ${say.number(years)} is treated.`,
    "not-interchangeable": ({ from, to }, say) =>
      `The course so far was of ${say.name("product", from)}, and the plan goes on with ${say.name("product", to)}. The body takes them up differently: neither the daily dose nor what was taken so far carries over milligram for milligram.`,
    "last-capsule-unknown": () =>
      "There was an earlier course, and nobody knows its last capsule: the rest before this one cannot be counted.",
    "rest-first": ({ untilDay, startDay }, say) =>
      `The rest after the earlier course lasts through ${say.day(untilDay)}, so the plan begins on ${say.day(startDay)}.`,
    "category-unknown": () =>
      "It is not known whether pregnancy is possible, so tests and contraception are planned as if it were.",
    "start-presumed": ({ startDay, waitsForContraception }, say) =>
      waitsForContraception
        ? `No first day was given. If contraception begins today, the first capsule can be taken on ${say.day(startDay)}, once everything before it is done.`
        : `No first day was given. The plan begins today, ${say.day(startDay)}; everything before the first capsule has to be done by then.`,
    "start-in-the-past": ({ startDay, earliestDay }, say) =>
      `${say.day(startDay)} lies in the past, and no record of that course was given. If it has begun, plan from its record; if not, the first capsule can be from ${say.day(earliestDay)} on.`,
    "start-not-prepared": (facts, say) =>
      sentences(
        tooLate(facts, say),
        `If that has been done, plan from the record that shows it; if it is done today, the first capsule can be from ${say.day(facts.earliestDay)} on.`,
      ),
    "start-too-early": (facts, say) =>
      sentences(tooLate(facts, say), `The first capsule can be from ${say.day(facts.earliestDay)} on.`),
    "contraception-in-force": ({ sinceDay }, say) =>
      `Contraception has been in force since ${say.day(sinceDay)}: its time before the first capsule is over by then.`,
    "test-done": ({ number, tests, collectedDay }, say) =>
      `Pregnancy test ${say.number(number)} of ${say.number(tests)} before the first capsule is done: negative, ${say.day(collectedDay)}.`,
    "so-far": ({ firstDay, takenMg, takenMgPerKg, inHandDays, weightKg, weighedDay }, say) =>
      sentences(
        `Since ${say.day(firstDay)} ${say.number(takenMg)} mg${takenMgPerKg === undefined ? "" : ` (${say.number(takenMgPerKg)} mg/kg)`} have been taken: what was dispensed, less what came back and what is in hand.`,
        inHandDays > 0 ? `In hand: ${count(say, inHandDays, "day")}.` : "",
        weightKg === undefined || weighedDay === undefined
          ? ""
          : `The rest is reckoned with ${say.number(weightKg)} kg; the last weight on record is of ${say.day(weighedDay)}.`,
      ),
    "taken-elsewhere": ({ takenMg, takenMgPerKg, sinceDay }, say) =>
      `${say.number(takenMg ?? 0)} mg${takenMgPerKg === undefined ? "" : ` (${say.number(takenMgPerKg)} mg/kg)`} taken elsewhere since ${say.day(sinceDay)} are counted as they were told: no record here shows them. Tests and contraception are planned as before a first capsule.`,
    "taken-elsewhere-unclear": ({ takenMg }) =>
      takenMg === undefined
        ? "How many milligrams have been taken elsewhere? Without the amount nothing can be counted."
        : "Since when have capsules been taken elsewhere? The length of the course counts from that day, which cannot lie in the future.",
    "weight-held": ({ weightKg, beginsHere }, say) =>
      sentences(
        `Reckoned with ${say.number(weightKg)} kg throughout. Where the weight changes, plan anew with the new one.`,
        beginsHere ? "And as a course that begins here: say so where capsules were taken elsewhere." : "",
      ),
    "in-hand-unknown": ({ sinceDay }, say) =>
      `Nobody knows how many capsules are left since ${say.day(sinceDay)}. The plan takes them all as used up; count them.`,
    "in-hand": (facts, say) => phase(facts, say),
    "phase-without-weight": (facts, say) =>
      sentences(phase(facts, say), "Without a body weight nobody can say whether that is within the limits."),
    "phase-within": (facts, say) => sentences(phase(facts, say), "Within the limits."),
    "phase-below-label": (facts, say) =>
      sentences(
        phase(facts, say),
        `Below the least of the label, ${say.number(facts.minimumMgPerKg ?? 0)} mg/kg a day: off-label in the United States, and in wide use for moderate acne.`,
      ),
    "phase-above-ordinary": (facts, say) =>
      sentences(
        phase(facts, say),
        `Above ${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kg a day: only for adults with very severe, scarring or truncal disease on record.`,
      ),
    "phase-above-ordinary-justified": (facts, say) =>
      sentences(
        phase(facts, say),
        `Above the ordinary ${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kg a day, for the disease that was named.`,
      ),
    "phase-above-ordinary-for-minor": (facts, say) =>
      sentences(
        phase(facts, say),
        `Above ${say.number(facts.ordinaryMgPerKg ?? 0)} mg/kg a day is not for minors.`,
      ),
    "phase-above-maximum": (facts, say) =>
      sentences(
        phase(facts, say),
        `Above the maximum of ${say.number(facts.maximumMgPerKg ?? 0)} mg/kg a day: never.`,
      ),
    rounded: ({ wishedMg, dailyMg, fromDay }, say) =>
      `From ${say.day(fromDay)}: whole capsules do not make ${say.number(wishedMg)} mg a day within the limits; the nearest is ${say.number(dailyMg)} mg.`,
    divided: ({ doses }, say) => `The capsules of a day can be taken in ${say.number(doses)} doses.`,
    "fewer-doses": ({ stated, wanted }, say) =>
      `${stated === 1 ? "Once a day" : `${say.number(stated)} doses a day`}: the label divides the day into ${say.number(wanted)}.`,
    "cannot-be-divided": ({ dailyMg, fromDay, doses }, say) =>
      `From ${say.day(fromDay)}: ${say.number(dailyMg)} mg a day cannot be divided into ${say.number(doses)} doses of whole capsules, as the label has it.`,
    "as-one-dose": ({ capsules: single, divided, doses }, say) =>
      `As one dose a day fewer capsules would do: ${single} instead of ${divided}. They are chosen so that the day can be divided into ${say.number(doses)}.`,
    cost: ({ clinic, totalYen, isPart, testDays }, say) =>
      sentences(
        `${isPart ? "What is listed comes to" : "Visits, tests and capsules come to"} ${bill.yen(totalYen, say)} at ${say.name("protocol", clinic)}, by the price list that is known today.`,
        testDays === 0
          ? ""
          : `On ${count(say, testDays, "day")} only tests are due: they are in it, and whether the consultation is charged then nobody says.`,
      ),
    "not-sold-here": ({ clinic, product, products }, say) =>
      `${say.name("protocol", clinic)} does not dispense ${say.name("product", product)}; it dispenses ${say.names("product", products)}.`,
    "unapproved-in-japan": () =>
      "In Japan isotretinoin is not approved for any use: health insurance pays nothing of a treatment, and the relief system for side effects does not apply.",
    "starts-low": ({ days, mostMg }, say) =>
      `This clinic begins with ${count(say, days ?? 0, "day")} at ${say.number(mostMg ?? 0)} mg a day at most, and looks again before going on.`,
    "starts-short": ({ days }, say) =>
      `This clinic begins with a supply of ${count(say, days ?? 0, "day")}, and looks again before going on.`,
    "short-enough": ({ lastDay, usualDay }, say) =>
      usualDay === undefined
        ? `The last capsule is on ${say.day(lastDay)}.`
        : `The last capsule is on ${say.day(lastDay)}, within the usual length of a course (to ${say.day(usualDay)}).`,
    "longer-than-usual": ({ lastDay, usualDay }, say) =>
      `The last capsule is on ${say.day(lastDay)}; a usual course would end by ${say.day(usualDay)}.`,
    "longer-than-longest": ({ lastDay, longestDay, isByTarget }, say) =>
      sentences(
        `The last capsule would be on ${say.day(lastDay)}, past the longest course (to ${say.day(longestDay)}). Only a prescriber's recorded judgement allows that.`,
        isByTarget
          ? "If this dose is wanted without reaching the target, give a length in days instead of the target."
          : "",
      ),
    "longer-judged": ({ lastDay, longestDay }, say) =>
      `The last capsule is on ${say.day(lastDay)}, past the longest course (to ${say.day(longestDay)}): a prescriber has recorded that it may go on.`,
    cumulative: (facts, say) => cumulative(facts, say),
    "cumulative-beyond": (facts, say) =>
      sentences(
        cumulative(facts, say),
        `Beyond ${say.number(facts.mostMgPerKg ?? 0)} mg/kg no substantial further benefit is expected.`,
      ),
    "target-not-reached": (facts, say) =>
      sentences(
        cumulative(facts, say),
        `That is short of the ${say.number(facts.targetMgPerKg)} mg/kg to be reached: the plan ends before.`,
      ),
    "days-off-outside": ({ fromDay, toDay }, say) =>
      `The days off from ${say.day(fromDay)} to ${say.day(toDay)} fall outside the plan and change nothing in it. Check their dates.`,
    "days-off": ({ days, lastDay }, say) =>
      `${count(say, days, "day")} off: they count as days of the course and bring no milligrams. With them the last capsule is on ${say.day(lastDay)}. A US guideline prefers capsules every day.`,
    washout: ({ untilDay, months }, say) =>
      sentences(
        "The drug and its breakdown product mostly leave the body with a half-life of about a day, and five of those are four to eight days; but people differ widely, and a few need a month or longer.",
        `No half-life shortens ${length(months, say)} after the last capsule, here through ${say.day(untilDay)}.`,
      ),
    baseline: ({ fromDay, dueDay, analytes }, say) =>
      `Before the first capsule: blood (${say.names("analyte", analytes)}), taken from ${say.day(fromDay)} on and looked at by ${say.day(dueDay)}.`,
    "contraception-by": ({ byDay }, say) => `Contraception in force by ${say.day(byDay)} at the latest.`,
    "test-before": ({ number, tests, fromDay, dueDay }, say) =>
      `Pregnancy test ${say.number(number)} of ${say.number(tests)} before the first capsule: ${
        fromDay === dueDay
          ? number === tests
            ? `on ${say.day(dueDay)}, no earlier and no later`
            : `by ${say.day(dueDay)} at the latest`
          : `from ${say.day(fromDay)} to ${say.day(dueDay)}`
      }.`,
    visit: (
      { number, dueDay, toDay, days, capsules: handed, spare, testFromDay, blood, untilResponseKnown },
      say,
    ) =>
      sentences(
        `${say.day(dueDay)}, visit ${say.number(number)}: capsules for ${count(say, days, "day")}, through ${say.day(toDay)}: ${handed === "" ? "none" : handed}.`,
        spare === undefined
          ? ""
          : `Of these ${spare} are left over, because blisters stay whole: bring them back.`,
        testFromDay === undefined
          ? ""
          : testFromDay === dueDay
            ? "A pregnancy test that day."
            : `A pregnancy test from ${say.day(testFromDay)} on.`,
        blood
          ? `Blood${untilResponseKnown ? "; and so at each visit until a prescriber has recorded that the response is known" : ""}.`
          : "",
      ),
    "blood-overdue": ({ dueDay, sinceDay, analytes }, say) =>
      `Blood today, ${say.day(dueDay)}: it was due by ${say.day(sinceDay)} (${say.names("analyte", analytes)}).`,
    "longer-by-deviation": ({ days, signedBy, mostDays }, say) =>
      `Supplies of up to ${count(say, days, "day")} are longer than the protocol's ${count(say, mostDays ?? 0, "day")}: this clinic departs from it, signed by ${signedBy}.`,
    "blood-by": ({ dueDay, analytes }, say) =>
      `Blood by ${say.day(dueDay)}: ${say.names("analyte", analytes)}.`,
    "last-capsule": ({ lastDay }, say) => `Last capsule: ${say.day(lastDay)}. Bring back what is left.`,
    "test-in-pause": ({ dueDay }, say) =>
      `Pregnancy test on ${say.day(dueDay)}: tests go on every month while no capsules are taken.`,
    "test-after": ({ dueDay, says }, say) => `Pregnancy test on ${say.day(dueDay)}. ${say.text(says)}`,
    "month-after": ({ untilDay, months }, say) =>
      `Through ${say.day(untilDay)}: contraception for ${length(months, say)} after the last capsule, and no blood donation in the month after it.`,
    "month-after-no-pregnancy": ({ untilDay }, say) => `Through ${say.day(untilDay)}: no blood donation.`,
    alternative: (facts, say) => alternative(facts, say),
    "alternative-refused": (facts, say) => alternative(facts, say),
    found: ({ people, definition, found, caveat }, say) =>
      sentences(
        people === undefined ? "" : `n = ${say.number(people)}.`,
        say.text(definition),
        say.text(found),
        say.text(caveat),
      ),
  },
};

interface TooLate {
  readonly startDay: HeadlineFacts["startDay"];
  readonly byDay: HeadlineFacts["startDay"] | undefined;
  readonly testDay: HeadlineFacts["startDay"] | undefined;
}

/** What would have had to be done before today. */
function tooLate({ startDay, byDay, testDay }: TooLate, say: Say): string {
  return sentences(
    byDay === undefined
      ? ""
      : `For a first capsule on ${say.day(startDay)} contraception had to be in force by ${say.day(byDay)}.`,
    testDay === undefined
      ? ""
      : `For a first capsule on ${say.day(startDay)} a pregnancy test was due by ${say.day(testDay)}.`,
  );
}

interface HeadlineFacts {
  readonly startDay: Parameters<Say["day"]>[0];
  readonly lastDay: Parameters<Say["day"]>[0];
  readonly days: number;
  readonly dailyMg: number;
  readonly phases: number;
  readonly mg: number;
  readonly takenMg: number;
  readonly mgPerKg: number | undefined;
}

function headline(facts: HeadlineFacts, say: Say, more: string): string {
  const { startDay, lastDay, days, dailyMg, phases, mg, takenMg, mgPerKg } = facts;
  const dose =
    phases === 1 ? `${say.number(dailyMg)} mg a day` : `${say.number(phases)} doses one after another`;
  const sum = mgPerKg === undefined ? "" : `, ${say.number(mgPerKg)} mg/kg over the course`;
  const amount = takenMg === 0 ? `${say.number(mg)} mg` : `${say.number(mg)} mg more`;
  return sentences(
    `${dose} from ${say.day(startDay)} for ${count(say, days, "day")}: the last capsule on ${say.day(lastDay)}, ${amount}${sum}.`,
    more,
  );
}

function cumulative(
  facts: {
    readonly mg: number;
    readonly takenMg: number;
    readonly mgPerKg: number;
    readonly lastDay: HeadlineFacts["lastDay"];
  },
  say: Say,
): string {
  const before = facts.takenMg === 0 ? "" : ` after ${say.number(facts.takenMg)} mg before`;
  return `In capsules ${say.number(facts.mg)} mg${before}: ${say.number(facts.mgPerKg)} mg/kg by ${say.day(facts.lastDay)}.`;
}

const names = {
  asked: "This plan",
  "half-mg-per-kg": "The label's least",
  "one-mg-per-kg": "The ordinary maximum",
  "low-10-mg": "Low dose",
  "low-20-mg": "Low dose",
  compared: "Compared",
} as const;
const limits = {
  within: "",
  "below-label": "Below the label's range.",
  "above-ordinary":
    "Above the ordinary maximum: only for adults with very severe, scarring or truncal disease.",
  "above-ordinary-justified": "Above the ordinary maximum.",
  "above-ordinary-for-minor": "Above the ordinary maximum: not for minors.",
  "above-maximum": "Above the maximum: never.",
} as const;

interface AlternativeFacts extends Pick<PhaseFacts, "capsules" | "alternating"> {
  readonly id: keyof typeof names;
  readonly dailyMg: number;
  readonly doseMgPerKg: number;
  readonly asOneDose: string | undefined;
  readonly oneDoseLessYen: number | undefined;
  readonly doses: number;
  readonly lastDay: HeadlineFacts["lastDay"];
  readonly days: number;
  readonly mgPerKg: number | undefined;
  readonly visits: number;
  readonly count: number;
  readonly totalYen: number | undefined;
  readonly isPart: boolean;
  readonly status: keyof typeof limits;
  readonly isReached: boolean;
  readonly isLongerThanUsual: boolean;
  readonly isOffLabel: boolean;
}

function alternative(facts: AlternativeFacts, say: Say): string {
  const { id, dailyMg, doseMgPerKg, lastDay, days, mgPerKg, visits, isReached } = facts;
  const sum = mgPerKg === undefined ? "" : `, ${say.number(mgPerKg)} mg/kg`;
  return sentences(
    `${names[id]}, ${say.number(dailyMg)} mg a day (${say.number(doseMgPerKg)} mg/kg): ${count(say, days, "day")}, to ${say.day(lastDay)}${sum}; ${count(say, visits, "supply", "supplies")}, ${count(say, facts.count, "capsule")}.`,
    capsules(facts),
    facts.asOneDose === undefined
      ? ""
      : `So the day can be divided into ${say.number(facts.doses)} doses; as one dose ${facts.asOneDose} would do${facts.oneDoseLessYen === undefined ? "" : `, for ${bill.yen(facts.oneDoseLessYen, say)} less a day`}.`,
    facts.totalYen === undefined ? "" : `${bill.yen(facts.totalYen, say)}${facts.isPart ? " at least" : ""}.`,
    isReached ? "" : "The target is not reached within the longest course.",
    facts.isLongerThanUsual ? "Longer than the usual course." : "",
    limits[facts.status],
    facts.isOffLabel ? "Off-label in the United States." : "",
  );
}
