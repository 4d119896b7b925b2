import type { RuleWords } from "../../words.ts";
import { count, sentences } from "../grammar.ts";

/** Who is treated, and for what: indication, age, weight, conditions, medicines. */
export const patient: Pick<
  RuleWords,
  | "indication-supports-isotretinoin"
  | "severity-is-current"
  | "patient-is-old-enough"
  | "guardian-takes-part"
  | "second-prescriber-agrees"
  | "first-visit-was-in-person"
  | "growth-is-discussed"
  | "medicines-do-not-conflict"
  | "conditions-allow-treatment"
  | "eye-surgery-is-far-enough"
  | "weight-is-current"
> = {
  "indication-supports-isotretinoin": {
    title: "Reason for treatment",
    reasons: {
      "not-recorded": () => "What isotretinoin is to treat has not been recorded yet.",
      unlisted: ({ indication }) =>
        `“${indication}” is not among the uses of isotretinoin that Isoward knows, so it is refused unless the prescriber gives a reason.`,
      never: ({ indication }, say) =>
        sentences(
          `Isotretinoin is never used for ${say.name("indication", indication)}.`,
          say.why("indication", [indication]),
        ),
      harmful: ({ indication }, say) =>
        sentences(
          `Isotretinoin is not a treatment for ${say.name("indication", indication)}.`,
          say.why("indication", [indication]),
        ),
      "no-evidence": ({ indication }, say) =>
        sentences(
          `Isotretinoin is not given for ${say.name("indication", indication)}.`,
          say.why("indication", [indication]),
        ),
      "off-label-judged": ({ indication }, say) =>
        sentences(
          `For ${say.name("indication", indication)}, the prescriber has recorded that treatment may go ahead.`,
          say.why("indication", [indication]),
        ),
      "off-label": ({ indication }, say) =>
        sentences(
          `For ${say.name("indication", indication)}, the prescriber decides whether isotretinoin is right and records it.`,
          say.why("indication", [indication]),
        ),
      "severity-unknown": () =>
        "How severe the acne is has not been recorded. Whether isotretinoin is the right treatment depends on it.",
      "severe-recalcitrant": ({ severity }, say) =>
        `The acne is ${say.term(severity)}, and a systemic antibiotic did not clear it. This is what isotretinoin is labelled for.`,
      "severe-without-failed-antibiotic": ({ severity }, say) =>
        `The acne is ${say.term(severity)}, but no systemic antibiotic is recorded as tried without success. The label is for acne that other treatment has not cleared.`,
      "moderate-supported": ({ severity }, say) =>
        `The acne is ${say.term(severity)}, an off-label use in the US. Scarring, a heavy burden or failed treatment supports it, and that is on record.`,
      "moderate-unsupported": ({ severity }, say) =>
        `The acne is ${say.term(severity)}, and nothing that supports isotretinoin is on record yet: scarring, a heavy burden on the patient, or treatment that failed.`,
      "mild-judged": ({ severity }, say) =>
        `The skin was scored “${say.term(severity)}”. The prescriber has recorded that treatment may go ahead all the same.`,
      mild: ({ severity }, say) =>
        `The skin was scored “${say.term(severity)}”. Isotretinoin is meant for more severe acne, so the prescriber decides and records why.`,
    },
  },
  "severity-is-current": {
    title: "Skin looked at for this supply",
    reasons: {
      "not-asked-for": () => "A new look at the skin is not asked for here.",
      "not-scored": ({ scoredDay }, say) =>
        scoredDay === undefined
          ? "How severe the acne is has not been scored yet."
          : `The skin has not been scored for this supply; the last score is of ${say.day(scoredDay)}.`,
      scored: ({ severity, scoredDay }, say) => `Scored “${say.term(severity)}” on ${say.day(scoredDay)}.`,
    },
  },
  "patient-is-old-enough": {
    title: "Old enough for isotretinoin",
    reasons: {
      "birth-date-unknown": ({ years }, say) =>
        years > 0
          ? `The date of birth is not recorded. Isotretinoin is for people of ${say.number(years)} years and over.`
          : "The date of birth is not recorded.",
      "too-young": ({ ageYears, years, oldEnoughDay }, say) =>
        `The patient is ${say.number(ageYears)} years old; at least ${say.number(years)}. Treatment can be decided from ${say.day(oldEnoughDay)}.`,
      "before-puberty": ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)} and recorded as not yet in puberty. Isotretinoin is not given before puberty.`,
      "puberty-unknown": ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)}, and whether puberty has begun is not recorded. Isotretinoin is not given before puberty.`,
      "old-enough": ({ ageYears, years }, say) =>
        years > 0
          ? `${say.number(ageYears)} years old; at least ${say.number(years)}.`
          : `${say.number(ageYears)} years old; no lowest age is set here.`,
    },
  },
  "guardian-takes-part": {
    title: "A parent or guardian takes part",
    reasons: {
      "not-asked-for": () => "A parent or guardian is not asked for here.",
      "age-unknown": ({ underYears }, say) =>
        `The age is not known. Under ${say.number(underYears)} a parent or guardian takes part.`,
      "of-age": ({ ageYears }, say) =>
        `${say.number(ageYears)} years old: a parent or guardian is not needed.`,
      "guardian-missing": ({ ageYears, underYears }, say) =>
        `The patient is ${say.number(ageYears)}. Under ${say.number(underYears)} a parent or guardian takes part, and none is recorded.`,
      "guardian-recorded": ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)}, and a parent or guardian takes part.`,
    },
  },
  "second-prescriber-agrees": {
    title: "A second prescriber agrees",
    reasons: {
      "not-asked-for": () => "A second prescriber is not asked for here.",
      "age-unknown": ({ years }, say) =>
        `The age is not known. Under ${say.number(years)} a second prescriber agrees before the course.`,
      "of-age": ({ ageYears, years }, say) =>
        `${say.number(ageYears)} years old; a second prescriber is needed only under ${say.number(years)}.`,
      agreed: ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)}, and a second prescriber has recorded that isotretinoin is right.`,
      "not-agreed": ({ ageYears, years }, say) =>
        `The patient is ${say.number(ageYears)}. Under ${say.number(years)} a second prescriber has to agree before the course, and that is not recorded.`,
      disagrees: ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)}, and the second prescriber has concluded against isotretinoin.`,
    },
  },
  "first-visit-was-in-person": {
    title: "First visit in person",
    reasons: {
      "not-asked-for": () => "A visit in person is not asked for here.",
      "treatment-under-way": () => "Treatment is under way; later visits may be remote.",
      "in-person": ({ seenDay }, say) => `The patient was seen in person on ${say.day(seenDay)}.`,
      "no-visit-recorded": () =>
        "No visit is recorded. Before the first supply the patient is seen in person once.",
      "only-remote": () =>
        "Only remote visits are recorded. Before the first supply the patient is seen in person once.",
    },
  },
  "growth-is-discussed": {
    title: "Growth talked through",
    reasons: {
      "not-asked-for": () => "A talk about growth is not asked for here.",
      "age-unknown": ({ years }, say) =>
        `The age is not known. Under ${say.number(years)} the bones may still be growing, and that is talked through first.`,
      "old-enough": ({ ageYears, years }, say) =>
        `${say.number(ageYears)} years old; a talk about growth is needed only under ${say.number(years)}.`,
      discussed: ({ ageYears }, say) =>
        `The patient is ${say.number(ageYears)}, and the prescriber has talked through what isotretinoin can mean for growth.`,
      "not-discussed": ({ ageYears, years }, say) =>
        `The patient is ${say.number(ageYears)}. Under ${say.number(years)} the bones may still be growing, so that is talked through first.`,
    },
  },
  "medicines-do-not-conflict": {
    title: "No medicine that conflicts",
    reasons: {
      "not-together": ({ medicines }, say) =>
        sentences(
          `Not to be taken with isotretinoin: ${say.names("medicine", medicines)}.`,
          say.why("medicine", medicines),
        ),
      "needs-judgement": ({ medicines }, say) =>
        sentences(
          `The prescriber decides about taking isotretinoin together with ${say.names("medicine", medicines)}.`,
          say.why("medicine", medicines),
        ),
      "isotretinoin-twice": () =>
        "Isotretinoin is also on record among the other medicines. Two isotretinoin products are never taken side by side, since their doses add up.",
      "isotretinoin-already": () =>
        "Isotretinoin is among the medicines taken now. Is treatment under way already, and who prescribes it? A second one is not started beside it.",
      "not-asked": () =>
        "Other medicines and supplements have not been asked about yet. Some of them do not go with isotretinoin.",
      "unknown-to-us": ({ medicineTexts }, say) =>
        `Isoward cannot judge these medicines: ${say.list(medicineTexts)}. The prescriber or pharmacist checks them.`,
      "take-care": ({ medicines }, say) =>
        sentences(`Take care with ${say.names("medicine", medicines)}.`, say.why("medicine", medicines)),
      "none-conflicts": () => "No medicine on record conflicts with isotretinoin.",
    },
  },
  "conditions-allow-treatment": {
    title: "No condition that rules it out",
    reasons: {
      contraindicated: ({ conditions }, say) =>
        `Isotretinoin must not be given with ${say.names("condition", conditions)}.`,
      "unknown-to-us": ({ conditionTexts }, say) =>
        `Isoward cannot judge these conditions: ${say.list(conditionTexts)}. The prescriber decides whether isotretinoin is right with them.`,
      "excluded-by-clinic": ({ conditions }, say) =>
        `This clinic does not give isotretinoin to patients with ${say.names("condition", conditions)}. It is the clinic's own rule, stricter than its protocol.`,
      "needs-judgement": ({ conditions }, say) =>
        `On record: ${say.names("condition", conditions)}. The prescriber judges whether isotretinoin is right and records it.`,
      "not-asked": () => "Illnesses, now and in the past, have not been asked about yet.",
      "none-excludes": ({ judged }, say) =>
        judged.length === 0
          ? "No illness on record speaks against isotretinoin."
          : `On record: ${say.names("condition", judged)}. The prescriber has recorded that treatment may go ahead.`,
    },
  },
  "eye-surgery-is-far-enough": {
    title: "Far enough from laser eye surgery",
    reasons: {
      "not-asked-for": () => "Laser eye surgery is not asked about here.",
      "too-soon-after": ({ doneDay, allowedDay, months }, say) =>
        `Laser eye surgery was on ${say.day(doneDay)}. This clinic waits ${count(say, months, "month")} after it: possible from ${say.day(allowedDay)}.`,
      "planned-too-soon": ({ plannedDay, months }, say) =>
        plannedDay === undefined
          ? `Laser eye surgery is planned, on a day not yet known. This clinic leaves ${count(say, months, "month")} between it and isotretinoin.`
          : `Laser eye surgery is planned for ${say.day(plannedDay)}. This clinic leaves ${count(say, months, "month")} between it and isotretinoin.`,
      "perhaps-done": ({ plannedDay, months }, say) =>
        `Laser eye surgery was planned for ${say.day(plannedDay)}, and nobody has recorded whether it was done. This clinic leaves ${count(say, months, "month")} between it and isotretinoin.`,
      "far-enough": ({ months }, say) =>
        `No laser eye surgery within ${count(say, months, "month")} before or after.`,
    },
  },
  "weight-is-current": {
    title: "Body weight for this supply",
    reasons: {
      measured: ({ weightKg, measuredDay }, say) =>
        `${say.number(weightKg)} kg, measured on ${say.day(measuredDay)}.`,
      implausible: ({ written }) =>
        `The recorded body weight, “${written}”, cannot be right and counts as missing. The dose depends on the weight.`,
      "not-current": ({ measuredDay }, say) =>
        `The last body weight is of ${say.day(measuredDay)}. A new one is needed for this supply, since the dose depends on it.`,
      undated: ({ written }) =>
        `A body weight of ${written} is on record without a date, so it cannot count. The dose depends on the weight.`,
      none: () => "No body weight is recorded. The dose depends on it.",
    },
  },
};
