/**
 * How an older store becomes one of this version: a step for each version after the first, each in one transaction with
 * the number it leads to. A step is never changed once a version with it was released; stores that were written by each
 * version are kept in app/fixtures/stores and go through all of them in a test.
 */
import { DatabaseSync } from "node:sqlite";
import { LedgerError } from "../ledger.ts";
import { checkTables, schemaVersion, versionOf } from "./schema.ts";

export interface StoreStep {
  /** The version it leads to. */
  readonly to: number;
  readonly says: { readonly en: string; readonly ja: string };
  readonly sql: string;
}

export const storeSteps: readonly StoreStep[] = [];

/** The steps that a store still has before it. */
export function stepsAfter(version: number, steps: readonly StoreStep[] = storeSteps): readonly StoreStep[] {
  return steps.filter(({ to }) => to > version).toSorted((one, other) => one.to - other.to);
}

/**
 * Brings a store up to date. Whoever calls holds the writer's lock.
 * @throws what a step failed with; the store then stands where the step before it had led
 */
export function bringUpToDate(
  path: string,
  onStep: (step: StoreStep) => void = () => {},
  steps: readonly StoreStep[] = storeSteps,
): void {
  const database = new DatabaseSync(path, { timeout: 5000 });
  try {
    checkTables(database, path);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
    for (const step of stepsAfter(versionOf(database), steps)) {
      onStep(step);
      database.exec("BEGIN IMMEDIATE");
      try {
        database.exec(step.sql);
        database.exec(`PRAGMA user_version = ${step.to}; COMMIT`);
      } catch (cause) {
        if (database.isTransaction) database.exec("ROLLBACK");
        throw cause;
      }
    }
  } finally {
    database.close();
  }
}

/** What a server says that finds an older store: nobody's record is changed without a backup that was asked for. */
export function olderStore(path: string, version: number): LedgerError {
  return new LedgerError(
    "failed",
    `${path} was written by an older Isoward (store ${version}, this one writes ${schemaVersion})`,
    "run `isoward migrate`, which asks for a backup first",
  );
}
