/** How a statement stands against the sources, from best to worst. Apart from the schemas, which no browser needs. */
export const judgements = [
  "supported",
  "house-rule",
  "outdated",
  "unsupported",
  "wrong",
  "dangerous",
] as const;
export type Judged = (typeof judgements)[number];

/** What repeats a claim takes its judgement from there; once everything is read there is one. */
export type Settled<T> = Omit<T, "judged"> & { readonly judged: Judged };
