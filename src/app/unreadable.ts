/** A record that this program cannot read: a defect of ours, and of one patient's page alone. */
import { LedgerError } from "../ledger/ledger.ts";

export class UnreadableRecord extends Error {
  readonly patient: string;
  constructor(patient: string, cause: unknown) {
    super(`the record of ${patient} cannot be read`, { cause });
    this.patient = patient;
  }
}

/**
 * Reads something of one patient's record.
 *
 * @throws UnreadableRecord where that fails, so that others can go on without it; a ledger that is closed stays its own
 * error
 */
export async function reading<T>(patient: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const isEverybodys = cause instanceof LedgerError && cause.code !== "corrupt";
    throw isEverybodys || cause instanceof UnreadableRecord ? cause : new UnreadableRecord(patient, cause);
  }
}
