/** Today's list: every patient of a clinic, ordered by what needs a person and when it closes. */
import { type At, atText, dayOf, dayText, endOf } from "../../core/calendar.ts";
import { zoneOf } from "../decide-supply.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import { clinicStream, type Practice, settingOf } from "../practice.ts";
import type { Today, TodayLine } from "./shapes.ts";
import { inOrderOfTurn, type Standing, standingOf } from "./standing.ts";
import { personView, standingView } from "./view-parts.ts";

/** What was found for a patient, and until when it stays true if nobody writes anything. */
interface Kept {
  readonly version: number;
  readonly clinicVersion: number;
  readonly from: At;
  readonly until: At;
  readonly line: TodayLine;
  readonly standing: Standing;
}

/** Standings that still hold are not worked out again. */
const kept = new WeakMap<Practice, Map<string, Kept>>();

/** The list as of now, or undefined where there is no such clinic. */
export function todayView(practice: Practice, clinic: string, site?: string): Today | undefined {
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) return undefined;
  const at = practice.now();
  const zone = zoneOf(setting, practice.knowledge);
  const rows = practice.ledger.query(
    "SELECT patient FROM view_patient WHERE clinic = :clinic AND (:site IS NULL OR site = :site)",
    { clinic, site: site ?? null },
  );
  const lines = rows
    .map(({ patient }) => lineOf(practice, String(patient), at))
    .filter((line) => line !== undefined)
    .toSorted(inOrderOfTurn)
    .map(({ line }) => line);
  return { clinic, at: atText(at), day: dayText(dayOf(at, zone)), zone, lines };
}

function lineOf(practice: Practice, patient: string, at: At): Kept | undefined {
  const ofPractice = kept.get(practice) ?? new Map<string, Kept>();
  kept.set(practice, ofPractice);
  const version = practice.ledger.version(`patient/${patient}`);
  const before = ofPractice.get(patient);
  if (
    before !== undefined &&
    before.version === version &&
    before.clinicVersion === practice.ledger.version(clinicStream(before.line.clinic)) &&
    before.from <= at &&
    at < before.until
  ) {
    return before;
  }
  const state = patientState(practice, patient, at);
  if (state === undefined) return undefined;
  const found = worked(state, at);
  ofPractice.set(patient, found);
  return found;
}

function worked(state: PatientState, from: At): Kept {
  const standing = standingOf(state);
  const line = { ...personView(state), version: state.version, standing: standingView(standing) };
  return {
    version: state.version,
    clinicVersion: state.read[clinicStream(state.clinic)] ?? 0,
    from,
    until: changesAt(state, standing),
    line,
    standing,
  };
}

/** The next instant at which the line can change though nobody writes: at the latest when the day is over. */
function changesAt({ record, zone }: PatientState, { decision, until }: Standing): At {
  const dayOver = endOf(record.day, zone);
  const others = [decision.validUntil, until].filter((at) => at !== undefined && at > record.asOf.at);
  return Math.min(dayOver, ...(others as At[])) as At;
}
