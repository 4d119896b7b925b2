/** What a finding or a step tells of somebody, for those who see only a part of a record. */
import type { AnyRule } from "../core/rules/index.ts";
import type { ActionId } from "../core/steps.ts";
import { privateTopics } from "../core/vocabulary.ts";
import type { Topic } from "./topics.ts";
import { topicsOfCondition, topicsOfMedicine, topicsOfSymptom } from "./topics-of-things.ts";

type Facts = { readonly [fact: string]: unknown };

/** All of these have to be seen by whoever is told of the finding. A rule that is not named here does not compile. */
const ofRule: { readonly [R in AnyRule["id"]]: readonly Topic[] } = {
  "indication-supports-isotretinoin": ["health"],
  "severity-is-current": ["health"],
  "patient-is-old-enough": ["identity"],
  "guardian-takes-part": ["visits"],
  "second-prescriber-agrees": ["visits"],
  "first-visit-was-in-person": ["visits"],
  "growth-is-discussed": ["health"],
  "category-is-attested": ["pregnancy"],
  "patient-is-not-pregnant": ["pregnancy"],
  "patient-is-not-breastfeeding": ["pregnancy"],
  "no-pregnancy-is-planned-soon": ["sexual-history"],
  "no-late-period-is-open": ["sexual-history"],
  "no-contraception-lapse-is-open": ["contraception"],
  "two-tests-come-before-treatment": ["pregnancy"],
  "pregnancy-test-is-in-window": ["pregnancy"],
  "first-window-was-not-missed": ["pregnancy"],
  "contraception-is-acceptable": ["contraception", "sexual-history"],
  "contraception-has-run-a-month": ["contraception"],
  "contraception-is-stated": ["contraception"],
  "consents-are-signed": ["visits"],
  "counselling-is-done": ["visits"],
  "comprehension-is-answered": ["visits"],
  "medicines-do-not-conflict": ["health"],
  "product-is-known": ["treatment"],
  "product-is-free-of-allergens": ["treatment", "health"],
  "formulation-is-unchanged": ["treatment"],
  "conditions-allow-treatment": ["health"],
  "eye-surgery-is-far-enough": ["health"],
  "weight-is-current": ["health"],
  "dose-is-within-limits": ["treatment", "health"],
  "dose-is-divided": ["treatment"],
  "supply-is-short-enough": ["treatment"],
  "first-supply-is-small-enough": ["treatment"],
  "no-refills": ["treatment"],
  "no-other-order-is-open": ["treatment"],
  "capsules-are-whole": ["treatment"],
  "baseline-results-are-reviewed": ["laboratory"],
  "results-are-current": ["laboratory"],
  "results-are-acceptable": ["laboratory"],
  "no-stop-symptom-is-open": ["warnings"],
  "no-sign-of-acne-fulminans": ["warnings"],
  "mood-has-been-asked": ["mood"],
  "mood-allows-treatment": ["mood"],
  "sexual-function-has-been-asked": ["sexual-history"],
  "cumulative-dose-is-useful": ["treatment", "health"],
  "course-is-short-enough": ["treatment"],
  "rest-since-last-course-is-over": ["treatment"],
  "course-is-not-on-hold": ["treatment"],
  "parties-are-enrolled": ["visits"],
  "programme-authorises-dispensing": ["treatment"],
  "edition-is-confirmed": ["visits"],
  "authorisation-is-open": ["treatment"],
  "programme-number-is-recorded": ["treatment"],
  "handed-out-as-authorised": ["treatment"],
  "pack-is-identified-and-in-date": ["treatment"],
  "capsules-in-hand-are-used-up": ["treatment"],
  "earlier-treatment-has-failed": ["health"],
  "pregnancy-has-been-asked": ["pregnancy"],
  "prevention-is-agreed": ["sexual-history"],
  "allergies-allow-treatment": ["health"],
  "eye-surgery-has-been-asked": ["health"],
  "hair-removal-is-paused": ["health"],
  "capsules-come-by-prescription": ["treatment"],
  "visits-can-be-kept": ["visits"],
};

