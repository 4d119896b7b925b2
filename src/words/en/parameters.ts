/** The values that protocols and clinics set: what each is called, and how it reads. */
import type { Span } from "../../core/calendar.ts";
import type { ParameterWords, WordsOf } from "../parameter-words.ts";
import type { Named, Say } from "../words.ts";
import { count } from "./grammar.ts";

const of = <V>(title: string, reads: (value: V, say: Say) => string): WordsOf<V> => ({ title, reads });

const counted =
  (singular: string) =>
  (value: number, say: Say): string =>
    count(say, value, singular);
const days = counted("day");
const months = counted("month");
const tests = counted("test");
const age = (value: number, say: Say): string => count(say, value, "year");
const underAge = (value: number, say: Say): string => `under ${say.number(value)}`;
const withUnit =
  (unit: string) =>
  (value: number, say: Say): string =>
    `${say.number(value)} ${unit}`;
const mgPerKg = withUnit("mg/kg a day");
const onOff = (value: boolean): string => (value ? "yes" : "no");
const length = (span: Span, say: Say): string => {
  if ("days" in span) return days(span.days, say);
  return "weeks" in span ? count(say, span.weeks, "week") : months(span.months, say);
};
const terms = (ids: readonly string[], say: Say): string =>
  ids.length === 0 ? "none" : say.list(ids.map(say.term));
const names =
  (kind: Named) =>
  (ids: readonly string[], say: Say): string =>
    ids.length === 0 ? "none" : say.names(kind, ids);

const classes: Readonly<Record<string, string>> = {
  harmful: "harmful",
  never: "never",
  none: "no evidence",
  outside: "outside this system",
};

