/** A rule: a claim that should be true of a supply, judged by one pure function. */
import type { Case } from "./case.ts";
import type { Outcome, Verdict } from "./finding.ts";

export interface Rule<Id extends string = string, O extends Outcome = Outcome> {
  readonly id: Id;
  /** Every verdict it can give: each has a golden example. */
  readonly gives: readonly Verdict[];
  readonly judge: (c: Case) => O;
}

/** Names a rule; the compiler holds `gives` against what `judge` really returns. */
export function rule<
  const Id extends string,
  const G extends readonly Verdict[],
  O extends Outcome & { readonly verdict: G[number] },
>(id: Id, gives: G, judge: (c: Case) => O): Rule<Id, O> {
  return { id, gives, judge };
}

type OutcomeOf<R> = R extends Rule<string, infer O> ? O : never;

/** Every reason a rule can give, with the facts its sentence may use. */
export type ReasonsOf<R> = {
  [K in OutcomeOf<R>["reason"]]: Extract<OutcomeOf<R>, { readonly reason: K }>["facts"];
};
