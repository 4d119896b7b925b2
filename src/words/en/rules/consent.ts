import type { RuleWords } from "../../words.ts";

/** What the patient has signed, heard and answered. */
export const consent: Pick<
  RuleWords,
  "consents-are-signed" | "counselling-is-done" | "comprehension-is-answered"
> = {
  "consents-are-signed": {
    title: "Consents signed",
    reasons: {
      missing: ({ missing }, say) => `Not signed yet for this course: ${say.list(missing.map(say.term))}.`,
      "guardian-signature-missing": ({ missing }, say) =>
        `The parent or guardian has not signed yet: ${say.list(missing.map(say.term))}.`,
      signed: ({ consents }, say) =>
        consents.length === 0
          ? "No signed consent is asked for here."
          : `Signed: ${say.list(consents.map(say.term))}.`,
    },
  },
  "counselling-is-done": {
    title: "Counselling done",
    reasons: {
      missing: ({ missing, every }, say) =>
        `Not talked through yet ${every ? "for this supply" : "in this course"}: ${say.list(missing.map(say.term))}.`,
      counselled: ({ topics, every }, say) =>
        topics.length === 0
          ? "No counselling is asked for here."
          : `Talked through ${every ? "for this supply" : "in this course"}: ${say.list(topics.map(say.term))}.`,
    },
  },
  "comprehension-is-answered": {
    title: "Questions on safe use answered",
    reasons: {
      "not-asked-for": () => "The programme's questions on safe use are not asked for here.",
      answered: ({ answeredDay }, say) =>
        `The questions on safe use were answered correctly on ${say.day(answeredDay)}.`,
      "not-answered": () =>
        "The programme's questions on safe use have not been answered yet for this supply.",
      "not-passed": () =>
        "Not all questions on safe use were answered correctly. The patient may answer them again.",
    },
  },
};
