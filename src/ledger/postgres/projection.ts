/** The tables of the read models, made and filled anew where they are of another make than the projector's. */
import { serverStream } from "../chain.ts";
import type { Projector, ReadModel, Statement, StoredEntry } from "../ledger.ts";
import { movedAway } from "../moving/moved-away.ts";
import { makeOf, tablesOf } from "../read-models.ts";
import { type ReadRow, toEntry } from "../rows.ts";
import { type Projecting, project, statementsFor } from "./batch.ts";
import { allOver, type Client } from "./connect.ts";
import { type Keys, keyIn } from "./keys.ts";
import { halfMoved, isMoving, movedTo } from "./moving-mark.ts";
import type { Prepared } from "./portable-sql.ts";
import { wallOf, wallOfEntries, withoutWallOfEntries } from "./second-wall.ts";

/** How many entries are read at once. */
const step = 1000;

/** In one transaction that holds the counter: nobody appends meanwhile, and a reader sees the old tables or the new. */
export async function refill(
  client: Client,
  projector: Projector,
  keys: Keys,
  portable: (statement: Statement) => Prepared,
  onProgress: (done: number, total: number) => void,
  { endsMove = false } = {},
): Promise<void> {
  const make = makeOf(projector);
  const tables = tablesOf(projector);
  await client.query("BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = on");
  try {
    const counter = await client.query<{ position: number; read_models: string | null }>(
      "SELECT position, read_models FROM ledger.counter FOR UPDATE",
    );
    const { position: total = 0, read_models: before } = counter.rows[0] ?? {};
    if (isMoving(before ?? null) && !endsMove) throw halfMoved();
    const gone = movedTo(before ?? null);
    if (gone !== undefined) throw movedAway(gone);
    if (before === make) {
      await client.query("ROLLBACK");
      return;
    }
    const old = await client.query<{ name: string }>(
      "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'views'",
    );
    await client.query(withoutWallOfEntries);
    if (old.rows.length > 0)
      await client.query(`DROP TABLE ${old.rows.map(({ name }) => `views.${name}`).join(", ")}`);
    for (const [name, table] of tables) await client.query(tableSql(name, table));
    for (const [name, table] of tables) await client.query(wallOf(name, table, projector.owners));
    await client.query(wallOfEntries(projector.owners));
    let done = 0;
    for (let position = 0; ; ) {
      const { rows } = await client.query<ReadRow>(
        `SELECT position, stream, version, header, body, sealed, hash FROM ledger.entries
         WHERE position > $1 ORDER BY position LIMIT $2`,
        [position, step],
      );
      const last = rows.at(-1);
      if (last === undefined) break;
      const sealed = rows.filter((row) => row.sealed !== null).map(({ stream }) => stream);
      const keyOf = keyIn(await keys.find([...new Set(sealed)]));
      const own = rows.filter(({ stream }) => stream !== serverStream);
      await projectAll(
        { client, projector, portable },
        own.map((row) => toEntry(row, keyOf)),
      );
      position = last.position;
      done += rows.length;
      onProgress(done, total);
    }
    await client.query("UPDATE ledger.counter SET read_models = $1", [make]);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => {});
    throw cause;
  }
}

/** Many entries, without waiting for each; but where rows are asked for on the way, all before has to be done. */
async function projectAll(on: Projecting, entries: readonly StoredEntry[]) {
  let sent: Promise<unknown>[] = [];
  for (const entry of entries) {
    const statements = statementsFor(on, entry);
    for (const statement of statements ?? []) sent.push(on.client.query(statement));
    if (statements !== undefined) continue;
    await allOver(sent);
    sent = [];
    await project(on, entry);
  }
  await allOver(sent);
}

/** Text is compared by its bytes, as in every store: neither language nor version of the server changes an order. */
function tableSql(name: string, { columns, key, indexes = [] }: ReadModel): string {
  const typed = Object.entries(columns).map(([column, type]) => {
    const sqlType = type.startsWith("text") ? 'text COLLATE "C"' : "bigint";
    return `${column} ${sqlType}${type.endsWith("?") ? "" : " NOT NULL"}`;
  });
  const made = indexes.map(
    (on, index) => `CREATE INDEX ${name}_${index + 1} ON views.${name} (${on.join(", ")});`,
  );
  return `CREATE TABLE views.${name} (${typed.join(", ")}, PRIMARY KEY (${key.join(", ")})); ${made.join(" ")}`;
}
