/** A patient as a command finds them: the record folded as of now, and the versions it was read at. */
import { editionAt } from "../core/edition.ts";
import { type Context, NotDecidable } from "../core/judge.ts";
import { resolveValues, type Values } from "../core/knowledge/resolve.ts";
import { foldRecord, type Record as PatientRecord } from "../core/record.ts";
import type { Setting } from "../core/setting.ts";
import { zoneOf } from "./decide-supply.ts";
import type { History, Personal } from "./histories.ts";
import { clinicStream, type Practice, patientStream, settingOf } from "./practice.ts";

export interface PatientState {
  readonly patient: string;
  readonly stream: string;
  readonly version: number;
  readonly clinic: string;
  readonly site: string | undefined;
  readonly personal: Personal;
  readonly setting: Setting;
  readonly zone: string;
  /** The record as of `at`, the clinic's own entries included. */
  readonly record: PatientRecord;
  readonly context: Context;
  /** Every stream that was read, at its version. */
  readonly read: Readonly<globalThis.Record<string, number>>;
  readonly history: History;
}

/**
 * The patient as of now, or undefined where nobody is registered by that name.
 *
 * @param how `known` takes what is kept here without asking the ledger: good enough to write on, which the ledger checks
 */
export async function patientState(
  practice: Practice,
  patient: string,
  how: "read" | "known" = "read",
): Promise<PatientState | undefined> {
  const stream = patientStream(patient);
  const history = await practice.histories[how](stream);
  if (history.home === undefined) return undefined;
  const { clinic, site } = history.home;
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) {
    throw new Error(`the clinic "${clinic}" of patient ${patient} is not in knowledge/clinics`);
  }
  const zone = zoneOf(setting, practice.knowledge);
  const ofClinic = await practice.histories[how](clinicStream(clinic));
  // Only now: what was written while the streams were read has happened already, and must not look as if it lay ahead.
  const at = practice.now();
  const record = foldRecord([...history.entries, ...ofClinic.entries], { at, zone }, history.undated);
  return {
    patient,
    stream,
    version: history.version,
    clinic,
    site,
    personal: history.personal,
    setting,
    zone,
    record,
    context: { knowledge: practice.knowledge, setting, record },
    read: { [stream]: history.version, [clinicStream(clinic)]: ofClinic.version },
    history,
  };
}

/** The values in force for the patient's clinic today. @throws NotDecidable where none are */
export function valuesOf({ setting, record, context: { knowledge } }: PatientState): Values {
  const protocol = knowledge.protocols[setting.protocol];
  const edition = protocol === undefined ? undefined : editionAt(protocol, record.asOf.at, []);
  if (edition === undefined) {
    throw new NotDecidable(
      `${setting.protocol} has no edition in force on that day`,
      `its first edition starts on ${protocol?.editions[0]?.since ?? "no day at all"}`,
    );
  }
  return resolveValues(knowledge, {
    protocol: setting.protocol,
    edition: edition.sinceDay,
    on: record.day,
    ...(setting.clinic === undefined ? {} : { clinic: setting.clinic }),
  });
}
