import type { labs as question } from "../../../core/questions/labs/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import { labResults } from "../grammar.ts";

export const labs: QuestionWords<typeof question> = {
  title: "What do these blood results mean?",
  lead: "Grades each result, holds it against the clinic's signed policy, and says what to rule out before acting on it.",
  fields: {
    results: {
      label: "Results",
      hint: "The laboratory's limits and the value before treatment are in the unit of the value.",
      columns: {
        analyte: { label: "Test" },
        value: { label: "Value" },
        unit: { label: "Unit", hint: "As the laboratory writes it: U/L, mg/dL, mmol/L." },
        upperLimit: { label: "Laboratory's upper limit" },
        lowerLimit: { label: "Laboratory's lower limit" },
        baseline: { label: "Value before treatment" },
        day: { label: "Day of the sample" },
        fasting: { label: "Fasting" },
        hoursSinceAlcohol: { label: "Hours since alcohol" },
      },
    },
    exercisedHard: { label: "Hard exercise in the days before" },
  },
  reasons: {
    "nothing-given": () => "No result was given. Enter at least one.",
    acceptable: () => "No result speaks against going on.",
    watched: () => "Nothing that stops or asks; some results are worth watching.",
    asks: () =>
      "The prescriber decides before capsules go on: a result is raised, or cannot be judged as given.",
    stops: () => "Stop: at least one result is too high to go on.",
    "in-range": ({ results }, say) => `In order: ${labResults(say, results)}.`,
    watch: ({ results }, say) => `Worth watching: ${labResults(say, results)}.`,
    "needs-judgement": ({ results }, say) => `The prescriber judges this: ${labResults(say, results)}.`,
    "outside-range": ({ results }, say) =>
      `${labResults(say, results)}. No source gives isotretinoin limits for this test, so it has no grade; the prescriber judges it.`,
    "no-limit": ({ results }, say) =>
      `${labResults(say, results)}. Without the laboratory's limits nobody can say whether this is normal.`,
    "too-high": ({ results }, say) => `Too high to go on: ${labResults(say, results)}.`,
    "far-too-high": ({ results }, say) =>
      `Far too high: ${labResults(say, results)}. At this level no capsule, whatever any policy says.`,
    "policy-stops": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: stop, by the clinic's policy signed by ${signedBy}.`,
    "policy-asks": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: the prescriber judges, by the clinic's policy signed by ${signedBy}.`,
    "policy-watches": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: worth watching, by the clinic's policy signed by ${signedBy}.`,
    "unknown-analyte": ({ analyteText }) =>
      `Isoward does not know the test “${analyteText}”. The prescriber judges it.`,
    "no-unit": ({ analyte, value, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)}: in which unit? ${say.list(unitTexts)}, or another UCUM unit.`,
    "unknown-unit": ({ analyte, value, unitText, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}: this unit cannot be turned into ${say.list(unitTexts)}, so the value does not count.`,
    "not-believed": ({ analyte, value, unitText }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}: no blood holds that much or that little. Check value and unit, or test again.`,
  },
};
