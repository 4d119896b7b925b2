/** Every command there is, by its name: what HTTP, CLI and web list, and where they find one. */

import { answerComprehension } from "./answer-comprehension.ts";
import { askAllergies } from "./ask-allergies.ts";
import { askConditions } from "./ask-conditions.ts";
import { askMedicines } from "./ask-medicines.ts";
import { assessMood } from "./assess-mood.ts";
import { assessSymptom } from "./assess-symptom.ts";
import { attestAbstinence } from "./attest-abstinence.ts";
import { attestCategory } from "./attest-category.ts";
import { authoriseSupply } from "./authorise-supply.ts";
import type { AnyCommand } from "./command.ts";
import { correctEntry } from "./correct-entry.ts";
import { counsel } from "./counsel.ts";
import { countCapsules } from "./count-capsules.ts";
import { dispenseSupply } from "./dispense-supply.ts";
import { endCondition } from "./end-condition.ts";
import { endContraception } from "./end-contraception.ts";
import { endMedicine } from "./end-medicine.ts";
import { endPregnancy } from "./end-pregnancy.ts";
import { missDose } from "./miss-dose.ts";
import { overrideFinding } from "./override-finding.ts";
import { permitHomeTesting } from "./permit-home-testing.ts";
import { planProcedure } from "./plan-procedure.ts";
import { recordAllergy } from "./record-allergy.ts";
import { recordBreastfeeding } from "./record-breastfeeding.ts";
import { recordCondition } from "./record-condition.ts";
import { recordExternalAuthorisation } from "./record-external-authorisation.ts";
import { recordGuardian } from "./record-guardian.ts";
import { recordLastCapsule } from "./record-last-capsule.ts";
import { recordMenses } from "./record-menses.ts";
import { recordPregnancyWish } from "./record-pregnancy-wish.ts";
import { recordPriorTherapy } from "./record-prior-therapy.ts";
import { recordProcedure } from "./record-procedure.ts";
import { recordUnreadResult } from "./record-unread-result.ts";
import { recordWeight } from "./record-weight.ts";
import { reportContraceptionLapse } from "./report-contraception-lapse.ts";
import { reportPregnancy } from "./report-pregnancy.ts";
import { reportSymptoms } from "./report-symptoms.ts";
import { reverseSupply } from "./reverse-supply.ts";
import { scoreSeverity } from "./score-severity.ts";
import { screenMood } from "./screen-mood.ts";
import { signConsent } from "./sign-consent.ts";
import { startContraception } from "./start-contraception.ts";
import { startMedicine } from "./start-medicine.ts";
import { stateContraception } from "./state-contraception.ts";
import { takeDose } from "./take-dose.ts";
import { takePhotograph } from "./take-photograph.ts";
import { voidAuthorisation } from "./void-authorisation.ts";

/** By name. Each says which stream it is on, who may give it and what it takes. */
export const commands = {
  "answer-comprehension": answerComprehension,
  "ask-allergies": askAllergies,
  "ask-conditions": askConditions,
  "ask-medicines": askMedicines,
  "assess-mood": assessMood,
  "assess-symptom": assessSymptom,
  "attest-abstinence": attestAbstinence,
  "attest-category": attestCategory,
  "authorise-supply": authoriseSupply,
  "correct-entry": correctEntry,
  counsel: counsel,
  "count-capsules": countCapsules,
  "dispense-supply": dispenseSupply,
  "end-condition": endCondition,
  "end-contraception": endContraception,
  "end-medicine": endMedicine,
  "end-pregnancy": endPregnancy,
  "miss-dose": missDose,
  "override-finding": overrideFinding,
  "permit-home-testing": permitHomeTesting,
  "plan-procedure": planProcedure,
  "record-allergy": recordAllergy,
  "record-breastfeeding": recordBreastfeeding,
  "record-condition": recordCondition,
  "record-external-authorisation": recordExternalAuthorisation,
  "record-guardian": recordGuardian,
  "record-last-capsule": recordLastCapsule,
  "record-menses": recordMenses,
  "record-pregnancy-wish": recordPregnancyWish,
  "record-prior-therapy": recordPriorTherapy,
  "record-procedure": recordProcedure,
  "record-unread-result": recordUnreadResult,
  "record-weight": recordWeight,
  "report-contraception-lapse": reportContraceptionLapse,
  "report-pregnancy": reportPregnancy,
  "report-symptoms": reportSymptoms,
  "reverse-supply": reverseSupply,
  "score-severity": scoreSeverity,
  "screen-mood": screenMood,
  "sign-consent": signConsent,
  "start-contraception": startContraception,
  "start-medicine": startMedicine,
  "state-contraception": stateContraception,
  "take-dose": takeDose,
  "take-photograph": takePhotograph,
  "void-authorisation": voidAuthorisation,
} as const;

export type CommandName = keyof typeof commands;

/** Names in the order of the alphabet. */
export const commandNames = Object.keys(commands) as readonly CommandName[];

/** The command of a name, or undefined where there is none. */
export function commandNamed(name: string): AnyCommand | undefined {
  return Object.hasOwn(commands, name) ? commands[name as CommandName] : undefined;
}
