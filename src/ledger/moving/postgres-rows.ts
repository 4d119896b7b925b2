/** A ledger's rows, and its keys, out of PostgreSQL: as they stood at one moment. */
import type { Head } from "../chain.ts";
import type { Erasure } from "../keys.ts";
import { LedgerError } from "../ledger.ts";
import { type Client, connect, whereOf } from "../postgres/connect.ts";
import { toLedgerError } from "../postgres/errors.ts";
import { type Area, refuseOthers } from "../postgres/migrate.ts";
import { movedMark, movedTo } from "../postgres/moving-mark.ts";
import type { EntryRow } from "../rows.ts";
import type { OldPlace } from "./moved-away.ts";
import { bytesOf, inPages, type KeyRow, type KeyRows, type RememberedRow, type Rows } from "./parts.ts";

/** How many rows are fetched at once; an entry may hold a photograph, so of entries not many. */
const step = 200;

/** Whether others may write meanwhile, or are kept from it. */
export type Holding = "snapshot" | "held";

/**
 * Rows of a database.
 * @throws LedgerError `locked` where servers use it that is to be held
 */
export async function postgresRows(url: string, holding: Holding): Promise<Rows & OldPlace> {
  const where = whereOf(url);
  const client = await opened(url, "ledger", async (fresh) => {
    if (holding === "held") await refuseServers(fresh, where);
    await begin(fresh, holding, "ledger.counter");
  });
  return {
    ...rowsIn(client, where),
    async movedTo() {
      const sql = "SELECT read_models FROM ledger.counter";
      const { rows } = await client.query<{ read_models: string | null }>(sql);
      return movedTo(rows[0]?.read_models ?? null);
    },
    async markMoved(to) {
      // It ends the transaction that held the counter: whoever waits for that to append finds the mark there.
      await client.query("UPDATE ledger.counter SET read_models = $1", [movedMark(to)]);
      await client.query("COMMIT");
    },
    close: async () => await client.end(),
  };
}

/** Keys of a database. */
export async function postgresKeys(url: string, holding: Holding): Promise<KeyRows> {
  const client = await opened(url, "keys", (fresh) => begin(fresh, holding, "keys.erasures"));
  return { ...keysIn(client, whereOf(url)), close: async () => await client.end() };
}

/** Rows that are read on a connection of whoever asks; where pages are asked for, in a transaction. */
export function rowsIn(client: Client, where: string): Omit<Rows, "close"> {
  return {
    where,
    async extent() {
      const { rows } = await client.query<{ position: number; created_at: string }>(
        "SELECT position, created_at FROM ledger.counter",
      );
      const [found] = rows;
      return { position: found?.position ?? 0, createdAt: found?.created_at ?? "" };
    },
    entries: (after) =>
      pagesOf<EntryRow>(
        client,
        where,
        `SELECT position, stream, version, id, header, body, sealed, hash FROM ledger.entries
         WHERE position > ${after} ORDER BY position`,
        bytesOf,
      ),
    async hashAt(position) {
      const sql = "SELECT hash FROM ledger.entries WHERE position = $1";
      return (await client.query<{ hash: string }>(sql, [position])).rows[0]?.hash;
    },
    heads: async () =>
      (await client.query<Head>("SELECT stream, version, hash FROM ledger.heads ORDER BY stream")).rows,
    async sealedStreams() {
      const sql = "SELECT DISTINCT stream FROM ledger.entries WHERE sealed IS NOT NULL ORDER BY stream";
      return (await client.query<{ stream: string }>(sql)).rows.map(({ stream }) => stream);
    },
    remembered: () =>
      pagesOf<RememberedRow>(
        client,
        where,
        'SELECT key, request, stream, first AS "from", last AS "to" FROM ledger.remembered ORDER BY key',
      ),
  };
}

/** Keys that are read so too. */
export function keysIn(client: Client, where: string): Omit<KeyRows, "close"> {
  return {
    keys: () =>
      pagesOf<KeyRow>(
        client,
        where,
        "SELECT stream, key, created FROM keys.keys WHERE key IS NOT NULL ORDER BY stream",
      ),
    async erasures() {
      const { rows } = await client.query<Erasure>(
        `SELECT number, stream, erased_at AS "erasedAt", key_hash AS "keyHash", hash FROM keys.erasures
         ORDER BY number`,
      );
      return rows;
    },
  };
}

async function* pagesOf<Row extends object>(
  client: Client,
  where: string,
  sql: string,
  bytes?: (row: Row) => number,
): AsyncGenerator<readonly Row[]> {
  try {
    await client.query(`DECLARE moved NO SCROLL CURSOR FOR ${sql}`);
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${step} FROM moved`);
      if (rows.length === 0) break;
      yield* inPages(rows, bytes);
    }
    await client.query("CLOSE moved");
  } catch (cause) {
    throw toLedgerError(cause, where);
  }
}

async function opened(url: string, area: Area, prepare: (client: Client) => Promise<void>): Promise<Client> {
  const where = whereOf(url);
  try {
    const client = await connect(url);
    try {
      await client.query(moving);
      await refuseOthers(client, area, where);
      await prepare(client);
      return client;
    } catch (cause) {
      await client.end();
      throw cause;
    }
  } catch (cause) {
    throw toLedgerError(cause, where);
  }
}

/** It shows in the server's list of connections, and stands still between two pages for as long as it takes. */
export const moving = "SET application_name = 'isoward move'; SET idle_in_transaction_session_timeout = 0";

async function begin(client: Client, holding: Holding, table: string) {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ${holding === "snapshot" ? " READ ONLY" : ""}`);
  if (holding === "snapshot") return;
  // Before anything is read, so that the moment it all stood at is one after which nothing was written.
  await client.query("SET LOCAL lock_timeout = '5s'");
  await client.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
}

/** Servers that are connected could take what is moved for what they left. */
async function refuseServers(client: Client, where: string) {
  const { rows } = await client.query<{ connections: number }>(
    `SELECT count(*) AS connections FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'isoward' AND pid <> pg_backend_pid()`,
  );
  const connections = rows[0]?.connections ?? 0;
  if (connections === 0) return;
  throw new LedgerError(
    "locked",
    `Isoward is running on ${where}: ${connections} of its connections are open`,
    "stop every server of it, then move it",
  );
}
