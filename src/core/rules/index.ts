import { allergiesAllowTreatment } from "./allergies-allow-treatment.ts";
import { authorisationIsOpen } from "./authorisation-is-open.ts";
import { baselineResultsAreReviewed } from "./baseline-results-are-reviewed.ts";
import { capsulesAreWhole } from "./capsules-are-whole.ts";
import { capsulesComeByPrescription } from "./capsules-come-by-prescription.ts";
import { capsulesInHandAreUsedUp } from "./capsules-in-hand-are-used-up.ts";
import { categoryIsAttested } from "./category-is-attested.ts";
import { comprehensionIsAnswered } from "./comprehension-is-answered.ts";
import { conditionsAllowTreatment } from "./conditions-allow-treatment.ts";
import { consentsAreSigned } from "./consents-are-signed.ts";
import { contraceptionHasRunAMonth } from "./contraception-has-run-a-month.ts";
import { contraceptionIsAcceptable } from "./contraception-is-acceptable.ts";
import { contraceptionIsStated } from "./contraception-is-stated.ts";
import { counsellingIsDone } from "./counselling-is-done.ts";
import { courseIsNotOnHold } from "./course-is-not-on-hold.ts";
import { courseIsShortEnough } from "./course-is-short-enough.ts";
import { cumulativeDoseIsUseful } from "./cumulative-dose-is-useful.ts";
import { doseIsDivided } from "./dose-is-divided.ts";
import { doseIsWithinLimits } from "./dose-is-within-limits.ts";
import { earlierTreatmentHasFailed } from "./earlier-treatment-has-failed.ts";
import { editionIsConfirmed } from "./edition-is-confirmed.ts";
import { eyeSurgeryHasBeenAsked } from "./eye-surgery-has-been-asked.ts";
import { eyeSurgeryIsFarEnough } from "./eye-surgery-is-far-enough.ts";
import { firstSupplyIsSmallEnough } from "./first-supply-is-small-enough.ts";
import { firstVisitWasInPerson } from "./first-visit-was-in-person.ts";
import { firstWindowWasNotMissed } from "./first-window-was-not-missed.ts";
import { formulationIsUnchanged } from "./formulation-is-unchanged.ts";
import { growthIsDiscussed } from "./growth-is-discussed.ts";
import { guardianTakesPart } from "./guardian-takes-part.ts";
import { hairRemovalIsPaused } from "./hair-removal-is-paused.ts";
import { handedOutAsAuthorised } from "./handed-out-as-authorised.ts";
import { indicationSupportsIsotretinoin } from "./indication-supports-isotretinoin.ts";
import { medicinesDoNotConflict } from "./medicines-do-not-conflict.ts";
import { moodAllowsTreatment } from "./mood-allows-treatment.ts";
import { moodHasBeenAsked } from "./mood-has-been-asked.ts";
import { noContraceptionLapseIsOpen } from "./no-contraception-lapse-is-open.ts";
import { noLatePeriodIsOpen } from "./no-late-period-is-open.ts";
import { noOtherOrderIsOpen } from "./no-other-order-is-open.ts";
import { noPregnancyIsPlannedSoon } from "./no-pregnancy-is-planned-soon.ts";
import { noRefills } from "./no-refills.ts";
import { noSignOfAcneFulminans } from "./no-sign-of-acne-fulminans.ts";
import { noStopSymptomIsOpen } from "./no-stop-symptom-is-open.ts";
import { packIsIdentifiedAndInDate } from "./pack-is-identified-and-in-date.ts";
import { partiesAreEnrolled } from "./parties-are-enrolled.ts";
import { patientIsNotBreastfeeding } from "./patient-is-not-breastfeeding.ts";
import { patientIsNotPregnant } from "./patient-is-not-pregnant.ts";
import { patientIsOldEnough } from "./patient-is-old-enough.ts";
import { pregnancyHasBeenAsked } from "./pregnancy-has-been-asked.ts";
import { pregnancyTestIsInWindow } from "./pregnancy-test-is-in-window.ts";
import { preventionIsAgreed } from "./prevention-is-agreed.ts";
import { productIsFreeOfAllergens } from "./product-is-free-of-allergens.ts";
import { productIsKnown } from "./product-is-known.ts";
import { programmeAuthorisesDispensing } from "./programme-authorises-dispensing.ts";
import { programmeNumberIsRecorded } from "./programme-number-is-recorded.ts";
import { restSinceLastCourseIsOver } from "./rest-since-last-course-is-over.ts";
import { resultsAreAcceptable } from "./results-are-acceptable.ts";
import { resultsAreCurrent } from "./results-are-current.ts";
import { secondPrescriberAgrees } from "./second-prescriber-agrees.ts";
import { severityIsCurrent } from "./severity-is-current.ts";
import { sexualFunctionHasBeenAsked } from "./sexual-function-has-been-asked.ts";
import { supplyIsShortEnough } from "./supply-is-short-enough.ts";
import { twoTestsComeBeforeTreatment } from "./two-tests-come-before-treatment.ts";
import { visitsCanBeKept } from "./visits-can-be-kept.ts";
import { weightIsCurrent } from "./weight-is-current.ts";

