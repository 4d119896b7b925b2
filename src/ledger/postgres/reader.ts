/** Reading: on connections that cannot write, beside any number of servers that do. */
import {
  type Ledger,
  LedgerError,
  type Remembered,
  type Row,
  type Seen,
  type StoredEntry,
} from "../ledger.ts";
import { type EntryRow, type ReadRow, toEntry } from "../rows.ts";
import { allOver, type Login, type Patience, patiently, readingPool } from "./connect.ts";
import { type Keys, keyIn } from "./keys.ts";
import { portableSql } from "./portable-sql.ts";

/** What `follow` reads at once: as many entries, and as many bytes, for an entry may hold a photograph. */
const followEntries = 500;
const followBytes = 1024 * 1024;

export type Reader = Omit<Ledger, "append" | "erase" | "probe" | "close" | "isWalled"> & {
  close(): Promise<void>;
};

const seenBySql = "SELECT set_config('isoward.clinics', $1, true), set_config('isoward.streams', $2, true)";

const closedError = () => new LedgerError("closed", "the ledger is closed", "open it again");

/** @param changed resolves once there may be more to read, or the signal aborts, or the ledger closes */
export function openReader(
  login: Login,
  keys: Keys,
  patience: Patience,
  changed: (signal: AbortSignal) => Promise<void>,
): Reader {
  const pool = readingPool(login, 8);
  const portable = portableSql(false);
  let open = true;
  const closed = () => !open;

  const ask = <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> => {
    if (closed()) return Promise.reject(closedError());
    return patiently(patience, async () => (await pool.query<R>({ name, text, values })).rows);
  };
  /** The same in a transaction that sees what these clinics see, and these streams, sent in one go. */
  const askAs =
    (clinics: readonly string[], streams: readonly string[]): typeof ask =>
    <R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> => {
      if (closed()) return Promise.reject(closedError());
      return patiently(patience, async () => {
        const client = await pool.connect();
        let isBroken = true;
        try {
          const begun = client.query("BEGIN");
          const seen = client.query({
            name: "seen-by",
            text: seenBySql,
            values: [clinics.join(","), streams.join(",")],
          });
          const asked = client.query<R>({ name, text, values });
          await allOver([begun, seen, asked, client.query("COMMIT")]);
          isBroken = false;
          return (await asked).rows;
        } finally {
          client.release(isBroken);
        }
      });
    };
  const entriesOf = async (rows: readonly ReadRow[]): Promise<StoredEntry[]> => {
    const sealed = new Set(rows.filter((row) => row.sealed !== null).map(({ stream }) => stream));
    const keyOf = keyIn(await keys.find([...sealed]));
    return rows.map((row) => toEntry(row, keyOf));
  };
  const after = async (position: number) =>
    await entriesOf(
      await ask<ReadRow>(
        "after",
        `SELECT position, stream, version, header, body, sealed, hash FROM (
           SELECT *, sum(octet_length(body) + coalesce(octet_length(sealed), 0)) OVER (ORDER BY position) AS bytes
             FROM (SELECT * FROM ledger.entries WHERE position > $1 ORDER BY position LIMIT $2) AS more) AS sized
         WHERE bytes - octet_length(body) - coalesce(octet_length(sealed), 0) < $3 ORDER BY position`,
        [position, followEntries, followBytes],
      ),
    );

  const reading = (asking: typeof ask): Seen => ({
    read: async (stream, afterVersion = 0) =>
      await entriesOf(
        await asking<ReadRow>(
          "read",
          `SELECT position, stream, version, header, body, sealed, hash FROM ledger.entries
           WHERE stream = $1 AND version > $2 ORDER BY version`,
          [stream, afterVersion],
        ),
      ),
    kept: (stream, afterVersion, most) =>
      asking<EntryRow>(
        "kept",
        `SELECT position, stream, version, id, header, body, sealed, hash FROM ledger.entries
         WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3`,
        [stream, afterVersion, most],
      ),
    async query(sql, parameters = {}) {
      const { name, text, values } = portable({ sql, parameters });
      return await asking<Row>(name, text, values);
    },
  });

  return {
    ...reading(ask),
    seenBy(clinics, streams = []) {
      const strange = [...clinics, ...streams].find((name) => name === "" || /[*,]/.test(name));
      if (strange !== undefined)
        throw new TypeError(`${JSON.stringify(strange)} is no name of a clinic or stream`);
      return reading(askAs(clinics, streams));
    },
    async version(stream) {
      const sql = "SELECT version FROM ledger.heads WHERE stream = $1";
      const [head] = await ask<{ version: number }>("version", sql, [stream]);
      return head?.version ?? 0;
    },
    async versions(streams) {
      const sql = "SELECT stream, version FROM ledger.heads WHERE stream = ANY($1)";
      const heads = await ask<{ stream: string; version: number }>("versions", sql, [streams]);
      return new Map([
        ...streams.map((stream) => [stream, 0] as const),
        ...heads.map(({ stream, version }) => [stream, version] as const),
      ]);
    },
    streams: (prefix) =>
      // Names are printable ASCII, so the next byte ends those that begin with the prefix.
      ask(
        "streams",
        "SELECT stream, version FROM ledger.heads WHERE stream >= $1 AND stream < $2 ORDER BY stream",
        [prefix, `${prefix}\u007f`],
      ),
    async remembered(key) {
      const sql =
        'SELECT request, stream, first AS "from", last AS "to" FROM ledger.remembered WHERE key = $1';
      const [found] = await ask<Remembered>("remembered", sql, [key]);
      return found;
    },
    async position() {
      const [counter] = await ask<{ position: number }>(
        "position",
        "SELECT position FROM ledger.counter",
        [],
      );
      return counter?.position ?? 0;
    },
    async movedSince(since) {
      // One statement sees one moment. The newest position comes first, in a row without a stream.
      const rows = await ask<{ stream: string | null; position: number }>(
        "moved",
        `SELECT NULL AS stream, position FROM ledger.counter
         UNION ALL (SELECT DISTINCT stream, 0 FROM ledger.entries WHERE position > $1)`,
        [since],
      );
      return {
        position: rows.find(({ stream }) => stream === null)?.position ?? 0,
        streams: new Set(rows.map(({ stream }) => stream).filter((stream) => stream !== null)),
      };
    },
    async *follow(afterPosition, signal) {
      let position = afterPosition;
      // Listened for before it is asked: a change that is told while the answer is on its way must not be missed.
      let change = changed(signal);
      while (!closed() && !signal.aborted) {
        const entries = await after(position).catch((cause: unknown) => {
          if (closed()) return [];
          throw cause;
        });
        for (const entry of entries) {
          if (signal.aborted) return;
          yield entry;
          position = entry.position;
        }
        if (entries.length > 0) continue;
        await change;
        change = changed(signal);
      }
    },
    async close() {
      if (closed()) return;
      open = false;
      await pool.end();
    },
  };
}
