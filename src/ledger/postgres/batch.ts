/**
 * A queue's worth of appends in one transaction, so that they share one sync of the disk, and two round trips: what
 * stands is asked for at once, and all that is written is sent at once with its COMMIT. Where the database refuses any
 * of it, all are done again with a savepoint each, so that each fails alone.
 */
import { type AppendAnswer, answerOf, type PackedAppend, rowsOf, standsAgainst } from "../appending.ts";
import { genesis, type Head } from "../chain.ts";
import { seal } from "../keys.ts";
import { LedgerError, type Projector, type Row, type Statement, type StoredEntry } from "../ledger.ts";
import { refusedByReadModels } from "../read-models.ts";
import { type EntryRow, freshEntry, wasErased } from "../rows.ts";
import { allOver, type Client } from "./connect.ts";
import type { Debug } from "./debug.ts";
import { isLost, isOfTheStore, mayBeDoneAgain, toLedgerError } from "./errors.ts";
import type { KeyRing } from "./keys.ts";
import { isReading, type Prepared } from "./portable-sql.ts";
import { commit, openTransaction, type Standing, type Written, write } from "./write.ts";

/** An append that is under way. */
export interface Pending {
  readonly append: PackedAppend;
  /** Its COMMIT was sent and the connection broke: it is looked for before it is tried again. */
  isUnsure: boolean;
}

/** What became of each, in the order of the batch. */
export type Answers = readonly (AppendAnswer | LedgerError)[];

export interface Batch {
  readonly client: Client;
  readonly where: string;
  readonly projector: Projector;
  /** The make of the read models. */
  readonly readModels: string;
  readonly portable: (statement: Statement) => Prepared;
  readonly keys: KeyRing;
  readonly debug: Debug;
  /** Called with the answers there will be, before COMMIT is sent. */
  readonly onCommitting: (answers: Answers) => void;
}

/** @throws whatever rolled the transaction back, or broke the connection; nothing may be acknowledged then */
export async function runBatch(batch: Batch, pending: readonly Pending[]): Promise<Answers> {
  try {
    return await attempt(batch, pending, false);
  } catch (cause) {
    if (isLost(cause) || mayBeDoneAgain(cause) || cause instanceof LedgerError) throw cause;
    return await attempt(batch, pending, true);
  }
}

async function attempt(batch: Batch, pending: readonly Pending[], careful: boolean): Promise<Answers> {
  const { client, debug } = batch;
  try {
    const { standing, written } = await openTransaction(client, askedBy(pending), batch.readModels, debug);
    const found = pending.map(({ append, isUnsure }) => {
      if (!isUnsure || debug.defect === "blind-retry") return undefined;
      // Its own, and not those of somebody who used the same id elsewhere.
      const rows = append.entries.flatMap(({ id }, at) =>
        written.filter(
          (row) =>
            row.stream === append.stream && row.id === id && row.version === append.expectedVersion + at + 1,
        ),
      );
      return rows.length === append.entries.length ? answerOf(rows) : undefined;
    });
    const before = standing.position;
    const plan = careful ? undefined : planned(batch, standing, pending, found);
    const answers = plan?.answers ?? (await oneByOne(batch, standing, pending, found));
    // What was found written by an attempt whose end is unknown may not have reached every standby yet: the COMMIT of
    // this one, which writes the counter, waits for all that came before.
    if (standing.position === before && found.every((one) => one === undefined)) {
      await client.query("ROLLBACK");
      return answers;
    }
    const sent = plan === undefined || plan.rows.length === 0 ? [] : write(client, plan);
    for (const statement of plan?.statements ?? []) sent.push(client.query(statement));
    const delayMs = debug.commitDelayMs?.() ?? 0;
    if (delayMs > 0) sent.push(client.query("SELECT pg_sleep($1)", [delayMs / 1000]));
    batch.onCommitting(answers);
    const committed = commit(client, standing.position, debug);
    await allOver([...sent, committed]);
    if (!(await committed)) throw new Error("COMMIT rolled back");
    return answers;
  } catch (cause) {
    if (!isLost(cause)) await client.query("ROLLBACK").catch(() => {});
    throw cause;
  }
}

function askedBy(pending: readonly Pending[]) {
  const appends = pending.map(({ append }) => append);
  return {
    streams: [
      ...new Set(appends.flatMap(({ stream, readVersions = {} }) => [stream, ...Object.keys(readVersions)])),
    ],
    keys: appends.flatMap(({ idempotency }) => idempotency?.key ?? []),
    begunSince: begunSince(appends),
    entries: appends.reduce((count, { entries }) => count + entries.length, 0),
    unsure: pending
      .filter(({ isUnsure }) => isUnsure)
      .flatMap(({ append: { stream, entries } }) => entries.map(({ id }) => ({ stream, id }))),
  };
}

function begunSince(appends: readonly PackedAppend[]): number | undefined {
  const since = appends.flatMap(({ noneBegunSince }) => noneBegunSince?.position ?? []);
  return since.length === 0 ? undefined : Math.min(...since);
}

interface Plan extends Written {
  readonly answers: Answers;
  readonly statements: readonly Prepared[];
}

