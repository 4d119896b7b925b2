import type { RuleWords } from "../../words.ts";
import { sentences } from "../grammar.ts";

/** Symptoms and mood. */
export const symptoms: Pick<
  RuleWords,
  | "no-stop-symptom-is-open"
  | "no-sign-of-acne-fulminans"
  | "mood-has-been-asked"
  | "mood-allows-treatment"
  | "sexual-function-has-been-asked"
> = {
  "no-stop-symptom-is-open": {
    title: "No symptom that stops treatment",
    reasons: {
      open: ({ symptoms: open }, say) =>
        sentences(
          `Reported: ${say.names("symptom", open)}. No supply until a prescriber has assessed this.`,
          say.why("symptom", open),
        ),
      "unknown-symptom": ({ symptomTexts }, say) =>
        `Isoward does not know ${symptomTexts.length === 1 ? "this symptom" : "these symptoms"}: ${say.list(symptomTexts)}. A prescriber assesses first.`,
      "not-asked": () => "Side effects have not been asked about yet for this supply.",
      "none-open": () => "No symptom is open that stops treatment.",
    },
  },
  "no-sign-of-acne-fulminans": {
    title: "No sign of acne fulminans",
    reasons: {
      signs: ({ symptoms: signs }, say) =>
        `Reported: ${say.names("symptom", signs)}. This can be acne fulminans: the capsules stop, a dermatologist sees the patient the same day, and the dose is not raised.`,
      none: () => "No sign of acne fulminans.",
    },
  },
  "mood-has-been-asked": {
    title: "Mood asked about",
    reasons: {
      "not-asked-for": () => "A question about mood is not asked for here.",
      asked: ({ askedDay }, say) =>
        `Mood and thoughts of self-harm were asked about on ${say.day(askedDay)}.`,
      "not-asked": () =>
        "Mood and thoughts of self-harm have not been asked about yet for this supply. Everyone is asked, every time.",
      "half-asked": () =>
        "Only part of the questions about mood is answered. Both are needed: thoughts of self-harm, and a change of mood.",
    },
  },
  "mood-allows-treatment": {
    title: "Mood allows treatment",
    reasons: {
      "no-alarm": () => "No thoughts of self-harm and no new change of mood on record.",
      assessed: ({ screenedDay, assessedDay }, say) =>
        `What was noted on ${say.day(screenedDay)} has been assessed: on ${say.day(assessedDay)} the prescriber recorded that treatment may go on.`,
      "self-harm": ({ screenedDay }, say) =>
        sentences(
          `Thoughts of self-harm were noted on ${say.day(screenedDay)}. No supply until the prescriber has talked with the patient.`,
          say.why("symptom", ["self-harm-thoughts"]),
        ),
      "assessed-to-stop": ({ assessedDay }, say) =>
        `On ${say.day(assessedDay)} the prescriber concluded that treatment has to stop because of mood.`,
      "new-mood-symptom": ({ screenedDay }, say) =>
        sentences(
          `A new change of mood was noted on ${say.day(screenedDay)}. No supply until the prescriber has talked with the patient.`,
          say.why("symptom", ["mood-change"]),
        ),
    },
  },
  "sexual-function-has-been-asked": {
    title: "Sexual function asked about",
    reasons: {
      "not-asked-for": () => "A question about sexual function is not asked for here.",
      asked: ({ askedDay }, say) => `Sexual function was asked about on ${say.day(askedDay)}.`,
      "not-asked": () => "Sexual function has not been asked about yet for this supply.",
      "needs-judgement": ({ reportedDay }, say) =>
        `A new problem with sexual function was noted on ${say.day(reportedDay)}. The prescriber talks it through and decides whether treatment goes on.`,
    },
  },
};
