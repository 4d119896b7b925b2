/** How soon something has to be seen. Apart from its schema, which no browser needs. */

/** From the one that is known and harmless to the one that cannot wait. */
export const urgencies = ["expected", "next-visit", "today", "emergency"] as const;
export type Urgency = (typeof urgencies)[number];
