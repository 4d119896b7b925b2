import type { report as question } from "../../../core/questions/report.ts";
import type { QuestionWords } from "../../question-words.ts";

const kinds = { "pregnancy-exposure": "pregnancy exposure", "adverse-event": "adverse event" } as const;
const outcomes: Readonly<Record<string, string>> = {
  recovered: "recovered",
  "recovered-with-sequelae": "recovered, with something that stays",
  recovering: "recovering",
  "not-recovered": "not recovered",
  fatal: "died",
  unknown: "not known yet",
};
const conclusions: Readonly<Record<string, string>> = {
  resolved: "it has passed",
  "may-continue": "treatment may go on",
  stop: "treatment stops",
};
const results: Readonly<Record<string, string>> = {
  negative: "negative",
  positive: "positive",
  indeterminate: "not clear",
};

export const report: QuestionWords<typeof question> = {
  title: "Report a pregnancy or an adverse event",
  lead: "Gathers from the record what such a report needs, says what is missing and to whom it goes. To be printed, or sent as FHIR.",
  fields: {
    kind: {
      label: "What is reported",
      choices: { "pregnancy-exposure": "Pregnancy exposure", "adverse-event": "Adverse event" },
    },
    serious: {
      label: "Serious",
      hint: "As you judge it: it led to death, danger to life, hospital, lasting harm or a birth defect.",
    },
    outcome: {
      label: "How it went on",
      choices: {
        recovered: "Recovered",
        "recovered-with-sequelae": "Recovered, with something that stays (sequelae)",
        recovering: "Recovering",
        "not-recovered": "Not recovered",
        fatal: "Died",
        unknown: "Not known yet",
      },
    },
  },
  sections: { counts: "The report", do: "What to do, and to whom it goes", know: "Also on record" },
  reasons: {
    "no-record": () => "A report is made of a patient's record: give one.",
    "nothing-on-record": ({ kind }) =>
      `Nothing on record speaks of ${kind === "adverse-event" ? "an adverse event" : "a pregnancy"}. Record it first; then it can be reported.`,
    "facts-missing": ({ kind, open }) =>
      `The report of this ${kinds[kind]} can go out, but ${open === 1 ? "1 fact is" : `${open} facts are`} missing. Do not wait for them if the country's body wants to hear at once.`,
    complete: ({ kind }) => `The report of this ${kinds[kind]} is complete as far as the record goes.`,
    "report-to": ({ how }, say) => say.text(how),
    "age-missing": () => "The date of birth is not recorded.",
    age: ({ years }) => `Age: ${years} years.`,
    weight: ({ kg, measuredDay }, say) => `Weight: ${say.number(kg)} kg, on ${say.day(measuredDay)}.`,
    "product-missing": () => "Which product was taken is not recorded.",
    product: ({ product, capsuleMg, lot, dispensedDay }, say) =>
      `${say.name("product", product)}${capsuleMg === undefined ? "" : `, capsules of ${say.number(capsuleMg)} mg`}${lot === undefined ? "" : `, lot ${lot}`}; last handed out on ${say.day(dispensedDay)}.`,
    "dose-missing": () => "The daily dose is not recorded.",
    dose: ({ dailyMg, supplies, courseMg }, say) =>
      `${say.number(dailyMg)} mg a day; ${supplies === 1 ? "1 supply" : `${supplies} supplies`} handed out${courseMg === undefined ? "" : `, ${say.number(courseMg)} mg in this course`}.`,
    "last-capsule-missing": ({ firstDay }, say) =>
      `Taken since ${say.day(firstDay)}; the day of the last capsule is not recorded.`,
    "taken-between": ({ firstDay, lastDay }, say) =>
      `Taken from ${say.day(firstDay)} to ${say.day(lastDay)}.`,
    medicines: ({ medicines, otherMedicines, askedDay }, say) => {
      const all = [...medicines.map((id) => say.name("medicine", id)), ...otherMedicines];
      const when =
        askedDay === undefined ? "nobody has asked for a complete list" : `asked on ${say.day(askedDay)}`;
      return `Other medicines: ${all.length === 0 ? "none on record" : say.list(all)} (${when}).`;
    },
    conditions: ({ conditions }, say) => `Illnesses: ${say.names("condition", conditions)}.`,
    allergies: ({ allergies }, say) => `Allergies: ${say.names("allergen", allergies)}.`,
    "pregnancy-known": ({ knownDay, byTest }, say) =>
      `Pregnancy known since ${say.day(knownDay)}, ${byTest ? "from a positive test" : "as reported"}.`,
    "no-capsule-before": () => "No capsule is on record before the pregnancy was known.",
    "known-before-treatment": ({ knownDay, firstDay }, say) =>
      `Known on ${say.day(knownDay)}, before the first capsule on ${say.day(firstDay)}.`,
    "during-treatment": ({ knownDay, firstDay }, say) =>
      `Exposed during treatment: capsules ${firstDay === undefined ? "taken elsewhere" : `since ${say.day(firstDay)}`}, pregnancy known on ${say.day(knownDay)}.`,
    "exposure-unknown": ({ knownDay, firstDay }, say) =>
      `Capsules ${firstDay === undefined ? "taken elsewhere" : `since ${say.day(firstDay)}`}, pregnancy known on ${say.day(knownDay)}. Without the day of the last capsule nobody can say whether they met.`,
    "in-the-time-after": ({ lastDay, untilDay }, say) =>
      `Known in the time after treatment that still counts: last capsule on ${say.day(lastDay)}, through ${say.day(untilDay)}.`,
    "after-the-time": ({ lastDay, freeDay }, say) =>
      `Known after the time that counts: last capsule on ${say.day(lastDay)}, free from ${say.day(freeDay)}. When it began still has to be reckoned from the last period.`,
    "pregnancy-test": ({ collectedDay, result, setting }, say) =>
      `Test of ${say.day(collectedDay)}: ${results[result ?? ""] ?? "result not recorded"}${setting === undefined ? "" : ` (${say.term(setting)})`}.`,
    "period-missing": () => "The first day of the last period is not recorded.",
    period: ({ beganDay }, say) => `Last period recorded: began on ${say.day(beganDay)}.`,
    contraception: ({ knownDay, methods, abstinent }, say) =>
      methods.length === 0
        ? abstinent
          ? "Contraception: abstinence was attested."
          : `Contraception: none on record as in use on ${say.day(knownDay)}.`
        : `Contraception on record as in use on ${say.day(knownDay)}: ${say.names("contraceptive", methods)}.`,
    "contraception-ended": ({ method, endedDay }, say) =>
      `Contraception that had ended: ${say.name("contraceptive", method)}, on ${say.day(endedDay)}.`,
    "contraception-lapsed": ({ lapsedDay }, say) =>
      `A lapse of contraception was reported on ${say.day(lapsedDay)}.`,
    "stop-and-refer": () =>
      "Isotretinoin stops at once, and the patient is referred to an obstetrician experienced in reproductive toxicity. How the pregnancy goes on is the patient's own decision, with their advice.",
    symptom: ({ reportedDay }, say) => `Reported on ${say.day(reportedDay)}.`,
    mood: ({ screenedDay, selfHarm }, say) =>
      `${selfHarm ? "Thoughts of self-harm" : "A new change of mood"} noted on ${say.day(screenedDay)}.`,
    assessed: ({ symptom, conclusion, assessedDay }, say) =>
      `Assessed on ${say.day(assessedDay)}: ${say.name("symptom", symptom)}; ${conclusions[conclusion] ?? conclusion}.`,
    held: ({ heldDay }, say) => `Isotretinoin is on hold since ${say.day(heldDay)}.`,
    ended: ({ endedDay }, say) => `Isotretinoin was ended on ${say.day(endedDay)}.`,
    continued: () => "No hold and no end of the course is on record: isotretinoin was continued.",
    "what-became-missing": () => "Whether isotretinoin was continued or ended is not recorded.",
    "seriousness-missing": () => "Whether it was serious: the reporter says.",
    seriousness: ({ serious }) => `Serious, as the reporter judges: ${serious ? "yes" : "no"}.`,
    "outcome-missing": () => "How it went on is not known yet: the reporter says.",
    outcome: ({ outcome }) => `How it went on: ${outcomes[outcome] ?? outcome}.`,
    result: ({ value, unit, upperLimit, takenDay }, say) =>
      `${say.number(value)} ${unit}${upperLimit === undefined ? "" : ` (upper limit ${say.number(upperLimit)})`}, on ${say.day(takenDay)}.`,
  },
};
