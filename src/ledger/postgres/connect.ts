/** Connections to PostgreSQL, each set so that what it commits is on the disk. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { LedgerError } from "../ledger.ts";
import { isLost, mayBeDoneAgain, toLedgerError } from "./errors.ts";

export type Client = InstanceType<typeof pg.Client>;
export type Pool = InstanceType<typeof pg.Pool>;

/** Where a database is, as it may be told: without the password. */
export function whereOf(url: string): string {
  const { host, port, database } = new pg.Client({ connectionString: url });
  return `the database ${database ?? ""} at ${host}:${port}`;
}

const bool = 16;
const int8 = 20;
const numeric = 1700;

/** Numbers as numbers: positions and counts stay far below 2^53. True and false are 1 and 0, as SQLite has them. */
const types: pg.CustomTypesConfig = {
  getTypeParser(type: number, format?: "text" | "binary") {
    if (type === int8 || type === numeric) return Number;
    if (type === bool) return (text: string) => (text === "t" ? 1 : 0);
    return pg.types.getTypeParser(type, format ?? "text") as (text: string) => unknown;
  },
};

/** A server that is cut off says nothing: who waits longer than this for one statement waits for nobody. */
export const answerMs = 30_000;

const configOf = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "isoward",
  connectionTimeoutMillis: 5000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
  types,
});

/**
 * A transaction that stands still, because its server does, is ended: others wait for the row it holds. Statements are
 * short, so none is worth compiling. Unqualified names are read models. A server at work for all sees all (`*`).
 */
const sessionOf = (role: string | undefined) => `${role === undefined ? "" : `SET ROLE ${role};`}
  SET isoward.clinics = '*'; SET synchronous_commit = on; SET idle_in_transaction_session_timeout = '15s'; SET jit = off;
  SET search_path = views; SET client_encoding = 'UTF8'`;

/** Who a server is in a database: the address it has, and the role it works as once it is in. */
export interface Login {
  readonly url: string;
  readonly role: string | undefined;
}

export interface ConnectOptions {
  readonly role?: string | undefined;
  /** Statements are sent without waiting for the one before. */
  readonly pipeline?: boolean;
  /** How long one statement may take before the connection counts as broken; for ever where left out. */
  readonly waitMs?: number | undefined;
  readonly onLost?: () => void;
}

/** A connection of one's own. `onLost` is told once when it breaks. */
export async function connect(url: string, options: ConnectOptions = {}): Promise<Client> {
  const { role, pipeline = false, waitMs, onLost = () => {} } = options;
  const client = new pg.Client({ ...configOf(url), pipeline, query_timeout: waitMs });
  client.on("error", onLost);
  client.once("end", onLost);
  try {
    await client.connect();
    await client.query(sessionOf(role));
    return client;
  } catch (cause) {
    client.end().catch(() => {});
    throw cause;
  }
}

/** Connections to read with. They can write nothing. */
export const readingPool = (login: Login, max: number) =>
  pool(login, max, "SET default_transaction_read_only = on");

/** Connections to write with, a transaction each. */
export const writingPool = (login: Login, max: number) => pool(login, max, "");

function pool({ url, role }: Login, max: number, more: string): Pool {
  const made = new pg.Pool({
    ...configOf(url),
    pipeline: true,
    query_timeout: answerMs,
    max,
    // oxlint-disable-next-line typescript/no-misused-promises -- the pool waits for it, whatever its types say
    onConnect: (client) => client.query(`${sessionOf(role)}; ${more}`),
  });
  // One that breaks while nobody uses it is replaced by the pool.
  made.on("error", () => {});
  // And one that breaks while somebody uses it tells them by what they asked of it, and does not end the process.
  made.on("connect", (client) => client.on("error", () => {}));
  return made;
}

/** How long somebody waits for a database that does not answer. */
export interface Patience {
  readonly where: string;
  readonly ms: number;
}

/**
 * Work that may be done any number of times, until it is done or the patience is over.
 * @throws LedgerError
 */
export async function patiently<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (cause) {
      const isPassing = isLost(cause) || mayBeDoneAgain(cause);
      if (!isPassing || performance.now() - begun > patience.ms) throw toLedgerError(cause, patience.where);
      await sleep(pauseMs(attempt));
    }
  }
}

/** Longer each time, and not the same for all who wait. */
export const pauseMs = (attempt: number) => Math.min(1000, 10 * 2 ** attempt) * (0.5 + Math.random() / 2);

/** Waits until all are over, then throws what failed first: nothing is under way any more that nobody waits for. */
export async function allOver(asked: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(asked);
  await Promise.all(asked);
}

/** @throws LedgerError where a server does not sync what it commits */
export async function refuseUnsynced(client: Client, where: string) {
  const { rows } = await client.query<{ fsync: string; full: string }>(
    "SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full",
  );
  const [found] = rows;
  if (found?.fsync === "on" && found.full === "on") return;
  throw new LedgerError(
    "failed",
    `${where} does not sync what it writes: fsync is ${found?.fsync}, full_page_writes ${found?.full}`,
    "set both to on in the server's postgresql.conf: without them a power cut takes acknowledged entries away",
  );
}
