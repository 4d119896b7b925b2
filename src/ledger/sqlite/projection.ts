/** Read models, kept in the same transaction as the entries they come from. */
import type { DatabaseSync } from "node:sqlite";
import { serverStream } from "../chain.ts";
import { type Projector, type ReadModel, type Row, type StoredEntry } from "../ledger.ts";
import { makeOf, refusedByReadModels, tablesOf } from "../read-models.ts";
import { type EntryRow, toEntry } from "../rows.ts";
import { keyReader } from "./rows.ts";
import type { Store } from "./store.ts";
import type { Views } from "./views-only.ts";

/** @throws LedgerError `failed`: what the projector threw is a bug of its own and fails this append alone */
export function project(projector: Projector, entry: StoredEntry, views: Views) {
  try {
    const asking = projector.project(entry);
    let rows: readonly Row[] = [];
    for (let asked = asking.next(); asked.done !== true; asked = asking.next(rows)) {
      const { sql, parameters } = asked.value;
      rows = views.statement(sql).all(parameters) as Row[];
    }
  } catch (cause) {
    // An error of the store itself, such as a full disk, is not the projector's.
    if (cause instanceof Error && "errcode" in cause && cause.errcode === 13) throw cause;
    throw refusedByReadModels(entry.type, cause);
  }
}

/** Drops the read models of another version and fills them anew from all entries, in one transaction. */
export function refill(
  store: Store,
  projector: Projector,
  views: Views,
  onProgress: (done: number, total: number) => void,
) {
  const { database } = store;
  const make = makeOf(projector);
  if (store.about("projector") === make) return;
  const tables = tablesOf(projector);
  store.begin();
  try {
    for (const { name } of viewTables(database)) database.exec(`DROP TABLE "${name}"`);
    for (const [name, table] of tables) database.exec(tableSql(name, table));
    const keyOf = keyReader(store.keys);
    const rows = database
      .prepare("SELECT * FROM entries ORDER BY position")
      .iterate() as Iterable<unknown> as Iterable<EntryRow>;
    let done = 0;
    for (const row of rows) {
      if (row.stream !== serverStream) project(projector, toEntry(row, keyOf), views);
      done += 1;
      if (done % 1000 === 0) onProgress(done, store.position);
    }
    onProgress(done, store.position);
    store.setAbout("projector", make);
    store.commit();
  } catch (cause) {
    store.rollback();
    throw cause;
  }
  store.checkpoint(0);
}

const viewTables = (database: DatabaseSync) =>
  database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'view\\_%' ESCAPE '\\'")
    .all() as { name: string }[];

function tableSql(name: string, { columns, key, indexes = [] }: ReadModel): string {
  const typed = Object.entries(columns).map(([column, type]) =>
    type.endsWith("?") ? `${column} ${type.slice(0, -1)}` : `${column} ${type} NOT NULL`,
  );
  const made = indexes.map((on, index) => `CREATE INDEX ${name}_${index + 1} ON ${name} (${on.join(", ")});`);
  return `CREATE TABLE ${name} (${typed.join(", ")}, PRIMARY KEY (${key.join(", ")})) STRICT; ${made.join(" ")}`;
}
