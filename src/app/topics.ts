/** What entries are about, and what each role sees of a record that is open to it. */
import type { EntryType, Role } from "../core/entry.ts";
import type { privateTopics } from "../core/vocabulary.ts";

/** What an entry is about, for those who see only a part of a record. */
export type Topic =
  | "identity"
  | "visits"
  | "treatment"
  | "warnings"
  | "laboratory"
  | "pregnancy"
  | "health"
  | (typeof privateTopics)[number]
  | "access";

const everyTopic: readonly Topic[] = [
  "identity",
  "visits",
  "treatment",
  "warnings",
  "laboratory",
  "pregnancy",
  "health",
  "contraception",
  "sexual-history",
  "mood",
  "access",
];

/** What each role sees of a record that is open to it. A guardian sees more where the minor shares it. */
export const sees: { readonly [R in Role]: readonly Topic[] } = {
  prescriber: everyTopic,
  designee: everyTopic,
  nurse: everyTopic,
  pharmacist: everyTopic,
  lab: ["identity", "visits", "laboratory", "pregnancy"],
  "front-desk": ["identity", "visits"],
  auditor: everyTopic,
  administrator: ["identity", "visits", "access"],
  patient: everyTopic,
  guardian: ["identity", "visits", "treatment", "warnings", "laboratory", "health"],
  unknown: [],
};

/** What another clinic's entries show to a clinic that treats the patient too: what a safe supply depends on. */
export const safetySummary: readonly Topic[] = ["treatment", "warnings", "pregnancy", "health"];

/** What an entry is about; what is not named here is about health. */
export function topicOf(type: EntryType): Topic {
  return topics[type] ?? "health";
}

const topics: { readonly [T in EntryType]?: Topic } = {
  registered: "identity",
  "name-recorded": "identity",
  "person-erased": "identity",
  "guardian-recorded": "identity",
  "consent-signed": "visits",
  "visit-held": "visits",
  counselled: "visits",
  "comprehension-answered": "visits",
  "programme-enrolled": "visits",
  "programme-left": "visits",
  "category-attested": "pregnancy",
  "pregnancy-test-collected": "pregnancy",
  "pregnancy-test-resulted": "pregnancy",
  "home-testing-permitted": "pregnancy",
  "menses-recorded": "sexual-history",
  "pregnancy-reported": "pregnancy",
  "pregnancy-ended": "pregnancy",
  "pregnancy-wish-recorded": "sexual-history",
  "breastfeeding-recorded": "pregnancy",
  "circumstances-stated": "sexual-history",
  "contraception-started": "contraception",
  "contraception-ended": "contraception",
  "contraception-lapsed": "contraception",
  "contraception-stated": "contraception",
  "abstinence-attested": "sexual-history",
  "sexual-function-asked": "sexual-history",
  "mood-screened": "mood",
  "mood-assessed": "mood",
  "lab-resulted": "laboratory",
  "result-unread": "laboratory",
  "results-reviewed": "laboratory",
  "symptom-reported": "warnings",
  "symptom-assessed": "warnings",
  "course-started": "treatment",
  "course-held": "treatment",
  "course-resumed": "treatment",
  "course-ended": "treatment",
  "supply-authorised": "treatment",
  "supply-voided": "treatment",
  "external-authorisation-recorded": "treatment",
  "supply-dispensed": "treatment",
  "supply-reversed": "treatment",
  "supply-returned": "treatment",
  "capsules-counted": "treatment",
  "dose-taken": "treatment",
  "dose-missed": "treatment",
  "last-capsule-recorded": "treatment",
  "staff-appointed": "access",
  "staff-dismissed": "access",
  "account-linked": "access",
  "account-unlinked": "access",
  "shared-with-guardian": "access",
  "treatment-relation-started": "access",
  "treatment-relation-ended": "access",
  "glass-broken": "access",
  "processing-restricted": "access",
  "restriction-lifted": "access",
  "person-data-read": "access",
  "access-refused": "access",
  "account-event": "access",
};
