/** What the words of a question must hold: every reason it can give, every field it asks for. The compiler asks. */
import type { Fields } from "../core/questions/fields.ts";
import type { AnyQuestion } from "../core/questions/index.ts";
import type { ReasonsOfQuestion, Section } from "../core/questions/question.ts";
import type { Say } from "./words.ts";

interface FieldWords {
  readonly label: string;
  readonly hint?: string;
}

type FieldWordsOf<F extends Fields> = {
  readonly [K in keyof F]: FieldWords &
    (F[K] extends { kind: "choice" | "choices"; of: readonly (infer C extends string)[] }
      ? { readonly choices: { readonly [O in C]: string } }
      : unknown) &
    (F[K] extends { kind: "rows"; columns: infer C extends Fields }
      ? { readonly columns: FieldWordsOf<C> }
      : unknown);
};

/** One question in one language. */
export interface QuestionWords<Q extends { readonly fields: Fields }> {
  /** The question itself, as a heading: "May I …?" */
  readonly title: string;
  /** What it is for, in a sentence or two, for somebody who has not met it. */
  readonly lead: string;
  readonly fields: FieldWordsOf<Q["fields"]>;
  readonly reasons: {
    readonly [R in keyof ReasonsOfQuestion<Q>]: (facts: ReasonsOfQuestion<Q>[R], say: Say) => string;
  };
  /** Names of drawn lines, and what the values on them mean. */
  readonly series?: Readonly<Record<string, string>>;
  /** Headings of the parts of the answer, where its own say it better than the usual ones. */
  readonly sections?: { readonly [S in Section]?: string };
}

/** Every question in one language. */
export type QuestionsWords = { readonly [Q in AnyQuestion as Q["id"]]: QuestionWords<Q> };