/** All that a batch comes to, nothing asked or written; undefined where a read model asks for rows on the way. */
function planned(
  batch: Batch,
  standing: Standing,
  pending: readonly Pending[],
  found: readonly (AppendAnswer | undefined)[],
): Plan | undefined {
  const as: Standing = {
    ...standing,
    heads: new Map(standing.heads),
    remembered: new Map(standing.remembered),
  };
  const rows: EntryRow[] = [];
  const heads = new Map<string, Head>();
  const remembered: Written["remembered"][number][] = [];
  const statements: Prepared[] = [];
  const answers: (AppendAnswer | LedgerError)[] = [];
  for (const [index, { append }] of pending.entries()) {
    const known = found[index] ?? against(as, append);
    if (known !== undefined) {
      answers.push(known);
      continue;
    }
    try {
      const made = rowsFor(batch, as, append);
      const asked = made.map((row, at) => statementsFor(batch, freshEntry(row, append.entries[at]?.private)));
      if (!asked.every((some) => some !== undefined)) return undefined;
      statements.push(...asked.flat());
      rows.push(...made);
      answers.push(answerOf(made));
      const after = advance(as, append, made);
      heads.set(append.stream, after.head);
      if (after.remembered !== undefined) remembered.push(after.remembered);
    } catch (cause) {
      answers.push(toLedgerError(cause, batch.where));
    }
  }
  Object.assign(standing, as);
  return { rows, heads: [...heads.values()], remembered, statements, answers };
}

/** The same with a savepoint for each append, and every statement waited for. */
async function oneByOne(
  batch: Batch,
  standing: Standing,
  pending: readonly Pending[],
  found: readonly (AppendAnswer | undefined)[],
): Promise<Answers> {
  const { client } = batch;
  const answers: (AppendAnswer | LedgerError)[] = [];
  for (const [index, { append }] of pending.entries()) {
    const known = found[index] ?? against(standing, append);
    if (known !== undefined) {
      answers.push(known);
      continue;
    }
    await client.query("SAVEPOINT append");
    try {
      const rows = rowsFor(batch, standing, append);
      const { head, remembered } = after(append, rows);
      const sent = write(client, {
        rows,
        heads: [head],
        remembered: remembered === undefined ? [] : [remembered],
      });
      await allOver(sent);
      for (const [at, row] of rows.entries())
        await project(batch, freshEntry(row, append.entries[at]?.private));
      await client.query("RELEASE SAVEPOINT append");
      advance(standing, append, rows);
      answers.push(answerOf(rows));
    } catch (cause) {
      if (isLost(cause) || mayBeDoneAgain(cause)) throw cause;
      await client.query("ROLLBACK TO SAVEPOINT append");
      answers.push(toLedgerError(cause, batch.where));
    }
  }
  return answers;
}

const against = (standing: Standing, append: PackedAppend) =>
  standsAgainst(append, {
    remembered: (key) => standing.remembered.get(key),
    version: (stream) => standing.heads.get(stream)?.version ?? 0,
    begunSince: ({ prefix, position }) =>
      standing.begun.find((one) => one.position > position && one.stream.startsWith(prefix))?.stream,
  });

/** @throws LedgerError where its stream was erased and it has a private part */
function rowsFor({ keys }: Batch, { heads, position }: Standing, append: PackedAppend): EntryRow[] {
  const { stream } = append;
  const key = keys.get(stream);
  const hash = heads.get(stream)?.hash ?? genesis(stream);
  return rowsOf(append, { hash, position }, ({ id, private: text }) => {
    if (text === undefined) return null;
    if (key === undefined) throw wasErased(stream);
    return seal(key, stream, id, text);
  });
}

function after({ stream, idempotency }: PackedAppend, rows: readonly EntryRow[]) {
  const { version: from = 0 } = rows[0] ?? {};
  const { version = 0, hash = "" } = rows.at(-1) ?? {};
  const head: Head = { stream, version, hash };
  if (idempotency === undefined) return { head, remembered: undefined };
  const { key, request } = idempotency;
  return { head, remembered: { key, request, stream, from, to: version } };
}

function advance(standing: Standing, append: PackedAppend, rows: readonly EntryRow[]) {
  const { head, remembered } = after(append, rows);
  const [first] = rows;
  if (first?.version === 1) standing.begun = [...standing.begun, first];
  standing.position += rows.length;
  standing.heads.set(head.stream, head);
  if (remembered !== undefined) standing.remembered.set(remembered.key, remembered);
  return { head, remembered };
}

/** What read models are written with. */
export type Projecting = Pick<Batch, "client" | "projector" | "portable">;

/** What the read models ask for an entry; undefined where they want rows before they can say. */
export function statementsFor(
  { projector, portable }: Pick<Projecting, "projector" | "portable">,
  entry: StoredEntry,
): Prepared[] | undefined {
  try {
    const statements: Prepared[] = [];
    const asking = projector.project(entry);
    for (let asked = asking.next(); asked.done !== true; asked = asking.next([])) {
      if (isReading(asked.value)) return undefined;
      statements.push(portable(asked.value));
    }
    return statements;
  } catch (cause) {
    throw refusedByReadModels(entry.type, cause);
  }
}

/** Does what the read models ask for, each statement before the next is asked for. */
export async function project(
  { client, projector, portable }: Projecting,
  entry: StoredEntry,
): Promise<void> {
  try {
    const asking = projector.project(entry);
    let rows: readonly Row[] = [];
    for (let asked = asking.next(); asked.done !== true; asked = asking.next(rows))
      ({ rows } = await client.query<Row>(portable(asked.value)));
  } catch (cause) {
    // An error of the store itself, such as a full disk, is not the projector's.
    if (isOfTheStore(cause)) throw cause;
    throw refusedByReadModels(entry.type, cause);
  }
}
