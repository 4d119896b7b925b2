/** Reading, on connections that cannot write: beside the writer in the same process, or alone. */
import { join } from "node:path";
import { constants, type StatementSync } from "node:sqlite";
import { keysFile, openKeys } from "../keys.ts";
import { type Ledger, LedgerError, type Remembered, type Row, type StoredEntry } from "../ledger.ts";
import { toLedgerError } from "./errors.ts";
import { type EntryRow, keyReader, toEntry } from "./rows.ts";
import { ledgerFile, openReading } from "./schema.ts";

/** Entries that `follow` reads at once. */
const followBatch = 256;

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
  // Where no key was ever made there is no such file, and no private part either.
  const keys = openKeys(join(folder, keysFile), { readOnly: true });
  const views = openViews(path);
  let open = true;

  const selectStream = database.prepare(
    "SELECT * FROM entries WHERE stream = ? AND version > ? ORDER BY version",
  );
  const selectAfter = database.prepare("SELECT * FROM entries WHERE position > ? ORDER BY position LIMIT ?");
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
  const entriesOf = (rows: unknown): StoredEntry[] => {
    const keyOf = keyReader(keys);
    return (rows as EntryRow[]).map((row) => toEntry(row, keyOf));
  };

  return {
    read: (stream, afterVersion = 0) => guarded(() => entriesOf(selectStream.all(stream, afterVersion))),
    version: (stream) =>
      guarded(() => (selectVersion.get(stream) as { version: number } | undefined)?.version ?? 0),
    streams: (prefix) =>
      // Names are printable ASCII, so the next byte ends those that begin with the prefix.
      guarded(
        () => selectHeads.all(prefix, `${prefix}\u007f`) as unknown as { stream: string; version: number }[],
      ),
    remembered: (key) => guarded(() => selectRemembered.get(key) as Remembered | undefined),
    position: () => guarded(() => (selectPosition.get() as { position: number }).position),
    query: (sql, parameters = {}) => guarded(() => views.statement(sql).all(parameters) as Row[]),
    async *follow(afterPosition, signal) {
      let position = afterPosition;
      while (!closed() && !signal.aborted) {
        // Asked for before reading: what is committed in between is not missed.
        const more = changed(signal);
        const entries = guarded(() => entriesOf(selectAfter.all(position, followBatch)));
        for (const entry of entries) {
          if (signal.aborted) return;
          yield entry;
          position = entry.position;
        }
        if (entries.length === 0) await more;
      }
    },
    close() {
      if (!open) return;
      open = false;
      keys.close();
      views.close();
      database.close();
    },
  };
}

export const closedError = () => new LedgerError("closed", "the ledger is closed", "open it again");

/** A connection whose SQL may read the read models and nothing else. */
function openViews(path: string) {
  const database = openReading(path);
  const { SQLITE_OK, SQLITE_DENY, SQLITE_READ, SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE } = constants;
  database.setAuthorizer((action, table) => {
    if (action === SQLITE_READ)
      return table?.startsWith("view_") === true || table === "" ? SQLITE_OK : SQLITE_DENY;
    return [SQLITE_SELECT, SQLITE_FUNCTION, SQLITE_RECURSIVE].includes(action) ? SQLITE_OK : SQLITE_DENY;
  });
  const statements = new Map<string, StatementSync>();
  return {
    statement(sql: string): StatementSync {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare(sql);
      statements.set(sql, statement);
      return statement;
    },
    close: () => database.close(),
  };
}
