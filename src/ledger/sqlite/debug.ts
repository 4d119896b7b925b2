/**
 * FOR TESTS ALONE. Defects planted on purpose, to prove that the suite would find them, and a small disk. `openLedger`
 * never passes any of this; only `openLedgerWithDebug` does.
 */
import type { DatabaseSync } from "node:sqlite";

export interface Debug {
  readonly defect?:
    | "early-acknowledge" // answers before COMMIT, and takes its time to commit
    | "no-sync" // leaves it to the kernel when to write
    | "broken-disk" // the first COMMIT fails as if the disk had
    | undefined;
  /** The store may not grow beyond this many pages, as on a full disk. */
  readonly maxPages?: number | undefined;
}

/** Sets the writer's connection up as the defect has it. */
export function applyDebug(database: DatabaseSync, debug: Debug) {
  if (debug.maxPages !== undefined) database.exec(`PRAGMA max_page_count = ${debug.maxPages}`);
  if (debug.defect === "no-sync") database.exec("PRAGMA synchronous = OFF");
}

let hasBroken = false;

/** Runs where answers are ready and COMMIT has not run. */
export function beforeCommit(debug: Debug, acknowledge: () => void) {
  if (debug.defect === "broken-disk" && !hasBroken) {
    hasBroken = true;
    throw Object.assign(new Error("disk I/O error"), { errcode: 10 });
  }
  if (debug.defect !== "early-acknowledge") return;
  acknowledge();
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
}
