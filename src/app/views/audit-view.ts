/** A clinic's audit trail, newest first, a page at a time; of a patient who is asked for, what the clinic wrote too. */
import { dayOf, dayText, parseAt } from "../../core/calendar.ts";
import type { Row } from "../../ledger/ledger.ts";
import { seenWith, wholeOf } from "../behind-the-wall.ts";
import { patientState } from "../patient-state.ts";
import { type Practice, patientStream, settingOf } from "../practice.ts";
import { sightOf, type Viewer } from "../sight.ts";
import { lineOfRow, linesOfWrites, type Nameless, type NamesOf, named } from "./access-lines.ts";
import type { Audit, AuditLine } from "./access-shapes.ts";

export interface AuditWanted {
  /** Days of the clinic's calendar, YYYY-MM-DD, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly patient?: string | undefined;
  readonly account?: string | undefined;
  /** `attention`: records opened in an emergency and refusals alone. */
  readonly only?: "attention" | undefined;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
  readonly viewer?: Viewer | undefined;
}

type Line = Nameless & Pick<AuditLine, "patient"> & { readonly day: string };

/** Where a page ended: a day and a position, for within a day positions say what came first. */
interface Cursor {
  readonly day: string;
  readonly position: number;
}

/** @returns undefined where it is not of this form */
export function readCursor(text: string): Cursor | undefined {
  const [, day = "", position = ""] = /^(\d{4}-\d\d-\d\d)\.(\d{1,15})$/.exec(text) ?? [];
  return day === "" ? undefined : { day, position: Number(position) };
}

export async function auditView(
  practice: Practice,
  clinic: string,
  namesOf: NamesOf,
  wanted: AuditWanted = {},
): Promise<Audit> {
  const limit = wanted.limit ?? 50;
  const rows = await rowsOf(practice, clinic, wanted, limit + 1);
  const writes =
    wanted.patient === undefined || wanted.only === "attention"
      ? []
      : (await writesOf(practice, clinic, wanted.patient, wanted.viewer)).filter((line) =>
          isWanted(line, wanted),
        );
  const lines = [...(await Promise.all(rows.map((row) => lineOf(practice, row)))), ...writes].toSorted(
    newestFirst,
  );
  const page = lines.slice(0, limit);
  const last = page.at(-1);
  const people = await peopleOf(practice, clinic, page);
  const items = await named(page, namesOf);
  return {
    clinic,
    items: items.map(({ day: _day, ...line }) => ({
      ...line,
      patientName: people.get(line.patient ?? "") ?? null,
    })),
    next: lines.length > limit && last !== undefined ? `${last.day}.${last.position}` : null,
  };
}

const newestFirst = (a: Line, b: Line) =>
  a.day === b.day ? b.position - a.position : a.day < b.day ? 1 : -1;

function rowsOf({ ledger }: Practice, clinic: string, wanted: AuditWanted, limit: number) {
  const { from, to, patient, account, only, after } = wanted;
  const cursor = after === undefined ? undefined : readCursor(after);
  return ledger.seenBy([clinic]).query(
    `SELECT * FROM view_access WHERE clinic = :clinic
      AND (:from_day IS NULL OR day >= :from_day) AND (:to_day IS NULL OR day <= :to_day)
      AND (:patient IS NULL OR patient = :patient) AND (:account IS NULL OR account = :account)
      AND (:only IS NULL OR type IN ('glass-broken', 'access-refused'))
      AND (:cursor_day IS NULL OR day < :cursor_day OR (day = :cursor_day AND position < :before))
      ORDER BY day DESC, position DESC LIMIT :limit`,
    {
      clinic,
      limit,
      from_day: from ?? null,
      to_day: to ?? null,
      patient: patient ?? null,
      account: account ?? null,
      only: only ?? null,
      cursor_day: cursor?.day ?? null,
      before: cursor?.position ?? null,
    },
  );
}

async function lineOf(practice: Practice, row: Row): Promise<Line> {
  const patient = typeof row["patient"] === "string" ? row["patient"] : null;
  const reason = row["type"] === "glass-broken" ? await reasonOf(wholeOf(practice), row) : null;
  return { ...lineOfRow(row, practice.knowledge, reason), patient, day: String(row["day"]) };
}

/** What somebody said of an emergency stands privately in the patient's stream. */
async function reasonOf({ ledger }: Practice, row: Row): Promise<string | null> {
  const stream = String(row["stream"]);
  const [entry] = await ledger.seenBy([], [stream]).read(stream, Number(row["version"]) - 1);
  if (entry?.private === undefined || entry.private === "erased") return null;
  const { words } = entry.private.value as { readonly words?: { readonly reason?: string } };
  return words?.reason ?? null;
}

/** What the clinic itself wrote of a patient; what others wrote is theirs to show. */
async function writesOf(
  practice: Practice,
  clinic: string,
  patient: string,
  viewer: Viewer | undefined,
): Promise<Line[]> {
  // Also of whom the clinic treats no longer: it goes on reading what it wrote itself.
  const stream = patientStream(patient);
  const opened = seenWith({ clinics: [clinic], streams: [stream] }, wholeOf(practice));
  const state = await patientState(opened, patient);
  if (state === undefined) return [];
  const { knowledge, ledger } = opened;
  const zone = settingOf(clinic, knowledge)?.zone ?? state.zone;
  const stored = await ledger.read(stream);
  const own = stored.filter((one) => one.clinic === clinic && one.type !== "glass-broken");
  return linesOfWrites(own, state.history, { knowledge, zone, sight: sightOf(viewer, state.history) }).map(
    (line) => ({
      ...line,
      patient,
      day: dayText(dayOf(parseAt(line.at) ?? practice.now(), zone)),
    }),
  );
}

function isWanted({ day, position, account }: Line, wanted: AuditWanted): boolean {
  const { from = "", to = "9999", after } = wanted;
  const cursor = after === undefined ? undefined : readCursor(after);
  return (
    day >= from &&
    day <= to &&
    (wanted.account === undefined || wanted.account === account) &&
    (cursor === undefined || day < cursor.day || (day === cursor.day && position < cursor.position))
  );
}

/** Names of the clinic's own patients. */
async function peopleOf(
  { ledger }: Practice,
  clinic: string,
  lines: readonly Line[],
): Promise<ReadonlyMap<string, string>> {
  const patients = [...new Set(lines.flatMap(({ patient }) => (patient === null ? [] : [patient])))];
  const seen = ledger.seenBy([clinic]);
  const rows = await Promise.all(
    patients.map((patient) =>
      seen.query(
        `SELECT patient, name FROM view_patient JOIN view_treatment ON view_treatment.stream = view_patient.stream
         WHERE view_patient.stream = :stream AND view_treatment.clinic = :clinic`,
        { stream: patientStream(patient), clinic },
      ),
    ),
  );
  return new Map(
    rows.flat().flatMap(({ patient, name }) => (typeof name === "string" ? [[String(patient), name]] : [])),
  );
}
