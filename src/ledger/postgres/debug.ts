/**
 * FOR TESTS ALONE. Defects planted on purpose, to prove that the suite would find them, and a slow COMMIT. `openPostgres`
 * never passes any of this; only `openPostgresWithDebug` does.
 */
export interface Debug {
  readonly defect?:
    | "positions-unlocked" // takes positions as a sequence would: others may commit later ones first
    | "early-acknowledge" // answers before COMMIT
    | "blind-retry" // appends again what may have been committed, without looking
    | "no-recheck" // decides on the versions as they stood before the lock was had
    | undefined;
  /** How long each COMMIT waits, in milliseconds; called for each. */
  readonly commitDelayMs?: (() => number) | undefined;
}
