/**
 * The keys of private parts in PostgreSQL: a schema of its own, better in a database of its own on another server, so
 * that neither a dump nor an archive of the ledger ever holds one. The format of what they encrypt, and the chain of
 * proofs, are those of ../keys.ts.
 */
import { hash, randomBytes } from "node:crypto";
import { type Erasure, erasureHash } from "../keys.ts";
import { type MasterKeys, masterKeysIn } from "../master-keys.ts";
import { keyMissing } from "../rows.ts";
import {
  type Client,
  connect,
  type Patience,
  type Pool,
  patiently,
  refuseUnsynced,
  writingPool,
} from "./connect.ts";
import { migrate, refuseOthers } from "./migrate.ts";

/** Keys by stream; undefined where it was destroyed. A stream that never had one is not among them. */
export type KeyRing = ReadonlyMap<string, Uint8Array | undefined>;

export type Keys = Awaited<ReturnType<typeof openKeys>>;

/**
 * Opens the keys, and makes their tables where they may be written.
 * @throws LedgerError where they cannot be reached, or are a newer Isoward's
 */
export async function openKeys(
  url: string,
  patience: Patience,
  {
    readOnly = false,
    masterKeys,
  }: { readonly readOnly?: boolean; readonly masterKeys?: string | undefined } = {},
) {
  const master = masterKeysIn(masterKeys);
  // Its own database has its own user; it needs no other role.
  const login = { url, role: undefined };
  await patiently(patience, async () => {
    const client = await connect(url);
    try {
      // A key that a power cut takes away takes the names with it that were acknowledged.
      if (!readOnly) await refuseUnsynced(client, patience.where);
      await (readOnly ? refuseOthers : migrate)(client, "keys", patience.where);
      if (!readOnly) await refuseOtherMasterKeys(client, master);
    } finally {
      await client.end();
    }
  });
  const pool = writingPool(login, 4);
  let scrubbing: Promise<void> | undefined;

  /** Those there are. What is not said here is not remembered either: an erasure by another server holds at once. */
  const find = (streams: readonly string[]): Promise<KeyRing> =>
    patiently(patience, async () => {
      if (streams.length === 0) return new Map();
      const { rows } = await pool.query<{ stream: string; key: Uint8Array | null }>({
        name: "keys-find",
        text: "SELECT stream, key FROM keys.keys WHERE stream = ANY($1)",
        values: [streams],
      });
      return new Map(
        rows.map(({ stream, key }) => [stream, key === null ? undefined : master.open(stream, key)]),
      );
    });

  return {
    find,
    /** Those there are, and new ones for streams that never had one: committed when this returns. */
    async make(streams: readonly string[], now: string): Promise<KeyRing> {
      const found = await find(streams);
      const keyless = streams.filter((stream) => !found.has(stream));
      if (keyless.length === 0) return found;
      await patiently(patience, () => inOne(pool, (client) => insert(client, master, keyless, now)));
      // Another server may have been faster, with another key.
      return new Map([...found, ...(await find(keyless))]);
    },
    /** Destroys a stream's key for good and leaves the proof; the first proof where that was done before. */
    async erase(stream: string, now: string): Promise<Erasure> {
      const erasure = await patiently(patience, () => erase(pool, master, stream, now));
      scrubbing = scrub(pool);
      await scrubbing;
      return erasure;
    },
    erasures: () =>
      patiently(patience, async () => {
        const { rows } = await pool.query<ErasureRow>("SELECT * FROM keys.erasures ORDER BY number");
        return rows.map(toErasure);
      }),
    /** Whether somebody new could be given a key now. @throws LedgerError */
    probe: () => void master.newest(),
    async close() {
      await scrubbing;
      await pool.end();
    },
  };
}

/** Whoever goes on writing with other master keys, or none, would leave keys that nobody can open together. */
async function refuseOtherMasterKeys(client: Client, master: MasterKeys): Promise<void> {
  const { rows } = await client.query<{ stream: string; key: Uint8Array }>(
    `SELECT DISTINCT ON (substring(key FROM 2 FOR 4)) stream, key FROM keys.keys WHERE length(key) > 32
     ORDER BY substring(key FROM 2 FOR 4)`,
  );
  for (const { stream, key } of rows) master.open(stream, key);
}

