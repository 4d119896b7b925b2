/** A queue's worth of commands in one transaction, a savepoint each, so that many share one sync of the disk. */
import { entryHash, genesis } from "../chain.ts";
import { seal } from "../keys.ts";
import { LedgerError, type Projector } from "../ledger.ts";
import { isBreaking, toLedgerError } from "./errors.ts";
import { type Answer, type AppendAnswer, type AppendCommand, toPlain } from "./messages.ts";
import { freshEntry, project } from "./projection.ts";
import type { EntryRow } from "./rows.ts";
import type { Store } from "./store.ts";
import type { Views } from "./views-only.ts";

export interface Batch {
  readonly store: Store;
  readonly projector: Projector;
  readonly views: Views;
  /** An instant in UTC. */
  readonly now: string;
  /** For planted defects alone. */
  readonly beforeCommit: (answers: readonly Answer[]) => void;
}

/**
 * Runs the commands in order and gives an answer for each once they are durable.
 * @throws whatever broke the store: then nobody knows what was written, and nothing may be acknowledged
 */
export function runBatch(batch: Batch, commands: readonly AppendCommand[]): Answer[] {
  const { store } = batch;
  const { position } = store;
  try {
    makeKeys(batch, commands);
    store.begin();
    const answers = commands.map((command) => runCommand(batch, command));
    batch.beforeCommit(answers);
    store.commit();
    return answers;
  } catch (cause) {
    store.rollback();
    store.position = position;
    if (isBreaking(cause)) throw cause;
    // SQLite rolls the whole transaction back when the disk is full. Alone, each that fits goes in.
    if (commands.length > 1) return commands.flatMap((command) => runBatch(batch, [command]));
    return [{ is: "failed", error: toPlain(toLedgerError(cause, store.path)) }];
  }
}

/** New streams' keys are synced before the entries that need them: an entry without its key is lost. */
function makeKeys({ store, now }: Batch, commands: readonly AppendCommand[]) {
  const keyless = new Set<string>();
  for (const { stream, entries } of commands) {
    if (!entries.some((entry) => entry.private !== undefined) || keyless.has(stream)) continue;
    if (store.keys.keyOf(stream) === undefined && store.keys.erasureOf(stream) === undefined)
      keyless.add(stream);
  }
  if (keyless.size > 0) store.keys.create(keyless, now);
}

/** Fails alone; what throws took the transaction with it. */
function runCommand(batch: Batch, command: AppendCommand): Answer {
  const { store } = batch;
  const { position } = store;
  store.savepoint();
  try {
    const answer = append(batch, command);
    store.release();
    return answer;
  } catch (cause) {
    if (isBreaking(cause) || !store.database.isTransaction) throw cause;
    store.rollbackTo();
    store.release();
    store.position = position;
    return { is: "failed", error: toPlain(toLedgerError(cause, store.path)) };
  }
}

function append(batch: Batch, command: AppendCommand): AppendAnswer {
  const { store } = batch;
  const { stream, expectedVersion, idempotency, readVersions = {} } = command;
  const remembered = idempotency && store.remembered(idempotency.key);
  if (remembered !== undefined)
    return { is: remembered.request === idempotency?.request ? "repeated" : "key-reused", remembered };

  const head = store.head(stream);
  const actual = head?.version ?? 0;
  if (actual !== expectedVersion) return { is: "conflict", stream, expected: expectedVersion, actual };
  for (const [read, expected] of Object.entries(readVersions)) {
    const now = store.head(read)?.version ?? 0;
    if (now !== expected) return { is: "conflict", stream: read, expected, actual: now };
  }

  const hashes = appendRows(batch, command, head?.hash ?? genesis(stream));
  const version = actual + hashes.length;
  store.setHead({ stream, version, hash: hashes.at(-1) ?? "" });
  if (idempotency !== undefined)
    store.remember(idempotency.key, { request: idempotency.request, stream, from: actual + 1, to: version });
  return { is: "appended", version, position: store.position, hashes };
}

/** The hashes of the entries appended. */
function appendRows(batch: Batch, command: AppendCommand, before: string): string[] {
  const { store, projector, views } = batch;
  const { stream, expectedVersion, entries } = command;
  const hashes: string[] = [];
  for (const { id, header, body, private: privateText } of entries) {
    const version = expectedVersion + hashes.length + 1;
    const sealed = privateText === undefined ? null : sealFor(store, stream, id, privateText);
    const hash = entryHash(hashes.at(-1) ?? before, { stream, version, header, body, sealed });
    store.position += 1;
    const row: EntryRow = { position: store.position, stream, version, id, header, body, sealed, hash };
    store.insert(row);
    project(projector, freshEntry(row, privateText), views);
    hashes.push(hash);
  }
  return hashes;
}

function sealFor(store: Store, stream: string, id: string, text: string): Uint8Array {
  const key = store.keys.keyOf(stream);
  if (key === undefined)
    throw new LedgerError(
      "failed",
      `${stream} was erased: it takes no private part any more`,
      "leave the private part out, or begin a new stream",
    );
  return seal(key, stream, id, text);
}
