import type { contraceptionTrouble as question } from "../../../core/questions/contraception-trouble/contraception-trouble.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count } from "../grammar.ts";

export const contraceptionTrouble: QuestionWords<typeof question> = {
  title: "Something went wrong with contraception. What now?",
  lead: "A condom broke, a pill was forgotten, a period is late, a test is positive: what to do now, and whom to call. Nobody here asks why.",
  fields: {
    what: {
      label: "What happened?",
      hint: "Everything that fits.",
      choices: {
        "one-method-lapsed": "One of the two methods was not used",
        "both-methods-lapsed": "Neither method was used",
        unprotected: "Sex without protection",
        "condom-broke": "The condom broke or slipped",
        "pill-forgotten": "A contraceptive pill was forgotten",
        "late-period": "The period is late",
        "positive-test": "A pregnancy test is positive",
      },
    },
    day: { label: "On which day?", hint: "Leave it empty if you do not know." },
    pillsForgotten: { label: "How many contraceptive pills were forgotten?" },
    emergencyContraceptionTaken: { label: "Emergency contraception has been taken" },
    phase: {
      label: "Where in treatment?",
      choices: {
        before: "Before the first capsule",
        during: "During treatment, pauses included",
        after: "After the last capsule",
      },
    },
    lastCapsule: { label: "Day of the last capsule" },
  },
  reasons: {
    "nothing-told": () => "Say what happened, and what to do now follows.",
    "positive-test": () =>
      "Take no more capsules, and call the clinic today. The next step is an obstetrician experienced in what medicines do in pregnancy; the clinic arranges it with you.",
    "late-period": () =>
      "Take no capsule for now, and call the clinic today. A late period has many causes; until it is looked into, the capsules rest.",
    "stop-and-call": () =>
      "Take no capsule for now, and call the clinic today. It goes on once the prescriber has made a plan with you.",
    "month-begins-again": ({ fromDay, months }, say) =>
      `Do not start the capsules yet: ${count(say, months, "month")} of contraception without a gap ${months === 1 ? "begins" : "begin"} again. The earliest day is ${say.day(fromDay)}, if the prescriber agrees. Call the clinic today.`,
    "month-begins-again-when": ({ months }, say) =>
      `Do not start the capsules yet: ${count(say, months, "month")} of contraception without a gap ${months === 1 ? "begins" : "begin"} again on the day after. Call the clinic, and say on which day it happened.`,
    "month-is-over-plan-open": ({ lapsedDay, months }, say) =>
      `Since ${say.day(lapsedDay)} the ${months === 1 ? "month has" : "months have"} gone by. Before the first capsule the prescriber still has to record how it goes on: call the clinic.`,
    "still-within-the-months": ({ throughDay, months }, say) =>
      `Call the clinic today: contraception has to hold through ${say.day(throughDay)} (${count(say, months, "month")} after the last capsule), so this still matters.`,
    "last-capsule-unknown": () =>
      "Call the clinic today. The day of the last capsule is not known, so it is treated as if the time of contraception were not over.",
    "late-after-the-months": ({ throughDay }, say) =>
      `The time of contraception ended on ${say.day(throughDay)}. A late period is still worth a test and a call, for when a pregnancy began is not known from here.`,
    "months-are-over-day-unknown": ({ throughDay }, say) =>
      `The time of contraception after isotretinoin ended on ${say.day(throughDay)}. If it happened later, nothing has to be done for isotretinoin. If it happened on that day or before, or you are not sure, call the clinic.`,
    "months-are-over-unless-again": ({ throughDay }, say) =>
      `It happened after ${say.day(throughDay)}, the last day of contraception after isotretinoin. If no capsule has been taken since and none is to be, nothing has to be done for isotretinoin. Otherwise call the clinic.`,
    "months-are-over": ({ throughDay }, say) =>
      `It happened after ${say.day(throughDay)}, the last day of contraception after isotretinoin. For isotretinoin nothing has to be done.`,
    "cannot-become-pregnant": () =>
      "According to your record a pregnancy is not possible, so nothing has to be done because of isotretinoin.",
    "plan-recorded": ({ lapsedDay }, say) =>
      `For ${say.day(lapsedDay)} the prescriber has recorded how it goes on. Follow that plan, and call if anything is unclear.`,
    "plan-after-lapse": () =>
      "When to test again and when capsules may be taken again is for the prescriber to decide and record. We know of no number of days to give you.",
    "plan-after-late-period": () =>
      "Which test, and when again, is for the prescriber to decide and record. We know of no number of days to give you.",
    "emergency-contraception": () =>
      "The sooner, the better: ask about emergency contraception now, at a pharmacy, a gynaecologist or the clinic.",
    "emergency-contraception-taken": () =>
      "Good that you have seen to it. Tell the clinic what you took and when. Contraception goes on from here, and the capsules still rest until the prescriber has made a plan.",
    "protect-again": ({ methods, monthsAfter }, say) =>
      `From now on use ${count(say, methods, "accepted method")}${methods > 1 ? " together" : ""} again, or do without sex for now. It goes on also while the capsules rest, and for ${count(say, monthsAfter, "month")} after the last one.`,
    "see-specialist": () =>
      "You will be referred to an obstetrician experienced in reproductive toxicity, who explains what is known and what can be done. Take your capsules' pack along.",
    "report-to": ({ how }, say) => say.text(how),
    "nothing-to-decide-tonight": () =>
      "Nothing else has to be decided tonight. Leaving the next capsule out and calling the clinic is enough for now.",
    "pill-leaflet": ({ pillsForgotten }, say) =>
      `${
        pillsForgotten === undefined
          ? "For the pill itself"
          : `For ${count(say, pillsForgotten, "forgotten pill")}`
      } the leaflet of the pill says how to go on. For isotretinoin the number does not matter: any doubt counts.`,
    "no-blame": () =>
      "This happens to careful people. Nobody will blame you for calling; telling is what protects you.",
    "clinic-number": () => "Call the clinic first: its number is on your clinic's card.",
    helpline: ({ number }) => `${number}: when you want to talk to somebody.`,
    "two-weeks-elsewhere": () =>
      "A clinic's page says that vitamin A is back to normal two weeks after the last capsule. That is no reason to count less than the months.",
    "day-ahead": ({ saidDay }, say) =>
      `${say.day(saidDay)} lies ahead. It is answered as if it had happened today; check the day.`,
    "last-capsule-not-believed": ({ lastCapsuleDay, isAhead }, say) =>
      isAhead
        ? `${say.day(lastCapsuleDay)}, given as the day of the last capsule, lies ahead. Nothing is counted from it; check the day.`
        : `${say.day(lastCapsuleDay)} cannot be the day of the last capsule. Nothing is counted from it; check the day.`,
    "tell-if-not-so": () => "If something about this is not right, or a period is late, tell the clinic.",
  },
};
