/** Every command there is, by its name: what HTTP, CLI and web list, and where they find one. */

import type { TitledCommand } from "../../words/command-titles.ts";
import { answerComprehension } from "./answer-comprehension.ts";
import { appointStaff } from "./appoint-staff.ts";
import { askAllergies } from "./ask-allergies.ts";
import { askConditions } from "./ask-conditions.ts";
import { askMedicines } from "./ask-medicines.ts";
import { askSexualFunction } from "./ask-sexual-function.ts";
import { assessMood } from "./assess-mood.ts";
import { assessSymptom } from "./assess-symptom.ts";
import { attestAbstinence } from "./attest-abstinence.ts";
import { attestCategory } from "./attest-category.ts";
import { authoriseSupply } from "./authorise-supply.ts";
import { breakGlass } from "./break-glass.ts";
import { closeTask } from "./close-task.ts";
import { collectPregnancyTest } from "./collect-pregnancy-test.ts";
import type { AnyCommand } from "./command.ts";
import { confirmEdition } from "./confirm-edition.ts";
import { correctEntry } from "./correct-entry.ts";
import { counsel } from "./counsel.ts";
import { countCapsules } from "./count-capsules.ts";
import { disenrolPatient } from "./disenrol-patient.ts";
import { dismissStaff } from "./dismiss-staff.ts";
import { dispenseSupply } from "./dispense-supply.ts";
import { endCondition } from "./end-condition.ts";
import { endContraception } from "./end-contraception.ts";
import { endCourse } from "./end-course.ts";
import { endMedicine } from "./end-medicine.ts";
import { endPregnancy } from "./end-pregnancy.ts";
import { endTreatment } from "./end-treatment.ts";
import { enrol } from "./enrol.ts";
import { enrolPatient } from "./enrol-patient.ts";
import { holdCourse } from "./hold-course.ts";
import { leaveProgramme } from "./leave-programme.ts";
import { liftRestriction } from "./lift-restriction.ts";
import { linkAccount } from "./link-account.ts";
import { missDose } from "./miss-dose.ts";
import { overrideFinding } from "./override-finding.ts";
import { permitHomeTesting } from "./permit-home-testing.ts";
import { planProcedure } from "./plan-procedure.ts";
import { readProduct } from "./read-product.ts";
import { recordAllergy } from "./record-allergy.ts";
import { recordBreastfeeding } from "./record-breastfeeding.ts";
import { recordCondition } from "./record-condition.ts";
import { recordExternalAuthorisation } from "./record-external-authorisation.ts";
import { recordGuardian } from "./record-guardian.ts";
import { recordJudgement } from "./record-judgement.ts";
import { recordLabResult } from "./record-lab-result.ts";
import { recordLastCapsule } from "./record-last-capsule.ts";
import { recordMenses } from "./record-menses.ts";
import { recordName } from "./record-name.ts";
import { recordPregnancyWish } from "./record-pregnancy-wish.ts";
import { recordPriorTherapy } from "./record-prior-therapy.ts";
import { recordProcedure } from "./record-procedure.ts";
import { recordUnreadResult } from "./record-unread-result.ts";
import { recordVisit } from "./record-visit.ts";
import { recordWeight } from "./record-weight.ts";
import { reportContraceptionLapse } from "./report-contraception-lapse.ts";
import { reportPregnancy } from "./report-pregnancy.ts";
import { reportSymptoms } from "./report-symptoms.ts";
import { restrictProcessing } from "./restrict-processing.ts";
import { resultPregnancyTest } from "./result-pregnancy-test.ts";
import { resumeCourse } from "./resume-course.ts";
import { returnCapsules } from "./return-capsules.ts";
import { reverseSupply } from "./reverse-supply.ts";
import { reviewResults } from "./review-results.ts";
import { scoreSeverity } from "./score-severity.ts";
import { screenMood } from "./screen-mood.ts";
import { shareWithGuardian } from "./share-with-guardian.ts";
import { signConsent } from "./sign-consent.ts";
import { signPolicy } from "./sign-policy.ts";
import { startContraception } from "./start-contraception.ts";
import { startCourse } from "./start-course.ts";
import { startMedicine } from "./start-medicine.ts";
import { startTreatment } from "./start-treatment.ts";
import { stateCircumstances } from "./state-circumstances.ts";
import { stateContraception } from "./state-contraception.ts";
import { takeDose } from "./take-dose.ts";
import { takePhotograph } from "./take-photograph.ts";
import { unlinkAccount } from "./unlink-account.ts";
import { voidAuthorisation } from "./void-authorisation.ts";

