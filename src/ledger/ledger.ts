/**
 * The ledger: streams of entries that only ever grow. It knows nothing of medicine: it numbers, chains, keeps and
 * hands back what it is given.
 *
 * A stream is one subject's history (`patient/…`, `clinic/…`). Versions count its entries from 1. Positions count all
 * entries of the ledger in the order in which they were committed.
 */

import type { Erasure } from "./keys.ts";

/** Anything JSON can hold. Numbers are finite; `undefined` never stands in it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Who wrote an entry: the role it was written in, the person, and whether a sign-in vouches for it. */
export interface Actor {
  readonly role: string;
  readonly id: string;
  readonly authenticated: boolean;
}

/** An entry as it is handed in. Everything but `private` is kept in the clear. */
export interface NewEntry {
  /** UUIDv7. */
  readonly id: string;
  readonly type: string;
  /** The version of the body's shape. */
  readonly schema: number;
  /** When it happened, as written where it happened: `day` as YYYY-MM-DD, `at` as an instant in UTC. */
  readonly happened: { readonly day: string; readonly at?: string; readonly zone?: string };
  /** When it was written down: an instant in UTC, by the clock of whoever appends. */
  readonly recordedAt: string;
  readonly actor: Actor;
  readonly clinic: string;
  readonly site?: string;
  readonly source: { readonly kind: string; readonly ref?: string };
  readonly body: Json;
  /** Names, free text, raw documents: encrypted under the stream's own key, and gone once that key is destroyed. */
  readonly private?: Json;
}

/** An entry as it is kept. */
export interface StoredEntry extends Omit<NewEntry, "private"> {
  readonly stream: string;
  readonly version: number;
  readonly position: number;
  /** SHA-256, in hex, over the hash before it, the header, the body, and the hash of the encrypted `private`. */
  readonly hash: string;
  /** Present where there is one: the private part, or `"erased"` once the stream's key is destroyed. */
  readonly private?: { readonly value: Json } | "erased";
}

/** An entry as it is hashed: `header` and `body` in canonical JSON, `sealed` its private part as it was encrypted. */
export interface KeptEntry {
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly id: string;
  readonly header: string;
  readonly body: string;
  readonly sealed: Uint8Array | null;
  readonly hash: string;
}

export interface Append {
  readonly stream: string;
  /** The version the stream was read at; 0 for a stream that does not exist yet. */
  readonly expectedVersion: number;
  /** At least one. */
  readonly entries: readonly NewEntry[];
  /** Other streams that were read to come to this, each at its version: if one has moved, nothing is appended. */
  readonly readVersions?: Readonly<Record<string, number>>;
  /**
   * What was read of all streams of a kind, such as that none of them is the same person's: if one whose name begins so
   * was begun after this position, nothing is appended.
   */
  readonly noneBegunSince?: Begun;
  /** Chosen by the caller, so that the same request sent twice is done once. */
  readonly idempotency?: Idempotency;
}

export interface Begun {
  /** How their names begin. */
  readonly prefix: string;
  readonly position: number;
}

export interface Idempotency {
  readonly key: string;
  /** A digest of the request: the same key with another request is refused. */
  readonly request: string;
}

/** What an idempotency key was used for. */
export interface Remembered {
  readonly request: string;
  readonly stream: string;
  /** The versions it appended, first and last. */
  readonly from: number;
  readonly to: number;
}

export type Appended =
  /** Durable: it was acknowledged after COMMIT had synced it. */
  | { readonly is: "appended"; readonly entries: readonly StoredEntry[] }
  /** The stream, or one that was read, has moved or was begun since: read again and decide again. */
  | { readonly is: "conflict"; readonly stream: string; readonly expected: number; readonly actual: number }
  /** The key was used before for the same request: nothing was appended again. */
  | { readonly is: "repeated"; readonly remembered: Remembered }
  /** The key was used before for another request. */
  | { readonly is: "key-reused"; readonly remembered: Remembered };

