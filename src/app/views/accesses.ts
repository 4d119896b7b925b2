/** Who saw and wrote what of one patient, at every clinic, newest first, a page at a time. */
import { patientState } from "../patient-state.ts";
import { type Practice, patientStream } from "../practice.ts";
import { sightOf, type Viewer } from "../sight.ts";
import { reading } from "../unreadable.ts";
import { lineOfRow, linesOfWrites, type NamesOf, named } from "./access-lines.ts";
import type { Accesses } from "./access-shapes.ts";

interface Wanted {
  /** The `next` of the page before. */
  readonly before?: number | undefined;
  readonly limit?: number | undefined;
  readonly viewer?: Viewer | undefined;
}

/** Undefined where nobody is registered by that number. */
export async function accessesView(
  practice: Practice,
  patient: string,
  namesOf: NamesOf,
  { before = Number.MAX_SAFE_INTEGER, limit = 50, viewer }: Wanted = {},
): Promise<Accesses | undefined> {
  const { ledger, knowledge } = practice;
  const state = await reading(patient, () => patientState(practice, patient));
  if (state === undefined) return undefined;
  const [rows, stored] = await Promise.all([
    // One that several clinics are shown is one; an opened record stands among the writes.
    ledger.query(
      `SELECT DISTINCT position, at, type, account, role, by_clinic, operation, through, why FROM view_access
       WHERE patient = :patient AND type <> 'glass-broken' AND position < :before
       ORDER BY position DESC LIMIT :limit`,
      { patient, before, limit: limit + 1 },
    ),
    reading(patient, () => ledger.read(patientStream(patient))),
  ]);
  const { zone, history } = state;
  const sight = sightOf(viewer, history);
  const lines = [
    ...rows.map((row) => lineOfRow(row, knowledge)),
    ...linesOfWrites(stored, history, { knowledge, zone, sight }).filter(({ position }) => position < before),
  ].toSorted((a, b) => b.position - a.position);
  const page = lines.slice(0, limit);
  return {
    items: await named(page, namesOf),
    next: lines.length > limit ? String(page.at(-1)?.position) : null,
  };
}