/** By name; the compiler refuses one without a label in both languages. Each says which stream it is on, who may give it and what it takes. */
export const commands = {
  "answer-comprehension": answerComprehension,
  "appoint-staff": appointStaff,
  "ask-allergies": askAllergies,
  "ask-conditions": askConditions,
  "ask-medicines": askMedicines,
  "ask-sexual-function": askSexualFunction,
  "assess-mood": assessMood,
  "assess-symptom": assessSymptom,
  "attest-abstinence": attestAbstinence,
  "attest-category": attestCategory,
  "authorise-supply": authoriseSupply,
  "break-glass": breakGlass,
  "close-task": closeTask,
  "collect-pregnancy-test": collectPregnancyTest,
  "confirm-edition": confirmEdition,
  "correct-entry": correctEntry,
  counsel: counsel,
  "count-capsules": countCapsules,
  "disenrol-patient": disenrolPatient,
  "dismiss-staff": dismissStaff,
  "dispense-supply": dispenseSupply,
  "end-condition": endCondition,
  "end-contraception": endContraception,
  "end-course": endCourse,
  "end-medicine": endMedicine,
  "end-pregnancy": endPregnancy,
  "end-treatment": endTreatment,
  "enrol-patient": enrolPatient,
  enrol: enrol,
  "hold-course": holdCourse,
  "leave-programme": leaveProgramme,
  "lift-restriction": liftRestriction,
  "link-account": linkAccount,
  "miss-dose": missDose,
  "override-finding": overrideFinding,
  "permit-home-testing": permitHomeTesting,
  "plan-procedure": planProcedure,
  "read-product": readProduct,
  "record-allergy": recordAllergy,
  "record-breastfeeding": recordBreastfeeding,
  "record-condition": recordCondition,
  "record-external-authorisation": recordExternalAuthorisation,
  "record-guardian": recordGuardian,
  "record-judgement": recordJudgement,
  "record-lab-result": recordLabResult,
  "record-last-capsule": recordLastCapsule,
  "record-menses": recordMenses,
  "record-name": recordName,
  "record-pregnancy-wish": recordPregnancyWish,
  "record-prior-therapy": recordPriorTherapy,
  "record-procedure": recordProcedure,
  "record-unread-result": recordUnreadResult,
  "record-visit": recordVisit,
  "record-weight": recordWeight,
  "report-contraception-lapse": reportContraceptionLapse,
  "report-pregnancy": reportPregnancy,
  "report-symptoms": reportSymptoms,
  "restrict-processing": restrictProcessing,
  "result-pregnancy-test": resultPregnancyTest,
  "resume-course": resumeCourse,
  "return-capsules": returnCapsules,
  "reverse-supply": reverseSupply,
  "review-results": reviewResults,
  "score-severity": scoreSeverity,
  "screen-mood": screenMood,
  "share-with-guardian": shareWithGuardian,
  "sign-consent": signConsent,
  "sign-policy": signPolicy,
  "start-contraception": startContraception,
  "start-course": startCourse,
  "start-medicine": startMedicine,
  "start-treatment": startTreatment,
  "state-circumstances": stateCircumstances,
  "state-contraception": stateContraception,
  "take-dose": takeDose,
  "take-photograph": takePhotograph,
  "unlink-account": unlinkAccount,
  "void-authorisation": voidAuthorisation,
} as const satisfies { readonly [C in TitledCommand]?: AnyCommand };

export type CommandName = keyof typeof commands;

/** Names in the order of the alphabet. */
export const commandNames = Object.keys(commands) as readonly CommandName[];

/** The command of a name, or undefined where there is none. */
export function commandNamed(name: string): AnyCommand | undefined {
  return Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
}
