/** What the words of a language hold for the values that protocols and clinics set. The compiler refuses a missing one. */
import type { ParameterTopic } from "../core/knowledge/parameter-topics.ts";
import type { ParameterId, ValueOf } from "../core/knowledge/parameters.ts";
import type { Say } from "./words.ts";

/** A parameter as a heading, and how a value of it reads. */
export interface WordsOf<V> {
  readonly title: string;
  readonly reads: (value: V, say: Say) => string;
}

export interface ParameterWords {
  readonly parameters: { readonly [P in ParameterId]: WordsOf<ValueOf<P>> };
  readonly topics: { readonly [T in ParameterTopic]: string };
  /** A value nobody sets. */
  readonly notSet: string;
}
