/** A small read model for the ledger's own tests: counts entries a stream, and keeps names until they are forgotten. */
import type { Projector } from "../ledger.ts";

export const projector: Projector = {
  version: 1,
  tables: {
    view_counts: { columns: { stream: "text", entries: "integer", newest: "integer" }, key: ["stream"] },
    view_names: { columns: { stream: "text", name: "text" }, key: ["stream"] },
  },
  *project(entry) {
    const { stream, position } = entry;
    yield {
      sql: `INSERT INTO view_counts VALUES (:stream, 1, :position)
         ON CONFLICT (stream) DO UPDATE SET entries = view_counts.entries + 1, newest = excluded.newest`,
      parameters: { stream, position },
    };
    if (entry.type === "named" && entry.private !== undefined && entry.private !== "erased") {
      const { name } = entry.private.value as { name: string };
      yield {
        sql: `INSERT INTO view_names VALUES (:stream, :name)
         ON CONFLICT (stream) DO UPDATE SET name = excluded.name`,
        parameters: { stream, name },
      };
    }
    if (entry.type === "renamed-like-before") {
      const [known] = yield {
        sql: "SELECT name FROM view_names WHERE stream = :stream",
        parameters: { stream },
      };
      yield {
        sql: "UPDATE view_names SET name = :name WHERE stream = :stream",
        parameters: { stream, name: `${String(known?.["name"])} again` },
      };
    }
    if (entry.type === "forgotten")
      yield { sql: "DELETE FROM view_names WHERE stream = :stream", parameters: { stream } };
    if (entry.type === "refused") throw new Error("the projector does not like this one");
    if (entry.type === "refused-by-sql") yield { sql: "DELETE FROM view_nowhere", parameters: {} };
  },
};
