import type { RuleWords } from "../../words.ts";
import { labResults } from "../grammar.ts";

/** Blood results. */
export const laboratory: Pick<
  RuleWords,
  "baseline-results-are-reviewed" | "results-are-current" | "results-are-acceptable"
> = {
  "baseline-results-are-reviewed": {
    title: "Blood results before the first capsule",
    reasons: {
      "treatment-under-way": () => "Treatment is under way; the results before it are behind the patient.",
      missing: ({ missing, stale }, say) =>
        `Blood results are missing: ${say.names("analyte", missing)}.${stale.length === 0 ? "" : ` Too old: ${say.names("analyte", stale)}.`} They are read before the first capsule.`,
      "too-old": ({ stale }, say) =>
        `These blood results are too old to begin with: ${say.names("analyte", stale)}. New ones are needed.`,
      "not-known-to-be-fasting": ({ analytes }, say) =>
        `It is not recorded that this sample was taken fasting and long enough after alcohol: ${say.names("analyte", analytes)}. Food and alcohol raise blood fats.`,
      "not-reviewed": () => "The blood results are in, but the prescriber has not read them yet.",
      reviewed: ({ analytes, oldestDay }, say) =>
        analytes.length === 0
          ? "No blood results are asked for before the first capsule."
          : `In and read by the prescriber: ${say.names("analyte", analytes)}. The oldest is of ${say.day(oldestDay)}.`,
    },
  },
  "results-are-current": {
    title: "Blood results during treatment",
    reasons: {
      "before-treatment": () => "Treatment has not begun; the results before it have a line of their own.",
      due: ({ due }, say) => `A blood test is due: ${say.names("analyte", due)}.`,
      "not-reviewed": ({ analytes }, say) =>
        `These results are in, but the prescriber has not read them yet: ${say.names("analyte", analytes)}.`,
      current: ({ lastDay }, say) =>
        lastDay === undefined
          ? "No blood test is due."
          : `No blood test is due; the next is needed by ${say.day(lastDay)}.`,
    },
  },
  "results-are-acceptable": {
    title: "Blood results acceptable",
    reasons: {
      "far-too-high": ({ results }, say) =>
        `Far too high: ${labResults(say, results)}. At this level there is no supply, whatever the clinic's own policy.`,
      "too-high": ({ results }, say) =>
        `Too high to go on: ${labResults(say, results)}. No supply until a repeated test is better.`,
      unusable: ({ analytes }, say) =>
        `The latest result or its limits cannot be read or cannot be right, or it has no day, so it counts as missing: ${say.names("analyte", analytes)}. Please check it or test again.`,
      "unknown-to-us": ({ analyteTexts }, say) =>
        `Isoward does not know these laboratory values: ${say.list(analyteTexts)}. The prescriber judges them.`,
      "needs-judgement": ({ results }, say) =>
        `The prescriber judges ${results.length === 1 ? "this result" : "these results"}: ${labResults(say, results)}.`,
      watch: ({ results }, say) => `Worth watching: ${labResults(say, results)}.`,
      acceptable: ({ analytes }, say) =>
        analytes.length === 0
          ? "No blood result speaks against a supply."
          : `Acceptable: ${say.names("analyte", analytes)}.`,
    },
  },
};
