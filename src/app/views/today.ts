/** Today's list: every patient of a clinic, ordered by what needs a person and when it closes. */
import { type At, atText, dayOf, dayText, endOf } from "../../core/calendar.ts";
import type { Row } from "../../ledger/ledger.ts";
import type { WhyNotShown } from "../../words/render-not-shown.ts";
import { wholeOf } from "../behind-the-wall.ts";
import { zoneOf } from "../decide-supply.ts";
import { inGroups } from "../in-groups.ts";
import { type PatientState, patientState } from "../patient-state.ts";
import { type Practice, patientStream, settingOf } from "../practice.ts";
import { type Sight, sightOf, type Viewer } from "../sight.ts";
import { reading, UnreadableRecord } from "../unreadable.ts";
import { ClinicLines, type Line } from "./clinic-lines.ts";
import type { Today, TodayLine } from "./shapes.ts";
import { asListed, inOrderOfTurn, type Standing, standingOf, turnOf } from "./standing.ts";
import { notShownView, personView, standingView } from "./view-parts.ts";

const kept = new WeakMap<Practice, Map<string, ClinicLines>>();

/** Records that could not be read, at their versions: each is told of once. */
const told = new WeakMap<Practice, Map<string, number>>();

/**
 * The list as of now, or undefined where there is no such clinic. A record that cannot be read is a line of its own,
 * before all others, and stands in nobody's way.
 *
 * @param onUnreadable told of each such record, once for each of its versions
 * @param viewer who looks, where somebody is held to what their role sees
 */
export async function todayView(
  practice: Practice,
  clinic: string,
  site?: string,
  onUnreadable: (cause: unknown) => void = () => {},
  viewer?: Viewer,
): Promise<Today | undefined> {
  const setting = settingOf(clinic, practice.knowledge);
  if (setting === undefined) return undefined;
  const lines = linesOf(practice, clinic);
  await lines.catchUp(practice.ledger);
  const listed = await lines.listed(practice);
  const sites = site === undefined ? viewer?.sites : [site];
  const isAt = (one: string | null) =>
    sites === undefined || (one === null ? site === undefined : sites.includes(one));
  // Whose home is another clinic belongs to none of this one's sites.
  const ofSite = listed.filter((one) => isAt(one.site) || one.clinic !== clinic);
  const here = ofSite.filter((one) => !one.restricted);
  const at = practice.now();
  const zone = zoneOf(setting, practice.knowledge);
  const holding = here.map(({ patient }) => ({ patient, line: holds(lines.get(patient), at) }));
  const worked = await inGroups(
    holding.filter(({ line }) => line === undefined),
    ({ patient }) => workedAnew(practice, lines, patient),
  );
  const anew = new Map(worked.map((one) => [one.patient, one.line]));
  const found = holding
    .map(({ patient, line }) => line ?? anew.get(patient))
    .filter((one) => one !== undefined);
  const restricted = ofSite.length - here.length;
  const sight = sightOf(viewer, { shared: [], entries: [] });
  const seenAs = viewer === undefined ? "" : `${viewer.role} ${viewer.through}`;
  const shown = lines.shown(`${seenAs} ${JSON.stringify(sites)}`, found, () =>
    found.toSorted(inOrderOfTurn).map((one) => shownLine(one, sight, seenAs)),
  );
  const unread = worked.filter((one) => "cause" in one);
  const unreadable = await unreadableLines(practice, unread, onUnreadable);
  const all = unreadable.length === 0 ? shown : [...unreadable, ...shown];
  const hidden = new Map<WhyNotShown, number>(restricted === 0 ? [] : [["restricted", restricted]]);
  const notShown = notShownView(hidden, practice.knowledge);
  return { clinic, at: atText(at), day: dayText(dayOf(at, zone)), zone, lines: all, notShown };
}

/** Lines as those see them who do not see every topic; by the role they have. */
const inPart = new WeakMap<Line, Map<string, TodayLine>>();

function shownLine(line: Line, sight: Sight, seenAs: string): TodayLine {
  if (sight.all) return line.line;
  const known = inPart.get(line) ?? new Map<string, TodayLine>();
  inPart.set(line, known);
  const found = known.get(seenAs) ?? { ...line.line, standing: standingView(line.standing, sight) };
  known.set(seenAs, found);
  return found;
}

