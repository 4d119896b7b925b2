/** A ledger that tells how its appends end: for those who watch a server. What is appended is nobody's business here. */
import type { Appended, Ledger } from "../ledger/ledger.ts";

export interface LedgerWatch {
  /** @param ms until it was durable, or known to be refused */
  appended(outcome: Appended["is"] | "failed", entries: number, ms: number): void;
  /** So many commands shared a transaction. */
  batch(size: number): void;
}

export function watchedLedger<L extends Ledger>(ledger: L, watch: LedgerWatch): L {
  return {
    ...ledger,
    async append(append) {
      const began = performance.now();
      const ended = (outcome: Appended["is"] | "failed", entries = 0) =>
        watch.appended(outcome, entries, performance.now() - began);
      try {
        const appended = await ledger.append(append);
        ended(appended.is, appended.is === "appended" ? appended.entries.length : 0);
        return appended;
      } catch (cause) {
        ended("failed");
        throw cause;
      }
    },
  };
}
