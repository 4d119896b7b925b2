/**
 * A question that is asked between supplies: pure, answered from knowledge and, where a patient is meant, from the
 * record. What it says are outcomes like a rule's, so that each carries its reason, facts, sources and way out.
 */
import type { At, Day } from "../calendar.ts";
import { type Facts, type Outcome, type Verdict, worse } from "../finding.ts";
import type { Finding } from "../judge.ts";
import type { Jurisdiction } from "../knowledge/parts.ts";
import type { Values } from "../knowledge/resolve.ts";
import type { Knowledge } from "../knowledge/schema.ts";
import type { CoursePlan } from "../plan/course-plan.ts";
import type { Bill } from "../price/bill.ts";
import type { Record } from "../record.ts";
import type { Setting } from "../setting.ts";
import type { Fields, InputOf } from "./fields.ts";

/** What surrounds a question: where, when, and of whom. */
export interface Asked {
  readonly knowledge: Knowledge;
  readonly setting: Setting;
  /** In force that day under the setting's protocol and clinic; of two editions side by side the stricter of each. */
  readonly values: Values;
  /** The protocol's own, without a clinic's house rules. */
  readonly protocolValues: Values;
  readonly country: Jurisdiction;
  readonly at: At;
  readonly day: Day;
  readonly zone: string;
  /** The patient's, where one is meant. */
  readonly record: Record | undefined;
  /**
   * Ranks what pages say by how well it answers to what somebody typed, misspellings forgiven: brought along by whoever
   * has a search library. Without it only what holds the very words is found.
   */
  readonly findClaims?: (search: string) => readonly string[];
}

/**
 * The parts of an answer, in the order they are read: statements asked about that are not to be relied on, what counts,
 * what to do, what else is good to know, what nobody was asked or what is not about this case, what was found in studies, and what is said elsewhere and was not applied (it
 * never counts).
 */
export const sections = [
  "unreliable",
  "counts",
  "do",
  "know",
  "not-asked",
  "evidence",
  "not-applied",
] as const;
export type Section = (typeof sections)[number];

/** Kinds of things a remark can be about. */
export const aboutKinds = [
  "activity",
  "allergen",
  "analyte",
  "authority",
  "claim",
  "condition",
  "contraceptive",
  "duty",
  "expectation",
  "helpline",
  "indication",
  "medicine",
  "product",
  "protocol",
  "reference",
  "relapse-definition",
  "study",
  "symptom",
] as const;
/** What a remark is about, by its id in the knowledge: its name becomes the remark's heading. */
export interface About {
  readonly kind: (typeof aboutKinds)[number];
  readonly id: string;
}

/** One thing an answer says. */
export type Remark<O extends Outcome = Outcome> = O & {
  readonly section: Section;
  readonly about: About | undefined;
  readonly finding?: undefined;
};

/** What a rule found: said in the rule's own words, under its own title. */
export interface FoundRemark extends Outcome {
  readonly section: Section;
  readonly about: undefined;
  readonly finding: Finding;
}

/** A line of numbers over days, for a drawing, with the lines it is read against. */
export interface Series {
  readonly id: string;
  readonly unit: string;
  readonly points: readonly { readonly day: Day; readonly value: number }[];
  readonly lines: readonly { readonly value: number; readonly meaning: string }[];
}

export interface Answer<O extends Outcome = Outcome> {
  readonly verdict: Verdict;
  /** The whole answer in a sentence. */
  readonly headline: O;
  readonly remarks: readonly (Remark<O> | FoundRemark)[];
  readonly series: readonly Series[];
  /** Where the answer waits: the first day on which it no longer does. */
  readonly earliestDay: Day | undefined;
  /** Courses that were planned, the one that was asked for first. */
  readonly plans?: readonly CoursePlan[] | undefined;
  /** What it costs, where that is asked. */
  readonly bill?: Bill | undefined;
}

/** A question: what it is told, what the record already says of that, and its answer. */
export interface Question<Id extends string, F extends Fields, A extends Answer> {
  readonly id: Id;
  readonly fields: F;
  /** `needed`: it is about a patient's record, in files or of the clinic; the fields then only add to it. */
  readonly record: "needed" | "helps";
  /** A case as somebody would give it, days as text: for help texts and the description of the API. */
  readonly example: Readonly<globalThis.Record<string, unknown>>;
  /** What the record answers of the fields, so that nobody types it again. */
  known?(record: Record, asked: Asked): Partial<InputOf<F>>;
  answer(input: InputOf<F>, asked: Asked): A;
}

/** Declares a question; its input and all it can say are inferred. */
export function question<const Id extends string, const F extends Fields, A extends Answer>(
  declared: Question<Id, F, A>,
): Question<Id, F, A> {
  return declared;
}

/** One remark of an answer. */
export function remark<O extends Outcome>(section: Section, outcome: O, about?: About): Remark<O> {
  return { ...outcome, section, about };
}

/** What a rule found, as part of an answer; one that a prescriber has set aside counts as an advice. */
export function found(section: Section, finding: Finding): FoundRemark {
  const { reason, facts, cites, wayOut, overridden } = finding;
  const verdict = overridden === undefined ? finding.verdict : "advise";
  const base = { verdict, reason, facts, cites, wayOut, section, about: undefined, finding };
  return finding.floor ? { ...base, floor: true } : base;
}

/** The worst verdict of what counts; `pass` where nothing does. */
export function worstOf(remarks: readonly (Remark | FoundRemark)[]): Verdict {
  return remarks
    .filter(({ section }) => section === "counts")
    .map(({ verdict }) => verdict)
    .reduce<Verdict>(worse, "pass");
}

/** An answer: never better than its headline, nor than the worst that counts. */
export function answered<H extends Outcome, R extends Remark | FoundRemark = never>(
  headline: H,
  remarks: readonly R[],
  more: {
    readonly series?: readonly Series[];
    readonly earliestDay?: Day | undefined;
    readonly plans?: readonly CoursePlan[];
    readonly bill?: Bill | undefined;
  } = {},
): Answer<H | Exclude<R, FoundRemark>> {
  return {
    verdict: worse(headline.verdict, worstOf(remarks)),
    headline,
    remarks,
    series: more.series ?? [],
    earliestDay: more.earliestDay,
    ...(more.plans === undefined ? {} : { plans: more.plans }),
    ...(more.bill === undefined ? {} : { bill: more.bill }),
  };
}

type AnswerOf<Q> = Q extends { answer: (...given: never) => infer A } ? A : never;
type OutcomeOf<A> = A extends Answer<infer O> ? O : never;

/** Every reason a question can give, with the facts its sentence may use. */
export type ReasonsOfQuestion<Q> = {
  [K in OutcomeOf<AnswerOf<Q>>["reason"]]: Extract<OutcomeOf<AnswerOf<Q>>, { readonly reason: K }>["facts"] &
    Facts;
};