/** A stream's key out of those that were found, as ../rows.ts asks for it. */
export function keyIn(ring: KeyRing): (stream: string) => Uint8Array | undefined {
  return (stream) => {
    if (!ring.has(stream)) throw keyMissing(stream);
    return ring.get(stream);
  };
}

interface ErasureRow {
  readonly number: number;
  readonly stream: string;
  readonly erased_at: string;
  readonly key_hash: string | null;
  readonly hash: string;
}

const toErasure = ({ erased_at: erasedAt, key_hash: keyHash, ...row }: ErasureRow): Erasure => ({
  number: row.number,
  stream: row.stream,
  erasedAt,
  keyHash,
  hash: row.hash,
});

async function inOne<T>(pool: Pool, work: (client: Pick<Client, "query">) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query("BEGIN");
    const done = await work(client);
    await client.query("COMMIT");
    return done;
  } catch (cause) {
    broken = cause;
    throw cause;
  } finally {
    client.release(broken !== undefined);
  }
}

async function insert(
  client: Pick<Client, "query">,
  master: MasterKeys,
  streams: readonly string[],
  now: string,
): Promise<void> {
  // Before they are sealed: a change of master keys sees them, or they are sealed under the new one.
  await client.query("LOCK TABLE keys.keys IN ROW EXCLUSIVE MODE");
  await client.query({
    name: "keys-make",
    text: `INSERT INTO keys.keys (stream, key, created)
      SELECT stream, key, $3 FROM unnest($1::text[], $2::bytea[]) AS made (stream, key)
      ON CONFLICT (stream) DO NOTHING`,
    values: [streams, streams.map((stream) => master.close(stream, randomBytes(32))), now],
  });
}

const erase = (pool: Pool, master: MasterKeys, stream: string, now: string): Promise<Erasure> =>
  inOne(pool, async (client) => {
    // One erasure after another, whichever server does it: each proof hangs on the one before.
    await client.query("LOCK TABLE keys.erasures IN EXCLUSIVE MODE");
    return await eraseInTurn(client, master, stream, now);
  });

async function eraseInTurn(
  client: Pick<Client, "query">,
  master: MasterKeys,
  stream: string,
  now: string,
): Promise<Erasure> {
  const proofs = await client.query<ErasureRow>(
    `(SELECT * FROM keys.erasures WHERE stream = $1)
     UNION (SELECT * FROM keys.erasures ORDER BY number DESC LIMIT 1)`,
    [stream],
  );
  const before = proofs.rows.find((row) => row.stream === stream);
  if (before !== undefined) return toErasure(before);
  const last = proofs.rows[0];
  const found = await client.query<{ key: Uint8Array | null }>(
    "SELECT key FROM keys.keys WHERE stream = $1 FOR UPDATE",
    [stream],
  );
  const key = found.rows[0]?.key ?? undefined;
  const proof = {
    number: (last?.number ?? 0) + 1,
    stream,
    erasedAt: now,
    keyHash: key === undefined ? null : hash("sha256", master.open(stream, key)),
  };
  const erasure = { ...proof, hash: erasureHash(last?.hash, proof) };
  await client.query(
    `INSERT INTO keys.keys (stream, key, created) VALUES ($1, NULL, $2)
     ON CONFLICT (stream) DO UPDATE SET key = NULL`,
    [stream, now],
  );
  await client.query(
    "INSERT INTO keys.erasures (number, stream, erased_at, key_hash, hash) VALUES ($1, $2, $3, $4, $5)",
    [erasure.number, stream, now, erasure.keyHash, erasure.hash],
  );
  return erasure;
}

/**
 * Writes the table anew without the rows that were: a destroyed key stands in none of its files then. It lingers in the
 * server's own log until that is recycled; whoever archives the log of this database archives keys.
 */
async function scrub(pool: Pool): Promise<void> {
  // Another server may be at it, or the user may not: then it is left to autovacuum.
  await pool.query("VACUUM (FULL) keys.keys").catch(() => {});
}
