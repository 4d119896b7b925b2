/** What the stores do by themselves: rows as long as an authorisation, inserted in groups that are each synced. */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";

export interface Inserted {
  /** Rows that shared a transaction. */
  readonly group: number;
  readonly rowsPerSecond: number;
  /** Of a transaction with one row. */
  readonly oneMs: number;
}

interface Rows {
  readonly bytes: number;
  readonly group: number;
  readonly seconds: number;
}

export async function insertedInSqlite(folder: string, rows: Rows): Promise<Inserted> {
  const database = new DatabaseSync(join(folder, "raw.sqlite"));
  database.exec(
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body TEXT)",
  );
  const insert = database.prepare("INSERT INTO rows (body) VALUES (?)");
  const body = "x".repeat(rows.bytes);
  const found = await measured(rows, (count) => {
    database.exec("BEGIN");
    for (let row = 0; row < count; row++) insert.run(body);
    database.exec("COMMIT");
    return Promise.resolve();
  });
  database.close();
  return found;
}

export async function insertedInPostgres(url: string, rows: Rows): Promise<Inserted> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SET synchronous_commit = on; CREATE TABLE rows (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)",
  );
  const body = "x".repeat(rows.bytes);
  const found = await measured(rows, async (count) => {
    await client.query({
      name: "insert",
      text: "INSERT INTO rows (body) SELECT * FROM unnest($1::text[])",
      values: [Array.from({ length: count }, () => body)],
    });
  });
  await client.query("DROP TABLE rows");
  await client.end();
  return found;
}

async function measured(
  { group, seconds }: Rows,
  insert: (count: number) => Promise<void>,
): Promise<Inserted> {
  const forMs = async (ms: number, count: number) => {
    const begun = performance.now();
    let transactions = 0;
    for (; performance.now() - begun < ms; transactions += 1) await insert(count);
    return { transactions, ms: performance.now() - begun };
  };
  const many = await forMs(seconds * 1000, group);
  const one = await forMs(seconds * 500, 1);
  return {
    group,
    rowsPerSecond: (many.transactions * group) / (many.ms / 1000),
    oneMs: one.ms / one.transactions,
  };
}
