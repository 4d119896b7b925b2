/** The clinics a server works for, the busiest first: a page begins with it where nobody has chosen. */
import type { Clinic } from "../../core/knowledge/schema.ts";
import { wholeOf } from "../behind-the-wall.ts";
import type { Practice } from "../practice.ts";

/** By how many patients they have, then by how many sites, then by id. */
export async function clinicsInOrder(practice: Practice): Promise<readonly Clinic[]> {
  // Of all clinics how many, of nobody who.
  const { ledger, knowledge } = wholeOf(practice);
  const rows = await ledger.query(
    "SELECT clinic, COUNT(*) AS patients FROM view_patient GROUP BY clinic",
    {},
  );
  const patients = new Map(rows.map((row) => [String(row["clinic"]), Number(row["patients"])]));
  const of = ({ id }: Clinic) => patients.get(id) ?? 0;
  return Object.values(knowledge.clinics).toSorted(
    (a, b) => of(b) - of(a) || b.sites.length - a.sites.length || (a.id < b.id ? -1 : 1),
  );
}