export interface Ledger {
  /** @throws LedgerError where nothing can be written (disk full, store gone); then, but for `unsure`, nothing was */
  append(append: Append): Promise<Appended>;
  /**
   * Destroys the key of a stream's private parts for good and leaves a proof; done twice it gives the first proof.
   * Read models that hold names are the projector's: append the entry that makes it delete them before.
   *
   * @throws LedgerError where it was opened to read
   */
  erase(stream: string): Promise<Erasure>;
  /** A stream's entries after a version, oldest first; none where there is no such stream. */
  read(stream: string, afterVersion?: number): Promise<readonly StoredEntry[]>;
  /** At most so many of a stream's entries after a version, as they are kept: what their hashes are made of. */
  kept(stream: string, afterVersion: number, most: number): Promise<readonly KeptEntry[]>;
  /** The version a stream stands at; 0 where there is none. */
  version(stream: string): Promise<number>;
  /** The version each of these streams stands at, all read at one moment; 0 where there is none. */
  versions(streams: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The newest version of every stream whose name begins so, in order of names. */
  streams(prefix: string): Promise<readonly { readonly stream: string; readonly version: number }[]>;
  remembered(key: string): Promise<Remembered | undefined>;
  /** Entries after a position, in order, as they are committed; ends when the signal aborts. */
  follow(afterPosition: number, signal: AbortSignal): AsyncIterable<StoredEntry>;
  /** The position of the newest entry; 0 for an empty ledger. Nothing that is committed later stands before it. */
  position(): Promise<number>;
  /** What has moved since somebody last looked, at `position`: whoever asks again at the new one misses nothing. */
  movedSince(position: number): Promise<Moved>;
  /** Rows of the read models that the projector keeps. Read-only SQL with named parameters (`:name`). */
  query(sql: string, parameters?: Parameters): Promise<readonly Row[]>;
  /**
   * The same ledger as these clinics may see it, whatever is asked: a second wall behind the application's own, in a
   * store that has one. A stream is seen as a whole or not at all.
   *
   * @param streams others that are opened to whoever asks: their own record, one whose number they were shown
   */
  seenBy(clinics: readonly string[], streams?: readonly string[]): Seen;
  /** Whether the store itself holds everybody to `seenBy`: PostgreSQL does, where it works as a role that it binds. */
  readonly isWalled: boolean;
  /**
   * Reads, and writes something that is no entry, synced as an append is.
   * @throws LedgerError where one of them cannot be done now
   */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/** What can be read of a ledger through its wall. */
export type Seen = Pick<Ledger, "read" | "kept" | "query">;

/** A ledger as a server has it that writes to it. */
export interface OwnLedger extends Ledger {
  /**
   * Says where this process answers, for others that find the ledger taken; where any number may write, nobody asks.
   */
  announce(more: { readonly url: string }): void;
}

/** Both as they stood at one moment. */
export interface Moved {
  /** The position of the newest entry, as `position()` gives it. */
  readonly position: number;
  /** Every stream with an entry after the position asked for. */
  readonly streams: ReadonlySet<string>;
}

export type Row = Readonly<Record<string, null | number | string>>;

/**
 * Keeps read models in step: what `project` asks for is done in the same transaction as the entry it is given, so a read
 * model is never ahead of the ledger nor behind it. It is given every entry once, in the order of positions, by
 * whichever store there is; so its SQL keeps to what all of them understand: named parameters (`:name`), names in lower
 * case, the conflict target of an upsert named, and a column that is added to by its table's name.
 */
export interface Projector {
  /** Raised when `tables` or `project` changes: the tables are then dropped and filled anew from the entries. */
  readonly version: number;
  readonly tables: Readonly<Record<`view_${string}`, ReadModel>>;
  /** Whose the streams of a kind are, for a store that can keep the rows of one clinic from another's sight. */
  readonly owners?: Owners;
  /** The statements for one entry, one after another. A SELECT is answered with its rows, all else with none. */
  project(entry: StoredEntry): Generator<Statement, void, readonly Row[]>;
}

/** Streams whose names begin with `prefix` belong to the clinics that stand beside them in the table. */
export interface Owners {
  readonly prefix: string;
  /** Has the columns `stream` and `clinic`. */
  readonly table: `view_${string}`;
}

/** A table of read models. Each of its rows belongs to one stream. */
export interface ReadModel {
  readonly columns: { readonly stream: "text"; readonly [column: string]: ColumnType };
  /** The columns of its primary key. */
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
  /** Whose its rows are: the clinic's in its column `clinic`, if it has one, or theirs whose stream it is. */
  readonly rowsOf?: "clinic" | "stream";
  /** A column that names, without its prefix, a stream about which a row is: who sees that one sees the row too. */
  readonly about?: string;
}

/** With a question mark where it may be null. Text is compared by its bytes. */
export type ColumnType = "text" | "text?" | "integer" | "integer?";

/** SQL on read models, with what its named parameters stand for. */
export interface Statement {
  readonly sql: string;
  readonly parameters: Parameters;
}

/** By name, without the colon that the SQL has before it. */
export type Parameters = Readonly<Record<string, null | number | string>>;

export type LedgerErrorCode =
  | "locked"
  | "full"
  | "corrupt"
  | "newer"
  | "closed"
  | "failed"
  /** The server of the database does not answer, or not in time. */
  | "unreachable"
  /** The server answers, and does not let this user in, or not do that. */
  | "refused"
  /** The server answers, and has no such database. */
  | "missing"
  /** The connection broke while it was committed: it may have been written or not. Sent again as it was, it is done once. */
  | "unsure";

/** A store that cannot do its work: what happened, and what someone can do about it. */
export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  readonly remedy: string;
  constructor(code: LedgerError["code"], says: string, remedy: string, cause?: unknown) {
    super(says, cause === undefined ? {} : { cause });
    this.code = code;
    this.remedy = remedy;
  }
}
