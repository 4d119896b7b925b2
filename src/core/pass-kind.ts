/** What a passing finding rests on: a fact, the absence of one, or that the rule is not about this patient. */
import type { Finding } from "./judge.ts";

export const passKinds = ["in-order", "nothing-against", "not-applicable"] as const;
export type PassKind = (typeof passKinds)[number];

const notApplicable: ReadonlySet<string> = new Set([
  "not-asked-for",
  "treatment-under-way",
  "before-treatment",
  "no-such-wait",
  "nothing-to-compare",
  "no-rest-needed",
  "not-reckoned",
  "of-age",
]);
const nothingAgainst: ReadonlySet<string> = new Set([
  "no-sign-of-pregnancy",
  "none-open",
  "none",
  "no-alarm",
  "first-course",
  "not-missed",
  "only-one",
]);

/** Which kind of pass a finding is. */
export function passKindOf({ reason, facts }: Pick<Finding, "reason" | "facts">): PassKind {
  if (notApplicable.has(reason)) return "not-applicable";
  const { analytes } = facts;
  const noResults = reason === "acceptable" && Array.isArray(analytes) && analytes.length === 0;
  return nothingAgainst.has(reason) || noResults ? "nothing-against" : "in-order";
}
