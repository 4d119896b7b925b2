/**
 * Whose word an entry takes. An entry that permits something counts only from those who may permit it; one that
 * speaks against treatment counts from anybody.
 */
import type { Entry, EntryType, Role } from "./entry.ts";

const prescriber: readonly Role[] = ["prescriber"];
const who: { readonly [T in EntryType]?: readonly Role[] } = {
  "category-attested": prescriber,
  "home-testing-permitted": prescriber,
  "pregnancy-ended": ["prescriber", "nurse"],
  "results-reviewed": prescriber,
  "symptom-assessed": prescriber,
  "mood-assessed": prescriber,
  "course-resumed": prescriber,
  "judgement-recorded": prescriber,
  "finding-overridden": prescriber,
  "policy-signed": prescriber,
  "product-read": ["pharmacist", "prescriber"],
  "programme-enrolled": ["prescriber", "pharmacist", "administrator"],
  "edition-confirmed": ["administrator"],
};

/** The roles an entry like this one needs, or nothing where anybody's word counts. */
export function authorityFor(entry: Pick<Entry, "type" | "body">): readonly Role[] | undefined {
  if (
    entry.type === "category-attested" &&
    "canBecomePregnant" in entry.body &&
    entry.body.canBecomePregnant
  ) {
    return undefined;
  }
  return who[entry.type];
}

/** Whether an entry comes from somebody whose word it takes. */
export function hasAuthority(entry: Entry): boolean {
  return authorityFor(entry)?.includes(entry.actor) ?? true;
}
