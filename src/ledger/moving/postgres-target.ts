/** A database that a ledger is moved into: marked so that no server opens it, until all of it is there. */
import { LedgerError } from "../ledger.ts";
import type { Database } from "../place.ts";
import { allOver, type Client, connect, refuseUnsynced, whereOf } from "../postgres/connect.ts";
import { mayBeDoneAgain, toLedgerError } from "../postgres/errors.ts";
import { openKeys } from "../postgres/keys.ts";
import { migrate } from "../postgres/migrate.ts";
import { isMoving, movingMark } from "../postgres/moving-mark.ts";
import { portableSql } from "../postgres/portable-sql.ts";
import { refill } from "../postgres/projection.ts";
import { verifiable } from "../postgres/verify.ts";
import { write } from "../postgres/write.ts";
import { verifyAll } from "../verify.ts";
import { headsOf, type KeyRow, type Origin, type Target } from "./parts.ts";
import { keysIn, moving, rowsIn } from "./postgres-rows.ts";

/** "move" in ASCII: whoever holds it moves into this database. */
const lock = 0x6d6f7665;

/**
 * Begins to move into a database, or goes on where an attempt ended.
 * @param refuse asked before the first mark
 * @returns undefined where something stands there that is no move of this ledger
 * @throws LedgerError where another move is under way there
 */
export async function postgresTarget(
  { database: url, keys: keysUrl = url, masterKeys }: Database,
  origin: Origin,
  refuse: () => Promise<void>,
): Promise<Target | undefined> {
  const where = whereOf(url);
  const whereKeys = whereOf(keysUrl);
  const clients: Client[] = [];
  const connected = async (address: string) => {
    const client = await connect(address, { pipeline: true });
    clients.push(client);
    await client.query(moving);
    return client;
  };
  const close = async () => {
    await Promise.all(clients.splice(0).map((client) => client.end()));
  };
  try {
    const client = await connected(url);
    await refuseUnsynced(client, where);
    await takeTurn(client, where);
    const keysClient = await connected(keysUrl);
    await refuseUnsynced(keysClient, whereKeys);
    await migrate(client, "ledger", where);
    await migrate(keysClient, "keys", whereKeys);
    if (!(await isMarked(client, keysClient, origin, refuse))) {
      await close();
      return undefined;
    }
    const inOne = async (on: Client, work: () => Promise<unknown>[]) => {
      try {
        await on.query("BEGIN; SET LOCAL synchronous_commit = on");
        await allOver(work());
        await on.query("COMMIT");
      } catch (cause) {
        await on.query("ROLLBACK").catch(() => {});
        throw toLedgerError(cause, where);
      }
    };
    const rows = rowsIn(client, where);
    const keys = keysIn(keysClient, whereKeys);
    return {
      ...rows,
      ...keys,
      remembered: () => during(client, rows.remembered()),
      keys: () => during(keysClient, keys.keys()),
      putKeys: (more) => inOne(keysClient, () => [putKeys(keysClient, more)]),
      async putErasures(erasures) {
        await inOne(keysClient, () =>
          erasures.flatMap(({ number, stream, erasedAt, keyHash, hash }) => [
            keysClient.query(
              `INSERT INTO keys.keys (stream, key, created) VALUES ($1, NULL, $2)
               ON CONFLICT (stream) DO UPDATE SET key = NULL`,
              [stream, erasedAt],
            ),
            keysClient.query(
              `INSERT INTO keys.erasures (number, stream, erased_at, key_hash, hash) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT DO NOTHING`,
              [number, stream, erasedAt, keyHash, hash],
            ),
          ]),
        );
        if (erasures.length > 0) await keysClient.query("VACUUM (FULL) keys.keys").catch(() => {});
      },
      putEntries: (entries) =>
        inOne(client, () => [
          ...write(client, { rows: entries, heads: headsOf(entries), remembered: [] }),
          client.query("UPDATE ledger.counter SET position = $1", [entries.at(-1)?.position]),
        ]),
      putRemembered: (more) =>
        inOne(client, () => [
          client.query(
            `INSERT INTO ledger.remembered (key, request, stream, first, last)
             SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[]) ON CONFLICT DO NOTHING`,
            [
              more.map(({ key }) => key),
              more.map(({ request }) => request),
              more.map(({ stream }) => stream),
              more.map(({ from }) => from),
              more.map(({ to }) => to),
            ],
          ),
        ]),
      async verify(options) {
        await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        const verified = await verifyAll(await verifiable(client), options, (cause) => {
          throw toLedgerError(cause, where);
        });
        await client.query("COMMIT");
        return verified;
      },
      async finish(projector, onProgress) {
        const opened = await openKeys(keysUrl, { where: whereKeys, ms: 10_000 }, { masterKeys });
        try {
          await refill(client, projector, opened, portableSql(true), onProgress, { endsMove: true });
        } catch (cause) {
          throw toLedgerError(cause, where);
        } finally {
          await opened.close();
        }
      },
      close,
    };
  } catch (cause) {
    await close();
    throw toLedgerError(cause, where);
  }
}

/** One move at a time; what is left of one that was killed goes away by itself. */
async function takeTurn(client: Client, where: string) {
  try {
    await client.query("BEGIN; SET LOCAL lock_timeout = '5s'");
    await client.query("SELECT pg_advisory_lock($1)", [lock]);
    await client.query("COMMIT");
  } catch (cause) {
    if (!mayBeDoneAgain(cause)) throw cause;
    throw new LedgerError(
      "locked",
      `another move into ${where} is under way`,
      "wait until it is over, or end it",
    );
  }
}

/** Marks a database that is empty; false where something else is in it than a move of this ledger. */
async function isMarked(
  client: Client,
  keysClient: Client,
  { first, createdAt }: Origin,
  refuse: () => Promise<void>,
): Promise<boolean> {
  const mark = movingMark(first);
  await client.query(
    "INSERT INTO ledger.counter (position, created_at) VALUES (0, $1) ON CONFLICT DO NOTHING",
    [createdAt],
  );
  await client.query("BEGIN");
  const counter = await client.query<{ position: number; read_models: string | null }>(
    "SELECT position, read_models FROM ledger.counter FOR UPDATE",
  );
  const { position = 0, read_models: before = null } = counter.rows[0] ?? {};
  const isOwn = before === mark;
  const isFree = !isMoving(before) && position === 0 && (await isEmpty(keysClient));
  if (isFree) await refuse();
  if (isFree)
    await client.query("UPDATE ledger.counter SET read_models = $1, created_at = $2", [mark, createdAt]);
  await client.query("COMMIT");
  return isOwn || isFree;
}

async function isEmpty(keysClient: Client): Promise<boolean> {
  const { rows } = await keysClient.query(
    "SELECT FROM keys.keys UNION ALL SELECT FROM keys.erasures LIMIT 1",
  );
  return rows.length === 0;
}

const putKeys = (client: Client, keys: readonly KeyRow[]) =>
  client.query(
    `INSERT INTO keys.keys (stream, key, created)
     SELECT * FROM unnest($1::text[], $2::bytea[], $3::text[])
     ON CONFLICT (stream) DO UPDATE SET key = excluded.key WHERE keys.key IS NOT NULL`,
    [keys.map(({ stream }) => stream), keys.map(({ key }) => key), keys.map(({ created }) => created)],
  );

/** Pages that are read in a transaction of their own. */
async function* during<Page>(client: Client, pages: AsyncIterable<Page>): AsyncGenerator<Page> {
  await client.query("BEGIN READ ONLY");
  yield* pages;
  await client.query("COMMIT");
}
