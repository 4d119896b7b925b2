/** How far something is allowed. Apart from its schema, which no browser needs. */

/** From most to least permissive. */
export const permissions = ["yes", "care", "ask", "no"] as const;
export type Permission = (typeof permissions)[number];
