/** Reading, on connections that cannot write: beside the writer in the same process, or alone. */
import { join } from "node:path";
import { keysFile, openKeys } from "../keys.ts";
import { type Ledger, LedgerError, type Remembered, type Row, type StoredEntry } from "../ledger.ts";
import { type EntryRow, type ReadRow, toEntry } from "../rows.ts";
import { toLedgerError } from "./errors.ts";
import { columns, keyReader, type RowValues, toRow } from "./rows.ts";
import { ledgerFile, openReading } from "./schema.ts";
import { viewsOnly } from "./views-only.ts";

/** What `follow` reads at once, in characters and bytes: an entry may hold a photograph. */
const followSize = 1024 * 1024;

/**
 * One statement sees one moment. The newest position comes first, in a row without a stream. By the positions alone: the
 * planner would go through the index of all streams, because it is in their order.
 */
export const movedSql = `SELECT NULL AS stream, ifnull(max(position), 0) AS position FROM entries
  UNION ALL SELECT DISTINCT stream, 0 FROM entries NOT INDEXED WHERE position > ?`;

export type Reader = Pick<
  Ledger,
  | "read"
  | "kept"
  | "version"
  | "versions"
  | "streams"
  | "remembered"
  | "position"
  | "movedSince"
  | "query"
  | "follow"
  | "seenBy"
  | "isWalled"
> & {
  close(): void;
};

/** @param changed resolves once there may be more to read, or the signal aborts, or the ledger closes */
export function openReader(
  folder: string,
  masterKeys: string | undefined,
  changed: (signal: AbortSignal) => Promise<void>,
): Reader {
  const path = join(folder, ledgerFile);
  const database = openReading(path);
  const keys = openKeys(join(folder, keysFile), { readOnly: true, masterKeys });
  // A connection of its own: what others prepare is no read model's.
  const viewsDatabase = openReading(path);
  const views = viewsOnly(viewsDatabase, false);
  let open = true;

  const selectStream = database.prepare(
    `SELECT ${columns} FROM entries WHERE stream = ? AND version > ? ORDER BY version`,
  );
  // Nothing is read more often: a list a row costs half of an object a row.
  selectStream.setReturnArrays(true);
  const selectKept = database.prepare(
    "SELECT * FROM entries WHERE stream = ? AND version > ? ORDER BY version LIMIT ?",
  );
  const selectAfter = database.prepare("SELECT * FROM entries WHERE position > ? ORDER BY position");
  const selectVersion = database.prepare("SELECT version FROM heads WHERE stream = ?");
  const selectVersions = database.prepare(
    "SELECT stream, version FROM heads WHERE stream IN (SELECT value FROM json_each(?))",
  );
  const selectHeads = database.prepare(
    "SELECT stream, version FROM heads WHERE stream >= ? AND stream < ? ORDER BY stream",
  );
  const selectRemembered = database.prepare(
    'SELECT request, stream, first AS "from", last AS "to" FROM remembered WHERE key = ?',
  );
  const selectPosition = database.prepare("SELECT ifnull(max(position), 0) AS position FROM entries");
  const selectMoved = database.prepare(movedSql);

  const closed = () => !open;
  const guarded = <T>(work: () => T): T => {
    if (closed()) throw closedError();
    try {
      return work();
    } catch (cause) {
      throw toLedgerError(cause, path);
    }
  };
  /** SQLite answers at once; what it answers is promised all the same, for other stores cannot. */
  const answered = <T>(work: () => T): Promise<T> => Promise.try(guarded<T>, work);
  const entriesOf = (rows: readonly ReadRow[]): StoredEntry[] => {
    const keyOf = keyReader(keys);
    return rows.map((row) => toEntry(row, keyOf));
  };
  const streamAfter = (stream: string, version: number) =>
    (selectStream.all(stream, version) as unknown[] as RowValues[]).map((values) => toRow(stream, values));

  const rowsAfter = (position: number) => {
    const rows: EntryRow[] = [];
    let size = 0;
    for (const row of selectAfter.iterate(position) as Iterable<unknown> as Iterable<EntryRow>) {
      rows.push(row);
      size += row.header.length + row.body.length + (row.sealed?.length ?? 0);
      if (size > followSize) break;
    }
    return rows;
  };

  const read: Reader["read"] = (stream, afterVersion = 0) =>
    answered(() => entriesOf(streamAfter(stream, afterVersion)));
  const query: Reader["query"] = (sql, parameters = {}) =>
    answered(() => views.statement(sql).all(parameters) as Row[]);
  const kept: Reader["kept"] = (stream, afterVersion, most) =>
    answered(() => selectKept.all(stream, afterVersion, most) as unknown[] as EntryRow[]);

  return {
    read,
    query,
    kept,
    // A file has no second wall: whoever reads it reads all of it.
    seenBy: () => ({ read, kept, query }),
    isWalled: false,
    version: (stream) =>
      answered(() => (selectVersion.get(stream) as { version: number } | undefined)?.version ?? 0),
    versions: (streams) =>
      answered(() => {
        const found = new Map(streams.map((stream) => [stream, 0]));
        for (const { stream, version } of selectVersions.all(JSON.stringify(streams)))
          found.set(String(stream), Number(version));
        return found;
      }),
    streams: (prefix) =>
      // Names are printable ASCII, so the next byte ends those that begin with the prefix.
      answered(() =>
        selectHeads
          .all(prefix, `${prefix}\u007f`)
          .map(({ stream, version }) => ({ stream: String(stream), version: Number(version) })),
      ),
    remembered: (key) => answered(() => selectRemembered.get(key) as Remembered | undefined),
    position: () => answered(() => (selectPosition.get() as { position: number }).position),
    movedSince: (since) =>
      answered(() => {
        const [newest, ...moved] = selectMoved.all(since);
        return {
          position: Number(newest?.["position"]),
          streams: new Set(moved.map(({ stream }) => String(stream))),
        };
      }),
    async *follow(afterPosition, signal) {
      let position = afterPosition;
      while (!closed() && !signal.aborted) {
        const entries = guarded(() => entriesOf(rowsAfter(position)));
        for (const entry of entries) {
          if (signal.aborted) return;
          yield entry;
          position = entry.position;
        }
        if (entries.length === 0) await changed(signal);
      }
    },
    close() {
      if (!open) return;
      open = false;
      keys.close();
      viewsDatabase.close();
      database.close();
    },
  };
}

export const closedError = () => new LedgerError("closed", "the ledger is closed", "open it again");
