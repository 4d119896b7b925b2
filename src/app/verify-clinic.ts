/** Verifies what a clinic's auditor answers for: the chains of its audit trail, of its own stream and of its patients'. */
import { setImmediate } from "node:timers/promises";
import { compare, type Fault, linked, type Standing } from "../ledger/chain-check.ts";
import { auditPrefix } from "./audit.ts";
import { wholeOf } from "./behind-the-wall.ts";
import { clinicStream, type Practice } from "./practice.ts";

/** Entries that are read at once. */
const atOnce = 500;
/** More faults than these are counted, and not named. */
const mostFaults = 1000;

export type Verifying =
  | { readonly is: "progress"; readonly done: number; readonly total: number }
  | { readonly is: "fault"; readonly fault: Fault }
  | {
      readonly is: "verified";
      readonly streams: number;
      readonly entries: number;
      readonly faults: number;
      /** Of them, those of the audit trail and of patients. */
      readonly audit: number;
      readonly patients: number;
    };

/** As it stands when it begins; what is written meanwhile is not looked at. */
export async function* verifyClinic(practice: Practice, clinic: string): AsyncGenerator<Verifying, void> {
  // Hashes of all that is the clinic's, also of whom it treats no longer; no word of it is shown.
  const { ledger } = wholeOf(practice);
  const trail = (await ledger.streams(auditPrefix(clinic))).map(({ stream }) => stream);
  const patients = await patientsOf(practice, clinic);
  const streams = [...trail, clinicStream(clinic), ...patients];
  const versions = await ledger.versions(streams);
  const total = [...versions.values()].reduce((sum, version) => sum + version, 0);
  let done = 0;
  let told = 0;
  let count = 0;
  let found: Fault[] = [];
  yield { is: "progress", done, total };
  for (const stream of streams) {
    const version = versions.get(stream) ?? 0;
    const note = (what: Fault["what"], says: string, where: Pick<Fault, "stream" | "version"> = {}) => {
      count += 1;
      if (count <= mostFaults) found.push({ what, ...where, says });
    };
    let last: Standing | undefined;
    for (;;) {
      const from = last?.version ?? 0;
      const rows = from >= version ? [] : await ledger.kept(stream, from, Math.min(atOnce, version - from));
      for (const row of rows) last = linked(last, row, note);
      done += rows.length;
      if (rows.length === 0) break;
      // As often as anybody looks.
      if (done - told < Math.max(atOnce, total / 200)) continue;
      told = done;
      yield { is: "progress", done, total };
    }
    if (version > 0) compare({ stream, version }, last, note);
    for (const fault of found) yield { is: "fault", fault };
    found = [];
    // Others get a turn.
    await setImmediate();
  }
  yield {
    is: "verified",
    streams: streams.length,
    entries: done,
    faults: count,
    audit: trail.length,
    patients: patients.length,
  };
}

/** Everybody who was ever registered or treated there. */
async function patientsOf(practice: Practice, clinic: string): Promise<readonly string[]> {
  const rows = await wholeOf(practice).ledger.query(
    `SELECT stream FROM view_patient WHERE clinic = :clinic
     UNION SELECT stream FROM view_treatment WHERE clinic = :clinic ORDER BY stream`,
    { clinic },
  );
  return rows.map(({ stream }) => String(stream));
}
