/** What stands in the counter's row instead of a make of read models while a ledger is moved into its database. */
import { LedgerError } from "../ledger.ts";

const begins = "moving ";

/** @param first the hash of the ledger's first entry */
export const movingMark = (first: string) => `${begins}${first}`;

export const isMoving = (readModels: string | null) => readModels?.startsWith(begins) === true;

/** For whoever would use it as if all of it was there. */
export const halfMoved = () =>
  new LedgerError(
    "failed",
    "a ledger is being moved into this database, and not all of it is there yet",
    "run `isoward move` again, with the same --from and --to: it goes on where it ended",
  );
