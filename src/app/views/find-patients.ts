/** Looks patients up by name, reading or number, and finds those who may be the same person. */
import type { Row } from "../../ledger/ledger.ts";
import type { Practice } from "../practice.ts";
import { searchable } from "./searchable.ts";

/** One line of a clinic's list of patients. */
export interface PatientLine {
  readonly patient: string;
  readonly name: string | undefined;
  readonly kana: string | undefined;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly clinic: string;
  readonly site: string | undefined;
  readonly fictional: boolean;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
}

/** Those whom the clinic treats. @param wanted `after` is the `next` of the page before */
export async function findPatients(
  { ledger }: Practice,
  wanted: {
    readonly clinic: string;
    readonly search?: string;
    readonly after?: string;
    readonly limit?: number;
    /** Also those whose record is kept and not used: for whoever keeps it. */
    readonly withRestricted?: boolean;
  },
): Promise<Page<PatientLine>> {
  const limit = wanted.limit ?? 50;
  const rows = await ledger.seenBy([wanted.clinic]).query(
    `SELECT p.* FROM view_treatment t JOIN view_patient p ON p.stream = t.stream
     WHERE t.clinic = :clinic AND p.restricted <= :restricted
       AND p.search LIKE :like ESCAPE '\\' AND p.search || p.stream > :after
     ORDER BY p.search || p.stream LIMIT :limit`,
    {
      clinic: wanted.clinic,
      restricted: wanted.withRestricted === true ? 1 : 0,
      like: `%${searchable(wanted.search ?? "").replaceAll(/[\\%_]/g, String.raw`\$&`)}%`,
      after: wanted.after ?? "",
      limit: limit + 1,
    },
  );
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: rows.slice(0, limit).map(line),
    next: last === undefined ? undefined : `${last["search"]}${last["stream"]}`,
  };
}

/** Those whom the clinic treats with this birth date and name or reading: suggested, never merged. */
export async function possibleDuplicates(
  { ledger }: Practice,
  person: {
    readonly clinic: string;
    readonly birthDate: string;
    readonly name?: string;
    readonly kana?: string;
  },
): Promise<PatientLine[]> {
  const asked = new Set([person.name, person.kana].filter((text) => text !== undefined).map(searchable));
  const sql = `SELECT p.* FROM view_patient p JOIN view_treatment t ON t.stream = p.stream
     WHERE p.birth_date = :born AND t.clinic = :clinic ORDER BY p.search, p.stream`;
  const rows = await ledger
    .seenBy([person.clinic])
    .query(sql, { born: person.birthDate, clinic: person.clinic });
  return rows
    .map(line)
    .filter(({ name, kana }) =>
      [name, kana].some((text) => text !== undefined && asked.has(searchable(text))),
    );
}

function line(row: Row): PatientLine {
  const text = (column: string) => (typeof row[column] === "string" ? row[column] : undefined);
  return {
    patient: text("patient") ?? "",
    name: text("name"),
    kana: text("kana"),
    birthDate: text("birth_date") ?? "",
    clinic: text("clinic") ?? "",
    site: text("site"),
    fictional: row["fictional"] === 1,
  };
}
