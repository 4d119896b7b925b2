/**
 * The store for many servers: a PostgreSQL database. Any number of servers append to it and read it at once; each reads
 * and decides, and takes its turn at the one row that counts positions.
 *
 * In the database: the schema `ledger` (entries, heads), the schema `views` (read models). The keys of private parts
 * are in a schema `keys`, of the same database where no other is named. Better is another one on another server, that
 * is backed up on its own and for a shorter time: whoever destroys a key wants it gone from every copy.
 */
import { appendedOf, pack } from "./appending.ts";
import { changes } from "./changes.ts";
import { type Ledger, LedgerError, type OwnLedger } from "./ledger.ts";
import {
  type Client,
  connect,
  type Patience,
  patiently,
  refuseUnsynced,
  whereOf,
} from "./postgres/connect.ts";
import type { Debug } from "./postgres/debug.ts";
import { openKeys } from "./postgres/keys.ts";
import { listen } from "./postgres/listen.ts";
import { migrate, refuseOthers } from "./postgres/migrate.ts";
import { portableSql } from "./postgres/portable-sql.ts";
import { refill } from "./postgres/projection.ts";
import { openReader } from "./postgres/reader.ts";
import { raiseWall, wallStands } from "./postgres/second-wall.ts";
import { type Durability, startWriter } from "./postgres/writer.ts";
import { loadProjector, makeOf, moduleUrl } from "./read-models.ts";

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database` */
  readonly url: string;
  /** The database of the keys; without it they are a schema beside the ledger's. */
  readonly keysUrl?: string;
  /** The file of master keys, where keys are sealed. */
  readonly masterKeys?: string | undefined;
  /** How long a database that does not answer is waited for, in milliseconds. */
  readonly patienceMs?: number;
}

export interface OpenPostgresOptions extends PostgresOptions {
  /** Module that exports `projector: Projector`. */
  readonly projector: URL | string;
  /** Milliseconds since 1970; for the hourly roots, and when keys were made and destroyed. */
  readonly clock?: () => number;
  /** Called while read models of another version are filled anew. */
  readonly onRefill?: (done: number, total: number) => void;
  /** Called with how many appends shared a transaction. */
  readonly onBatch?: (size: number) => void;
}

/** A ledger in PostgreSQL, with what only a server of its own can do. */
export interface PostgresLedger extends OwnLedger {
  /** What the connection that writes is really set to. */
  durability(): Promise<Durability>;
  /** Once all that was handed in is answered, and a root written where one was due. */
  settled(): Promise<void>;
}

/** How often it is looked whether a root is due. */
const tickMs = 60_000;

/** @throws LedgerError `unreachable`, `refused`, `missing`, `newer`, or `failed` where the read models cannot be filled */
export const openPostgres = (options: OpenPostgresOptions): Promise<PostgresLedger> =>
  openPostgresWithDebug(options, {});

/** For tests alone: planted defects and slow commits. */
export async function openPostgresWithDebug(
  options: OpenPostgresOptions,
  debug: Debug,
): Promise<PostgresLedger> {
  const { url, keysUrl = url, masterKeys, clock = Date.now, patienceMs = 10_000 } = options;
  const { onRefill = () => {}, onBatch = () => {} } = options;
  const projector = await loadProjector(moduleUrl(options.projector));
  let closing: Promise<void> | undefined;
  const patience: Patience = { where: whereOf(url), ms: patienceMs };
  const keys = await openKeys(keysUrl, { where: whereOf(keysUrl), ms: patienceMs }, { masterKeys });
  try {
    const portable = portableSql(true);
    const wall = await patiently(patience, async () => {
      const client = await connect(url, { pipeline: true });
      try {
        await refuseUnsynced(client, patience.where);
        await migrate(client, "ledger", patience.where);
        await raiseWall(client);
        await beginCounting(client, new Date(clock()).toISOString());
        await refill(client, projector, keys, portable, onRefill);
        return await wallStands(client);
      } finally {
        await client.end();
      }
    });
    const { wake, next } = changes();
    const login = { url, role: wall.role };
    const reader = openReader(login, keys, patience, next);
    const listener = listen(login, wake);
    const readModels = makeOf(projector);
    const writer = startWriter({
      login,
      patience,
      projector,
      readModels,
      portable,
      keys,
      clock,
      debug,
      onCommitted: wake,
      onBatch,
    });
    const ticks = setInterval(writer.tick, tickMs).unref();
    const close = async () => {
      clearInterval(ticks);
      await writer.close();
      const reading = reader.close();
      wake();
      await Promise.all([reading, listener.stop()]);
      await keys.close();
    };
    const whileOpen = () => {
      if (closing !== undefined) throw new LedgerError("closed", "the ledger is closed", "open it again");
    };
    return {
      ...reader,
      isWalled: wall.isHeld,
      announce() {},
      async append(append) {
        whileOpen();
        return appendedOf(append, await writer.append(pack(append)));
      },
      async erase(stream) {
        whileOpen();
        return await keys.erase(stream, new Date(clock()).toISOString());
      },
      async durability() {
        whileOpen();
        return await writer.durability();
      },
      async probe() {
        whileOpen();
        keys.probe();
        await reader.position();
        await writer.probe();
      },
      async settled() {
        writer.tick();
        await writer.settled();
      },
      close: () => (closing ??= close()),
    };
  } catch (cause) {
    await keys.close();
    throw cause;
  }
}

/** The one row that counts; only the first of all servers has to make it, and its user may. */
async function beginCounting(client: Client, now: string) {
  const { rows } = await client.query("SELECT FROM ledger.counter");
  if (rows.length > 0) return;
  await client.query(
    "INSERT INTO ledger.counter (position, created_at) VALUES (0, $1) ON CONFLICT DO NOTHING",
    [now],
  );
}

/** Opens a ledger to look at, beside the servers that write it. Appending is refused. */
export async function openPostgresReadOnly(options: PostgresOptions): Promise<Ledger> {
  const { url, keysUrl = url, masterKeys, patienceMs = 10_000 } = options;
  const patience: Patience = { where: whereOf(url), ms: patienceMs };
  const wall = await patiently(patience, async () => {
    const client = await connect(url);
    try {
      await refuseOthers(client, "ledger", patience.where);
      return await wallStands(client);
    } finally {
      await client.end();
    }
  });
  const patienceOfKeys = { where: whereOf(keysUrl), ms: patienceMs };
  const keys = await openKeys(keysUrl, patienceOfKeys, { readOnly: true, masterKeys });
  const { wake, next } = changes();
  const login = { url, role: wall.role };
  const reader = openReader(login, keys, patience, next);
  const listener = listen(login, wake);
  const onlyToRead = () =>
    Promise.reject(
      new LedgerError("failed", `${patience.where} was opened to read`, "send the command to a server of it"),
    );
  return {
    ...reader,
    isWalled: wall.isHeld,
    append: onlyToRead,
    erase: onlyToRead,
    probe: onlyToRead,
    async close() {
      const reading = reader.close();
      wake();
      await Promise.all([reading, listener.stop()]);
      await keys.close();
    },
  };
}
