/** The hand of someone who can write to the files: it takes the triggers away and does what it likes. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { ledgerFile, triggers } from "../sqlite/schema.ts";

/** Runs SQL on a ledger nobody has open. `work` may do what SQL cannot. */
export function tamper(folder: string, sql: string, work?: (database: DatabaseSync) => void) {
  const database = new DatabaseSync(join(folder, ledgerFile));
  try {
    database.exec(
      "DROP TRIGGER entries_stand; DROP TRIGGER entries_stay; DROP TRIGGER entries_keep_their_place",
    );
    database.exec(sql);
    work?.(database);
    database.exec(triggers);
  } finally {
    database.close();
  }
}

/** Flips one bit in a column of one entry. */
export function flip(
  folder: string,
  where: {
    readonly column: "header" | "body" | "hash" | "sealed";
    readonly stream: string;
    readonly version: number;
  },
  at: number,
) {
  const { column, stream, version } = where;
  tamper(folder, "", (database) => {
    const row = database
      .prepare(`SELECT CAST(${column} AS BLOB) AS bytes FROM entries WHERE stream = ? AND version = ?`)
      .get(stream, version) as { bytes: Uint8Array };
    const bytes = Uint8Array.from(row.bytes);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const value = column === "sealed" ? "?" : "CAST(? AS TEXT)";
    database
      .prepare(`UPDATE entries SET ${column} = ${value} WHERE stream = ? AND version = ?`)
      .run(bytes, stream, version);
  });
}
