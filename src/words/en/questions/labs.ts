import type { GradedResult } from "../../../core/finding.ts";
import type { labs as question } from "../../../core/questions/labs/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import type { Say } from "../../words.ts";
import { count, labResults, sentences } from "../grammar.ts";

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
    darkUrine: { label: "Dark urine" },
    muscleWeakness: { label: "Weak muscles" },
    firstDay: { label: "Day of the first capsule", hint: "For the day of the next sample." },
    schedule: {
      label: "Schedule to compare",
      choices: {
        "label-us": "US label: until the response is known",
        smpc: "EU and UK: after 1 month, then every 3 months",
        "xia-2022": "Xia 2022: before, and at the highest dose",
        monthly: "Everything every month (a clinic’s page)",
      },
    },
  },
  reasons: {
    "nothing-given": () => "No result was given. Enter at least one.",
    acceptable: () => "No result speaks against going on.",
    watched: ({ results }, say) => `Nothing that stops or asks; worth watching: ${labResults(say, results)}.`,
    asks: ({ results, isMoreOpen }, say) => {
      if (results.length === 0)
        return "Something is open before capsules go on: a result is missing or unread, or cannot be judged as given.";
      const more = isMoreOpen ? " More is open besides; see below." : "";
      return `Before capsules go on the prescriber judges: ${labResults(say, results)}.${more}`;
    },
    stops: ({ results }, say) =>
      results.length === 0
        ? "Stop: something below does not allow capsules to go on."
        : `Stop. Too high to go on: ${labResults(say, results)}.`,
    "in-range": ({ results }, say) => `In order: ${bare(say, results)}.`,
    watch: ({ results }, say) => `Worth watching: ${labResults(say, results)}.`,
    "needs-judgement": ({ results }, say) => `The prescriber judges this: ${labResults(say, results)}.`,
    "outside-range": ({ results }, say) =>
      `${labResults(say, results)}. No source gives isotretinoin limits for this test, so it has no grade; the prescriber judges it.`,
    "no-limit": ({ results }, say) =>
      `${bare(say, results)}: the laboratory's range is missing or not complete, so nobody can say whether this is normal.`,
    "too-high": ({ results }, say) => `Too high to go on: ${labResults(say, results)}.`,
    "far-too-high": ({ results }, say) =>
      `Far too high: ${labResults(say, results)}. At this level no capsule, whatever any policy says.`,
    "policy-stops": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: stop, by the clinic's policy signed by ${signedBy}.`,
    "policy-asks": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: the prescriber judges, by the clinic's policy signed by ${signedBy}.`,
    "policy-watches": ({ results, signedBy }, say) =>
      `${labResults(say, results)}: worth watching, by the clinic's policy signed by ${signedBy}.`,
    "no-unit": ({ analyte, value, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)}: in which unit? ${say.list(unitTexts)}, or another UCUM unit.`,
    "unknown-unit": ({ analyte, value, unitText, unitTexts }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}: this unit cannot be turned into ${say.list(unitTexts)}, so the value does not count.`,
    "far-over-its-limit": ({ analyte, value, unitText, upperLimit, gradeNumber }, say) =>
      sentences(
        `Stop: ${say.name("analyte", analyte)} ${[say.number(value), unitText].join(" ").trim()}, against an upper limit of ${say.number(upperLimit)} at the laboratory.`,
        `However the unit is read, that is grade ${say.number(gradeNumber)}.`,
      ),
    "not-believed": ({ analyte, value, unitText }, say) =>
      `${say.name("analyte", analyte)} ${say.number(value)} ${unitText}: no blood holds that much or that little. Check value and unit, or test again.`,
    "limits-not-believed": ({ analyte, leastLimit, mostLimit, unitText }, say) =>
      sentences(
        `${say.name("analyte", analyte)}: these cannot be the laboratory's limits, so they count as missing.`,
        `Believed are limits from ${say.number(leastLimit)} to ${say.number(mostLimit)} ${unitText}, the lower one below the upper. Check their digits and their unit.`,
      ),
    "sampled-ahead": ({ analyte, sampledDay }, say) =>
      `${say.name("analyte", analyte)}: ${say.day(sampledDay)} lies ahead. Check the day of the sample.`,
    "not-fasting": ({ analytes, says }, say) =>
      sentences(
        `Not taken fasting: ${say.names("analyte", analytes)}.`,
        say.text(says),
        "Take a fasting sample.",
      ),
    "fasting-unknown": ({ analytes, says }, say) =>
      sentences(`Was this sample taken fasting: ${say.names("analyte", analytes)}?`, say.text(says)),
    "fasting-better": ({ analytes, says }, say) =>
      sentences(`${capital(say.names("analyte", analytes))}:`, say.text(says)),
    "after-alcohol": ({ analytes, neededHours, says }, say) =>
      sentences(
        `Taken less than ${say.number(neededHours)} hours after alcohol: ${say.names("analyte", analytes)}.`,
        say.text(says),
      ),
    "symptom-stops": ({ symptoms }, say) =>
      `Stop the capsules: ${say.names("symptom", symptoms)} stops by itself, whatever the blood says. The question about symptoms says what to do.`,
    "muscle-damage": ({ symptoms, says }, say) =>
      sentences(`Raised CK together with ${say.names("symptom", symptoms)}.`, say.text(says)),
    exercised: ({ says }, say) => sentences("There was hard exercise before the sample.", say.text(says)),
    "exercise-unknown": ({ says }, say) =>
      sentences("Was there hard exercise before the sample?", say.text(says)),
    "muscle-first": ({ analytes, says }, say) =>
      sentences(
        say.text(says),
        analytes.length === 0 ? "" : `Still missing: ${say.names("analyte", analytes)}.`,
      ),
    noted: ({ says }, say) => say.text(says),
    repeat: ({ says }, say) => say.text(says),
    "not-reviewed": ({ analytes }, say) =>
      `In, and not read by the prescriber yet: ${say.names("analyte", analytes)}.`,
    unusable: ({ analytes }, say) =>
      `The newest result on record cannot be read, cannot be right, has limits that cannot be right, or has no day: ${say.names("analyte", analytes)}.`,
    "unknown-analyte": ({ analyteTexts }, say) =>
      `Unknown to Isoward: ${say.list(analyteTexts)}. The prescriber judges it.`,
    due: ({ analytes }, say) => `A blood test is due: ${say.names("analyte", analytes)}.`,
    "next-due": ({ nextDay }, say) =>
      nextDay === undefined
        ? "No blood test is due."
        : `No blood test is due now; the next is needed by ${say.day(nextDay)}.`,
    "in-force": (facts, say) => {
      const { under, analytes, untilResponseKnown, beforeSecondSupply, everySupply } = facts;
      const parts = [
        spanIn(say, facts.firstCount, facts.firstUnit, "within", "of the first capsule"),
        spanIn(say, facts.everyCount, facts.everyUnit, "then at least every", ""),
        untilResponseKnown ? "before each supply until it is on record that the response is known" : "",
        beforeSecondSupply ? "before the second supply" : "",
        everySupply ? "before every further supply" : "",
      ].filter((part) => part !== "");
      return parts.length === 0
        ? `Under ${say.name("protocol", under)} no schedule is set; the strictest source is a choice below.`
        : `In force under ${say.name("protocol", under)} besides the samples before treatment: ${say.list(parts)} (${say.names("analyte", analytes)}).`;
    },
    "less-than-in-force": ({ name, under }, say) =>
      `“${say.text(name)}” leaves out something that ${say.name("protocol", under)} asks for. What is in force stays in force.`,
    "before-first-capsule": ({ name, analytes }, say) =>
      `${say.text(name)}: first before the first capsule (${say.names("analyte", analytes)}).`,
    "next-by-schedule": ({ name, nextDay }, say) =>
      `${say.text(name)}: the next sample by ${say.day(nextDay)}.`,
    "next-at-peak-dose": ({ name }, say) =>
      `${say.text(name)}: the next sample once the dose is at its highest. No day follows from that.`,
    "next-until-known": ({ name }, say) =>
      `${say.text(name)}: again before the next supply, until it is on record that the response is known.`,
    "schedule-kept": ({ name, says, costs }, say) =>
      sentences(`${say.text(name)} (nothing in force here goes beyond it).`, say.text(says), say.text(costs)),
    "schedule-asks-less": ({ name, says, costs }, say) =>
      sentences(`${say.text(name)} (what is in force here asks for more).`, say.text(says), say.text(costs)),
    study: ({ found, definition, caveat, people }, say) =>
      sentences(
        people === undefined ? "" : `n = ${say.number(people)}.`,
        definition === undefined ? "" : `Counted: ${say.text(definition)}`,
        say.text(found),
        say.text(caveat),
      ),
  },
  series: {
    "upper-limit": "laboratory's upper limit",
    "grade-1": "grade 1",
    "grade-2": "grade 2",
    "grade-3": "grade 3",
    "grade-4": "grade 4",
    "never-passed": "no policy passes this",
  },
};

function spanIn(
  say: Say,
  value: number | undefined,
  unit: "days" | "weeks" | "months" | undefined,
  before: string,
  after: string,
): string {
  if (value === undefined || unit === undefined) return "";
  const span =
    before.endsWith("every") && value === 1 ? unit.slice(0, -1) : count(say, value, unit.slice(0, -1));
  return `${before} ${span}${after === "" ? "" : ` ${after}`}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Values without their grades. */
function bare(say: Say, results: readonly GradedResult[]): string {
  return say.list(
    results.map(({ analyte, value, unit }) => `${say.name("analyte", analyte)} ${say.number(value)} ${unit}`),
  );
}
