/**
 * Every number, list and switch a protocol can set: its kind, its UCUM unit, what stricter means, and whether it
 * is a floor (a floor may be tightened by anyone and loosened by nobody).
 */
import { nominalDays, type Span } from "../calendar.ts";

/** What makes one value stricter than another. `true`: the switch being on. `more`: a longer list or more of them. */
export type Stricter = "lower" | "higher" | "fewer" | "more" | "true";

interface NumberParameter {
  readonly kind: "number";
  readonly unit: string;
  readonly stricter: "lower" | "higher" | "fewer" | "more";
  readonly floor?: true;
  readonly says: string;
}
interface SpanParameter {
  readonly kind: "span";
  readonly unit: "time";
  readonly stricter: "lower" | "higher";
  readonly floor?: true;
  readonly says: string;
}
interface SwitchParameter {
  readonly kind: "switch";
  readonly unit: "1";
  readonly stricter: "true";
  readonly floor?: true;
  readonly says: string;
}
interface ListParameter {
  readonly kind: "list";
  readonly unit: "1";
  readonly stricter: "more";
  readonly floor?: true;
  readonly says: string;
}
interface ZoneParameter {
  readonly kind: "zone";
  readonly unit: "1";
  readonly stricter?: never;
  readonly floor?: never;
  readonly says: string;
}
export type Parameter = NumberParameter | SpanParameter | SwitchParameter | ListParameter | ZoneParameter;

const number = (
  unit: string,
  stricter: NumberParameter["stricter"],
  says: string,
  floor?: "floor",
): NumberParameter => ({ kind: "number", unit, stricter, says, ...(floor ? { floor: true as const } : {}) });
const span = (stricter: "lower" | "higher", says: string, floor?: "floor"): SpanParameter => ({
  kind: "span",
  unit: "time",
  stricter,
  says,
  ...(floor ? { floor: true as const } : {}),
});
const onOff = (says: string, floor?: "floor"): SwitchParameter => ({
  kind: "switch",
  unit: "1",
  stricter: "true",
  says,
  ...(floor ? { floor: true as const } : {}),
});
const list = (says: string, floor?: "floor"): ListParameter => ({
  kind: "list",
  unit: "1",
  stricter: "more",
  says,
  ...(floor ? { floor: true as const } : {}),
});

