/**
 * The connection that writes, and the queue before it. Whatever comes in while a transaction is under way is the next
 * one, so the busier it is the more appends share a sync. Where the connection breaks, what was under way is done again
 * on another: what was not committed is gone then, and what may have been is looked for first.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { AppendAnswer, PackedAppend } from "../appending.ts";
import { LedgerError, type Projector, type Statement } from "../ledger.ts";
import { type Answers, type Pending, runBatch } from "./batch.ts";
import { answerMs, type Client, connect, type Login, type Patience, patiently, pauseMs } from "./connect.ts";
import type { Debug } from "./debug.ts";
import { isLost, mayBeDoneAgain, toLedgerError, unsure } from "./errors.ts";
import type { KeyRing, Keys } from "./keys.ts";
import type { Prepared } from "./portable-sql.ts";
import { rootKeeper } from "./roots.ts";

/** One transaction takes at most so many appends, so that the first of them does not wait for ever. */
const largestBatch = 1000;

const probeLength = 32 * 1024;

interface Waiting extends Pending {
  settle(answer: AppendAnswer | LedgerError): void;
}

/** A connection, and what was heard of it. */
interface Link {
  readonly client: Client;
  readonly heard: { isLost: boolean; hasWarned: boolean };
}

/** What the connection that writes really is set to. */
export interface Durability {
  readonly synchronousCommit: string;
  readonly fsync: string;
  /** As whom it works. */
  readonly role: string;
}

export interface WriterOptions {
  readonly login: Login;
  readonly patience: Patience;
  readonly projector: Projector;
  readonly readModels: string;
  readonly portable: (statement: Statement) => Prepared;
  readonly keys: Keys;
  readonly clock: () => number;
  readonly debug: Debug;
  readonly onCommitted: () => void;
  /** Called with how many appends shared a transaction. */
  readonly onBatch: (size: number) => void;
}

export function startWriter(options: WriterOptions) {
  const { login, patience, projector, readModels, portable, keys, clock, debug, onCommitted, onBatch } =
    options;
  const roots = rootKeeper(readModels, debug);
  const queue: Waiting[] = [];
  /** What is done between two transactions, on their connection. */
  const between: (() => Promise<void>)[] = [];
  let link: Link | undefined;
  let draining: Promise<void> | undefined;

  const linked = async (): Promise<Link> => {
    if (link !== undefined && !link.heard.isLost) return link;
    const heard = { isLost: false, hasWarned: false };
    const client = await connect(login.url, {
      role: login.role,
      pipeline: true,
      waitMs: answerMs,
      onLost: () => (heard.isLost = true),
    });
    // A COMMIT that was not waited for to its end says so by a warning alone. 25P01 is none: what was rolled back
    // already is rolled back again.
    client.on("notice", ({ severity, code }) => {
      heard.hasWarned ||= severity === "WARNING" && code !== "25P01";
    });
    return (link = { client, heard });
  };
  const unlink = () => {
    const gone = link;
    link = undefined;
    // It may hang: nobody waits for its goodbye.
    gone?.client.end().catch(() => {});
  };

  /** Does a batch until it is answered, or the patience is over. */
  const answered = async (batch: readonly Waiting[]): Promise<void> => {
    const begun = performance.now();
    let open = batch;
    for (let attempt = 0; open.length > 0; attempt += 1) {
      let isCommitting = false;
      try {
        const ring = await keysFor(open);
        const on = await linked();
        on.heard.hasWarned = false;
        const answers = await runBatch(
          {
            client: on.client,
            where: patience.where,
            projector,
            readModels,
            portable,
            keys: ring,
            debug,
            onCommitting(expected) {
              isCommitting = true;
              if (debug.defect === "early-acknowledge") settle(open, expected);
            },
          },
          open,
        );
        if (on.heard.hasWarned) throw new Error("connection error: the COMMIT was not waited for to its end");
        settle(open, answers);
        onCommitted();
        onBatch(open.length);
        return;
      } catch (cause) {
        if (isCommitting) for (const one of open) one.isUnsure = true;
        const isPassing = isLost(cause) || mayBeDoneAgain(cause);
        if (isLost(cause)) unlink();
        if (isPassing && performance.now() - begun < patience.ms) {
          await sleep(pauseMs(attempt));
          continue;
        }
        settle(
          open,
          open.map(({ isUnsure }) =>
            isUnsure && isPassing ? unsure(patience.where, cause) : toLedgerError(cause, patience.where),
          ),
        );
        open = [];
      }
    }
  };

  /** New streams' keys are committed before the entries that need them: an entry without its key is lost. */
  const keysFor = async (batch: readonly Waiting[]): Promise<KeyRing> => {
    const hiding = batch.filter(({ append }) => append.entries.some((entry) => entry.private !== undefined));
    const streams = new Set(hiding.map(({ append }) => append.stream));
    return streams.size === 0 ? new Map() : await keys.make([...streams], new Date(clock()).toISOString());
  };

  const tend = async () => {
    if (!roots.isDue(clock())) return;
    try {
      const { client } = await linked();
      if (await roots.keep(client, clock())) onCommitted();
    } catch (cause) {
      // A root that could not be written now is tried again at the next tick.
      if (isLost(cause)) unlink();
    }
  };

  const drain = async () => {
    // What is handed in within the same tick goes together.
    await Promise.resolve();
    do {
      const batch = queue.splice(0, largestBatch);
      if (batch.length > 0) await answered(batch);
      for (const work of between.splice(0)) await work();
      await tend();
    } while (queue.length > 0 || between.length > 0);
    draining = undefined;
  };
  const wake = () => (draining ??= drain());

  /** Asks the connection that writes, in its turn. */
  const ask = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    new Promise((resolve, reject) => {
      between.push(() =>
        patiently(patience, async () => (await (await linked()).client.query<R>(text, values)).rows).then(
          resolve,
          reject,
        ),
      );
      void wake();
    });

  return {
    append: (append: PackedAppend): Promise<AppendAnswer> =>
      new Promise((resolve, reject) => {
        queue.push({
          append,
          isUnsure: false,
          settle: (answer) => (answer instanceof LedgerError ? reject(answer) : resolve(answer)),
        });
        void wake();
      }),
    /** Looks whether a root is due. */
    tick: () => void wake(),
    /** What the connection that writes is really set to. */
    async durability(): Promise<Durability> {
      const [found] = await ask<Durability>(
        `SELECT current_setting('synchronous_commit') AS "synchronousCommit", current_setting('fsync') AS fsync,
           current_user AS role`,
      );
      return found ?? { synchronousCommit: "", fsync: "", role: "" };
    },
    /** Writes for the sake of writing, as much as a large entry is: whether the disk takes it shows in no other way. */
    async probe() {
      await ask(
        `INSERT INTO ledger.about (name, value) VALUES ('probed', $1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        [new Date(clock()).toISOString().padEnd(probeLength)],
      );
    },
    /** Once all that was handed in is answered. */
    settled: async () => await draining,
    /** Answers all that was handed in; nothing more may be. */
    async close() {
      await draining;
      const last = link;
      link = undefined;
      await last?.client.end();
    },
  };
}

function settle(waiting: readonly Waiting[], answers: Answers) {
  for (const [index, one] of waiting.entries()) {
    const answer = answers[index];
    if (answer !== undefined) one.settle(answer);
  }
}
