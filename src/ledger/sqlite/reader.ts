/** Reading, on connections that cannot write: beside the writer in the same process, or alone. */
import { join } from "node:path";
import { keysFile, openKeys } from "../keys.ts";
import { type Ledger, LedgerError, type Remembered, type Row, type StoredEntry } from "../ledger.ts";
import { toLedgerError } from "./errors.ts";
import { columns, type EntryRow, keyReader, type ReadRow, type RowValues, toEntry, toRow } from "./rows.ts";
import { ledgerFile, openReading } from "./schema.ts";
import { viewsOnly } from "./views-only.ts";

/** What `follow` reads at once, in characters and bytes: an entry may hold a photograph. */
const followSize = 1024 * 1024;

export type Reader = Pick<
  Ledger,
  "read" | "version" | "streams" | "remembered" | "position" | "query" | "follow"
> & {
  close(): void;
};

/** @param changed resolves once there may be more to read, or the signal aborts, or the ledger closes */
export function openReader(folder: string, changed: (signal: AbortSignal) => Promise<void>): Reader {
  const path = join(folder, ledgerFile);
  const database = openReading(path);
  const keys = openKeys(join(folder, keysFile), { readOnly: true });
  // A connection of its own: what others prepare is no read model's.
  const viewsDatabase = openReading(path);
  const views = viewsOnly(viewsDatabase, false);
  let open = true;

  const selectStream = database.prepare(
    `SELECT ${columns} FROM entries WHERE stream = ? AND version > ? ORDER BY version`,
  );
  // Nothing is read more often: a list a row costs half of an object a row.
  selectStream.setReturnArrays(true);
  const selectAfter = database.prepare("SELECT * FROM entries WHERE position > ? ORDER BY position");
  const selectVersion = database.prepare("SELECT version FROM heads WHERE stream = ?");
  const selectHeads = database.prepare(
    "SELECT stream, version FROM heads WHERE stream >= ? AND stream < ? ORDER BY stream",
  );
  const selectRemembered = database.prepare(
    'SELECT request, stream, first AS "from", last AS "to" FROM remembered WHERE key = ?',
  );
  const selectPosition = database.prepare("SELECT ifnull(max(position), 0) AS position FROM entries");

  const closed = () => !open;
  const guarded = <T>(work: () => T): T => {
    if (closed()) throw closedError();
    try {
      return work();
    } catch (cause) {
      throw toLedgerError(cause, path);
    }
  };
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

  return {
    read: (stream, afterVersion = 0) => guarded(() => entriesOf(streamAfter(stream, afterVersion))),
    version: (stream) =>
      guarded(() => (selectVersion.get(stream) as { version: number } | undefined)?.version ?? 0),
    streams: (prefix) =>
      // Names are printable ASCII, so the next byte ends those that begin with the prefix.
      guarded(() =>
        selectHeads
          .all(prefix, `${prefix}\u007f`)
          .map(({ stream, version }) => ({ stream: String(stream), version: Number(version) })),
      ),
    remembered: (key) => guarded(() => selectRemembered.get(key) as Remembered | undefined),
    position: () => guarded(() => (selectPosition.get() as { position: number }).position),
    query: (sql, parameters = {}) => guarded(() => views.statement(sql).all(parameters) as Row[]),
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
