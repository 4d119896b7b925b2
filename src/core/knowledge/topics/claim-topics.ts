/** What claims are told apart by. Apart from their schema, which no browser needs. */

/** The pages whose statements are judged: their ids as sources. */
export const claimPages = ["page-000", "page-001", "page-002", "page-003", "page-004"] as const;
export type ClaimPage = (typeof claimPages)[number];

/** What a claim is about: a reader can ask for one topic. */
export const claimTopics = [
  "effect",
  "how-it-works",
  "relapse",
  "course",
  "dose",
  "missed-dose",
  "flare",
  "pregnancy",
  "contraception",
  "men",
  "tests",
  "side-effects",
  "mood",
  "procedures",
  "sun",
  "care",
  "medicines",
  "vaccines",
  "who-may",
  "supply",
  "price",
  "approval",
  "products",
  "indications",
] as const;
export type ClaimTopic = (typeof claimTopics)[number];
