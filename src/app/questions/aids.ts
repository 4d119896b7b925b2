/**
 * What some questions are helped by and most need not load: a page asks for them only where they are wanted. Without
 * them an answer is poorer and never looser: a value in a foreign unit is asked about, a claim is found by its words.
 */
import type { Knowledge } from "../../core/knowledge/schema.ts";
import type { FindClaims } from "../claims/search.ts";

export interface Aids {
  /** Turns laboratory values into the units in which they are graded. */
  readonly units?: (
    input: Readonly<Record<string, unknown>>,
    knowledge: Knowledge,
  ) => Readonly<Record<string, unknown>>;
  /** Ranks claims by what somebody typed. */
  readonly claims?: (knowledge: Knowledge) => FindClaims;
}
