/** The read models, kept in step by the ledger's writer: whom a clinic has, so that they can be found by name. */
import type { Json, Projector, ProjectorDatabase, StoredEntry } from "../../ledger/ledger.ts";
import { searchable } from "./searchable.ts";

export const projector: Projector = {
  version: 3,
  schema: `
    CREATE TABLE view_patient (
      stream TEXT PRIMARY KEY, patient TEXT NOT NULL, clinic TEXT NOT NULL, site TEXT,
      name TEXT, kana TEXT, search TEXT NOT NULL, birth_date TEXT NOT NULL, fictional INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX view_patient_clinic ON view_patient (clinic, search);
    CREATE INDEX view_patient_born ON view_patient (birth_date);
    CREATE TABLE view_correction (
      id TEXT PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, ref TEXT NOT NULL,
      withdrawn INTEGER NOT NULL, born TEXT
    ) STRICT;
    CREATE INDEX view_correction_stream ON view_correction (stream, version);
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
    else if (entry.type === "person-erased") erased(entry, database);
  },
};

function registered(entry: StoredEntry, database: ProjectorDatabase): void {
  const { birthDate, fictional } = entry.body as { readonly birthDate: string; readonly fictional?: boolean };
  const patient = entry.stream.slice("patient/".length);
  const { name, kana } = namesOf(entry);
  const { id, stream, version } = entry;
  note({ id, stream, version, ref: id, withdrawn: 0, born: birthDate }, database);
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

/**
 * The birth date a person is found by is the one that stands: as registered, or as the newest correction has it that
 * was not itself withdrawn.
 */
function corrected(entry: StoredEntry, database: ProjectorDatabase): void {
  const { ref, withdrawn, replacement } = entry.body as {
    readonly ref: string;
    readonly withdrawn?: boolean;
    readonly replacement?: { readonly birthDate?: Json };
  };
  const born = typeof replacement?.birthDate === "string" ? replacement.birthDate : null;
  if (born === null && withdrawn !== true) return;
  const { id, stream, version } = entry;
  note({ id, stream, version, ref, withdrawn: withdrawn === true ? 1 : 0, born }, database);
  const gone = new Set<string>();
  const sql = "SELECT * FROM view_correction WHERE stream = :stream ORDER BY version DESC";
  for (const row of database.all(sql, { stream })) {
    if (gone.has(String(row["id"]))) continue;
    if (row["withdrawn"] === 1) gone.add(String(row["ref"]));
    else if (typeof row["born"] === "string") {
      const update = "UPDATE view_patient SET birth_date = :born WHERE stream = :stream";
      database.run(update, { stream, born: row["born"] });
      return;
    }
  }
}

function note(row: Readonly<Record<string, null | number | string>>, database: ProjectorDatabase): void {
  const sql = "INSERT INTO view_correction VALUES (:id, :stream, :version, :ref, :withdrawn, :born)";
  database.run(sql, row);
}

/** Nobody is found by a name that was erased. */
function erased({ stream }: StoredEntry, database: ProjectorDatabase): void {
  const search = searchOf(null, null, stream.slice("patient/".length));
  const sql = "UPDATE view_patient SET name = NULL, kana = NULL, search = :search WHERE stream = :stream";
  database.run(sql, { stream, search });
  database.run("DELETE FROM view_identity WHERE stream = :stream", { stream });
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
