/**
 * The writer thread. It drains its whole queue into one transaction and answers after COMMIT has synced it; what comes
 * in meanwhile is the next transaction, so the busier it is the more appends share a sync.
 */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { loadProjector } from "../read-models.ts";
import { type Batch, runBatch } from "./batch.ts";
import { beforeCommit } from "./debug.ts";
import { isBreaking, toLedgerError } from "./errors.ts";
import {
  type Answer,
  type AppendCommand,
  type Command,
  type FromWriter,
  type ToWriter,
  toPlain,
  type WriterOptions,
} from "./messages.ts";
import { refill } from "./projection.ts";
import { rootKeeper } from "./roots.ts";
import { openStore } from "./store.ts";
import { viewsOnly } from "./views-only.ts";

/** One transaction takes at most so many commands, so that the first of them does not wait for ever. */
const largestBatch = 1000;

const port = parentPort ?? noPort();
const { folder, masterKeys, projector: projectorUrl, now: openedAt, debug } = workerData as WriterOptions;
const say = (message: FromWriter) => port.postMessage(message);
const instant = (ms: number) => new Date(ms).toISOString();

async function start() {
  const projector = await loadProjector(projectorUrl);
  const store = openStore({ folder, masterKeys }, instant(openedAt), debug);
  try {
    const views = viewsOnly(store.database, true);
    refill(store, projector, views, (done, total) => say({ is: "progress", done, total }));
    return { store, projector, views, roots: rootKeeper(store) };
  } catch (cause) {
    store.close();
    throw cause;
  }
}

type Started = Awaited<ReturnType<typeof start>>;

function serve({ store, projector, views, roots }: Started) {
  const queue: Command[] = [];
  let now = openedAt;
  let closing = false;
  /** Also after opening: whoever wrote before may have been killed in between. */
  let toScrub = true;
  let full = false;
  /** Set once the store broke: everything after is answered with it. */
  let broken: Answer | undefined;

  const take = (message: ToWriter) => {
    if (message.is === "close") closing = true;
    else now = message.now;
    if (message.is === "commands") for (const command of message.commands) queue.push(command);
  };
  const answer = (commands: readonly Command[], answers: readonly Answer[]) => {
    full ||= answers.some((one) => one.is === "failed" && one.error.code === "full");
    say({ is: "answers", numbers: commands.map(({ number }) => number), answers });
  };

  const guarded = (commands: readonly Command[], work: () => readonly Answer[]) => {
    if (broken === undefined) {
      try {
        answer(commands, work());
        return;
      } catch (cause) {
        const failed: Answer = { is: "failed", error: toPlain(toLedgerError(cause, store.path)) };
        if (!isBreaking(cause)) {
          answer(
            commands,
            commands.map(() => failed),
          );
          return;
        }
        broken = failed;
      }
    }
    const failed = broken;
    answer(
      commands,
      commands.map(() => failed),
    );
  };

  /** What could not be emptied yet, because someone reads or the disk is full, is tried again. */
  const scrub = () => {
    try {
      if (toScrub) toScrub = !store.scrub();
    } catch (cause) {
      if (isBreaking(cause)) throw cause;
    }
  };

  const appends = (commands: readonly AppendCommand[]) => {
    const batch: Batch = {
      store,
      projector,
      views,
      now: instant(now),
      beforeCommit: (answers) => beforeCommit(debug, () => answer(commands, answers)),
    };
    guarded(commands, () => runBatch(batch, commands));
  };

  const others = (command: Exclude<Command, AppendCommand>) => {
    if (command.is === "inspect") {
      guarded([command], () => [{ is: "inspected", durability: store.durability() }]);
      return;
    }
    if (command.is === "probe") {
      guarded([command], () => {
        store.keys.probe();
        store.probe(instant(now));
        return [{ is: "probed" }];
      });
      return;
    }
    guarded([command], () => {
      const erasure = store.keys.erase(command.stream, instant(now));
      toScrub = true;
      scrub();
      return [{ is: "erased", erasure }];
    });
  };

  const tend = () => {
    if (broken !== undefined) return;
    try {
      scrub();
      if (roots.keep(now)) say({ is: "committed" });
      // Copied back, the log begins anew: on a full disk that is room.
      store.checkpoint(full ? 0 : undefined);
      full = false;
    } catch (cause) {
      if (isBreaking(cause)) broken = { is: "failed", error: toPlain(toLedgerError(cause, store.path)) };
      // A disk too full for a root or a copy of the log is tried again at the next tick.
    }
  };

  const drain = () => {
    do {
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
        take(next.message as ToWriter);
      const commands = nextBatch(queue);
      const [first] = commands;
      if (first !== undefined && first.is !== "append") others(first);
      else if (first !== undefined) appends(commands as AppendCommand[]);
      tend();
    } while (queue.length > 0);
    if (!closing) return;
    store.close();
    port.close();
  };

  port.on("message", (message: ToWriter) => {
    take(message);
    drain();
  });
}

/** Appends up to the next command of another kind, or that one alone: the order of commands holds. */
function nextBatch(queue: Command[]): Command[] {
  const other = queue.findIndex(({ is }) => is !== "append");
  if (other === 0) return queue.splice(0, 1);
  return queue.splice(0, Math.min(largestBatch, other === -1 ? queue.length : other));
}

function noPort(): never {
  throw new Error("the writer runs as a worker thread");
}

try {
  const started = await start();
  serve(started);
  say({ is: "ready" });
} catch (cause) {
  say({ is: "refused", error: toPlain(toLedgerError(cause, folder)) });
  port.close();
}
