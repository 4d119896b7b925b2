/** Where a ledger's folder stands against this version: what would be done to it before a server can write there. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { keysFile } from "./keys.ts";
import { LedgerError, type Projector } from "./ledger.ts";
import { makeOf } from "./read-models.ts";
import { takeLock } from "./sqlite/lock.ts";
import { ledgerFile, openReading, schemaVersion, versionOf } from "./sqlite/schema.ts";
import { bringUpToDate, type StoreStep, stepsAfter } from "./sqlite/steps.ts";

export interface Standing {
  readonly entries: number;
  readonly version: number;
  /** The version this code writes. */
  readonly known: number;
  readonly steps: readonly StoreStep[];
  /** Whether read models are of another make, and are filled anew from the entries. */
  readonly refills: boolean;
}

/** @throws LedgerError where there is no ledger, none that this version can read, or its keys are not there */
export function standingOf(folder: string, projector: Projector): Standing {
  const database = openReading(join(folder, ledgerFile));
  try {
    if (!existsSync(join(folder, keysFile)))
      throw new LedgerError(
        "corrupt",
        `${join(folder, keysFile)} is missing: private parts cannot be read`,
        "put back the keys file that belongs to this ledger before anything else",
      );
    const version = versionOf(database);
    const { entries } = database.prepare("SELECT count(*) AS entries FROM entries").get() as {
      entries: number;
    };
    const made = database.prepare("SELECT value FROM about WHERE name = 'projector'").get()?.["value"];
    const steps = stepsAfter(version);
    return { entries, version, known: schemaVersion, steps, refills: made !== makeOf(projector) };
  } finally {
    database.close();
  }
}

/** Brings a folder's store up to date, and lets nobody write there meanwhile. */
export function bringFolderUpToDate(folder: string, onStep: (step: StoreStep) => void): void {
  const lock = takeLock(folder, new Date().toISOString());
  try {
    bringUpToDate(join(folder, ledgerFile), onStep);
  } finally {
    lock.release();
  }
}
