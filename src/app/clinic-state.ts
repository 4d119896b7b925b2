/** A clinic as a command finds it: its own record folded as of now. A patient's state holds all of this too. */
import type { Context } from "../core/judge.ts";
import { type Record as ClinicRecord, foldRecord } from "../core/record.ts";
import type { Setting } from "../core/setting.ts";
import { zoneOf } from "./decide-supply.ts";
import type { History } from "./histories.ts";
import { clinicStream, type Practice, settingOf } from "./practice.ts";

export interface ClinicState {
  readonly clinic: string;
  readonly stream: string;
  readonly version: number;
  readonly setting: Setting;
  readonly zone: string;
  readonly record: ClinicRecord;
  readonly context: Context;
  /** Every stream that was read, at its version. */
  readonly read: Readonly<Record<string, number>>;
  readonly history: History;
}

/** The clinic as of now, or undefined where knowledge holds none of that name. */
export async function clinicState(
  practice: Practice,
  clinic: string,
  how: "read" | "known" = "read",
): Promise<ClinicState | undefined> {
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) return undefined;
  const stream = clinicStream(clinic);
  const history = await practice.histories[how](stream);
  // Only now: see patientState.
  const at = practice.now();
  const zone = zoneOf(setting, practice.knowledge);
  const record = foldRecord(history.entries, { at, zone }, history.undated);
  return {
    clinic,
    stream,
    version: history.version,
    setting,
    zone,
    record,
    context: { knowledge: practice.knowledge, setting, record },
    read: { [stream]: history.version },
    history,
  };
}
