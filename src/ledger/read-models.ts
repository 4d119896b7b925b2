/** The tables of read models, as a projector describes them: looked at before any store makes them. */
import { hash } from "node:crypto";
import { LedgerError, type Projector, type ReadModel } from "./ledger.ts";

const tableName = /^view_[a-z0-9_]+$/;
const columnName = /^[a-z][a-z0-9_]*$/;
const columnTypes: ReadonlySet<string> = new Set(["text", "text?", "integer", "integer?"]);

/**
 * The tables with their names.
 * @throws LedgerError `failed` for what no store could make
 */
export function tablesOf(projector: Projector): readonly (readonly [name: string, table: ReadModel])[] {
  const tables = Object.entries(projector.tables);
  for (const [name, table] of tables) {
    const problem = tableName.test(name) ? problemOf(table) : "its name has to begin with view_";
    if (problem !== undefined)
      throw new LedgerError(
        "failed",
        `${name} is no read model: ${problem}`,
        "describe it as ReadModel has it",
      );
  }
  return tables;
}

/** What tells read models of one make from those of another. */
export const makeOf = (projector: Projector): string =>
  `${projector.version} ${hash("sha256", JSON.stringify(projector.tables))}`;

function problemOf({ columns, key, indexes = [] }: ReadModel): string | undefined {
  const known = Object.keys(columns);
  const strange = known.find((column) => !columnName.test(column) || !columnTypes.has(columns[column] ?? ""));
  if (strange !== undefined) return `${strange} is no column`;
  if (columns.stream !== "text") return "each of its rows has to belong to a stream";
  if (key.length === 0) return "it has no key";
  const unknown = [key, ...indexes].flat().find((column) => !known.includes(column));
  return unknown === undefined ? undefined : `it has no column ${unknown}`;
}