/** The gate for a supply: every rule, in the order a prescriber would ask. Each gives one finding. */
export const supplyRules = [
  indicationSupportsIsotretinoin,
  severityIsCurrent,
  patientIsOldEnough,
  guardianTakesPart,
  secondPrescriberAgrees,
  firstVisitWasInPerson,
  growthIsDiscussed,
  categoryIsAttested,
  patientIsNotPregnant,
  patientIsNotBreastfeeding,
  noPregnancyIsPlannedSoon,
  noLatePeriodIsOpen,
  noContraceptionLapseIsOpen,
  twoTestsComeBeforeTreatment,
  pregnancyTestIsInWindow,
  firstWindowWasNotMissed,
  contraceptionIsAcceptable,
  contraceptionHasRunAMonth,
  contraceptionIsStated,
  consentsAreSigned,
  counsellingIsDone,
  comprehensionIsAnswered,
  medicinesDoNotConflict,
  productIsKnown,
  productIsFreeOfAllergens,
  formulationIsUnchanged,
  conditionsAllowTreatment,
  eyeSurgeryIsFarEnough,
  weightIsCurrent,
  doseIsWithinLimits,
  doseIsDivided,
  supplyIsShortEnough,
  firstSupplyIsSmallEnough,
  noRefills,
  noOtherOrderIsOpen,
  capsulesAreWhole,
  baselineResultsAreReviewed,
  resultsAreCurrent,
  resultsAreAcceptable,
  noStopSymptomIsOpen,
  noSignOfAcneFulminans,
  moodHasBeenAsked,
  moodAllowsTreatment,
  sexualFunctionHasBeenAsked,
  cumulativeDoseIsUseful,
  courseIsShortEnough,
  restSinceLastCourseIsOver,
  courseIsNotOnHold,
  partiesAreEnrolled,
  programmeAuthorisesDispensing,
  editionIsConfirmed,
] as const;

/** What handing out asks for on top, in the order a pharmacist would ask. */
export const dispensingRules = [
  authorisationIsOpen,
  programmeNumberIsRecorded,
  handedOutAsAuthorised,
  packIsIdentifiedAndInDate,
  capsulesInHandAreUsedUp,
] as const;

/** What is asked before anybody is treated at all, and not again with each supply. */
export const beforehandRules = [
  earlierTreatmentHasFailed,
  pregnancyHasBeenAsked,
  preventionIsAgreed,
  allergiesAllowTreatment,
  eyeSurgeryHasBeenAsked,
  hairRemovalIsPaused,
  capsulesComeByPrescription,
  visitsCanBeKept,
] as const;

export type SupplyRule = (typeof supplyRules)[number];
export type DispensingRule = (typeof dispensingRules)[number];
export type BeforehandRule = (typeof beforehandRules)[number];
export type AnyRule = SupplyRule | DispensingRule | BeforehandRule;

export const allRules: readonly AnyRule[] = [...dispensingRules, ...supplyRules, ...beforehandRules];

/** The questions: may this be prescribed, may it be handed out? */
export const gateIds = ["supply", "dispensing"] as const;
export type GateId = (typeof gateIds)[number];

/** The rules for one question. */
export interface Gate {
  /** `eligibility` is a question, and decides no supply. */
  readonly id: GateId | "eligibility";
  readonly rules: readonly AnyRule[];
}
export const supplyGate: Gate = { id: "supply", rules: supplyRules };
/** Redeeming decides again: everything that is asked of a supply is asked once more. */
export const dispensingGate: Gate = { id: "dispensing", rules: [...dispensingRules, ...supplyRules] };
/** May this person be treated at all? Who they are and what speaks against it, without a product or an amount. */
export const eligibilityGate: Gate = {
  id: "eligibility",
  rules: [
    indicationSupportsIsotretinoin,
    earlierTreatmentHasFailed,
    patientIsOldEnough,
    guardianTakesPart,
    secondPrescriberAgrees,
    growthIsDiscussed,
    categoryIsAttested,
    patientIsNotPregnant,
    pregnancyHasBeenAsked,
    patientIsNotBreastfeeding,
    noPregnancyIsPlannedSoon,
    noLatePeriodIsOpen,
    preventionIsAgreed,
    productIsFreeOfAllergens,
    allergiesAllowTreatment,
    medicinesDoNotConflict,
    conditionsAllowTreatment,
    moodAllowsTreatment,
    noStopSymptomIsOpen,
    noSignOfAcneFulminans,
    eyeSurgeryHasBeenAsked,
    eyeSurgeryIsFarEnough,
    hairRemovalIsPaused,
    restSinceLastCourseIsOver,
    capsulesComeByPrescription,
    visitsCanBeKept,
  ],
};

/** May what was handed out be taken further? What stops a supply because of the patient, not of its amount or papers. */
export const goingOnGate = {
  id: "supply",
  rules: [
    patientIsNotPregnant,
    patientIsNotBreastfeeding,
    noLatePeriodIsOpen,
    noContraceptionLapseIsOpen,
    medicinesDoNotConflict,
    productIsFreeOfAllergens,
    conditionsAllowTreatment,
    resultsAreAcceptable,
    noStopSymptomIsOpen,
    noSignOfAcneFulminans,
    moodAllowsTreatment,
  ],
} as const satisfies Gate;

/** Rules about an authorisation's window and amount: it keeps the edition it was given under for them. */
const aboutAmount: ReadonlySet<AnyRule["id"]> = new Set<AnyRule["id"]>([
  "authorisation-is-open",
  "dose-is-within-limits",
  "dose-is-divided",
  "supply-is-short-enough",
  "first-supply-is-small-enough",
  "no-refills",
  "capsules-are-whole",
  "programme-authorises-dispensing",
]);

/** Rules that look at the product or its amount: what is in the pharmacist's hand. */
const aboutProduct: ReadonlySet<AnyRule["id"]> = new Set<AnyRule["id"]>([
  "product-is-known",
  "product-is-free-of-allergens",
  "formulation-is-unchanged",
]);

export function isAboutAmount({ id }: AnyRule): boolean {
  return aboutAmount.has(id);
}

export function isAboutSupply(rule: AnyRule): boolean {
  return aboutProduct.has(rule.id) || (isAboutAmount(rule) && rule.id !== "authorisation-is-open");
}
