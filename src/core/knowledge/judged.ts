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
