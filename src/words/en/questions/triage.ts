import type { triage as question } from "../../../core/questions/triage/triage.ts";
import type { QuestionWords } from "../../question-words.ts";

export const triage: QuestionWords<typeof question> = {
  title: "How soon does this have to be seen?",
  lead: "What to do about something you feel during treatment: get help now, stop and call today, tell the next visit, or expect it and ease it. The worst counts, and nothing here replaces a doctor.",
  fields: {
    symptoms: {
      label: "What do you feel?",
      hint: "In your own words, one thing at a time. Write everything: together they can mean more.",
    },
    firstCapsule: { label: "Day of the first capsule" },
    during: { label: "Capsules are still taken" },
    pregnancyPossible: {
      label: "Pregnancy is possible",
      hint: "Where you do not say, it counts as possible.",
    },
  },
  reasons: {
    "nothing-named": () =>
      "Say what you feel. If it frightens you, do not wait for an answer here: call now.",
    emergency: ({ symptoms, over }, say) =>
      `Get help now${over ? "" : " and take no further capsule"}: ${say.names("symptom", symptoms)}.`,
    crisis: ({ over }) =>
      `Talk to somebody now${over ? "" : ", and take no further capsule"}. What you feel can pass, and you do not have to carry it alone.`,
    "dermatologist-today": ({ symptoms, over }, say) =>
      over
        ? `See a dermatologist today: ${say.names("symptom", symptoms)}. It can be acne fulminans.`
        : `Stop the capsules and see a dermatologist today: ${say.names("symptom", symptoms)}. It can be acne fulminans; the dose is not raised.`,
    "stop-and-call-today": ({ symptoms, over }, say) =>
      over
        ? `Call the clinic today: ${say.names("symptom", symptoms)}.`
        : `Stop the capsules and call the clinic today: ${say.names("symptom", symptoms)}.`,
    "call-today": ({ symptoms }, say) => `Call the clinic today: ${say.names("symptom", symptoms)}.`,
    "not-understood": ({ unknown }, say) =>
      `Call the clinic today and tell them in your own words; Isoward does not know what is meant by ${say.list(unknown.map((one) => `“${one}”`))}. If it is bad or gets worse quickly, get help now.`,
    "ask-at-visit": ({ symptoms }, say) =>
      `Ask about it at the next visit, sooner if it gets worse: ${say.names("symptom", symptoms)}. What is said of it here has not been checked at its source.`,
    "tell-at-visit": ({ symptoms }, say) =>
      `Tell the clinic at the next visit, and call sooner if it gets worse: ${say.names("symptom", symptoms)}.`,
    expected: ({ symptoms }, say) =>
      `To be expected during treatment, and it can be eased: ${say.names("symptom", symptoms)}. Call if it gets worse or something new comes with it.`,
    together: ({ symptoms, does }, say) => `Together: ${say.names("symptom", symptoms)}. ${say.text(does)}`,
    "symptom-now": ({ does }, say) => say.text(does),
    "symptom-stops": ({ does }, say) => say.text(does),
    "symptom-call": ({ does }, say) => say.text(does),
    "symptom-ask": ({ does }, say) => say.text(does),
    "symptom-tell": ({ does }, say) => say.text(does),
    "symptom-expected": ({ does }, say) => say.text(does),
    unknown: ({ said }) =>
      `“${said}” is not on our list. That does not make it harmless: call the clinic and describe it.`,
    "read-as": ({ said, symptoms }, say) => `“${said}” was read as: ${say.names("symptom", symptoms)}.`,
    "read-in-part": ({ said, symptoms }, say) =>
      `“${said}” was read as: ${say.names("symptom", symptoms)}. If something else was meant, or more than that, call the clinic and describe it.`,
    "on-record": ({ reportedDay }, say) =>
      `From the record, of ${say.day(reportedDay)}; no prescriber has cleared it yet.`,
    ease: ({ ease }, say) => say.text(ease),
    "first-capsule-ahead": ({ firstCapsuleDay }, say) =>
      `${say.day(firstCapsuleDay)}, given as the day of the first capsule, lies ahead. Nothing is counted from it; check the day.`,
    "after-the-last-capsule": () =>
      "The same holds after the last capsule. Tell whoever looks at you when you took it.",
    "said-elsewhere": ({ says }, say) => say.text(says),
    "nobody-reads-alarms": () =>
      "Nobody reads what is entered here outside opening hours, and nobody may be reading it now. Call instead of waiting.",
    "clinic-number": () => "Call the clinic first: its number is on your clinic's card.",
    helpline: ({ number }) => `${number}.`,
    "helpline-if-worse": ({ number }) => `${number}, if it is bad or gets worse quickly.`,
    "helpline-to-talk": ({ number }) => `${number}, when you want to talk to somebody.`,
  },
};
