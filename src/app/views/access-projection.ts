/**
 * Who looked at what, found by clinic, by patient and by account without reading months of the audit trail: its lines,
 * and records that were opened in an emergency, which stand in the patient's own stream.
 */
import type { Body } from "../../core/entry.ts";
import type { Json, Parameters, Projector, Row, Statement, StoredEntry } from "../../ledger/ledger.ts";

export const accessTables: Projector["tables"] = {
  view_access: {
    columns: {
      stream: "text",
      version: "integer",
      /** Of the entry in the whole ledger: the order in which things happened. */
      position: "integer",
      /** Whose auditor sees it. */
      clinic: "text",
      day: "text",
      at: "text",
      type: "text",
      account: "text",
      role: "text",
      /** For which clinic they acted. */
      by_clinic: "text",
      patient: "text?",
      operation: "text?",
      through: "text?",
      why: "text?",
    },
    key: ["position", "clinic"],
    // Whoever sees a patient sees who saw them, wherever.
    about: "patient",
    indexes: [
      ["clinic", "day", "position"],
      ["clinic", "account", "day", "position"],
      ["patient", "position"],
    ],
  },
};

type Asking = Generator<Statement, void, readonly Row[]>;

/** The statements for a line of the audit trail or an opened record, and none for any other entry. */
export function* projectAccess(entry: StoredEntry): Asking {
  if (entry.stream.startsWith("audit/")) {
    const { patient } = entry.body as { readonly patient?: string };
    // Whom somebody from elsewhere was refused, the clinics that treat them want to know too.
    const others = entry.type === "access-refused" ? yield* treating(patient) : [];
    const own = entry.stream.split("/")[1] ?? "";
    for (const clinic of new Set([own, ...others])) yield row(entry, clinic, entry.body);
  } else if (entry.type === "glass-broken") {
    const { account, clinic: by } = entry.body as Body<"glass-broken">;
    const patient = entry.stream.slice("patient/".length);
    for (const clinic of new Set([by, ...(yield* treating(patient))]))
      yield row(entry, clinic, { account, patient, through: "broken-glass" }, by);
  }
}

/** The clinics that treat somebody at this moment. */
function* treating(patient: string | undefined): Generator<Statement, readonly string[], readonly Row[]> {
  if (patient === undefined) return [];
  const rows = yield {
    sql: "SELECT clinic FROM view_treatment WHERE stream = :stream",
    parameters: { stream: `patient/${patient}` },
  };
  return rows.map(({ clinic }) => String(clinic));
}

function row(entry: StoredEntry, clinic: string, said: Json, byClinic = entry.clinic): Statement {
  const body = said as { readonly [field: string]: string | undefined };
  const { stream, version, position, type, happened, recordedAt, actor } = entry;
  const parameters: Parameters = {
    stream,
    version,
    position,
    clinic,
    day: happened.day,
    at: recordedAt,
    type,
    account: body["account"] ?? actor.id,
    role: actor.role,
    by_clinic: byClinic,
    patient: body["patient"] ?? null,
    operation: body["operation"] ?? body["event"] ?? null,
    through: body["through"] ?? null,
    why: body["why"] ?? body["how"] ?? body["of"] ?? null,
  };
  const values = Object.keys(parameters).map((name) => `:${name}`);
  return { sql: `INSERT INTO view_access VALUES (${values.join(", ")})`, parameters };
}
