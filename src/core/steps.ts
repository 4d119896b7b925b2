/** What someone can do so that a supply may pass: the building blocks of the way out. */
import type { Day } from "./calendar.ts";
import type { Body, Entry, EntryType, Role } from "./entry.ts";
import type { PricedItem } from "./price/bill.ts";
import type { Change } from "./question.ts";

/** What a patient can be asked of how treatment fits their life. */
export type Circumstance = keyof Body<"circumstances-stated">;

/** Everything a way out can ask for, with what its sentence needs. Days end in `Day`. */
export interface Actions {
  "record-birth-date": Record<never, never>;
  "state-age": Record<never, never>;
  "wait-for-birthday": { untilDay: Day; years: number };
  "record-puberty": Record<never, never>;
  "involve-guardian": Record<never, never>;
  "agree-as-second-prescriber": { years: number };
  "discuss-growth": { years: number };
  "see-in-person": Record<never, never>;
  "attest-category": Record<never, never>;
  "correct-category": { basis: string };
  "document-menopause": { missing: readonly string[] };
  "record-indication": Record<never, never>;
  "score-severity": Record<never, never>;
  "record-support-for-indication": Record<never, never>;
  "judge-indication": { indication: string };
  "override-indication": { indication: string };
  "assess-pregnancy": Record<never, never>;
  "record-breastfeeding": Record<never, never>;
  "plan-after-late-period": Record<never, never>;
  "plan-after-lapse": Record<never, never>;
  "plan-after-gap": Record<never, never>;
  "collect-pregnancy-test": { setting: "certified-laboratory" | "medical-setting" | "any"; first: boolean };
  "collect-confirming-test": {
    setting: "certified-laboratory" | "medical-setting" | "any";
    fromDay: Day;
    periodDays: number | null;
  };
  "result-pregnancy-test": { collectedDay: Day };
  "record-test-setting": { collectedDay: Day };
  "record-test-sensitivity": { collectedDay: Day; mostMiuPerMl: number };
  "permit-home-test": Record<never, never>;
  "record-period": { testedDay: Day };
  "start-contraception": { methods: number; primary: boolean };
  "keep-contraception": { untilDay: Day };
  "state-contraception": Record<never, never>;
  "record-compelling-reasons": Record<never, never>;
  "sign-consents": { consents: readonly string[]; guardian: boolean };
  counsel: { topics: readonly string[] };
  "answer-comprehension": Record<never, never>;
  "ask-medicines": Record<never, never>;
  "end-medicine": { medicine: string };
  "judge-medicines": { medicines: readonly string[] };
  "ask-allergies": Record<never, never>;
  "read-pack": { product: string };
  "choose-product": Record<never, never>;
  "choose-other-product": { allergens: readonly string[] };
  "judge-allergies": { allergies: readonly string[] };
  "ask-conditions": Record<never, never>;
  "judge-conditions": { conditions: readonly string[] };
  "override-conditions": { conditions: readonly string[] };
  "measure-weight": Record<never, never>;
  "state-dose": Record<never, never>;
  "lower-dose": { mostMg: number };
  "record-reason-for-high-dose": Record<never, never>;
  /** One step where there are two ways: a reason lifts this limit, for adults. */
  "justify-or-lower-dose": { ordinaryMgPerKg: number; mostMg: number };
  "change-dose-target-or-length": Record<never, never>;
  "state-days": Record<never, never>;
  "shorten-supply": { mostDays: number };
  "remove-refills": Record<never, never>;
  "withdraw-other-orders": { others: number };
  "count-capsules": { capsules: number };
  "take-blood": { analytes: readonly string[] };
  "repeat-result": { analyte: string };
  "record-fasting": Record<never, never>;
  "review-results": Record<never, never>;
  "judge-results": { analytes: readonly string[] };
  "ask-symptoms": Record<never, never>;
  "assess-symptom": { symptom: string };
  "see-dermatologist-today": Record<never, never>;
  "ask-circumstance": { circumstance: Circumstance };
  "record-eye-surgery": Record<never, never>;
  "give-up-import": Record<never, never>;
  "pause-hair-removal": Record<never, never>;
  "find-nearer-clinic": Record<never, never>;
  "explain-prevention": Record<never, never>;
  "record-earlier-treatment": Record<never, never>;
  "judge-earlier-treatment": Record<never, never>;
  "take-no-capsule": Record<never, never>;
  "call-clinic": Record<never, never>;
  "get-help-now": Record<never, never>;
  "talk-to-someone-now": Record<never, never>;
  "ask-mood": Record<never, never>;
  "assess-mood": Record<never, never>;
  "ask-sexual-function": Record<never, never>;
  "judge-sexual-function": Record<never, never>;
  "judge-course-length": Record<never, never>;
  "record-last-capsule": Record<never, never>;
  "wait-for-rest": { untilDay: Day };
  "judge-rest": Record<never, never>;
  "enrol-party": { party: string };
  "record-pregnancy-wish": Record<never, never>;
  "postpone-for-pregnancy-wish": Record<never, never>;
  "wait-after-eye-surgery": { untilDay: Day };
  "postpone-eye-surgery": Record<never, never>;
  "settle-other-isotretinoin": Record<never, never>;
  "say-whether-eye-surgery-was-done": { plannedDay: Day };
  "resume-course": Record<never, never>;
  "wait-after-missed-window": { fromDay: Day };
  "check-number": { number: string };
  "authorise-anew": Record<never, never>;
  "record-programme-number": { programme: string };
  "hand-out-as-authorised": { product: string; capsuleMg: number; capsules: number };
  "identify-pack": { lastCapsuleDay: Day };
  "choose-other-pack": { lastCapsuleDay: Day };
  "count-capsules-left": Record<never, never>;
  "decide-on-capsules-in-hand": Record<never, never>;
  "wait-for-capsules-in-hand": { untilDay: Day };
  "void-other-authorisations": { numbers: readonly string[] };
  "ask-pharmacist": { written: readonly string[] };
  "ask-about-dose": Record<never, never>;
  "plan-after-missed-doses": Record<never, never>;
  "advise-on-activity": { activity: string };
  "wait-for-day": { fromDay: Day };
  "name-indication": { indications: readonly string[] };
  "name-priced-clinic": { clinics: readonly string[] };
  "ask-price": { items: readonly PricedItem[] };
}
export type ActionId = keyof Actions;

