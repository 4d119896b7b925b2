/** Why a command is refused, with what its sentence needs. A refusal is an answer, not a failure. */
import type { Day } from "./calendar.ts";
import type { Role } from "./entry.ts";
import type { Verdict } from "./finding.ts";
import type { staffRoles } from "./vocabulary.ts";

/** Parts of a command's input that a refusal can name; the words name them in both languages. */
export const fieldNames = [
  "age",
  "allergen",
  "analyte",
  "basis",
  "capsuleMg",
  "capsules",
  "clinic",
  "coding",
  "condition",
  "consent",
  "days",
  "detectsMiuPerMl",
  "edition",
  "excipient",
  "features",
  "gags",
  "hoursSinceAlcohol",
  "iga",
  "indication",
  "kana",
  "kg",
  "lowerLimit",
  "medicine",
  "method",
  "mg",
  "name",
  "newMoodSymptom",
  "overlapDays",
  "party",
  "phone",
  "phq9",
  "phq9Item9",
  "pregnancy",
  "procedure",
  "product",
  "programme",
  "protocol",
  "reason",
  "rows",
  "rule",
  "selfHarmThoughts",
  "severity",
  "site",
  "symptom",
  "text",
  "topic",
  "topics",
  "unit",
  "upperLimit",
  "value",
  "weeks",
  "withinMonths",
  "years",
] as const;
export type FieldName = (typeof fieldNames)[number];

type Ended = "condition" | "medicine" | "method" | "symptom" | "pregnancy" | "programme";

/** Why rights are not changed as asked. */
export interface AccessRefusals {
  "not-appointed": { appointed: (typeof staffRoles)[number] };
  /** Nobody of the clinic could appoint anybody any more. */
  "last-administrator": Record<never, never>;
  "own-account": Record<never, never>;
  "linked-already": { as: "patient" | "guardian" };
  "not-linked": Record<never, never>;
  /**
   * It has to be redeemed or voided before the clinic whose rules it was judged by goes. Which one it is, is not said:
   * the number opens it at any counter, and whoever is told this may have no right to the record yet.
   */
  "authorisation-open": Record<never, never>;
  /** The home clinic goes only once another one has taken over. */
  "hand-over-first": { sinceDay: Day };
  /** A programme asks for the prescriber's own enrolment, or that of the site that hands out. */
  "not-enrolled": { programme: string; party: "prescriber" | "site" };
  /** An edition has two prescribers decide, and whoever authorises has agreed as the second one, too. */
  "agreed-by-one-alone": Record<never, never>;
  /** There is a treatment relation: no glass has to be broken. */
  "record-is-open": Record<never, never>;
  /** Whoever treats the patient has to see the record. */
  "record-in-use": { sinceDay: Day };
}

/** Why a person is not erased, or their data not taken along. */
export interface ErasureRefusals {
  "erase-during-course": { sinceDay?: Day };
  /** Treated, and nobody has written down the last capsule. */
  "erase-last-capsule-unknown": Record<never, never>;
  /** Contraception and what else a last capsule asks for. */
  "erase-in-safety-time": { lastCapsuleDay: Day; untilDay: Day };
  "erase-with-open-pregnancy": { sinceDay: Day };
  /** `setting`: the server's; `policy`: signed by the clinic. */
  "erase-retention-unset": { missing: "setting" | "policy"; clinic: string };
  "erase-retention-runs": { lastDay: Day; years: number; untilDay: Day };
  "erase-not-confirmed": { typed: string };
}

/** Every reason a command can be refused for. Days end in `Day`. */
export interface Refusals extends AccessRefusals, ErasureRefusals {
  "not-your-word": { role: Role; needed: readonly Role[] };
  "dated-ahead": { happenedDay: Day; todayDay: Day };
  "before-birth": { happenedDay: Day; birthDay: Day };
  "unknown-id": { field: FieldName; given: string; known: readonly string[] };
  "unknown-patient": { patient: string };
  "possible-duplicates": { patients: readonly string[] };
  "implausible-value": { field: FieldName; value: number; least: number; most: number; unit?: string };
  /** None of these was said, and without any the entry would say nothing. */
  "nothing-said": { fields: readonly FieldName[] };
  "unreadable-unit": { analyte: string; unit: string; readable: readonly string[] };
  "planned-for-the-past": { plannedDay: Day; todayDay: Day };
  "already-collected": { test: string; collectedDay: Day };
  "result-without-sample": { test: string };
  "already-resulted": { test: string; result: string };
  /** What is to be ended does not stand: by its field, such as a medicine, and its name. */
  "not-started": { field: Ended; what: string };
  "no-such-entry": { ref: string };
  "not-yours-to-correct": { role: Role; writtenBy: Role };
  /** Written under somebody else's account, and not at this clinic. */
  "not-your-entry": { role: Role };
  "replacement-does-not-fit": { problem: string };
  /** It speaks against treatment: to take it back or change it is a prescriber's decision. */
  "speaks-against-treatment": { role: Role };
  "registration-stays": Record<never, never>;
  "no-such-rule": { rule: string; known: readonly string[] };
  "nothing-to-settle": { rule: string; reason: string };
  "floor-stands": { rule: string; reason: string };
  "no-course": Record<never, never>;
  "course-under-way": { sinceDay: Day };
  "already-held": { sinceDay: Day };
  "not-held": Record<never, never>;
  "does-not-pass": { verdict: Verdict };
  "not-a-number": { given: string };
  "no-such-authorisation": { number: string };
  "authorisation-used": { number: string; state: "dispensed" | "reversed" | "voided" | "expired" };
  "never-dispensed": { number: string };
  /** By another clinic, which alone knows that the pack is back; or it was never handed out at all. */
  "handed-out-elsewhere": { number: string };
  /** Capsules of it are known to have left their pack, or the course went on from it. */
  "not-unopened": {
    number: string;
    because: "doses-taken" | "capsules-counted" | "capsules-returned" | "later-supply";
  };
  /** Every number that leads to this patient was given. */
  "numbers-used-up": { most: number };
  "no-such-task": { task: string };
  /** The person was erased: nothing private can be kept of them any more. */
  "personal-data-erased": Record<never, never>;
  "more-than-given": { capsules: number; given: number };
}
export type RefusalId = keyof Refusals;

export type Refusal = { [R in RefusalId]: { readonly refused: R; readonly facts: Refusals[R] } }[RefusalId];

/** One refusal. */
export function refuse<R extends RefusalId>(refused: R, facts: Refusals[R]): Refusal {
  return { refused, facts } as Refusal;
}
