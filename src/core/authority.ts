/**
 * Whose word an entry takes. An entry that permits something counts only from those who may permit it; one that
 * speaks against treatment counts from anybody.
 */
import type { Entry, EntryType, Role } from "./entry.ts";

const prescriber: readonly Role[] = ["prescriber"];
const who: { readonly [T in EntryType]?: readonly Role[] } = {
  "category-attested": prescriber,
  "home-testing-permitted": prescriber,
  "pregnancy-ended": prescriber,
  "results-reviewed": prescriber,
  "symptom-assessed": prescriber,
  "mood-assessed": prescriber,
  "course-resumed": prescriber,
  "judgement-recorded": prescriber,
  "finding-overridden": prescriber,
  "policy-signed": prescriber,
  "supply-authorised": prescriber,
  "supply-reversed": ["pharmacist", "prescriber"],
  "supply-returned": ["prescriber", "nurse", "pharmacist", "front-desk"],
  "external-authorisation-recorded": ["pharmacist", "prescriber"],
  "product-read": ["pharmacist", "prescriber"],
  "condition-ended": ["prescriber", "nurse"],
  "medicine-ended": ["prescriber", "nurse", "pharmacist"],
  counselled: ["prescriber", "nurse", "pharmacist"],
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
  if (
    entry.type === "abstinence-attested" &&
    "compellingReasons" in entry.body &&
    entry.body.compellingReasons
  ) {
    return prescriber;
  }
  return who[entry.type];
}

/** Whether an entry comes from somebody whose word it takes. */
export function hasAuthority(entry: Entry): boolean {
  // A hospital's record that says that something ended has been signed there.
  if (entry.source === "import" && (entry.type === "condition-ended" || entry.type === "medicine-ended"))
    return true;
  return authorityFor(entry)?.includes(entry.actor) ?? true;
}