/** An entry that a step would add to the record. */
export type Draft = {
  [T in EntryType]: { readonly type: T; readonly body: Body<T>; readonly actor: Role; readonly day: Day };
}[EntryType];

export interface StepOf<A extends ActionId> {
  readonly who: Role;
  readonly action: A;
  readonly facts: Actions[A];
  /** The day from which it helps. */
  readonly on: Day;
  /**
   * `now`: starts a clock, so every day it is put off delays the supply by one. `then`: belongs to the day of the
   * supply itself. `only-then`: nothing can be done before `on`.
   */
  readonly when: "now" | "then" | "only-then";
  /** Entries it would add; none where its outcome cannot be presumed. */
  readonly entries: readonly Draft[];
  /** What it would change in the proposal. */
  readonly change?: Change;
}
export type Step = { [A in ActionId]: StepOf<A> }[ActionId];

/** How a refusal ends: steps, or plainly never (for this patient, as things stand). */
export type WayOut = readonly Step[] | "never";

interface Effect {
  readonly entries?: readonly Draft[];
  readonly change?: Change;
  readonly when?: StepOf<ActionId>["when"];
}

/** One step; `then` unless told otherwise. */
export function step<A extends ActionId>(
  who: Role,
  action: A,
  facts: Actions[A],
  on: Day,
  effect: Effect = {},
): StepOf<A> {
  return {
    who,
    action,
    facts,
    on,
    when: effect.when ?? "then",
    entries: effect.entries ?? [],
    ...(effect.change === undefined ? {} : { change: effect.change }),
  };
}

/** One entry a step would add. */
export function draft<T extends EntryType>(type: T, body: Body<T>, actor: Role, day: Day): Draft {
  return { type, body, actor, day } as Draft;
}

/** The entry a draft becomes when a plan is tried out. */
export function asEntry(wanted: Draft, id: string): Entry {
  const { day, ...rest } = wanted;
  return { ...rest, id, happened: { day }, source: "manual" };
}
