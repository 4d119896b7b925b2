/**
 * The files of a store as they lie there after a kill, damaged at their ends: the log cut, its last pages overwritten,
 * the file itself cut. Whatever a disk did, nobody may work on with a ledger that lost something and says nothing: it is
 * whole, or opening it is refused and says what to do, or `verify --against` a root that was kept elsewhere names it.
 */
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LedgerError } from "../src/ledger/ledger.ts";
import type { Root } from "../src/ledger/root.ts";
import { ledgerFile } from "../src/ledger/sqlite/schema.ts";
import { exportRoot, verify } from "../src/ledger/verify.ts";
import { type Operation, violations } from "./history.ts";
import { type Kept, type Seeded, streamsOf } from "./kept.ts";
import { heldAgainst } from "./run.ts";
import { begun, type Came, count, type Scenario } from "./scenarios.ts";
import { serve } from "./serving.ts";

const log = `${ledgerFile}-wal`;
const pageBytes = 4096;
const random = (below: number) => Math.floor(Math.random() * below);

/** What is done to a copy. */
const damages: Readonly<Record<string, (folder: string) => void>> = {
  "the log cut somewhere": (folder) => cut(join(folder, log), (bytes) => random(bytes)),
  "the log cut in its last page": (folder) =>
    cut(join(folder, log), (bytes) => bytes - 1 - random(pageBytes)),
  "the log's last page torn": (folder) => overwrite(join(folder, log), pageBytes),
  "the log's last quarter overwritten": (folder) => {
    const path = join(folder, log);
    overwrite(path, Math.ceil(sizeOf(path) / 4));
  },
  "the log gone": (folder) => rmSync(join(folder, log), { force: true }),
  "the file's last page cut off": (folder) => cut(join(folder, ledgerFile), (bytes) => bytes - pageBytes),
  "the file's last page torn": (folder) => overwrite(join(folder, ledgerFile), pageBytes / 2),
  "the file cut somewhere": (folder) => cut(join(folder, ledgerFile), (bytes) => random(bytes)),
};

/** What became of a copy. `silent` must never be. */
type Fate = "whole" | "refused, and says what to do" | "named by verify" | "silent";

export async function torn({ store, rounds, as = "none", onRound = () => {} }: Scenario): Promise<Came> {
  const shaken = await begun(await store.fresh());
  const { kept, practice, clients, tried, wrong } = shaken;
  for (let round = 1; round <= rounds; round += 1) {
    const server = await serve(kept, { as });
    await clients.busy([server], async (live) => {
      await live.answers(20 + random(40));
      await sleep(random(100));
    });
    // A backup's companion: where every stream stood, written down elsewhere.
    const root = await rootOf(kept);
    for (const [says, damage] of Object.entries(damages)) {
      const fate = await fateOf(kept, damage, { root, practice, operations: clients.operations });
      count(tried, `${says}: ${fate}`);
      if (fate === "silent") wrong.push(`${says}: acknowledged entries are gone, and nobody is told`);
    }
    onRound(round);
  }
  return { tried, held: await heldAgainst(kept, practice, clients.operations), wrong };
}

interface Before {
  readonly root: Root;
  readonly practice: Seeded;
  readonly operations: readonly Operation[];
}

async function rootOf(kept: Kept): Promise<Root> {
  return await onCopy(kept, (folder) => exportRoot(folder));
}

async function fateOf(kept: Kept, damage: (folder: string) => void, before: Before): Promise<Fate> {
  return await onCopy(kept, async (folder) => {
    damage(folder);
    const { practice, root, operations } = before;
    try {
      const { faultCount } = await verify(folder, { against: root });
      const streams = await streamsOf({ folder }, practice.patients);
      const lost = violations(operations, { streams, before: practice.before });
      if (faultCount > 0) return "named by verify";
      return lost.length > 0 ? "silent" : "whole";
    } catch (cause) {
      const isClear = cause instanceof LedgerError && cause.remedy !== "" && cause.code !== "failed";
      if (!isClear) throw cause;
      return "refused, and says what to do";
    }
  });
}

/** The index of a log is memory: it is not copied, as it does not outlive the power. */
async function onCopy<T>({ folder }: Kept, work: (folder: string) => T | Promise<T>): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), "isoward-torn-"));
  try {
    cpSync(folder, copy, { recursive: true, filter: (path) => !path.endsWith("-shm") });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

function cut(path: string, to: (bytes: number) => number): void {
  const bytes = sizeOf(path);
  if (bytes > 0) truncateSync(path, Math.max(0, to(bytes)));
}

function overwrite(path: string, lastBytes: number): void {
  const bytes = sizeOf(path);
  if (bytes < lastBytes) return;
  const file = openSync(path, "r+");
  try {
    writeSync(
      file,
      crypto.getRandomValues(new Uint8Array(Math.min(lastBytes, 65_536))),
      0,
      undefined,
      bytes - lastBytes,
    );
  } finally {
    closeSync(file);
  }
}
