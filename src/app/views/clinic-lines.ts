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
  readonly site: string | null;
}

export class ClinicLines {
  readonly #clinic: string;
  readonly #lines = new Keeping<string, Line | undefined>();
  readonly #list = new Keeping<"list", readonly Listed[]>();
  /** What is kept holds up to here. */
  #position: number | undefined;

  constructor(clinic: string) {
    this.#clinic = clinic;
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
    if (streams.has(clinicStream(this.#clinic))) this.#lines.dropAll();
    for (const stream of streams) {
      if (!stream.startsWith(patients)) continue;
      this.#lines.drop(stream.slice(patients.length));
      // Somebody new, or somebody who is listed in another place.
      this.#list.drop("list");
    }
  }

  /** Everybody of the clinic, by reading. */
  async listed({ ledger }: Practice): Promise<readonly Listed[]> {
    return this.#list.get("list") ?? (await this.#list.keep("list", () => listOf(ledger, this.#clinic)));
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
  const sql = "SELECT patient, site FROM view_patient WHERE clinic = :clinic ORDER BY search, stream";
  const rows = await ledger.query(sql, { clinic });
  return rows.map(({ patient, site }) => ({
    patient: String(patient),
    site: typeof site === "string" ? site : null,
  }));
}
