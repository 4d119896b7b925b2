/** What a ledger's old place says once the ledger was moved: it is written to no more, and where it went. */
import { LedgerError } from "../ledger.ts";

/** @param to as it may be told: without a password */
export const movedAway = (to: string) =>
  new LedgerError(
    "failed",
    `this ledger was moved to ${to}: what is here is its old place, and nothing is written here any more`,
    "set the settings to the new one and start there; where the move was broken off, run `isoward move` again, to there",
  );

/** The old place, as long as nobody else writes to it. */
export interface OldPlace {
  /** Where it was moved, or is being moved, to. */
  movedTo(): Promise<string | undefined>;
  /** From then on no server opens it to write. */
  markMoved(to: string): Promise<void>;
}
