/** A queue's worth of commands in one transaction, a savepoint each, so that many share one sync of the disk. */
import { type AppendAnswer, answerOf, rowsOf, standsAgainst } from "../appending.ts";
import { genesis } from "../chain.ts";
import { seal } from "../keys.ts";
import type { Projector } from "../ledger.ts";
import { freshEntry, wasErased } from "../rows.ts";
import { isBreaking, toLedgerError } from "./errors.ts";
import { type Answer, type AppendCommand, toPlain } from "./messages.ts";
import { project } from "./projection.ts";
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
    if (!store.keys.has(stream) && store.keys.erasureOf(stream) === undefined) keyless.add(stream);
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

function append({ store, projector, views }: Batch, command: AppendCommand): AppendAnswer {
  const { stream, expectedVersion, entries, idempotency } = command;
  const head = store.head(stream);
  const against = standsAgainst(command, {
    remembered: store.remembered,
    version: (name) => (name === stream ? head : store.head(name))?.version ?? 0,
    begunSince: store.begunSince,
  });
  if (against !== undefined) return against;

  const after = { hash: head?.hash ?? genesis(stream), position: store.position };
  const rows = rowsOf(command, after, ({ id, private: text }) =>
    text === undefined ? null : sealFor(store, stream, id, text),
  );
  for (const [index, row] of rows.entries()) {
    store.insert(row);
    store.position = row.position;
    project(projector, freshEntry(row, entries[index]?.private), views);
  }
  const version = expectedVersion + rows.length;
  store.setHead({ stream, version, hash: rows.at(-1)?.hash ?? "" });
  if (idempotency !== undefined) {
    const { key, request } = idempotency;
    store.remember(key, { request, stream, from: expectedVersion + 1, to: version });
  }
  return answerOf(rows);
}

function sealFor(store: Store, stream: string, id: string, text: string): Uint8Array {
  const key = store.keys.keyOf(stream);
  if (key === undefined) throw wasErased(stream);
  return seal(key, stream, id, text);
}