/** Beyond so many, a list is worked out when somebody looks at it. */
const mostBeforehand = 10_000;

/** Works out the lists of all clinics before anybody looks: the first look of a morning finds them there. */
export async function workOutLists(practice: Practice, signal: AbortSignal): Promise<void> {
  let room = mostBeforehand;
  for (const clinic of Object.keys(practice.knowledge.clinics)) {
    const lines = linesOf(practice, clinic);
    await lines.catchUp(practice.ledger);
    const listed = await lines.listed(practice);
    await inGroups(listed.slice(0, room), async ({ patient }) => {
      if (!signal.aborted) await workedAnew(practice, lines, patient);
    });
    room -= Math.min(room, listed.length);
  }
}

/** Forgets what the lists hold of a patient. */
export function forgetLine(practice: Practice, patient: string): void {
  for (const lines of kept.get(wholeOf(practice))?.values() ?? []) lines.forget(patient);
}

function linesOf(practice: Practice, clinic: string): ClinicLines {
  // What is kept of a clinic is for those of the clinic; for anybody else the store is asked, which knows what they see.
  if (practice.behindWall?.eyes.clinics.includes(clinic) === false) return new ClinicLines(clinic);
  const whole = wholeOf(practice);
  const ofPractice = kept.get(whole) ?? new Map<string, ClinicLines>();
  kept.set(whole, ofPractice);
  const lines = ofPractice.get(clinic) ?? new ClinicLines(clinic);
  ofPractice.set(clinic, lines);
  return lines;
}

/** A kept line, where it is still true though time has passed. */
function holds(line: Line | undefined, at: At): Line | undefined {
  return line !== undefined && line.from <= at && at < line.until ? line : undefined;
}

/** A patient whose line was worked out anew, or whose record could not be read. */
type Worked =
  | { readonly patient: string; readonly line: Line | undefined }
  | { readonly patient: string; readonly line: undefined; readonly cause: unknown };

async function workedAnew(practice: Practice, lines: ClinicLines, patient: string): Promise<Worked> {
  // Of two who look at once, each finds what the other has worked out by then.
  const known = holds(lines.get(patient), practice.now());
  if (known !== undefined) return { patient, line: known };
  try {
    const line = await lines.keep(patient, () => reading(patient, () => lineOf(practice, patient)));
    return { patient, line };
  } catch (cause) {
    if (!(cause instanceof UnreadableRecord)) throw cause;
    return { patient, line: undefined, cause: cause.cause };
  }
}

async function unreadableLines(
  practice: Practice,
  unread: readonly Extract<Worked, { readonly cause: unknown }>[],
  onUnreadable: (cause: unknown) => void,
): Promise<TodayLine[]> {
  if (unread.length === 0) return [];
  const streams = unread.map(({ patient }) => patientStream(patient));
  const sql = "SELECT * FROM view_patient WHERE stream = :stream";
  const [versions, rows] = await Promise.all([
    practice.ledger.versions(streams),
    inGroups(streams, (stream) => practice.ledger.query(sql, { stream })),
  ]);
  return unread.map(({ patient, cause }, index) => {
    const version = versions.get(patientStream(patient)) ?? 0;
    if (isNews(practice, patient, version)) onUnreadable(cause);
    return unreadableLine(rows[index]?.[0] ?? { patient }, version);
  });
}

function isNews(practice: Practice, patient: string, version: number): boolean {
  const whole = wholeOf(practice);
  const ofPractice = told.get(whole) ?? new Map<string, number>();
  told.set(whole, ofPractice);
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

async function lineOf(practice: Practice, patient: string): Promise<Line | undefined> {
  const state = await patientState(practice, patient);
  if (state === undefined) return undefined;
  const standing = standingOf(state);
  return {
    from: state.record.asOf.at,
    until: changesAt(state, standing),
    line: { ...personView(state), version: state.version, standing: standingView(standing) },
    standing: asListed(standing),
    turn: turnOf(standing),
  };
}

/** The next instant at which the line can change though nobody writes: at the latest when the day is over. */
function changesAt({ record, zone }: PatientState, { decision, until }: Standing): At {
  const dayOver = endOf(record.day, zone);
  const others = [decision.validUntil, until].filter((at) => at !== undefined && at > record.asOf.at);
  return Math.min(dayOver, ...(others as At[])) as At;
}
