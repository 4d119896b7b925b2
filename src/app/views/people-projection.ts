/** Who is appointed where, who is linked to whom, and which clinics treat a patient: read at every request. */
import type { Body } from "../../core/entry.ts";
import type { Projector, Row, Statement, StoredEntry } from "../../ledger/ledger.ts";

export const peopleTables: Projector["tables"] = {
  view_appointment: {
    columns: { account: "text", clinic: "text", role: "text", sites: "text?", stream: "text" },
    key: ["account", "clinic", "role"],
  },
  view_link: {
    columns: { account: "text", patient: "text", linked_as: "text", stream: "text" },
    key: ["account", "patient"],
  },
  view_treatment: {
    columns: { stream: "text", clinic: "text", since: "text" },
    key: ["stream", "clinic"],
    indexes: [["clinic"]],
  },
};

/** The statements for an entry of these, and none for any other. */
export function* projectPeople(entry: StoredEntry): Generator<Statement, void, readonly Row[]> {
  const { stream, type } = entry;
  const patient = stream.startsWith("patient/") ? stream.slice("patient/".length) : undefined;
  if (type === "registered") yield treats(stream, entry.clinic, entry.happened.day);
  else if (type === "staff-appointed") {
    const { account, role, sites } = entry.body as Body<"staff-appointed">;
    yield {
      sql: `INSERT INTO view_appointment VALUES (:account, :clinic, :role, :sites, :stream)
        ON CONFLICT (account, clinic, role) DO UPDATE SET sites = :sites`,
      parameters: {
        account,
        clinic: entry.clinic,
        role,
        sites: sites === undefined ? null : JSON.stringify(sites),
        stream,
      },
    };
  } else if (type === "staff-dismissed") {
    const { account, role } = entry.body as Body<"staff-dismissed">;
    yield {
      sql: "DELETE FROM view_appointment WHERE account = :account AND clinic = :clinic AND role = :role",
      parameters: { account, clinic: entry.clinic, role },
    };
  } else if (patient === undefined) return;
  else if (type === "account-linked") {
    const { account, as } = entry.body as Body<"account-linked">;
    yield {
      sql: `INSERT INTO view_link VALUES (:account, :patient, :linked_as, :stream)
        ON CONFLICT (account, patient) DO UPDATE SET linked_as = :linked_as`,
      parameters: { account, patient, linked_as: as, stream },
    };
  } else if (type === "account-unlinked") {
    const { account } = entry.body as Body<"account-unlinked">;
    yield {
      sql: "DELETE FROM view_link WHERE account = :account AND patient = :patient",
      parameters: { account, patient },
    };
  } else if (type === "treatment-relation-started") {
    const { clinic, home } = entry.body as Body<"treatment-relation-started">;
    yield treats(stream, clinic, entry.happened.day);
    if (home) {
      yield {
        sql: "UPDATE view_patient SET clinic = :clinic, site = :site WHERE stream = :stream",
        parameters: { stream, clinic, site: entry.clinic === clinic ? (entry.site ?? null) : null },
      };
    }
  } else if (type === "treatment-relation-ended") {
    const { clinic } = entry.body as Body<"treatment-relation-ended">;
    yield {
      sql: "DELETE FROM view_treatment WHERE stream = :stream AND clinic = :clinic",
      parameters: { stream, clinic },
    };
  }
}

function treats(stream: string, clinic: string, since: string): Statement {
  return {
    sql: `INSERT INTO view_treatment VALUES (:stream, :clinic, :since)
      ON CONFLICT (stream, clinic) DO NOTHING`,
    parameters: { stream, clinic, since },
  };
}