export const parameterWords: ParameterWords = {
  parameters: {
    minimumAgeYears: of("Youngest age treated", age),
    guardianUnderAgeYears: of("A parent or guardian takes part", underAge),
    secondPrescriberUnderAgeYears: of("A second prescriber agrees", underAge),
    firstVisitInPerson: of("First visit in person", onOff),
    adultAgeYears: of("Counts as an adult from", age),
    growthDiscussionUnderAgeYears: of("Growth is talked through", underAge),
    prepubertalExcluded: of("Nobody before puberty", onOff),
    pregnancyWishExcludedMonths: of(
      "A wish for pregnancy excludes",
      (value: number, say) => `within ${months(value, say)}`,
    ),
    priorTreatmentAsked: of("Earlier treatment has failed and is recorded", onOff),
    priorAntibioticAsked: of("A systemic antibiotic is among it", onOff),
    priorTreatmentLeastWeeks: of("Not believed to have failed in less than", counted("week")),
    priorTreatmentWeeks: of("It was tried for at least", counted("week")),
    privateImportRefused: of("Nobody who takes privately imported capsules", onOff),
    regularVisitsNeeded: of("Only who can come regularly", onOff),
    postMenopausalAgeYears: of(
      "A raised FSH alone documents the menopause",
      (value: number, say) => `over ${say.number(value)}`,
    ),
    categoryAttested: of("Who can become pregnant is attested, never guessed", onOff),
    factsSincePreviousSupply: of("Weight, skin, mood and contraception recorded anew for each supply", onOff),
    leastWeightKg: of("A body weight is believed from", withUnit("kg")),
    mostWeightKg: of("A body weight is believed up to", withUnit("kg")),
    pregnancyStops: of("No treatment in pregnancy", onOff),
    breastfeedingStops: of("No treatment while breastfeeding", onOff),
    latePeriodStops: of("A late period stops until a plan is recorded", onOff),
    contraceptionLapseStops: of("A lapse in contraception stops until a plan is recorded", onOff),
    pretreatmentTests: of("Negative pregnancy tests before the first supply", tests),
    pretreatmentTestSpacingDays: of(
      "Between those two tests",
      (value: number, say) => `at least ${days(value, say)}`,
    ),
    pretreatmentTestsInMedicalSetting: of("Tests before treatment in a medical setting", onOff),
    pretreatmentTestsInCertifiedLaboratory: of("Tests before treatment in a certified laboratory", onOff),
    laterTestsInCertifiedLaboratory: of("Tests during treatment in a certified laboratory", onOff),
    homeTestsNeedPermission: of("A home test needs the prescriber's permission", onOff),
    homeTestsSupervised: of("A home test needs supervision", onOff),
    testDetectsMiuPerMl: of(
      "The test detects",
      (value: number, say) => `${say.number(value)} mIU/mL of hCG or less`,
    ),
    secondTestAfterContraceptionMonth: of("The second test comes after the month on contraception", onOff),
    secondTestWithinDaysOfPeriod: of(
      "The second test falls in a period's",
      (value: number, say) => `first ${days(value, say)}`,
    ),
    testEveryMonth: of("A negative test before every supply", onOff),
    testWithin: of("Oldest test at a supply, where nothing shorter is named", length),
    testAgeAtPrescriptionDays: of("Oldest test on the day of the prescription", days),
    testWindowDays: of(
      "Window that opens with the specimen's day",
      (value: number, say) => `${days(value, say)}, the specimen's day being the first`,
    ),
    dispenseWithinDaysOfPrescription: of(
      "Handed out, if pregnancy is possible",
      (value: number, say) => `within ${days(value, say)} of the prescription`,
    ),
    windowZone: of("Time zone in which a window ends", (zone: string) => zone),
    missedFirstWindowWaitDays: of("Wait after a missed first window", days),
    prescriptionWindowDaysIfPregnancyImpossible: of(
      "Handed out, if pregnancy is not possible",
      (value: number, say) => `within ${days(value, say)}`,
    ),
    contraceptionMonthsBefore: of("Contraception before the first capsule", months),
    contraceptionMonthsAfter: of("Contraception after the last capsule", months),
    contraceptionMethodsTogether: of("Methods of contraception together", counted("method")),
    primaryMethodNeeded: of("One of the methods is a primary one", onOff),
    barrierAloneRefused: of("One method that works without the user, or two that do not", onOff),
    abstinenceNeedsCompellingReasons: of("Abstinence only for compelling reasons", onOff),
    consents: of("Signed by everybody", terms),
    consentsIfPregnancyPossible: of("Signed as well, if pregnancy is possible", terms),
    counsellingTopics: of("Talked through with everybody", terms),
    counsellingTopicsIfPregnancyPossible: of("Talked through as well, if pregnancy is possible", terms),
    counsellingEverySupplyIfPregnancyPossible: of(
      "Talked through before each supply, if pregnancy is possible",
      onOff,
    ),
    counsellingEverySupplyIfPregnancyImpossible: of(
      "Talked through before each supply, if pregnancy is not possible",
      onOff,
    ),
    comprehensionEverySupplyIfPregnancyPossible: of(
      "Questions on safe use before each supply, if pregnancy is possible",
      onOff,
    ),
    doseMinimumMgPerKg: of("Lowest dose of the label", mgPerKg),
    doseOrdinaryMaximumMgPerKg: of("Highest ordinary dose", mgPerKg),
    doseMaximumMgPerKg: of("Highest dose at all", mgPerKg),
    micronisedMinimumMgPerKg: of("Lowest dose, micronised capsules", mgPerKg),
    micronisedOrdinaryMaximumMgPerKg: of("Highest ordinary dose, micronised capsules", mgPerKg),
    micronisedMaximumMgPerKg: of("Highest dose at all, micronised capsules", mgPerKg),
    dosesPerDay: of("Doses a day", (value: number, say) => say.number(value)),
    missedDoseSkipped: of("A missed dose is left out", onOff),
    neverTwoDosesTogether: of("Never two doses together", onOff),
    supplyDaysIfPregnancyPossible: of("Longest supply, if pregnancy is possible", days),
    supplyDaysIfPregnancyImpossible: of("Longest supply, if pregnancy is not possible", days),
    firstSupplyDays: of("Longest first supply", days),
    firstDailyMg: of("Highest dose of the first supply", withUnit("mg a day")),
    refills: of("Refills", (value: number, say) => (value === 0 ? "none" : say.number(value))),
    wholeBlisterCapsules: of(
      "Blisters are not broken",
      (value: number, say) => `${say.number(value)} capsules`,
    ),
    courseUsual: of("Usual course, at most", length),
    courseLongest: of("Longest course without a recorded judgement", length),
    cumulativeMgPerKg: of("No further benefit expected beyond", withUnit("mg/kg in all")),
    rest: of("Rest between two courses, at least", length),
    restUndefinedBeforeSkeletalMaturity: of("For those still growing the rest is judged", onOff),
    authorisedOnce: of("Authorised once, handed out once", onOff),
    capsulesInHandUsedFirst: of("Capsules in hand are used up first", onOff),
    packIdentified: of("Lot and expiry of the pack are recorded", onOff),
    productKnown: of("Product and strength are known", onOff),
    wholeCapsules: of("Whole capsules only", onOff),
    notInterchangeable: of("A change between formulations is pointed out", onOff),
    baselineAnalytes: of("Read before the first capsule", names("analyte")),
    baselineWithin: of("Oldest result before the first capsule", length),
    baselineLipidsFasting: of("Lipids taken fasting", onOff),
    hoursWithoutAlcoholBeforeLipids: of("Without alcohol before lipids", counted("hour")),
    resultsUntilResponseKnown: of("Blood for every supply until the response is known", onOff),
    resultsFirstWithin: of("First blood after the first capsule, within", length),
    resultsEvery: of("Then blood every", length),
    resultsBeforeSecondSupply: of("Blood read before the second supply", onOff),
    resultsEverySupply: of("Blood read before every further supply", onOff),
    monitoredAnalytes: of("Repeated during treatment", names("analyte")),
    askFromGrade: of("Without a signed policy a result asks", (value: number) => `from grade ${value}`),
    stopFromGrade: of("Without a signed policy a result stops", (value: number) => `from grade ${value}`),
    triglyceridesStopMgPerDl: of("Triglycerides that no policy may pass", withUnit("mg/dL")),
    allergensThatStop: of("Allergies named against treatment", names("allergen")),
    hairRemovalPaused: of("Laser and light hair removal is paused", onOff),
    conditionsThatStop: of("Illnesses that rule it out", names("condition")),
    conditionsThatAsk: of("Illnesses the prescriber judges", names("condition")),
    historyThatAsks: of("Past illnesses the prescriber judges", names("condition")),
    indicationClassesRefused: of("Uses refused to everybody", (ids: readonly string[], say) =>
      say.list(ids.map((id) => classes[id] ?? id)),
    ),
    medicinesAsked: of("Every other medicine is asked about", onOff),
    allergensChecked: of("Allergies are held against the capsule's ingredients", onOff),
    conditionsAsked: of("Illnesses are asked about", onOff),
    stopSymptomsStop: of("A stop symptom stops until a prescriber has looked", onOff),
    fulminansStops: of("Signs of acne fulminans stop", onOff),
    moodStops: of("Self-harm or a change of mood stops until assessed", onOff),
    moodEverySupply: of("Mood is asked about before every supply", onOff),
    sexualFunctionEverySupply: of("Sexual function is asked about before every supply", onOff),
    symptomsEverySupply: of("Side effects are asked about before every supply", onOff),
    procedureMonthsApart: of("Laser eye surgery, before and after", months),
    enrolments: of("Enrolled in the programme", terms),
    programmeAuthorisation: of("The programme authorises each supply", onOff),
  },
  topics: {
    who: "Who is treated",
    pregnancy: "Pregnancy",
    tests: "Pregnancy tests",
    contraception: "Contraception",
    agreed: "Consent and counselling",
    supply: "Dose and supply",
    course: "Course and rest",
    "handing-out": "Handing out",
    laboratory: "Blood",
    health: "Illnesses, symptoms, mood",
    programme: "Programme",
  },
  notSet: "not set",
};
