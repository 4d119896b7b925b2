/** Who wrote an entry, and for whom: what the core does not reason with, and rights of others hang on. */
import type { History } from "./histories.ts";

export interface Writer {
  readonly clinic: string | undefined;
  /** Undefined where nobody was signed in. */
  readonly account: string | undefined;
}

/** Who wrote the entry of this id; nobody is known where there is none. */
export function whoWrote({ entries, writtenAt, accounts }: History, id: string): Writer {
  const index = entries.findIndex((one) => one.id === id);
  return { clinic: writtenAt[index], account: accounts[index] };
}