const ofAction: { readonly [A in ActionId]: Topic } = {
  "record-birth-date": "identity",
  "state-age": "identity",
  "wait-for-birthday": "identity",
  "involve-guardian": "visits",
  "agree-as-second-prescriber": "visits",
  "see-in-person": "visits",
  "sign-consents": "visits",
  counsel: "visits",
  "answer-comprehension": "visits",
  "enrol-party": "visits",
  "find-nearer-clinic": "visits",
  "explain-prevention": "visits",
  "wait-for-day": "visits",
  "call-clinic": "visits",
  "get-help-now": "visits",
  "name-priced-clinic": "visits",
  "ask-price": "visits",
  "read-pack": "treatment",
  "choose-product": "treatment",
  "state-dose": "treatment",
  "lower-dose": "treatment",
  "record-reason-for-high-dose": "treatment",
  "justify-or-lower-dose": "treatment",
  "change-dose-target-or-length": "treatment",
  "state-days": "treatment",
  "shorten-supply": "treatment",
  "remove-refills": "treatment",
  "withdraw-other-orders": "treatment",
  "count-capsules": "treatment",
  "give-up-import": "treatment",
  "take-no-capsule": "treatment",
  "judge-course-length": "treatment",
  "record-last-capsule": "treatment",
  "wait-for-rest": "treatment",
  "judge-rest": "treatment",
  "settle-other-isotretinoin": "treatment",
  "resume-course": "treatment",
  "check-number": "treatment",
  "authorise-anew": "treatment",
  "record-programme-number": "treatment",
  "hand-out-as-authorised": "treatment",
  "identify-pack": "treatment",
  "choose-other-pack": "treatment",
  "count-capsules-left": "treatment",
  "decide-on-capsules-in-hand": "treatment",
  "wait-for-capsules-in-hand": "treatment",
  "void-other-authorisations": "treatment",
  "ask-pharmacist": "treatment",
  "ask-about-dose": "treatment",
  "plan-after-missed-doses": "treatment",
  "advise-on-activity": "treatment",
  "record-puberty": "health",
  "discuss-growth": "health",
  "record-indication": "health",
  "score-severity": "health",
  "record-support-for-indication": "health",
  "judge-indication": "health",
  "override-indication": "health",
  "name-indication": "health",
  "ask-medicines": "health",
  "end-medicine": "health",
  "judge-medicines": "health",
  "ask-allergies": "health",
  "choose-other-product": "health",
  "judge-allergies": "health",
  "ask-conditions": "health",
  "judge-conditions": "health",
  "override-conditions": "health",
  "measure-weight": "health",
  "ask-circumstance": "health",
  "record-eye-surgery": "health",
  "pause-hair-removal": "health",
  "record-earlier-treatment": "health",
  "judge-earlier-treatment": "health",
  "wait-after-eye-surgery": "health",
  "postpone-eye-surgery": "health",
  "say-whether-eye-surgery-was-done": "health",
  "take-blood": "laboratory",
  "repeat-result": "laboratory",
  "record-fasting": "laboratory",
  "review-results": "laboratory",
  "judge-results": "laboratory",
  "ask-symptoms": "warnings",
  "assess-symptom": "warnings",
  "see-dermatologist-today": "warnings",
  "attest-category": "pregnancy",
  "correct-category": "pregnancy",
  "document-menopause": "pregnancy",
  "assess-pregnancy": "pregnancy",
  "record-breastfeeding": "pregnancy",
  "collect-pregnancy-test": "pregnancy",
  "collect-confirming-test": "pregnancy",
  "result-pregnancy-test": "pregnancy",
  "record-test-setting": "pregnancy",
  "record-test-sensitivity": "pregnancy",
  "permit-home-test": "pregnancy",
  "record-period": "pregnancy",
  "wait-after-missed-window": "pregnancy",
  "plan-after-lapse": "contraception",
  "plan-after-gap": "contraception",
  "start-contraception": "contraception",
  "keep-contraception": "contraception",
  "state-contraception": "contraception",
  "plan-after-late-period": "sexual-history",
  "record-compelling-reasons": "sexual-history",
  "ask-sexual-function": "sexual-history",
  "judge-sexual-function": "sexual-history",
  "record-pregnancy-wish": "sexual-history",
  "postpone-for-pregnancy-wish": "sexual-history",
  "talk-to-someone-now": "mood",
  "ask-mood": "mood",
  "assess-mood": "mood",
};

/** What a rule's finding tells, whatever it found. */
export function topicsOfRule(rule: string): readonly Topic[] {
  return Object.hasOwn(ofRule, rule) ? ofRule[rule as AnyRule["id"]] : privateTopics;
}

/** What a finding tells, with what stands in its facts. */
export function topicsOfFinding({
  rule,
  facts,
}: {
  readonly rule: string;
  readonly facts: Facts;
}): readonly Topic[] {
  return [...topicsOfRule(rule), ...topicsOfFacts(facts)];
}

/** What a step tells. */
export function topicsOfStep({
  action,
  facts,
}: {
  readonly action: string;
  readonly facts: Facts;
}): readonly Topic[] {
  const own = Object.hasOwn(ofAction, action) ? [ofAction[action as ActionId]] : privateTopics;
  return [...own, ...topicsOfFacts(facts)];
}

function topicsOfFacts(facts: Facts): readonly Topic[] {
  return Object.entries(facts).flatMap(([fact, value]) => {
    const ids = typeof value === "string" ? [value] : Array.isArray(value) ? value.map(String) : [];
    switch (fact) {
      case "symptom":
      case "symptoms":
        return ids.flatMap(topicsOfSymptom);
      case "condition":
      case "conditions":
        return ids.flatMap(topicsOfCondition);
      case "medicine":
      case "medicines":
        return ids.flatMap(topicsOfMedicine);
      default:
        // Words of whoever wrote them down: they can say anything.
        return fact.endsWith("Texts") && ids.length > 0 ? privateTopics : [];
    }
  });
}
