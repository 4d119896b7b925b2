/** What stands in the counter's row instead of a make of read models while a ledger is moved into its database, or once it left. */
import { LedgerError } from "../ledger.ts";

const begins = "moving ";

/** @param first the hash of the ledger's first entry */
export const movingMark = (first: string) => `${begins}${first}`;

export const isMoving = (readModels: string | null) => readModels?.startsWith(begins) === true;

const gone = "moved to ";

/** What stands there once it was moved out of its database: no server's make of read models, so none writes. */
export const movedMark = (to: string) => `${gone}${to}`;

/** Where it was moved to, where it was. */
export const movedTo = (readModels: string | null) =>
  readModels?.startsWith(gone) === true ? readModels.slice(gone.length) : undefined;

/** For whoever would use it as if all of it was there. */
export const halfMoved = () =>
  new LedgerError(
    "failed",
    "a ledger is being moved into this database, and not all of it is there yet",
    "run `isoward move` again, with the same --from and --to: it goes on where it ended",
  );
