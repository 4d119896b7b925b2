import type { Circumstance } from "../../core/steps.ts";
import type { ActionWords } from "../words.ts";
import { bill } from "./bill.ts";
import { count } from "./grammar.ts";

/** What someone does so that a supply may pass. */
/** What a patient is asked of how treatment fits their life. */
const circumstanceQuestions: { readonly [C in Circumstance]: string } = {
  privateImport:
    "Ask whether the patient takes or means to take capsules of their own import, and record it.",
  hairRemoval: "Ask whether laser or light hair removal goes on, and record it.",
  eyeSurgery: "Ask whether a LASIK or PRK was done or is planned, and record it.",
  comesRegularly: "Ask whether the patient can come every month, and record it.",
  agreesToPrevention: "Ask whether the patient agrees to prevent pregnancy and to the tests, and record it.",
  mayBePregnant: "Ask whether the patient may be pregnant, and record it.",
};

export const actions: ActionWords = {
  "record-birth-date": () => "Record the date of birth.",
  "state-age": () => "Give the age.",
  "wait-for-birthday": ({ untilDay, years }, say) =>
    `Wait until the patient is ${say.number(years)} years old: treatment can be decided from ${say.day(untilDay)}.`,
  "record-puberty": () => "Record whether puberty has begun.",
  "involve-guardian": () => "Have a parent or guardian take part, and record who it is.",
  "agree-as-second-prescriber": ({ years }, say) =>
    `Under ${say.number(years)}: have a second prescriber look at the case, and record that prescriber's conclusion.`,
  "see-in-person": () => "See the patient in person, and record the visit.",
  "discuss-growth": ({ years }, say) =>
    `Under ${say.number(years)}: talk through what isotretinoin can mean for growth, and record that it was done.`,
  "attest-category": () =>
    "Record whether the patient can become pregnant, and on what grounds. The administrative gender does not decide it; if the patient cannot, the steps about pregnancy fall away.",
  "correct-category": ({ basis }, say) =>
    `Record anew whether the patient can become pregnant: ${say.term(basis)} is not enough to say that the patient cannot.`,
  "document-menopause": ({ missing }, say) =>
    `Document the menopause: ${say.list(missing.map(say.term))}. Or record that pregnancy is possible.`,
  "record-indication": () => "Record what isotretinoin is to treat and, for acne, how severe it is.",
  "score-severity": () => "Look at the skin and score how severe the acne is.",
  "record-support-for-indication": () =>
    "Record what supports isotretinoin: scarring, a heavy burden on the patient, or treatment that failed.",
  "judge-indication": ({ indication }, say) =>
    `Decide whether isotretinoin is right for ${say.name("indication", indication)}, and record why.`,
  "override-indication": ({ indication }, say) =>
    `If ${say.name("indication", indication)} is to be treated all the same, set the finding aside for this supply and record why.`,
  "assess-pregnancy": () =>
    "Stop isotretinoin, see the patient, and refer to an obstetrician experienced in reproductive toxicity if pregnancy is confirmed. Record the conclusion.",
  "record-breastfeeding": () => "Ask whether the patient is breastfeeding, and record the answer.",
  "plan-after-late-period": () =>
    "Look into the late period with the patient, and record how treatment goes on.",
  "plan-after-lapse": () =>
    "Talk through the lapse in contraception with the patient, and record how treatment goes on.",
  "plan-after-gap": () =>
    "Talk through the time without enough contraception with the patient, and record how treatment goes on.",
  "collect-pregnancy-test": ({ setting, first }) =>
    first
      ? `Collect the first pregnancy test before treatment${settings[setting]}, and record the result.`
      : `Collect a pregnancy test${settings[setting]}, and record the result.`,
  "collect-confirming-test": ({ setting, fromDay, periodDays }, say) =>
    `Collect the second pregnancy test${settings[setting]} on ${say.day(fromDay)} or later${
      periodDays === null
        ? ""
        : `, in the first ${count(say, periodDays, "day")} of a period (just before treatment if periods are irregular or absent)`
    }.`,
  "result-pregnancy-test": ({ collectedDay }, say) =>
    `Record the result of the pregnancy test collected on ${say.day(collectedDay)}.`,
  "record-test-setting": ({ collectedDay }, say) =>
    `Record where the pregnancy test of ${say.day(collectedDay)} was done, or collect a new one.`,
  "record-test-sensitivity": ({ collectedDay, mostMiuPerMl }, say) =>
    `Record how little hCG the test of ${say.day(collectedDay)} detects (${say.number(mostMiuPerMl)} mIU/mL or less is needed), or collect a new one.`,
  "permit-home-test": () => "Permit home tests for this patient, or have a test done in a medical setting.",
  "record-period": ({ testedDay }, say) =>
    `Record when the period before the test of ${say.day(testedDay)} began, or that periods are irregular or absent.`,
  "start-contraception": ({ methods, primary }, say) =>
    `Start contraception: ${count(say, methods, "accepted method")}${methods > 1 ? " together" : ""}${
      primary ? ", at least one of them primary" : ""
    }. The day it starts is recorded.`,
  "keep-contraception": ({ untilDay }, say) =>
    `Keep using contraception without a gap; a first supply is possible from ${say.day(untilDay)}.`,
  "state-contraception": () => "Say whether contraception has been used all the time, without a gap.",
  "record-compelling-reasons": () => "Record the compelling reasons why abstinence can be relied on.",
  "sign-consents": ({ consents, guardian }, say) =>
    `Sign: ${say.list(consents.map(say.term))}.${guardian ? " The patient and a parent or guardian both sign." : ""}`,
  counsel: ({ topics }, say) =>
    `Talk through with the patient, and record: ${say.list(topics.map(say.term))}.`,
  "answer-comprehension": () => "Answer the programme's questions on safe use.",
  "ask-medicines": () =>
    "Ask about all medicines and supplements, vitamin A and antibiotics by name, and record the answer.",
  "end-medicine": ({ medicine }, say) =>
    `Agree how to end ${say.name("medicine", medicine)} or do without isotretinoin, and record the end.`,
  "judge-medicines": ({ medicines }, say) =>
    `Decide whether isotretinoin can be taken together with ${say.names("medicine", medicines)}, and record why.`,
  "ask-allergies": () => "Ask about allergies, peanut, soya and parabens by name, and record the answer.",
  "read-pack": ({ product }, say) =>
    `Read the full list of ingredients on the pack of ${say.name("product", product)}, and record it.`,
  "choose-product": () => "Name the product, the strength and how many capsules.",
  "choose-other-product": ({ allergens }, say) =>
    `Choose a product that suits this allergy: ${say.names("allergen", allergens)}.`,
  "judge-allergies": ({ allergies }, say) =>
    `Check these allergies against the ingredients, and record the conclusion: ${say.list(allergies)}.`,
  "ask-conditions": () => "Ask about illnesses, now and in the past, and record the answer.",
  "judge-conditions": ({ conditions }, say) =>
    `Decide whether isotretinoin is right with ${say.names("condition", conditions)}, and record why.`,
  "override-conditions": ({ conditions }, say) =>
    `If isotretinoin is to be given all the same with ${say.names("condition", conditions)}, set the clinic's rule aside for this supply and record why.`,
  "measure-weight": () => "Measure the body weight in kilograms, and record it.",
  "state-dose": () => "State the dose in milligrams a day.",
  "lower-dose": ({ mostMg }, say) => `Lower the dose to at most ${say.number(mostMg)} mg a day.`,
  "record-reason-for-high-dose": () =>
    "Record why the higher dose is needed (very severe, scarring or truncal acne), or lower it.",
  "justify-or-lower-dose": ({ ordinaryMgPerKg, mostMg }, say) =>
    `Lower the dose to at most ${say.number(mostMg)} mg a day, or, in an adult, name the reason for more than ${say.number(ordinaryMgPerKg)} mg/kg: very severe, scarring or truncal acne. Either is enough.`,
  "change-dose-target-or-length": () =>
    "Choose a higher daily dose, a lower target, or a fixed length in days instead of the target.",
  "state-days": () => "State how many days the supply is to last.",
  "shorten-supply": ({ mostDays }, say) => `Shorten the supply to at most ${count(say, mostDays, "day")}.`,
  "remove-refills": () => "Take the refills off the order.",
  "withdraw-other-orders": ({ others }, say) =>
    `Withdraw the other open ${others === 1 ? "order" : "orders"} for isotretinoin (${say.number(others)}), or make one of them.`,
  "count-capsules": ({ capsules }, say) => `Change the supply to ${count(say, capsules, "capsule")}.`,
  "take-blood": ({ analytes }, say) => `Take a blood sample for ${say.names("analyte", analytes)}.`,
  "repeat-result": ({ analyte }, say) => `Repeat this blood test: ${say.name("analyte", analyte)}.`,
  "record-fasting": () =>
    "Record that the sample was taken fasting and how many hours after alcohol, or take a fasting sample.",
  "review-results": () => "Read the blood results, and record that they were read.",
  "judge-results": ({ analytes }, say) =>
    `Decide whether treatment may go on with these results, and record why: ${say.names("analyte", analytes)}.`,
  "ask-symptoms": () =>
    "Ask about side effects since the last supply, and record the answer, also when there are none.",
  "assess-symptom": ({ symptom }, say) =>
    `Assess this symptom, and record the conclusion: ${say.name("symptom", symptom)}.`,
  "see-dermatologist-today": () =>
    "Stop the capsules and have a dermatologist see the patient today. Do not raise the dose.",
  "ask-circumstance": ({ circumstance }) => circumstanceQuestions[circumstance],
  "record-eye-surgery": () => "Record the day of the eye surgery, done or planned.",
  "give-up-import": () =>
    "Take no capsules that you imported yourself; bring what is left and take only what a doctor here prescribes.",
  "pause-hair-removal": () =>
    "Pause laser and light hair removal until treatment is over and for as long after it as the clinic says.",
  "find-nearer-clinic": () => "Look for a clinic that you can reach every month.",
  "explain-prevention": () =>
    "Explain why pregnancy has to be prevented before, during and after treatment, and record whether the patient agrees.",
  "record-earlier-treatment": () =>
    "Ask what has been tried against the acne, for how many weeks and with what result, and record it.",
  "judge-earlier-treatment": () =>
    "Decide whether isotretinoin is right although earlier treatment is not recorded as failed in the usual way, and record why.",
  "take-no-capsule": () => "Take no further capsule until a doctor has said that you may.",
  "call-clinic": () => "Call the clinic today, at the number on your clinic's card.",
  "get-help-now": () => "Get help now: call an ambulance or go to an emergency department.",
  "talk-to-someone-now": () =>
    "Talk to somebody now: the crisis line, or an ambulance if you might act on it. Do not stay alone.",
  "ask-mood": () =>
    "Ask directly about thoughts of self-harm and about changes of mood, and record both answers.",
  "ask-sexual-function": () => "Ask about sexual function, and record whether there is a new problem.",
  "judge-sexual-function": () =>
    "Talk through the new problem with sexual function with the patient, and record how treatment goes on.",
  "assess-mood": () =>
    "Talk with the patient about mood and safety today, arrange mental health care where needed, and record the conclusion.",
  "judge-course-length": () => "Decide whether the course goes on past its longest length, and record why.",
  "record-last-capsule": () => "Say on which day the last capsule was taken.",
  "wait-for-rest": ({ untilDay }, say) =>
    `Rest between the courses; a new one is possible from ${say.day(untilDay)}.`,
  "judge-rest": () =>
    "Decide whether a new course may begin while the patient may still be growing, and record why.",
  "enrol-party": ({ party }, say) => `Enrol the ${say.term(party)} in the programme, and record it.`,
  "record-pregnancy-wish": () => "Ask whether a pregnancy is planned and when, and record the answer.",
  "postpone-for-pregnancy-wish": () =>
    "Talk with the patient about leaving isotretinoin until after the planned pregnancy.",
  "wait-after-eye-surgery": ({ untilDay }, say) =>
    `Wait after the laser eye surgery; a supply is possible from ${say.day(untilDay)}.`,
  "postpone-eye-surgery": () => "Postpone the laser eye surgery, or the isotretinoin.",
  "settle-other-isotretinoin": () =>
    "Find out who prescribes the isotretinoin that is taken already, and see to it that only one of the two is taken.",
  "say-whether-eye-surgery-was-done": ({ plannedDay }, say) =>
    `Ask whether the laser eye surgery planned for ${say.day(plannedDay)} was done, and record its day, a new plan, or that there was none.`,
  "resume-course": () => "Resume the course, or end it, and record which.",
  "wait-after-missed-window": ({ fromDay }, say) =>
    `Collect the next pregnancy test on ${say.day(fromDay)} or later; an earlier one does not count after the missed window.`,
  "check-number": ({ number }) => `Check the authorisation's number (${number}) with the prescriber.`,
  "authorise-anew": () => "Decide again, and authorise the supply under a new number.",
  "record-programme-number": ({ programme }, say) =>
    `Obtain the authorisation of the programme (${say.name("protocol", programme)}) for this supply, and record its number and its do-not-dispense-after date.`,
  "hand-out-as-authorised": ({ product, capsuleMg, capsules }, say) =>
    `Hand out what was authorised, and say so: ${count(say, capsules, "capsule")} of ${say.name("product", product)} ${say.number(capsuleMg)} mg.`,
  "identify-pack": ({ lastCapsuleDay }, say) =>
    `Read lot and expiry from the pack; it must not expire before ${say.day(lastCapsuleDay)}, the day of its last capsule.`,
  "choose-other-pack": ({ lastCapsuleDay }, say) =>
    `Take another pack, which does not expire before ${say.day(lastCapsuleDay)}.`,
  "decide-on-capsules-in-hand": () =>
    "Decide what is done with the capsules in hand: none of them as they were handed out, until the prescriber has said so.",
  "count-capsules-left": () => "Count the capsules that are left at home, and say how many.",
  "wait-for-capsules-in-hand": ({ untilDay }, say) =>
    `Take the capsules in hand first; the next supply can be collected from ${say.day(untilDay)}.`,
  "ask-about-dose": () =>
    "Ask a pharmacist or the prescriber before taking a dose outside its usual time, and keep the leaflet at hand.",
  "plan-after-missed-doses": () =>
    "Talk through the missed days with the patient, and say how the capsules go on.",
  "ask-pharmacist": ({ written }, say) =>
    `Show the packs to a pharmacist or the prescriber before taking them together: ${say.list(written)}.`,
  "void-other-authorisations": ({ numbers }, say) =>
    numbers.length === 1
      ? `Void the authorisation ${say.list(numbers)}, which is still open, or hand out on that one instead.`
      : `Void the authorisations that are still open, or hand out on one of them instead: ${say.list(numbers)}.`,
  "advise-on-activity": ({ activity }, say) =>
    `Talk through with the patient, and decide: ${say.name("activity", activity)}.`,
  "wait-for-day": ({ fromDay }, say) => `Wait until ${say.day(fromDay)}.`,
  "name-indication": ({ indications }, say) =>
    `Say which is meant: ${say.list(indications.map((id) => `“${say.name("indication", id)}”`))}.`,
  "name-priced-clinic": ({ clinics }, say) =>
    clinics.length === 0
      ? "Ask the clinic what it charges."
      : `Name a clinic with a price list: ${say.names("protocol", clinics)}.`,
  "ask-price": ({ items }, say) =>
    `Tell the patient what this costs: ${say.list(items.map((item) => bill.items[item]))}.`,
};

const settings = {
  "certified-laboratory": " in a certified laboratory",
  "medical-setting": " in a medical setting",
  any: "",
} as const;
