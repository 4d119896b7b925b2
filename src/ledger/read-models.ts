/** The tables of read models, as a projector describes them: looked at before any store makes them. */
import { hash } from "node:crypto";
import { pathToFileURL } from "node:url";
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
export const makeOf = ({ version, tables, owners }: Projector): string =>
  `${version} ${hash("sha256", JSON.stringify([tables, owners]))}`;

function problemOf({ columns, key, indexes = [], rowsOf, about }: ReadModel): string | undefined {
  const known = Object.keys(columns);
  const strange = known.find((column) => !columnName.test(column) || !columnTypes.has(columns[column] ?? ""));
  if (strange !== undefined) return `${strange} is no column`;
  if (columns.stream !== "text") return "each of its rows has to belong to a stream";
  if (key.length === 0) return "it has no key";
  if (rowsOf === "clinic" && !known.includes("clinic")) return "its rows name no clinic";
  if (about !== undefined && !known.includes(about)) return `it has no column ${about}`;
  const unknown = [key, ...indexes].flat().find((column) => !known.includes(column));
  return unknown === undefined ? undefined : `it has no column ${unknown}`;
}

/** A projector, or what it asked for, that failed: a bug of the read models, which fails the one append alone. */
export function refusedByReadModels(type: string, cause: unknown): LedgerError {
  const says = cause instanceof Error ? cause.message : String(cause);
  return new LedgerError(
    "failed",
    `the read models did not take ${type}: ${says}`,
    "this is a bug of the read models: please report it; the entry was not written",
    cause,
  );
}

/** Imports the module that was named when the ledger was opened. */
export async function loadProjector(url: string): Promise<Projector> {
  const module = (await import(url)) as { projector?: Projector };
  if (module.projector !== undefined) return module.projector;
  throw new LedgerError("failed", `${url} exports no projector`, "name a module that does");
}

/** A module as it is imported, whether it was named by its path or its address. */
export const moduleUrl = (module: URL | string): string =>
  typeof module === "string" && !module.startsWith("file:") ? pathToFileURL(module).href : String(module);
