/** The read models, kept in step by the ledger's writer: whom a clinic has, so that they can be found by name. */
import type { Json, Projector, ProjectorDatabase, StoredEntry } from "../../ledger/ledger.ts";
import { withWords } from "../free-text.ts";
import { searchable } from "./searchable.ts";

export const projector: Projector = {
  version: 2,
  schema: `
    CREATE TABLE view_patient (
      stream TEXT PRIMARY KEY, patient TEXT NOT NULL, clinic TEXT NOT NULL, site TEXT,
      name TEXT, kana TEXT, search TEXT NOT NULL, birth_date TEXT NOT NULL, fictional INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX view_patient_clinic ON view_patient (clinic, search);
    CREATE INDEX view_patient_born ON view_patient (birth_date);
    CREATE TABLE view_identity (
      identity TEXT NOT NULL, stream TEXT NOT NULL, PRIMARY KEY (identity, stream)
    ) STRICT, WITHOUT ROWID;
  `,
  project(entry, database) {
    if (!entry.stream.startsWith("patient/")) return;
    if (entry.type === "registered") registered(entry, database);
    else if (entry.type === "name-recorded") named(entry, database);
    else if (entry.type === "corrected") corrected(entry, database);
    else if (entry.type === "document-imported") imported(entry, database);
  },
};

function registered(entry: StoredEntry, database: ProjectorDatabase): void {
  const { birthDate, fictional } = entry.body as { readonly birthDate: string; readonly fictional?: boolean };
  const patient = entry.stream.slice("patient/".length);
  const { name, kana } = namesOf(entry);
  database.run(
    `INSERT INTO view_patient VALUES (:stream, :patient, :clinic, :site, :name, :kana, :search, :born, :fictional)
     ON CONFLICT (stream) DO UPDATE SET birth_date = :born, name = :name, kana = :kana, search = :search`,
    {
      stream: entry.stream,
      patient,
      clinic: entry.clinic,
      site: entry.site ?? null,
      name,
      kana,
      search: searchOf(name, kana, patient),
      born: birthDate,
      fictional: fictional === true ? 1 : 0,
    },
  );
}

function named(entry: StoredEntry, database: ProjectorDatabase): void {
  const { name, kana } = namesOf(entry);
  const search = searchOf(name, kana, entry.stream.slice("patient/".length));
  const sql = "UPDATE view_patient SET name = :name, kana = :kana, search = :search WHERE stream = :stream";
  database.run(sql, { stream: entry.stream, name, kana, search });
}

/** A corrected birth date is the one a person is found by. */
function corrected(entry: StoredEntry, database: ProjectorDatabase): void {
  const whole = withWords(entry.type, entry.body as { readonly [key: string]: Json }, entry.private);
  const { replacement } = whole as { readonly replacement?: { readonly birthDate?: Json } };
  if (typeof replacement?.birthDate !== "string") return;
  const sql = "UPDATE view_patient SET birth_date = :born WHERE stream = :stream";
  database.run(sql, { stream: entry.stream, born: replacement.birthDate });
}

/** By what an import finds the person again: as private as a name, and gone with it. */
function imported({ stream, private: kept }: StoredEntry, database: ProjectorDatabase): void {
  if (kept === undefined || kept === "erased") return;
  const { identities = [] } = kept.value as { readonly identities?: readonly string[] };
  for (const identity of identities) {
    database.run("INSERT OR IGNORE INTO view_identity VALUES (:identity, :stream)", { identity, stream });
  }
}

function namesOf({ private: kept }: StoredEntry): { name: string | null; kana: string | null } {
  if (kept === undefined || kept === "erased") return { name: null, kana: null };
  const { name, kana } = kept.value as { readonly name?: string; readonly kana?: string };
  return { name: name ?? null, kana: kana ?? null };
}

function searchOf(name: string | null, kana: string | null, patient: string): string {
  return searchable([name, kana, patient].filter((part) => part !== null).join(" "));
}
