import type { eligibility as question } from "../../../core/questions/eligibility/eligibility.ts";
import type { QuestionWords } from "../../question-words.ts";
import { count } from "../grammar.ts";

export const eligibility: QuestionWords<typeof question> = {
  title: "May this person be treated with isotretinoin?",
  lead: "What speaks against treatment, what a prescriber has to decide and record first, and what is fine: from a patient’s record, or from what somebody says of themselves. A prescriber decides.",
  fields: {
    age: { label: "Age in years" },
    pubertyBegun: { label: "Puberty has begun", hint: "Only under 18." },
    guardian: { label: "A parent or guardian takes part", hint: "Only for minors." },
    indication: { label: "What it is to treat", hint: "Leave it empty for acne." },
    severity: {
      label: "How severe the acne is",
      choices: {
        clear: "clear",
        mild: "mild",
        moderate: "moderate",
        severe: "severe",
        "very-severe": "very severe",
      },
    },
    features: {
      label: "What else is there",
      choices: {
        nodules: "nodules",
        scarring: "scars",
        burden: "a heavy burden on life",
        truncal: "on chest or back",
      },
    },
    priorTreatments: {
      label: "What has been tried before",
      hint: "One line for each, with the weeks and the result.",
      columns: {
        agent: {
          label: "Treatment",
          choices: {
            "systemic-antibiotic": "antibiotic by mouth",
            "topical-retinoid": "retinoid on the skin",
            "topical-antibiotic": "antibiotic on the skin",
            "benzoyl-peroxide": "benzoyl peroxide",
            hormonal: "hormonal treatment",
            isotretinoin: "isotretinoin",
            other: "something else",
          },
        },
        weeks: { label: "Weeks" },
        result: {
          label: "Result",
          choices: {
            failed: "did not help",
            partial: "helped in part",
            cleared: "cleared",
            "not-tolerated": "not tolerated",
          },
        },
      },
    },
    lastCapsule: { label: "Day of the last capsule of an earlier course" },
    canBecomePregnant: {
      label: "Can become pregnant",
      hint: "Everybody with ovaries and a womb can, whatever the age, the partner or the contraception.",
    },
    cannotBecause: {
      label: "Why pregnancy is not possible",
      hint: "Only the first four are accepted as grounds; with any other, pregnancy counts as possible.",
      choices: {
        "cisgender-male": "cisgender man",
        hysterectomy: "the womb was removed",
        "bilateral-oophorectomy": "both ovaries were removed",
        "post-menopausal": "after the menopause, documented",
        "tubal-sterilisation": "tubes tied",
        "partner-vasectomy": "the partner’s vasectomy",
        abstinence: "abstinence",
        "not-yet-menstruating": "no period yet",
        perimenopause: "near the menopause",
        other: "something else",
      },
    },
    pregnant: { label: "Pregnant, or maybe" },
    breastfeeding: { label: "Breastfeeding" },
    planningPregnancy: { label: "A pregnancy is planned" },
    planningWithinMonths: { label: "Planned within how many months" },
    preventionAgreed: { label: "Agrees to prevent pregnancy before, during and after, with the tests" },
    conditions: { label: "Illnesses", hint: "In any words; write “none” where there are none." },
    pastConditions: {
      label: "Illnesses that are over",
      hint: "In any words; write “none” where there are none.",
    },
    allergies: { label: "Allergies", hint: "In any words; write “none” where there are none." },
    medicines: {
      label: "Medicines and supplements",
      hint: "In any words; write “none” where there are none.",
    },
    eyeSurgery: { label: "LASIK or PRK, done or planned" },
    eyeSurgeryDone: { label: "Day of a LASIK or PRK" },
    eyeSurgeryPlanned: { label: "Planned day of a LASIK or PRK" },
    hairRemoval: { label: "Laser or light hair removal goes on" },
    privateImport: { label: "Takes, or means to take, capsules of their own import" },
    regularVisits: { label: "Can come every month" },
  },
  sections: { counts: "What stands against it, or is open", know: "What is fine" },
  reasons: {
    "not-treated": ({ stops }, say) =>
      `Isotretinoin is not for this person: ${count(say, stops, "reason")} forbids it, and at least one cannot be lifted.`,
    "not-as-things-stand": ({ stops, asks }, say) =>
      asks === 0
        ? `Not as things stand: ${count(say, stops, "reason")} against it.`
        : `Not as things stand: ${count(say, stops, "reason")} against it, and ${count(say, asks, "question")} open.`,
    "not-yet": ({ earliestDay, asks }, say) => {
      const when = earliestDay === undefined ? "Not yet." : `Not before ${say.day(earliestDay)}.`;
      return asks === 0 ? when : `${when} ${count(say, asks, "question")} open besides.`;
    },
    open: ({ asks }, say) =>
      `Nothing forbids it so far, and ${count(say, asks, "question")} must be answered or decided by a prescriber first.`,
    "under-way": ({ asks }, say) =>
      `Treatment is already under way, and this question is about starting it. For a new start ${count(say, asks, "question")} would have to be answered or decided by a prescriber first; whether the next supply may be given is decided with the supply.`,
    "may-with-care": ({ advice }, say) =>
      `Nothing speaks against treatment; ${count(say, advice, "point")} to keep in mind. A prescriber decides, and the tests before the first capsule come on top.`,
    may: () =>
      "Nothing speaks against treatment. A prescriber decides, and the tests before the first capsule come on top.",
    "as-said": () =>
      "This goes by what was said here. It counts only once the clinic has asked and recorded it, and a prescriber has attested who can become pregnant.",
  },
};