export const parameters = {
  // who
  minimumAgeYears: number("a", "higher", "Youngest age treated"),
  guardianUnderAgeYears: number("a", "higher", "Under this age a parent or guardian takes part and signs"),
  secondPrescriberUnderAgeYears: number("a", "higher", "Under this age a second prescriber agrees first"),
  firstVisitInPerson: onOff("The patient is seen in person before the first supply of a course"),
  adultAgeYears: number("a", "higher", "From this age an adult, for dose and growth"),
  growthDiscussionUnderAgeYears: number(
    "a",
    "higher",
    "Under this age growth is discussed and the discussion recorded",
  ),
  prepubertalExcluded: onOff("Nobody before puberty is treated"),
  pregnancyWishExcludedMonths: number(
    "mo",
    "higher",
    "A wish for pregnancy within this many months excludes",
  ),
  priorTreatmentAsked: onOff("Earlier treatment is recorded, with agent, time and result, and has failed"),
  priorAntibioticAsked: onOff("A systemic antibiotic has been tried without success"),
  priorTreatmentLeastWeeks: number(
    "wk",
    "higher",
    "Weeks below which nobody believes that a treatment has failed",
  ),
  priorTreatmentWeeks: number("wk", "higher", "Weeks that an earlier treatment was tried"),
  privateImportRefused: onOff("Nobody is treated who takes capsules of their own import"),
  regularVisitsNeeded: onOff("Who cannot come regularly is treated elsewhere"),
  postMenopausalAgeYears: number("a", "higher", "Over this age a raised FSH alone documents the menopause"),

  categoryAttested: onOff("A recorded attestation says who can become pregnant; gender never does", "floor"),
  factsSincePreviousSupply: onOff(
    "Weight, severity, mood and contraception are recorded anew since the previous supply",
  ),
  leastWeightKg: number("kg", "higher", "A body weight below this is not believed"),
  mostWeightKg: number("kg", "lower", "A body weight above this is not believed"),

  // pregnancy
  pregnancyStops: onOff("No treatment in pregnancy", "floor"),
  breastfeedingStops: onOff("No treatment while breastfeeding", "floor"),
  latePeriodStops: onOff("A late period stops treatment until a prescriber has recorded a plan"),
  contraceptionLapseStops: onOff(
    "A lapse of contraception stops treatment until a prescriber has recorded a plan",
  ),

  // pregnancy tests
  pretreatmentTests: number("{test}", "more", "Negative tests before the first supply", "floor"),
  pretreatmentTestSpacingDays: number("d", "higher", "Least days between the two tests before treatment"),
  pretreatmentTestsInMedicalSetting: onOff("Tests before treatment are done in a medical setting"),
  pretreatmentTestsInCertifiedLaboratory: onOff("Tests before treatment are done in a certified laboratory"),
  laterTestsInCertifiedLaboratory: onOff("Tests during treatment are done in a certified laboratory"),
  homeTestsNeedPermission: onOff(
    "A home test counts only where the prescriber permits it and guards against error",
  ),
  homeTestsSupervised: onOff("A home test counts only where it was taken under supervision"),
  testDetectsMiuPerMl: number("m[IU]/mL", "lower", "The test detects this concentration of hCG or less"),
  secondTestAfterContraceptionMonth: onOff("The confirming test comes after the month on contraception"),
  secondTestWithinDaysOfPeriod: number(
    "d",
    "fewer",
    "The confirming test falls in these first days of a period",
  ),
  testEveryMonth: onOff("A negative test before every supply", "floor"),
  testWithin: span(
    "lower",
    "Oldest a negative test may be at a supply, where no shorter window is named",
    "floor",
  ),
  testAgeAtPrescriptionDays: number(
    "d",
    "lower",
    "Oldest a negative test may be on the day of the prescription",
  ),
  testWindowDays: number("d", "fewer", "Days of the window that opens with the specimen's day as day 1"),
  dispenseWithinDaysOfPrescription: number(
    "d",
    "fewer",
    "Days from prescription to dispensing, if pregnancy is possible",
  ),
  windowZone: {
    kind: "zone",
    unit: "1",
    says: "Time zone in which a window's last day ends; the clinic's own where none is given",
  } as ZoneParameter,
  missedFirstWindowWaitDays: number(
    "d",
    "higher",
    "Wait after a missed first window, from the specimen that opened it",
  ),
  prescriptionWindowDaysIfPregnancyImpossible: number(
    "d",
    "fewer",
    "Days a prescription can be filled, if pregnancy is not possible",
  ),

  // contraception
  contraceptionMonthsBefore: number(
    "mo",
    "higher",
    "Months on acceptable contraception before the first capsule",
    "floor",
  ),
  contraceptionMonthsAfter: number("mo", "higher", "Months of contraception after the last capsule", "floor"),
  contraceptionMethodsTogether: number("{method}", "more", "Different methods used together", "floor"),
  primaryMethodNeeded: onOff("At least one method is a primary one"),
  barrierAloneRefused: onOff(
    "Barrier methods are not used alone: one user-independent or two user-dependent methods",
  ),
  abstinenceNeedsCompellingReasons: onOff(
    "Abstinence replaces methods only where compelling reasons are recorded",
  ),

  // consent and counselling
  consents: list("Consents signed by everybody before treatment"),
  consentsIfPregnancyPossible: list("Further consents where pregnancy is possible"),
  counsellingTopics: list("Topics of counselling for everybody"),
  counsellingTopicsIfPregnancyPossible: list("Further topics where pregnancy is possible"),
  counsellingEverySupplyIfPregnancyPossible: onOff(
    "Counselling before each supply where pregnancy is possible",
  ),
  counsellingEverySupplyIfPregnancyImpossible: onOff(
    "Counselling before each supply where pregnancy is not possible",
  ),
  comprehensionEverySupplyIfPregnancyPossible: onOff(
    "Comprehension questions before each supply where pregnancy is possible",
  ),

  // dose and supply
  doseMinimumMgPerKg: number(
    "mg/kg/d",
    "higher",
    "Least daily dose of the label; a lower one is advised upon",
  ),
  doseOrdinaryMaximumMgPerKg: number(
    "mg/kg/d",
    "lower",
    "Highest ordinary daily dose, conventional and Lidose",
  ),
  doseMaximumMgPerKg: number(
    "mg/kg/d",
    "lower",
    "Highest daily dose at all, conventional and Lidose",
    "floor",
  ),
  micronisedMinimumMgPerKg: number("mg/kg/d", "higher", "Least daily dose of micronised capsules"),
  micronisedOrdinaryMaximumMgPerKg: number("mg/kg/d", "lower", "Highest ordinary daily dose, micronised"),
  micronisedMaximumMgPerKg: number("mg/kg/d", "lower", "Highest daily dose at all, micronised", "floor"),
  dosesPerDay: number("/d", "more", "Doses a day the label asks for; fewer are advised upon"),
  missedDoseSkipped: onOff("A missed dose is left out; it is not taken late"),
  neverTwoDosesTogether: onOff("Two doses are never taken together", "floor"),
  supplyDaysIfPregnancyPossible: number(
    "d",
    "fewer",
    "Longest supply where pregnancy is possible or the category unknown",
    "floor",
  ),
  supplyDaysIfPregnancyImpossible: number("d", "fewer", "Longest supply where pregnancy is not possible"),
  firstSupplyDays: number("d", "fewer", "Longest first supply of a course"),
  firstDailyMg: number("mg/d", "lower", "Highest daily dose of the first supply of a course"),
  refills: number("{refill}", "fewer", "Refills allowed", "floor"),
  wholeBlisterCapsules: number("{capsule}", "more", "Capsules of a blister that is not broken"),
  courseUsual: span("lower", "Usual length of a course; a longer one is advised upon"),
  courseLongest: span("lower", "Longest course; beyond it a recorded judgement is asked for"),
  cumulativeMgPerKg: number(
    "mg/kg",
    "lower",
    "Cumulative dose beyond which no substantial further benefit is expected",
  ),
  rest: span("higher", "Least rest between two courses"),
  restUndefinedBeforeSkeletalMaturity: onOff(
    "The rest is not defined for those still growing: a recorded judgement is asked for",
  ),

  authorisedOnce: onOff("A supply is authorised once and handed out once", "floor"),
  capsulesInHandUsedFirst: onOff(
    "The next supply is handed out when the capsules in hand are used up, or within the clinic's signed overlap",
  ),
  packIdentified: onOff(
    "Lot and expiry of what is handed out are recorded, and it lasts to the last capsule",
  ),
  productKnown: onOff("Product and strength are known before a supply"),
  wholeCapsules: onOff("Capsules are given whole"),
  notInterchangeable: onOff("A change between formulations that are not interchangeable is advised upon"),

  // laboratory
  baselineAnalytes: list("Results reviewed before the first capsule", "floor"),
  baselineWithin: span("lower", "Oldest a baseline result may be at the first supply"),
  baselineLipidsFasting: onOff("Baseline lipids are taken fasting"),
  hoursWithoutAlcoholBeforeLipids: number("h", "higher", "Hours without alcohol before lipids are taken"),
  resultsUntilResponseKnown: onOff(
    "Results since the previous supply until the response to treatment is recorded as known",
  ),
  resultsFirstWithin: span("lower", "First results during treatment, from the first capsule"),
  resultsEvery: span("lower", "Results during treatment, from the last sample"),
  resultsBeforeSecondSupply: onOff("Results since the first capsule are read before the second supply"),
  resultsEverySupply: onOff("Results since the previous supply are read before every further supply"),
  monitoredAnalytes: list("Results repeated during treatment"),
  askFromGrade: number("1", "lower", "CTCAE grade from which a result asks, without a signed policy"),
  stopFromGrade: number("1", "lower", "CTCAE grade from which a result stops, without a signed policy"),
  triglyceridesStopMgPerDl: number("mg/dL", "lower", "Triglycerides no policy may pass", "floor"),

  // conditions, symptoms, mood
  allergensThatStop: list("Allergies named as a reason against treatment"),
  hairRemovalPaused: onOff("Laser and light hair removal is paused"),
  conditionsThatStop: list("Conditions in which isotretinoin is contraindicated"),
  conditionsThatAsk: list("Conditions that ask for a recorded judgement"),
  historyThatAsks: list("Past conditions that ask for a recorded judgement"),
  indicationClassesRefused: list("Classes of indication nobody may be treated for", "floor"),
  medicinesAsked: onOff("Every other medicine is asked about and judged"),
  allergensChecked: onOff(
    "Allergies are asked about and held against the chosen product's excipients",
    "floor",
  ),
  conditionsAsked: onOff("Conditions are asked about"),
  stopSymptomsStop: onOff("A stop symptom of the label stops until a prescriber has assessed it"),
  fulminansStops: onOff(
    "Signs of acne fulminans stop treatment: a dermatologist the same day, never a higher dose",
  ),
  moodStops: onOff("Thoughts of self-harm or a new mood symptom stop until a prescriber has assessed them"),
  moodEverySupply: onOff("Mood and self-harm are asked about directly before every supply"),
  sexualFunctionEverySupply: onOff("Sexual function is asked about before every supply"),
  symptomsEverySupply: onOff("Stop symptoms are asked about before every further supply"),
  procedureMonthsApart: number(
    "mo",
    "higher",
    "Months between refractive eye surgery and treatment, before and after",
  ),

  // programme
  enrolments: list("Parties that are enrolled in the programme: patient, prescriber, site"),
  programmeAuthorisation: onOff("Each supply needs the programme's own authorisation before dispensing"),
} as const satisfies Record<string, Parameter>;

