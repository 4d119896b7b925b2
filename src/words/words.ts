/** What the words of a language must hold: every reason of every rule, every step, every name. The compiler asks. */
import type { At, Day } from "../core/calendar.ts";
import type { Role } from "../core/entry.ts";
import type { KnownText, Verdict } from "../core/finding.ts";
import type { ReasonsOf } from "../core/rule.ts";
import type { AnyRule } from "../core/rules/index.ts";
import type { ActionId, Actions } from "../core/steps.ts";

export const languages = ["en", "ja"] as const;
export type Language = (typeof languages)[number];
/** A text in every language. */
export type Bilingual = { readonly [L in Language]: string };

/** Kinds of things that knowledge names in both languages. */
export type Named =
  | "medicine"
  | "analyte"
  | "symptom"
  | "condition"
  | "contraceptive"
  | "allergen"
  | "product"
  | "indication"
  | "protocol"
  | "activity"
  | "duty"
  | "study"
  | "relapse-definition"
  | "expectation"
  | "helpline"
  | "authority"
  | "claim"
  | "reference";

/** Those of them that knowledge also explains. */
export type Explained = Extract<Named, "medicine" | "symptom" | "indication">;

/** Turns facts into words of one language. */
export interface Say {
  /** "20 Nov 2026", "2026年11月20日". */
  day(day: Day | undefined): string;
  /** An instant with its clock time and zone, as the clinic reads it: "20 Nov 2026, 23:59 (America/New_York)". */
  at(at: At | undefined): string;
  /** The last minute before an instant that no longer belongs: for `closesAt`, `closedAt`, `until`. */
  through(at: At | undefined): string;
  number(value: number): string;
  /** A name from knowledge; the id itself where knowledge has none. */
  name(kind: Named, id: string): string;
  /** Names from knowledge, joined. */
  names(kind: Named, ids: readonly string[]): string;
  /** What knowledge says of them (why not together, what to do), each sentence once; empty where it says nothing. */
  why(kind: Explained, ids: readonly string[]): string;
  /** A text of the knowledge in this language; empty where there is none. */
  text(text: KnownText | undefined): string;
  /** Plain texts, joined as the language joins them. */
  list(items: readonly string[]): string;
  /** A coded word (consent, topic, test setting, basis, severity …) in plain words. */
  term(id: string): string;
}

type RuleReasons = { [R in AnyRule as R["id"]]: ReasonsOf<R> };

export type RuleWords = {
  [Id in keyof RuleReasons]: {
    /** The claim itself, as a heading: "Pregnancy test in its window". */
    readonly title: string;
    readonly reasons: {
      [Reason in keyof RuleReasons[Id]]: (facts: RuleReasons[Id][Reason], say: Say) => string;
    };
  };
};

export type ActionWords = { [A in ActionId]: (facts: Actions[A], say: Say) => string };

/** Coded words that stand in facts and have no entry in knowledge. */
export const terms = [
  "cisgender-male",
  "hysterectomy",
  "bilateral-oophorectomy",
  "post-menopausal",
  "tubal-sterilisation",
  "partner-vasectomy",
  "abstinence",
  "not-yet-menstruating",
  "perimenopause",
  "other",
  "fsh-post-menopausal",
  "hcg-negative",
  "oestradiol-low",
  "progesterone-absent",
  "certified-laboratory",
  "medical-setting",
  "home",
  "any",
  "clear",
  "mild",
  "moderate",
  "severe",
  "very-severe",
  "nodules",
  "scarring",
  "burden",
  "truncal",
  "patient",
  "prescriber",
  "site",
  "conventional",
  "lidose",
  "micronised",
  "with-meal",
  "unknown",
] as const;
export type Term = (typeof terms)[number];

export interface Words {
  readonly rules: RuleWords;
  readonly actions: ActionWords;
  /** A finding's verdict in a word or two. */
  readonly verdicts: { readonly [V in Verdict]: string };
  /** The answer to the whole question: may this supply be prescribed now? */
  readonly answers: { readonly [V in Verdict]: string };
  /** The same where the question is whether it may be handed out. */
  readonly dispensingVerdicts: { readonly [V in Verdict]: string };
  readonly dispensingAnswers: { readonly [V in Verdict]: string };
  readonly roles: { readonly [R in Role]: string };
  readonly terms: { readonly [T in Term]: string };
  /** Consents, counselling topics: ids that protocols choose; a missing one is found by a test over knowledge. */
  readonly protocolTerms: Readonly<Record<string, string>>;
}
