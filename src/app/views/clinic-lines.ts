/**
 * What is kept of a clinic's list from one look to the next: its patients and their lines, as they stood at a position
 * of the ledger. What was written after it takes away what it touches, so that a list in which nothing has moved costs
 * the store one question.
 */
import type { At } from "../../core/calendar.ts";
import type { Ledger, Moved, Row } from "../../ledger/ledger.ts";
import { inGroups } from "../in-groups.ts";
import { Keeping } from "../keeping.ts";
import { clinicStream, type Practice } from "../practice.ts";
import type { TodayLine } from "./shapes.ts";
import type { ListedStanding, Turn } from "./standing.ts";

/** What was found for a patient, and until when it stays true if nobody writes anything. */
export interface Line {
  readonly from: At;
  readonly until: At;
  readonly line: TodayLine;
  readonly standing: ListedStanding;
  readonly turn: Turn;
}

/** Somebody on a clinic's list. */
export interface Listed {
  readonly patient: string;
  /** The clinic whose patient they are first of all. */
  readonly clinic: string;
  readonly site: string | null;
  /** The record is kept and not used: it is counted, and no line is made of it. */
  readonly restricted: boolean;
}

/** With what the list is sorted by. */
interface Placed extends Listed {
  readonly place: Buffer;
}

/** Ways of looking at a list, by site and by what is seen of it, whose lines are kept as they were last shown. */
const mostShown = 16;
/** Where more has moved, the whole list is read anew. */
const mostMoved = 100;

export class ClinicLines {
  readonly #clinic: string;
  readonly #lines = new Keeping<string, Line | undefined>();
  readonly #shown = new Map<string, { readonly of: readonly Line[]; readonly lines: readonly TodayLine[] }>();
  #list: readonly Placed[] | undefined;
  /** Streams whose place in the list is to be looked up. */
  #moved = new Set<string>();
  /** The list is brought up to date by one at a time. */
  #listing: Promise<unknown> = Promise.resolve();
  /** Clinics by whose rules the lines were found. */
  #homes: readonly string[];
  /** What is kept holds up to here. */
  #position: number | undefined;

  constructor(clinic: string) {
    this.#clinic = clinic;
    this.#homes = [clinic];
  }

  /** Takes away what has moved: what is kept afterwards is as new as this call. */
  async catchUp(ledger: Ledger): Promise<void> {
    if (this.#position === undefined) {
      const position = await ledger.position();
      // Nothing was kept from before it. Where somebody else was here first, what they keep may be older than this call.
      if (this.#position === undefined) {
        this.#position = position;
        return;
      }
    }
    this.#take(await ledger.movedSince(this.#position));
  }

  #take({ position, streams }: Moved): void {
    this.#position = Math.max(this.#position ?? 0, position);
    if (this.#homes.some((clinic) => streams.has(clinicStream(clinic)))) this.#lines.dropAll();
    for (const stream of streams) {
      if (!stream.startsWith(patients)) continue;
      this.#lines.drop(stream.slice(patients.length));
      // Somebody new, or somebody who is listed in another place.
      this.#moved.add(stream);
    }
  }

  /** Everybody whom the clinic treats, by reading, as of the last time it caught up or later. */
  async listed({ ledger }: Pick<Practice, "ledger">): Promise<readonly Listed[]> {
    const bring = () => this.#brought(ledger);
    const listed = this.#listing.then(bring, bring);
    this.#listing = listed;
    return await listed;
  }

  async #brought(ledger: Ledger): Promise<readonly Listed[]> {
    const moved = this.#moved;
    this.#moved = new Set();
    const before = this.#list;
    if (before !== undefined && moved.size === 0) return before;
    // Where it cannot be read now, what has moved must not be forgotten.
    this.#list = undefined;
    const list =
      before === undefined || moved.size > mostMoved
        ? await listOf(ledger, this.#clinic)
        : await movedIn(before, moved, ledger, this.#clinic);
    this.#list = list;
    this.#homes = [...new Set([this.#clinic, ...this.#homes, ...list.map(({ clinic }) => clinic)])];
    return list;
  }

  get(patient: string): Line | undefined {
    return this.#lines.get(patient);
  }

  keep(patient: string, work: () => Promise<Line | undefined>): Promise<Line | undefined> {
    return this.#lines.keep(patient, work);
  }

  /** Whatever is kept of somebody goes, with what names them. */
  forget(patient: string): void {
    this.#lines.drop(patient);
    this.#shown.clear();
    this.#list = undefined;
  }

  /**
   * Lines in the form in which they are shown: the very same, where these lines were shown so before.
   *
   * @param how in which way of looking at them
   */
  shown(how: string, of: readonly Line[], show: () => readonly TodayLine[]): readonly TodayLine[] {
    const before = this.#shown.get(how);
    const isSame = before?.of.length === of.length && of.every((line, index) => line === before.of[index]);
    const lines = before !== undefined && isSame ? before.lines : show();
    this.#shown.delete(how);
    this.#shown.set(how, { of, lines });
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > mostShown && oldest !== undefined) this.#shown.delete(oldest);
    return lines;
  }
}

const patients = "patient/";

async function listOf(ledger: Ledger, clinic: string): Promise<readonly Placed[]> {
  const rows = await ledger.seenBy([clinic]).query(
    `SELECT p.patient AS patient, p.clinic AS clinic, p.site AS site, p.restricted AS restricted, p.search AS search, p.stream AS stream
    FROM view_treatment t JOIN view_patient p ON p.stream = t.stream
    WHERE t.clinic = :clinic ORDER BY p.search, p.stream`,
    { clinic },
  );
  return rows.map(placed);
}

/** The list with some looked up again: few of very many. */
async function movedIn(
  list: readonly Placed[],
  moved: ReadonlySet<string>,
  ledger: Ledger,
  clinic: string,
): Promise<readonly Placed[]> {
  const seen = ledger.seenBy([clinic]);
  const rows = await inGroups([...moved], (stream) =>
    seen.query(
      `SELECT p.patient AS patient, p.clinic AS clinic, p.site AS site, p.restricted AS restricted, p.search AS search, p.stream AS stream
      FROM view_treatment t JOIN view_patient p ON p.stream = t.stream
      WHERE t.stream = :stream AND t.clinic = :clinic`,
      { stream, clinic },
    ),
  );
  const rest = list.filter(({ patient }) => !moved.has(patients + patient));
  for (const one of rows.flat().map(placed)) {
    const after = rest.findIndex(({ place }) => Buffer.compare(place, one.place) > 0);
    rest.splice(after === -1 ? rest.length : after, 0, one);
  }
  return rest;
}

/** Compared as every store compares text: by its bytes. */
function placed({ patient, clinic, site, restricted, search, stream }: Row): Placed {
  return {
    patient: String(patient),
    clinic: String(clinic),
    site: typeof site === "string" ? site : null,
    restricted: restricted === 1,
    place: Buffer.from(`${search}\0${stream}`),
  };
}
