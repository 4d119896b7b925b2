/** Verifies a ledger in PostgreSQL as it stands at one moment; servers go on meanwhile. */
import type { Head } from "../chain.ts";
import type { ChainRow } from "../chain-check.ts";
import { type Root, rootOf } from "../root.ts";
import { type Verifiable, type Verified, type VerifyOptions, verifyAll, versionName } from "../verify.ts";
import { type Client, connect, whereOf } from "./connect.ts";
import { isLost, toLedgerError } from "./errors.ts";
import { refuseOthers } from "./migrate.ts";

/** How many entries are read at once. */
const step = 1000;

/** @throws LedgerError where there is no ledger, or its server went away meanwhile */
export const verifyPostgres = (url: string, options: VerifyOptions = {}): Promise<Verified> =>
  atOneMoment(url, async (client) =>
    verifyAll(await verifiable(client), options, (cause) => {
      if (isLost(cause)) throw cause;
      return toLedgerError(cause, whereOf(url)).message;
    }),
  );

/** Where every stream stands now, to keep elsewhere and to verify against later. */
export const exportPostgresRoot = (url: string, takenAt = new Date().toISOString()): Promise<Root> =>
  atOneMoment(url, async (client) => {
    const counter = await client.query<{ position: number }>("SELECT position FROM ledger.counter");
    return rootOf(await headsOf(client), counter.rows[0]?.position ?? 0, takenAt);
  });

async function atOneMoment<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const where = whereOf(url);
  try {
    const client = await connect(url);
    try {
      await refuseOthers(client, "ledger", where);
      // A long ledger is gone through for longer than a transaction of a server may stand still.
      await client.query("SET idle_in_transaction_session_timeout = 0");
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      return await work(client);
    } finally {
      await client.end();
    }
  } catch (cause) {
    throw toLedgerError(cause, where);
  }
}

/** A ledger in a transaction of whoever asks. */
export async function verifiable(client: Client): Promise<Verifiable> {
  const counted = await client.query<{ total: number }>("SELECT count(*) AS total FROM ledger.entries");
  return {
    total: counted.rows[0]?.total ?? 0,
    damage: await damage(client),
    async *pages() {
      await client.query(
        `DECLARE rows NO SCROLL CURSOR FOR SELECT position, stream, version, id, header, body, sealed, hash
           FROM ledger.entries ORDER BY position, stream, version`,
      );
      for (;;) {
        const { rows } = await client.query<ChainRow>(`FETCH ${step} FROM rows`);
        if (rows.length === 0) return;
        yield rows;
      }
    },
    heads: () => headsOf(client),
    async hashesAt(versions) {
      const { rows } = await client.query<Head>(
        `SELECT stream, version, hash FROM ledger.entries
         JOIN unnest($1::text[], $2::int[]) AS named (stream, version) USING (stream, version)`,
        [versions.map(([stream]) => stream), versions.map(([, version]) => version)],
      );
      return new Map(rows.map(({ stream, version, hash }) => [versionName(stream, version), hash]));
    },
  };
}

const headsOf = async (client: Client): Promise<Head[]> => {
  const { rows } = await client.query<Head>("SELECT stream, version, hash FROM ledger.heads ORDER BY stream");
  return rows;
};

/** What keeps entries as they are has to be there, and the counter has to stand where they end. */
async function damage(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ guards: number; counter: number; newest: number }>(
    `SELECT (SELECT count(*) FROM pg_trigger WHERE tgrelid = 'ledger.entries'::regclass AND tgenabled IN ('O', 'A')
               AND tgname IN ('entries_stand', 'entries_stay')) AS guards,
            (SELECT position FROM ledger.counter) AS counter,
            (SELECT coalesce(max(position), 0) FROM ledger.entries) AS newest`,
  );
  const { guards = 0, counter = 0, newest = 0 } = rows[0] ?? {};
  return [
    ...(guards === 2 ? [] : ["the triggers that refuse to change and to remove entries were taken away"]),
    ...(counter === newest ? [] : [`the counter stands at ${counter}, the newest entry at ${newest}`]),
  ];
}
