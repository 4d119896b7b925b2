import type { response as question } from "../../../core/questions/response/index.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count, sentences } from "../grammar.ts";

const names: Readonly<Record<string, string>> = {
  iga: "IGA",
  gags: "GAGS",
  nodules: "Nodules",
  inflammatory: "Inflamed spots",
  comedones: "Comedones",
  dlqi: "DLQI",
};
const regions: Readonly<Record<string, string>> = {
  forehead: "forehead",
  "right-cheek": "right cheek",
  "left-cheek": "left cheek",
  nose: "nose",
  chin: "chin",
  "chest-back": "chest and back",
};

export const response: QuestionWords<typeof question> = {
  title: "Is it working?",
  lead: "Compares the skin now with the skin before treatment, tells a flare from a failure, and says whose decision comes next.",
  fields: {
    scores: {
      label: "Scores",
      hint: "One row a day: the worst lesion of each region from 0 to 4, or the sum (GAGS) itself.",
      columns: {
        day: { label: "Day" },
        iga: { label: "IGA, 0 to 4" },
        gags: { label: "GAGS, 0 to 44" },
        forehead: { label: "Forehead, 0 to 4" },
        rightCheek: { label: "Right cheek, 0 to 4" },
        leftCheek: { label: "Left cheek, 0 to 4" },
        nose: { label: "Nose, 0 to 4" },
        chin: { label: "Chin, 0 to 4" },
        chestBack: { label: "Chest and back, 0 to 4" },
        nodules: { label: "Nodules" },
        comedones: { label: "Comedones" },
        inflammatory: { label: "Inflamed spots" },
        dlqi: { label: "DLQI, 0 to 30" },
      },
    },
    firstDay: { label: "Day of the first capsule" },
    weeks: { label: "Weeks since the first capsule", hint: "Where the day is not known." },
    symptoms: { label: "Symptoms now" },
    male: { label: "Male" },
    truncalNodules: { label: "Nodules on chest or back before treatment" },
    macrocomedones: { label: "Large closed plugs (macrocomedones)" },
    dailyMgPerKg: { label: "Dose a day" },
    cumulativeMgPerKg: { label: "Dose so far" },
  },
  reasons: {
    "nothing-given": () => "No score was given. Score the skin first.",
    "when-unknown": () =>
      "When was the first capsule taken? Without that a flare cannot be told from a failure.",
    "nothing-to-compare": () =>
      "One score says nothing of a change. Score again, with the same scale as before treatment.",
    "regions-missing": ({ regions: missing, scoredDay }, say) =>
      `For a GAGS of ${say.day(scoredDay)} these regions are missing: ${say.list(missing.map((one) => regions[one] ?? one))}.`,
    stops: () => "Stop: something here is no question of whether the treatment works.",
    fulminans: ({ symptoms }, say) =>
      `This can be acne fulminans: ${say.names("symptom", symptoms)}. No further capsule, a dermatologist today; the dose is never raised for it. Ask about the symptoms themselves as well.`,
    "symptom-stops": ({ symptoms }, say) =>
      `${capital(say.names("symptom", symptoms))}: this stops the capsules by itself. Ask about the symptoms first.`,
    "severe-flare": () =>
      "A severe worsening is seen the same day. The dose is not raised. With fever, painful joints or open sores, stop and ask about the symptoms.",
    "worse-late": ({ weeks }, say) =>
      `Worse after ${count(say, weeks, "week")}, past the time in which a first worsening is expected. The prescriber looks.`,
    "worse-and-very-severe": ({ weeks }, say) =>
      `Worse after ${count(say, weeks, "week")}, and very severe. The prescriber looks now, and does not raise the dose.`,
    flare: ({ weeks }, say) =>
      `Worse after ${count(say, weeks, "week")}. That is seen in about a third at first, and says nothing about success. Call if it becomes severe.`,
    "too-early": ({ weeks, trialWeeks }, say) =>
      trialWeeks === undefined
        ? `No change after ${count(say, weeks, "week")}: too early to say.`
        : `No change after ${count(say, weeks, "week")}: too early to call it a failure before ${say.number(trialWeeks)}.`,
    improving: ({ weeks }, say) => `Better after ${count(say, weeks, "week")}. The course goes on.`,
    "clear-for-now": ({ weeks }, say) =>
      `Nearly clear after ${count(say, weeks, "week")}. The course goes on until the prescriber ends it.`,
    "may-end-early": ({ percent }, say) =>
      `Nodules are down by ${say.number(percent)} %. The prescriber decides whether the course ends early.`,
    "no-effect": ({ weeks }, say) =>
      `No change after ${count(say, weeks, "week")}, which is an adequate trial. The prescriber decides: raise, extend or refer.`,
    "usual-over": ({ usualDay, longestDay }, say) =>
      `Better, and the usual course ended on ${say.day(usualDay)}. The prescriber ends it or extends it${longestDay === undefined ? "" : `, to ${say.day(longestDay)} at the longest`}.`,
    "longest-over": ({ longestDay }, say) =>
      `The longest course ended on ${say.day(longestDay)}. It goes on only by a prescriber's recorded decision.`,
    trial: ({ weeks, trialWeeks }, say) =>
      trialWeeks === undefined
        ? `${capital(count(say, weeks, "week"))} since the first capsule.`
        : `${capital(count(say, weeks, "week"))} since the first capsule; an adequate trial has at least ${say.number(trialWeeks)}.`,
    "end-early": ({ says }, say) => say.text(says),
    noted: ({ says }, say) => say.text(says),
    change: ({ measure, before, now, percentDown }, say) =>
      `${names[measure] ?? measure}: ${say.number(before)} before, ${say.number(now)} now${
        percentDown === undefined || percentDown <= 0 || measure === "iga"
          ? ""
          : ` (down ${say.number(percentDown)} %)`
      }.`,
    gags: ({ gags, band, scoredDay }, say) =>
      `GAGS ${say.number(gags ?? 0)} on ${say.day(scoredDay)}${band === undefined ? "" : `: ${say.text(band)}`}.`,
    dlqi: ({ dlqi, band, scoredDay }, say) =>
      `DLQI ${say.number(dlqi ?? 0)} on ${say.day(scoredDay)}${band === undefined ? "" : ` (band ${say.text(band)})`}.`,
    "not-raised-now": () => "The dose is not raised while the skin is worse than before treatment.",
    raise: ({ says, dailyMgPerKg, mostMgPerKg }, say) =>
      sentences(
        say.text(says),
        mostMgPerKg === null
          ? ""
          : `Ordinary limit in force: ${say.number(mostMgPerKg)} mg/kg a day (conventional capsules).`,
        dailyMgPerKg === undefined ? "" : `Now: ${say.number(dailyMgPerKg)} mg/kg a day.`,
      ),
    extend: ({ says, longestDay }, say) =>
      sentences(
        say.text(says),
        longestDay === undefined ? "" : `The longest course in force here ends on ${say.day(longestDay)}.`,
      ),
    enough: ({ cumulativeMgPerKg, mostMgPerKg }, say) =>
      `${say.number(cumulativeMgPerKg)} mg/kg so far: no substantial further benefit is expected beyond ${say.number(mostMgPerKg)} mg/kg.`,
    refer: ({ says }, say) => say.text(says),
    "severe-flare-likelier": ({ says }, say) =>
      `A severe worsening was more frequent with: ${say.text(says)}.`,
    study: ({ found, caveat, people }, say) =>
      sentences(people === undefined ? "" : `n = ${say.number(people)}.`, say.text(found), say.text(caveat)),
  },
  series: {
    ...names,
    success: "often taken as success",
    moderate: "moderate from here",
    severe: "severe from here",
    "very-severe": "very severe from here",
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
