/**
 * The default store: one SQLite file in a folder. One writer thread appends, this thread reads and decides.
 *
 * In the folder: `ledger.sqlite` (entries, heads, read models), `keys.sqlite` (the keys of private parts and the
 * proofs of those destroyed; never part of a backup), `writer.lock` and `writer.json` (who writes).
 */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type AppendAnswer, appendedOf, pack } from "./appending.ts";
import { serverStream } from "./chain.ts";
import { changes } from "./changes.ts";
import type { Erasure } from "./keys.ts";
import { type Ledger, LedgerError, type OwnLedger } from "./ledger.ts";
import { moduleUrl } from "./read-models.ts";
import type { Debug } from "./sqlite/debug.ts";
import { takeLock } from "./sqlite/lock.ts";
import type { Durability } from "./sqlite/messages.ts";
import { closedError, openReader } from "./sqlite/reader.ts";
import { sync } from "./sqlite/sync.ts";
import { startWriter } from "./sqlite/writer-thread.ts";

export { lockHolder } from "./sqlite/lock.ts";

export interface OpenOptions {
  /** Made where it does not exist. */
  readonly folder: string;
  /** The file of master keys, where keys are sealed. */
  readonly masterKeys?: string | undefined;
  /** Module that exports `projector: Projector`; the writer thread imports it. */
  readonly projector: URL | string;
  /** Milliseconds since 1970; for the hourly roots, and when keys were made and destroyed. */
  readonly clock?: () => number;
  /** Called while read models of another version are filled anew. */
  readonly onRefill?: (done: number, total: number) => void;
  /** Called with how many commands shared a transaction. */
  readonly onBatch?: (size: number) => void;
}

/** A ledger in a folder, with what only the process that writes it can do. */
export interface SqliteLedger extends OwnLedger {
  readonly folder: string;
  /** What the connection that writes is really set to. */
  durability(): Promise<Durability>;
}

/** How often the writer looks whether a root is due. */
const tickMs = 60_000;

/** @throws LedgerError `locked`, `newer`, `corrupt`, or `failed` where the projector cannot fill its read models */
export const openLedger = (options: OpenOptions): Promise<SqliteLedger> => openLedgerWithDebug(options, {});

/** For tests alone: planted defects and small disks. */
export async function openLedgerWithDebug(options: OpenOptions, debug: Debug): Promise<SqliteLedger> {
  const { folder, masterKeys, clock = Date.now, onRefill = () => {}, onBatch = () => {} } = options;
  const projector = moduleUrl(options.projector);
  makeFolder(resolve(folder));
  const lock = takeLock(folder, new Date(clock()).toISOString());
  try {
    const { wake, next } = changes();
    const writer = await startWriter({ folder, masterKeys, projector, debug }, clock, {
      progress: onRefill,
      committed: wake,
      batch: onBatch,
    });
    const reader = openReader(folder, masterKeys, next);
    const ticks = setInterval(writer.tick, tickMs).unref();
    writer.tick();
    let closing: Promise<void> | undefined;

    const close = async () => {
      clearInterval(ticks);
      // The connection that closes last folds the log into the file; one that only reads could not.
      reader.close();
      wake();
      await writer.close();
      lock.release();
    };
    return {
      ...reader,
      folder,
      announce: lock.announce,
      async append(append) {
        if (closing !== undefined) throw closedError();
        const answer = await writer.send({ is: "append", ...pack(append) });
        return appendedOf(append, answer as AppendAnswer);
      },
      async erase(stream) {
        if (closing !== undefined) throw closedError();
        const answer = await writer.send({ is: "erase", stream });
        return (answer as { erasure: Erasure }).erasure;
      },
      async durability() {
        if (closing !== undefined) throw closedError();
        return ((await writer.send({ is: "inspect" })) as { durability: Durability }).durability;
      },
      async probe() {
        if (closing !== undefined) throw closedError();
        await reader.version(serverStream);
        await writer.send({ is: "probe" });
      },
      close: () => (closing ??= close()),
    };
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

/** Opens a ledger to look at: beside a running server, or alone. Appending is refused. */
// oxlint-disable-next-line require-await -- a store over a network will have to wait here
export async function openLedgerReadOnly(
  folder: string,
  { masterKeys }: Pick<OpenOptions, "masterKeys"> = {},
): Promise<Ledger> {
  const { wake, next } = changes();
  const reader = openReader(folder, masterKeys, next);
  // Another process commits: nobody tells, so followers look again now and then.
  const looks = setInterval(wake, 200).unref();
  return {
    ...reader,
    append: () => Promise.reject(onlyToRead(folder)),
    erase: () => Promise.reject(onlyToRead(folder)),
    probe: () => Promise.reject(onlyToRead(folder)),
    close() {
      clearInterval(looks);
      reader.close();
      wake();
      return Promise.resolve();
    },
  };
}

const onlyToRead = (folder: string) =>
  new LedgerError(
    "failed",
    `${folder} was opened to read`,
    "send the command to the server that writes there",
  );

/** A folder whose name is on the disk, so that a power cut does not take the first entries away with it. */
function makeFolder(folder: string) {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) sync(dirname(made));
}