export type ParameterId = keyof typeof parameters;
export const parameterIds = Object.keys(parameters) as ParameterId[];

type ValueOfKind<K extends Parameter["kind"]> = K extends "number"
  ? number
  : K extends "span"
    ? Span
    : K extends "switch"
      ? boolean
      : K extends "list"
        ? readonly string[]
        : string;
export type ValueOf<P extends ParameterId> = ValueOfKind<(typeof parameters)[P]["kind"]>;
export type AnyValue = number | Span | boolean | readonly string[] | string;

/**
 * Whether `next` is looser than `before`. A parameter nobody has set is the loosest of all, which is why a removed
 * value (`null`) is a loosening too. Lists are looser when something is gone from them.
 */
export function isLooser(id: ParameterId, next: AnyValue | null, before: AnyValue | null): boolean {
  if (before === null) return false;
  const parameter: Parameter = parameters[id];
  if (parameter.kind === "zone") return false;
  if (next === null) return parameter.kind !== "switch" || before === true;
  switch (parameter.kind) {
    case "switch":
      return before === true && next === false;
    case "list": {
      const kept = new Set(next as readonly string[]);
      return (before as readonly string[]).some((item) => !kept.has(item));
    }
    case "span":
      return ordered(parameter.stricter, nominalDays(next as Span), nominalDays(before as Span));
    case "number":
      return ordered(parameter.stricter, next as number, before as number);
  }
}

/** The stricter of two values; lists join. */
export function stricterOf(id: ParameterId, a: AnyValue | null, b: AnyValue | null): AnyValue | null {
  if (a === null) return b;
  if (b === null) return a;
  if (parameters[id].kind === "list") {
    return [...new Set([...(a as readonly string[]), ...(b as readonly string[])])];
  }
  return isLooser(id, a, b) ? b : a;
}

function ordered(stricter: Exclude<Stricter, "true">, next: number, before: number): boolean {
  return stricter === "lower" || stricter === "fewer" ? next > before : next < before;
}
