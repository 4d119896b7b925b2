/** The read models, kept in step by the ledger's writer: whom a clinic has, so that they can be found by name. */
import type { Json, Parameters, Projector, Row, Statement, StoredEntry } from "../../ledger/ledger.ts";
import { accessTables, projectAccess } from "./access-projection.ts";
import { peopleTables, projectPeople } from "./people-projection.ts";
import { searchable } from "./searchable.ts";

export const projector: Projector = {
  version: 7,
  tables: {
    view_patient: {
      columns: {
        stream: "text",
        patient: "text",
        clinic: "text",
        site: "text?",
        name: "text?",
        kana: "text?",
        search: "text",
        birth_date: "text",
        fictional: "integer",
        /** Kept and not used, as the patient wishes: on no list. */
        restricted: "integer",
      },
      key: ["stream"],
      indexes: [["clinic", "search"], ["birth_date"]],
      // `clinic` is their home; others that treat them find them too.
      rowsOf: "stream",
    },
    view_correction: {
      columns: {
        id: "text",
        stream: "text",
        version: "integer",
        ref: "text",
        withdrawn: "integer",
        born: "text?",
      },
      key: ["stream", "version"],
    },
    view_identity: { columns: { identity: "text", stream: "text" }, key: ["identity", "stream"] },
    ...peopleTables,
    ...accessTables,
  },
  owners: { prefix: "patient/", table: "view_treatment" },
  *project(entry) {
    yield* ofPatients(entry);
    yield* projectPeople(entry);
    yield* projectAccess(entry);
  },
};

function* ofPatients(entry: StoredEntry): Asking {
  if (!entry.stream.startsWith("patient/")) return;
  if (entry.type === "registered") yield* registered(entry);
  else if (entry.type === "name-recorded") yield named(entry);
  else if (entry.type === "corrected") yield* corrected(entry);
  else if (entry.type === "document-imported") yield* imported(entry);
  else if (entry.type === "person-erased") yield* erased(entry);
  else if (entry.type === "processing-restricted") yield restricted(entry, 1);
  else if (entry.type === "restriction-lifted") yield restricted(entry, 0);
}

type Asking = Generator<Statement, void, readonly Row[]>;

function* registered(entry: StoredEntry): Asking {
  const { birthDate, fictional } = entry.body as { readonly birthDate: string; readonly fictional?: boolean };
  const patient = entry.stream.slice("patient/".length);
  const { name, kana } = namesOf(entry);
  const { id, stream, version } = entry;
  yield note({ id, stream, version, ref: id, withdrawn: 0, born: birthDate });
  yield {
    sql: `INSERT INTO view_patient VALUES (:stream, :patient, :clinic, :site, :name, :kana, :search, :born, :fictional, 0)
     ON CONFLICT (stream) DO UPDATE SET birth_date = :born, name = :name, kana = :kana, search = :search`,
    parameters: {
      stream,
      patient,
      clinic: entry.clinic,
      site: entry.site ?? null,
      name,
      kana,
      search: searchOf(name, kana, patient),
      born: birthDate,
      fictional: fictional === true ? 1 : 0,
    },
  };
}

function named(entry: StoredEntry): Statement {
  const { name, kana } = namesOf(entry);
  const search = searchOf(name, kana, entry.stream.slice("patient/".length));
  const sql = "UPDATE view_patient SET name = :name, kana = :kana, search = :search WHERE stream = :stream";
  return { sql, parameters: { stream: entry.stream, name, kana, search } };
}

/**
 * The birth date a person is found by is the one that stands: as registered, or as the newest correction has it that
 * was not itself withdrawn.
 */
function* corrected(entry: StoredEntry): Asking {
  const { ref, withdrawn, replacement } = entry.body as {
    readonly ref: string;
    readonly withdrawn?: boolean;
    readonly replacement?: { readonly birthDate?: Json };
  };
  const born = typeof replacement?.birthDate === "string" ? replacement.birthDate : null;
  if (born === null && withdrawn !== true) return;
  const { id, stream, version } = entry;
  yield note({ id, stream, version, ref, withdrawn: withdrawn === true ? 1 : 0, born });
  const gone = new Set<string>();
  const sql = "SELECT * FROM view_correction WHERE stream = :stream ORDER BY version DESC";
  for (const row of yield { sql, parameters: { stream } }) {
    if (gone.has(String(row["id"]))) continue;
    if (row["withdrawn"] === 1) gone.add(String(row["ref"]));
    else if (typeof row["born"] === "string") {
      const update = "UPDATE view_patient SET birth_date = :born WHERE stream = :stream";
      yield { sql: update, parameters: { stream, born: row["born"] } };
      return;
    }
  }
}

function note(row: Parameters): Statement {
  const sql = "INSERT INTO view_correction VALUES (:id, :stream, :version, :ref, :withdrawn, :born)";
  return { sql, parameters: row };
}

function restricted({ stream }: StoredEntry, is: 0 | 1): Statement {
  const sql = "UPDATE view_patient SET restricted = :restricted WHERE stream = :stream";
  return { sql, parameters: { stream, restricted: is } };
}

/** Nobody is found by a name that was erased. */
function* erased({ stream }: StoredEntry): Asking {
  const search = searchOf(null, null, stream.slice("patient/".length));
  const sql = "UPDATE view_patient SET name = NULL, kana = NULL, search = :search WHERE stream = :stream";
  yield { sql, parameters: { stream, search } };
  yield { sql: "DELETE FROM view_identity WHERE stream = :stream", parameters: { stream } };
}

/** By what an import finds the person again: as private as a name, and gone with it. */
function* imported({ stream, private: kept }: StoredEntry): Asking {
  if (kept === undefined || kept === "erased") return;
  const { identities = [] } = kept.value as { readonly identities?: readonly string[] };
  for (const identity of identities) {
    yield {
      sql: "INSERT INTO view_identity VALUES (:identity, :stream) ON CONFLICT (identity, stream) DO NOTHING",
      parameters: { identity, stream },
    };
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
