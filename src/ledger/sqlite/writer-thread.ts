/** The main thread's end of the writer: numbers commands, sends a tick's worth at once, and hands each its answer. */
import { Worker } from "node:worker_threads";
import { LedgerError } from "../ledger.ts";
import type { Answer, Command, FromWriter, PlainError, ToWriter, WriterOptions } from "./messages.ts";

type Unnumbered<C> = C extends Command ? Omit<C, "number"> : never;
/** A command that has no number yet. */
export type Request = Unnumbered<Command>;

export interface WriterThread {
  /** @throws LedgerError where the command failed or the writer is gone */
  send(request: Request): Promise<Exclude<Answer, { is: "failed" }>>;
  tick(): void;
  /** Answers all that was sent, then ends the thread. */
  close(): Promise<void>;
}

/** Starts the writer and waits until it can write. */
export async function startWriter(
  options: Omit<WriterOptions, "now">,
  clock: () => number,
  on: {
    readonly progress: (done: number, total: number) => void;
    readonly committed: () => void;
    readonly batch: (size: number) => void;
  },
): Promise<WriterThread> {
  const workerData: WriterOptions = { ...options, now: clock() };
  const worker = new Worker(new URL("./writer.ts", import.meta.url), { workerData });
  const exited = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const waiting = new Map<number, (answer: Answer) => void>();
  let unsent: Command[] = [];
  let count = 0;
  let gone: PlainError | undefined;

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const post = (message: ToWriter) => worker.postMessage(message);
  const flush = () => {
    const commands = unsent;
    unsent = [];
    if (commands.length > 0) post({ is: "commands", now: clock(), commands });
  };
  const lose = (cause: unknown) => {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    gone ??= {
      code: "failed",
      says: `the writer ended: ${stack.split("\n")[0]}`,
      remedy: "start again; what was acknowledged is kept. Please report it",
      stack,
    };
    for (const answer of waiting.values()) answer({ is: "failed", error: gone });
    waiting.clear();
  };

  await new Promise<void>((resolve, reject) => {
    worker.on("message", (message: FromWriter) => {
      switch (message.is) {
        case "ready":
          resolve();
          break;
        case "refused":
          // Told once the thread is gone, and its files with it.
          gone = message.error;
          break;
        case "progress":
          on.progress(message.done, message.total);
          break;
        case "committed":
          on.committed();
          break;
        case "answers":
          message.numbers.forEach((number, index) => {
            const answer = message.answers[index];
            if (answer !== undefined) waiting.get(number)?.(answer);
            waiting.delete(number);
          });
          on.batch(message.numbers.length);
          on.committed();
          break;
      }
    });
    worker.once("error", (cause) => {
      lose(cause);
      reject(toError(gone as PlainError));
    });
    worker.once("exit", () => {
      lose("it was closed");
      reject(toError(gone as PlainError));
    });
  });

  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        if (gone !== undefined) {
          reject(toError(gone));
          return;
        }
        count += 1;
        waiting.set(count, (answer) => {
          if (answer.is === "failed") reject(toError(answer.error));
          else resolve(answer);
        });
        unsent.push({ ...request, number: count });
        if (unsent.length === 1) queueMicrotask(flush);
      }),
    tick: () => post({ is: "tick", now: clock() }),
    async close() {
      flush();
      post({ is: "close" });
      await exited;
    },
  };
}

function toError({ code, says, remedy, stack }: PlainError): LedgerError {
  const cause = new Error(says);
  cause.stack = stack;
  return new LedgerError(code, says, remedy, stack === "" ? undefined : cause);
}
