/** What of the skin somebody may look out for. Apart from its schema, which no browser needs. */

/** `result` is how many are said to get better. */
export const features = [
  "oil",
  "plugs",
  "pores",
  "spots",
  "flare",
  "dryness",
  "marks",
  "pits",
  "course",
  "result",
] as const;
export type Feature = (typeof features)[number];
