/** What a page can offer for each step of a decision: the form that takes down just what is missing. */
import type { DecisionJson } from "../../../app/decision-json.ts";
import type { PatientView, TimelineLine } from "../../../app/views/shapes.ts";
import type { ActionId } from "../../../core/steps.ts";
import { enrolForm, packForm } from "./clinic-forms.ts";
import { completeFasting, completePuberty, completeTest, openTestOf } from "./completing.ts";
import { entryForms } from "./entry-forms.ts";
import type { Filled, FormSpec } from "./spec.ts";
import { taskForms } from "./task-forms.ts";

export type StepJson = DecisionJson["next"][number];

/** A form, what stands in it at first, and what is sent with it unseen. */
export interface StepForm {
  readonly form: FormSpec;
  readonly start?: Filled;
  readonly fixed?: Filled;
  /** For fields whose choices the step names. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export type Offer =
  /** One form, or several of which one will do. */
  | { readonly is: "forms"; readonly forms: readonly StepForm[] }
  /** It is settled in the order: product, dose, days. */
  | { readonly is: "order" }
  /** It is settled at the pharmacy's page. */
  | { readonly is: "dispensing" }
  | { readonly is: "void"; readonly numbers: readonly string[] }
  /** Nobody can do anything here but wait, or do it elsewhere. */
  | { readonly is: "nothing" };

export interface Around {
  readonly view: PatientView;
  /** The one that asks for the step. */
  readonly decision: DecisionJson;
  /** The record, newest first; undefined until it is there. */
  readonly entries: readonly TimelineLine[] | undefined;
}

const order: Offer = { is: "order" };
const nothing: Offer = { is: "nothing" };
const dispensing: Offer = { is: "dispensing" };

function one(form: FormSpec, more: Omit<StepForm, "form"> = {}): Offer {
  return { is: "forms", forms: [{ form, ...more }] };
}

function either(...forms: readonly StepForm[]): Offer {
  return { is: "forms", forms };
}

/** A judgement names the rule and the reason that ask for it. */
function judgement(step: StepJson, { decision }: Around): Offer {
  const finding = askedBy(step, decision);
  if (finding === undefined) return nothing;
  return one(entryForms["judgement-recorded"], { fixed: { rule: finding.rule, reason: finding.reason } });
}

function override(step: StepJson, { decision }: Around): Offer {
  const finding = askedBy(step, decision);
  if (finding === undefined) return nothing;
  return one(entryForms["finding-overridden"], { fixed: { rule: finding.rule, reason: finding.reason } });
}

/** The finding that asks for a step. */
export function askedBy(step: StepJson, decision: DecisionJson) {
  const same = JSON.stringify(step.facts);
  const asks = (exactly: boolean) =>
    decision.findings.find(
      ({ wayOut }) =>
        wayOut !== "never" &&
        wayOut.some(
          ({ action, facts }) => action === step.action && (!exactly || JSON.stringify(facts) === same),
        ),
    );
  return asks(true) ?? asks(false);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function settingStart(step: StepJson): Filled {
  const { setting } = step.facts;
  return setting === "any" || setting === undefined ? {} : { setting };
}

const severity: StepForm = { form: entryForms["severity-scored"] };

type Offering = (step: StepJson, around: Around) => Offer;

const offers: { readonly [A in ActionId]: Offer | Offering } = {
  "record-birth-date": nothing,
  "state-age": nothing,
  "wait-for-birthday": nothing,
  "record-puberty": (_step, around) => completePuberty(around),
  "involve-guardian": one(entryForms["guardian-recorded"]),
  "agree-as-second-prescriber": judgement,
  "see-in-person": one(entryForms["visit-held"]),
  "discuss-growth": judgement,
  "attest-category": one(entryForms["category-attested"]),
  "correct-category": one(entryForms["category-attested"]),
  "document-menopause": one(entryForms["category-attested"], {
    start: { canBecomePregnant: false, basis: "post-menopausal" },
  }),
  "record-indication": either(severity, { form: entryForms["course-started"] }),
  "score-severity": either(severity),
  "record-support-for-indication": either({ form: entryForms["prior-therapy-recorded"] }, severity),
  "judge-indication": judgement,
  "override-indication": override,
  "assess-pregnancy": (step, around) => {
    const judged = judgement(step, around);
    return judged.is === "forms"
      ? either(...judged.forms, { form: entryForms["pregnancy-ended"] })
      : one(entryForms["pregnancy-ended"]);
  },
  "record-breastfeeding": one(entryForms["breastfeeding-recorded"]),
  "plan-after-late-period": judgement,
  "plan-after-lapse": judgement,
  "plan-after-gap": judgement,
  "collect-pregnancy-test": (step) => one(taskForms["pregnancy-test"], { start: settingStart(step) }),
  "collect-confirming-test": (step) => one(taskForms["pregnancy-test"], { start: settingStart(step) }),
  "result-pregnancy-test": (step, { entries }) => {
    const test = openTestOf(entries, step.facts["collectedDay"]);
    return test === undefined
      ? one(taskForms["pregnancy-test"])
      : one(entryForms["pregnancy-test-resulted"], { fixed: { test } });
  },
  "record-test-setting": (step, around) => completeTest("setting", step, around),
  "record-test-sensitivity": (step, around) => completeTest("detectsMiuPerMl", step, around),
  "permit-home-test": one(entryForms["home-testing-permitted"]),
  "record-period": one(entryForms["menses-recorded"]),
  "start-contraception": one(taskForms.contraception),
  "keep-contraception": nothing,
  "state-contraception": one(entryForms["contraception-stated"]),
  "record-compelling-reasons": one(taskForms["compelling-reasons"]),
  "sign-consents": ({ facts }) =>
    one(taskForms.consents, { choices: { consents: texts(facts["consents"]) } }),
  counsel: ({ facts }) => one(taskForms.counselling, { choices: { topics: texts(facts["topics"]) } }),
  "answer-comprehension": one(entryForms["comprehension-answered"]),
  "ask-medicines": one(taskForms.medicines),
  "end-medicine": ({ facts }) =>
    one(entryForms["medicine-ended"], { start: { medicine: facts["medicine"] } }),
  "judge-medicines": judgement,
  "ask-allergies": one(taskForms.allergies),
  "read-pack": ({ facts }, { view }) => one(packForm(view.clinic, String(facts["product"]))),
  "choose-product": order,
  "choose-other-product": order,
  "judge-allergies": judgement,
  "ask-conditions": one(taskForms.conditions),
  "judge-conditions": judgement,
  "override-conditions": override,
  "measure-weight": one(entryForms["weight-measured"]),
  "state-dose": order,
  "lower-dose": order,
  "record-reason-for-high-dose": either(severity),
  "justify-or-lower-dose": either(severity),
  "change-dose-target-or-length": nothing,
  "state-days": order,
  "shorten-supply": order,
  "remove-refills": order,
  "withdraw-other-orders": nothing,
  "count-capsules": order,
  "take-blood": ({ facts }) => one(taskForms.blood, { choices: { labs: texts(facts["analytes"]) } }),
  "repeat-result": ({ facts }) => one(taskForms.blood, { choices: { labs: [String(facts["analyte"])] } }),
  "record-fasting": (step, around) => completeFasting(askedBy(step, around.decision)?.facts, around),
  "review-results": one(entryForms["results-reviewed"]),
  "judge-results": judgement,
  "ask-symptoms": one(taskForms.symptoms),
  "assess-symptom": ({ facts }) =>
    one(entryForms["symptom-assessed"], { start: { symptom: facts["symptom"] } }),
  "ask-circumstance": one(entryForms["circumstances-stated"]),
  "record-eye-surgery": either(
    { form: entryForms["procedure-done"] },
    { form: entryForms["procedure-planned"] },
  ),
  "give-up-import": one(entryForms["circumstances-stated"]),
  "pause-hair-removal": one(entryForms["circumstances-stated"]),
  "find-nearer-clinic": nothing,
  "explain-prevention": one(entryForms["circumstances-stated"]),
  "record-earlier-treatment": one(entryForms["prior-therapy-recorded"]),
  "judge-earlier-treatment": judgement,
  "take-no-capsule": nothing,
  "call-clinic": nothing,
  "get-help-now": nothing,
  "talk-to-someone-now": nothing,
  "see-dermatologist-today": one(entryForms["symptom-assessed"]),
  "ask-mood": one(entryForms["mood-screened"]),
  "ask-sexual-function": one(entryForms["sexual-function-asked"]),
  "judge-sexual-function": judgement,
  "assess-mood": one(entryForms["mood-assessed"]),
  "judge-course-length": judgement,
  "record-last-capsule": one(entryForms["last-capsule-recorded"]),
  "wait-for-rest": nothing,
  "judge-rest": judgement,
  "enrol-party": ({ facts }, { view, decision }) =>
    facts["party"] === "patient"
      ? one(entryForms["programme-enrolled"], { start: { programme: decision.protocol } })
      : one(enrolForm(view.clinic, String(facts["party"])), {
          start: { programme: decision.protocol },
        }),
  "record-pregnancy-wish": one(taskForms["pregnancy-wish"]),
  "postpone-for-pregnancy-wish": one(taskForms["pregnancy-wish"]),
  "wait-after-eye-surgery": nothing,
  "postpone-eye-surgery": one(entryForms["procedure-planned"]),
  "settle-other-isotretinoin": judgement,
  "say-whether-eye-surgery-was-done": either(
    { form: entryForms["procedure-done"] },
    { form: entryForms["procedure-planned"] },
    { form: entryForms["circumstances-stated"] },
  ),
  "resume-course": either({ form: entryForms["course-resumed"] }, { form: entryForms["course-ended"] }),
  "wait-after-missed-window": nothing,
  "check-number": nothing,
  "authorise-anew": order,
  "record-programme-number": dispensing,
  "hand-out-as-authorised": dispensing,
  "identify-pack": dispensing,
  "choose-other-pack": dispensing,
  "decide-on-capsules-in-hand": nothing,
  "count-capsules-left": one(entryForms["capsules-counted"]),
  "wait-for-capsules-in-hand": nothing,
  "advise-on-activity": nothing,
  "wait-for-day": nothing,
  "name-indication": nothing,
  "name-priced-clinic": nothing,
  "ask-price": nothing,
  "ask-pharmacist": nothing,
  "ask-about-dose": nothing,
  "plan-after-missed-doses": nothing,
  "void-other-authorisations": ({ facts }) => ({ is: "void", numbers: texts(facts["numbers"]) }),
};

/** What can be done about a step on this page. */
export function offerFor(step: StepJson, around: Around): Offer {
  const offer = Object.hasOwn(offers, step.action) ? offers[step.action as ActionId] : nothing;
  return typeof offer === "function" ? offer(step, around) : offer;
}

/** Whether its form completes something that has to be looked up in the record first. */
export function needsRecord({ action }: StepJson): boolean {
  return completes.has(action);
}

const completes: ReadonlySet<string> = new Set<ActionId>([
  "record-puberty",
  "result-pregnancy-test",
  "record-test-setting",
  "record-test-sensitivity",
  "record-fasting",
]);

/** Whether a step is settled by saying the order, all of which stands in one place. */
export function isOrderStep({ action }: StepJson): boolean {
  return Object.hasOwn(offers, action) && offers[action as ActionId] === order;
}
