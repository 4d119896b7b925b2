/**
 * Whose word an entry takes. An entry that permits something counts only from those who may permit it; one that
 * speaks against treatment counts from anybody.
 */
import type { Body, Entry, EntryType, Role } from "./entry.ts";
import { isMoodAlarm } from "./mood.ts";

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
  "visit-held": ["prescriber", "designee", "nurse", "front-desk"],
  counselled: ["prescriber", "designee", "nurse", "pharmacist"],
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

/** What a body has to say for its entry to speak against treatment. */
const against: { readonly [T in EntryType]?: (body: Body<T>) => boolean } = {
  "pregnancy-reported": () => true,
  "pregnancy-test-resulted": ({ result }) => result !== "negative",
  "contraception-lapsed": () => true,
  "contraception-ended": () => true,
  "contraception-stated": ({ usedWithoutGap }) => !usedWithoutGap,
  "abstinence-attested": ({ committed }) => !committed,
  "menses-recorded": ({ status }) => status === "late",
  "circumstances-stated": ({ mayBePregnant, agreesToPrevention }) =>
    mayBePregnant === true || agreesToPrevention === false,
  "category-attested": ({ canBecomePregnant }) => canBecomePregnant,
  "symptom-reported": ({ symptoms }) => symptoms.length > 0,
  "symptom-assessed": ({ conclusion }) => conclusion === "stop",
  "mood-screened": isMoodAlarm,
  "sexual-function-asked": ({ newProblem }) => newProblem,
  "mood-assessed": ({ conclusion }) => conclusion === "stop",
  "judgement-recorded": ({ conclusion }) => conclusion === "stop",
  "course-held": () => true,
};

/**
 * Whether an entry speaks against treatment and keeps speaking until somebody has looked at it: an alarm, an end of
 * contraception, a hold, the attestation that pregnancy is possible. Anybody may write one; only a prescriber may
 * withdraw or change it.
 */
export function speaksAgainst({ type, body }: Pick<Entry, "type" | "body">): boolean {
  // The predicate was picked by `type`, so it takes this body; TypeScript cannot see that by itself.
  const speaks = against[type] as ((body: Entry["body"]) => boolean) | undefined;
  return speaks?.(body) ?? false;
}

/** Whether an entry permits something by the word of whoever may, or as a test that was negative: without it, less may be done. */
export function permits(entry: Pick<Entry, "type" | "body">): boolean {
  const isPermission = authorityFor(entry) !== undefined || entry.type === "pregnancy-test-resulted";
  return isPermission && !speaksAgainst(entry);
}
