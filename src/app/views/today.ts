/** Today's list: every patient of a clinic, ordered by what needs a person and when it closes. */
import { type At, atText, dayOf, dayText, endOf } from "../../core/calendar.ts";
import type { Row } from "../../ledger/ledger.ts";
import { zoneOf } from "../decide-supply.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import { clinicStream, type Practice, patientStream, settingOf } from "../practice.ts";
import { reading, UnreadableRecord } from "../unreadable.ts";
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

/** Records that could not be read, at their versions: each is told of once. */
const told = new WeakMap<Practice, Map<string, number>>();

/**
 * The list as of now, or undefined where there is no such clinic. A record that cannot be read is a line of its own,
 * before all others, and stands in nobody's way.
 *
 * @param onUnreadable told of each such record, once for each of its versions
 */
export function todayView(
  practice: Practice,
  clinic: string,
  site?: string,
  onUnreadable: (cause: unknown) => void = () => {},
): Today | undefined {
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) return undefined;
  const at = practice.now();
  const zone = zoneOf(setting, practice.knowledge);
  const rows = practice.ledger.query(
    "SELECT * FROM view_patient WHERE clinic = :clinic AND (:site IS NULL OR site = :site) ORDER BY search, stream",
    { clinic, site: site ?? null },
  );
  const found: Kept[] = [];
  const unreadable: TodayLine[] = [];
  for (const row of rows) {
    const patient = String(row["patient"]);
    try {
      const line = reading(patient, () => lineOf(practice, patient, at));
      if (line !== undefined) found.push(line);
    } catch (cause) {
      if (!(cause instanceof UnreadableRecord)) throw cause;
      const version = practice.ledger.version(patientStream(patient));
      if (isNews(practice, patient, version)) onUnreadable(cause.cause);
      unreadable.push(unreadableLine(row, version));
    }
  }
  const lines = [...unreadable, ...found.toSorted(inOrderOfTurn).map(({ line }) => line)];
  return { clinic, at: atText(at), day: dayText(dayOf(at, zone)), zone, lines };
}

/** Forgets what the list holds of a patient. */
export function forgetLine(practice: Practice, patient: string): void {
  kept.get(practice)?.delete(patient);
}

function isNews(practice: Practice, patient: string, version: number): boolean {
  const ofPractice = told.get(practice) ?? new Map<string, number>();
  told.set(practice, ofPractice);
  if (ofPractice.get(patient) === version) return false;
  ofPractice.set(patient, version);
  return true;
}

function unreadableLine(row: Row, version: number): TodayLine {
  const text = (column: string) => (typeof row[column] === "string" ? row[column] : null);
  return {
    patient: text("patient") ?? "",
    name: text("name"),
    kana: text("kana"),
    birthDate: text("birth_date") ?? "",
    clinic: text("clinic") ?? "",
    site: text("site"),
    fictional: row["fictional"] === 1,
    version,
    standing: {
      group: "alarm",
      verdict: "ask",
      who: ["prescriber", "administrator"],
      headline: { en: "This record cannot be read.", ja: "この記録を読み取れません。" },
      turns: [],
      until: null,
      earliest: null,
      capsulesUntil: null,
    },
  };
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
