/** A small read model for the ledger's own tests: counts entries a stream, and keeps names until they are forgotten. */
import type { Projector } from "../ledger.ts";

export const projector: Projector = {
  version: 1,
  schema: `
    CREATE TABLE view_counts (stream TEXT PRIMARY KEY, entries INTEGER NOT NULL, newest INTEGER NOT NULL);
    CREATE TABLE view_names (stream TEXT PRIMARY KEY, name TEXT NOT NULL);
  `,
  project(entry, database) {
    const { stream, position } = entry;
    database.run(
      `INSERT INTO view_counts VALUES ($stream, 1, $position)
         ON CONFLICT DO UPDATE SET entries = entries + 1, newest = excluded.newest`,
      { stream, position },
    );
    if (entry.type === "named" && entry.private !== undefined && entry.private !== "erased") {
      const { name } = entry.private.value as { name: string };
      database.run(
        "INSERT INTO view_names VALUES ($stream, $name) ON CONFLICT DO UPDATE SET name = excluded.name",
        { stream, name },
      );
    }
    if (entry.type === "forgotten") database.run("DELETE FROM view_names WHERE stream = $stream", { stream });
    if (entry.type === "refused") throw new Error("the projector does not like this one");
  },
};
