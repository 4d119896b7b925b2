/**
 * What is kept of a clinic's list from one look to the next: its patients and their lines, as they stood at a position
 * of the ledger. What was written after it takes away what it touches, so that a list in which nothing has moved costs
 * the store one question.
 */
import type { At } from "../../core/calendar.ts";
import type { Ledger, Moved } from "../../ledger/ledger.ts";
import { Keeping } from "../keeping.ts";
import { clinicStream, type Practice } from "../practice.ts";
import type { TodayLine } from "./shapes.ts";
import type { Standing } from "./standing.ts";

/** What was found for a patient, and until when it stays true if nobody writes anything. */
export interface Line {
  readonly from: At;
  readonly until: At;
  readonly line: TodayLine;
  readonly standing: Standing;
}

/** Somebody on a clinic's list. */
export interface Listed {
  readonly patient: string;
  /** The home clinic, and the site of it. */
  readonly clinic: string;
  readonly site: string | null;
  /** The record is kept and not used: it is counted, and no line is made of it. */
  readonly restricted: boolean;
}

export class ClinicLines {
  readonly #clinic: string;
  readonly #lines = new Keeping<string, Line | undefined>();
  readonly #list = new Keeping<"list", readonly Listed[]>();
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
      this.#list.drop("list");
    }
  }

  /** Everybody whom the clinic treats, by reading. */
  async listed({ ledger }: Practice): Promise<readonly Listed[]> {
    const listed =
      this.#list.get("list") ?? (await this.#list.keep("list", () => listOf(ledger, this.#clinic)));
    this.#homes = [...new Set([this.#clinic, ...this.#homes, ...listed.map(({ clinic }) => clinic)])];
    return listed;
  }

  get(patient: string): Line | undefined {
    return this.#lines.get(patient);
  }

  keep(patient: string, work: () => Promise<Line | undefined>): Promise<Line | undefined> {
    return this.#lines.keep(patient, work);
  }

  forget(patient: string): void {
    this.#lines.drop(patient);
  }
}

const patients = "patient/";

async function listOf(ledger: Ledger, clinic: string): Promise<Listed[]> {
  const sql = `SELECT p.patient AS patient, p.clinic AS clinic, p.site AS site, p.restricted AS restricted
    FROM view_treatment t JOIN view_patient p ON p.stream = t.stream
    WHERE t.clinic = :clinic ORDER BY p.search, p.stream`;
  const rows = await ledger.query(sql, { clinic });
  return rows.map(({ patient, clinic: home, site, restricted }) => ({
    patient: String(patient),
    clinic: String(home),
    site: typeof site === "string" ? site : null,
    restricted: restricted === 1,
  }));
}
