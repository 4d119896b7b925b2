/** Who can become pregnant: a recorded attestation decides, never administrative gender. */
import { ageYears, type Day } from "./calendar.ts";
import type { Body } from "./entry.ts";
import type { Record } from "./record.ts";

type Document = Body<"category-attested">["documented"][number];

export type Category =
  | { readonly is: "unknown" }
  | { readonly is: "can" }
  /** Attested as unable, on grounds that do not count (tubal sterilisation, abstinence …): so able. */
  | { readonly is: "can"; readonly insufficientBasis: string }
  | { readonly is: "undocumented"; readonly missing: readonly Document[] }
  /** Attested as unable, and a period, a pregnancy or a positive test came after. */
  | { readonly is: "contradicted"; readonly attestedDay: Day }
  | { readonly is: "cannot"; readonly basis: string };

const sufficient: ReadonlySet<string> = new Set([
  "cisgender-male",
  "hysterectomy",
  "bilateral-oophorectomy",
  "post-menopausal",
]);
/** What documents the menopause in someone not over the age at which a raised FSH alone does. */
const fullDocuments: readonly Document[] = [
  "fsh-post-menopausal",
  "hcg-negative",
  "oestradiol-low",
  "progesterone-absent",
];

/**
 * @param overAgeYears over this age a post-menopausal FSH is enough; `null` where the protocol names no age
 */
export function categoryOf(record: Record, overAgeYears: number | null): Category {
  const attested = record.last("category-attested");
  if (attested === undefined) return { is: "unknown" };
  const sameDay = record
    .of("category-attested")
    .filter(({ happened }) => happened.day === attested.happened.day);
  // Two attestations of one day without clock times: the stricter one counts.
  const undecided = sameDay.some(({ happened }) => happened.at === undefined);
  if (attested.body.canBecomePregnant || (undecided && sameDay.some(({ body }) => body.canBecomePregnant))) {
    return { is: "can" };
  }
  if (isContradicted(record, attested.happened.day))
    return { is: "contradicted", attestedDay: attested.happened.day };
  const { basis } = attested.body;
  if (basis === undefined) return { is: "unknown" };
  if (!sufficient.has(basis)) return { is: "can", insufficientBasis: basis };
  if (basis !== "post-menopausal") return { is: "cannot", basis };
  const age = record.birthDate === undefined ? undefined : ageYears(record.birthDate, attested.happened.day);
  const fshIsEnough = age !== undefined && overAgeYears !== null && age > overAgeYears;
  const needed = fshIsEnough ? fullDocuments.slice(0, 1) : fullDocuments;
  const missing = needed.filter((document) => !attested.body.documented.includes(document));
  return missing.length === 0 ? { is: "cannot", basis } : { is: "undocumented", missing };
}

function isContradicted(record: Record, attested: Day): boolean {
  const after = ({ happened }: { readonly happened: { readonly day: Day } }) => happened.day > attested;
  return (
    record.of("menses-recorded").some((entry) => entry.body.status !== "absent" && after(entry)) ||
    record.of("pregnancy-reported").some(after) ||
    record.tests.some((test) => test.result === "positive" && test.known.day > attested)
  );
}
