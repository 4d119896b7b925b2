import type { missedDose as question } from "../../../core/questions/missed-dose.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count } from "../grammar.ts";

export const missedDose: QuestionWords<typeof question> = {
  title: "I missed a capsule. What now?",
  lead: "What to do about a dose that was forgotten. It happens to nearly everybody, and one missed dose does not undo the treatment. What never helps is taking two doses together.",
  fields: {
    what: {
      label: "What happened?",
      choices: {
        forgotten: "A dose was forgotten",
        vomited: "A dose came up again",
        "two-taken": "Two doses were taken together",
      },
    },
    missedOn: {
      label: "When should it have been taken?",
      choices: { today: "Today", yesterday: "Yesterday", earlier: "Before that, or on several days" },
    },
    noticed: {
      label: "When was it noticed?",
      choices: {
        "before-next-dose": "Before the time of the next dose",
        "at-next-dose": "When the next dose was due",
        "after-next-dose": "After the next dose",
      },
    },
    dosesMissed: { label: "How many doses were missed?" },
    nextDoseNear: {
      label: "The next dose is near",
      hint: "As the leaflet or your pharmacist says. We know of no number of hours.",
    },
    hoursUntilNext: { label: "Hours until the next dose" },
    dosesPerDay: { label: "Doses a day, as prescribed" },
    capsulesPerDose: { label: "Capsules in each dose" },
    twoTogether: { label: "Do you want to take two doses together to make up for it?" },
  },
  reasons: {
    "take-none-for-now": ({ sinceDay }, say) =>
      `Take no capsule for now: something has been open since ${say.day(sinceDay)} that the prescriber has to settle first. Call the clinic.`,
    "nothing-told": () => "Say what happened: a dose forgotten, one that came up again, or two taken.",
    "not-under-way": () =>
      "By the record no capsules are being taken now. Take none until the clinic has said that you should.",
    "never-two-together": () =>
      "No: do not take two doses together. Leave the missed one out, and take the next at its usual time.",
    "two-taken": () =>
      "Take nothing more for now, and call the clinic or a pharmacist today: we know of no source that says how the next dose goes on.",
    vomited: () =>
      "Do not take another capsule in its place. We know of no source on a dose that came up again, so ask a pharmacist or the prescriber.",
    "several-missed": () =>
      "Do not make up for the missed doses. Call the clinic: the prescriber says how the capsules go on after several were missed.",
    "only-the-next": () => "Leave the missed dose out. Take only the dose that is due now, as prescribed.",
    skip: () => "Leave the missed dose out, and take the next one at its usual time.",
    "skip-because-near": () =>
      "The next dose is near: leave the missed one out, and take the next at its usual time.",
    "take-now": () =>
      "Take the missed dose now, on its own and in the way your product is taken (most with food). Then go on at the usual times.",
    "is-the-next-near": ({ hoursUntilNext }, say) =>
      `European-style leaflets take a missed dose when it is remembered, unless the next one is near. ${
        hoursUntilNext === undefined
          ? "How near that is has no number we know of"
          : `Whether ${count(say, hoursUntilNext, "hour")} is near, no source we know of says`
      }: look in your leaflet or ask a pharmacist. In doubt leave it out.`,
    "near-or-not": ({ hoursUntilNext }, say) =>
      `You say that the next dose is not near, and that it is ${hoursUntilNext === undefined ? "soon" : `${count(say, hoursUntilNext, "hour")} away`}: closer than the one that was missed. Look in your leaflet or ask a pharmacist before you take anything. In doubt leave the missed dose out.`,
    "never-two": () => "Never take two doses together, whatever was missed.",
    "one-dose-of-several": ({ capsulesPerDose }, say) =>
      `${count(say, capsulesPerDose, "capsule")} prescribed to be taken together are one dose. Two doses would be twice as many.`,
    "contraception-goes-on": () =>
      "For those who can become pregnant: a missed capsule changes nothing about contraception. It goes on without a gap, during treatment and after the last capsule.",
    "page-takes-it-late": () =>
      "A clinic's page has somebody on one capsule a day take it later the same day (after lunch forgotten, taken after dinner; after dinner forgotten, taken at bedtime). The rules that hold here leave it out.",
    "page-takes-it-late-too": () =>
      "A clinic's page has somebody on one capsule a day take it later the same day. European-style leaflets do so too, unless the next dose is near.",
    "page-takes-two-together": () =>
      "A clinic's page has somebody who forgot the morning capsule take two after dinner. That is dangerous advice: two doses are never taken together.",
  },
};
