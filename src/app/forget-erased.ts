/**
 * Erased by another server: what this one remembers of the person goes too. Whoever reads a record anew is shown the
 * erasure anyway; this is for what is kept in memory and nobody asks for.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { patients } from "./histories.ts";
import type { Practice } from "./practice.ts";
import { forgetLine } from "./views/today.ts";

/** After the store could not be read. */
const againMs = 1000;

/** Follows the ledger until the signal aborts, or it is closed. To be begun before anything is read. */
export async function forgetErased(practice: Practice, signal: AbortSignal): Promise<void> {
  const { ledger, histories } = practice;
  let position: number | undefined;
  while (!signal.aborted) {
    try {
      position ??= await ledger.position();
      for await (const { type, stream, position: at } of ledger.follow(position, signal)) {
        if (type === "person-erased") {
          histories.forget(stream);
          forgetLine(practice, stream.slice(patients.length));
        }
        position = at;
      }
      return;
    } catch {
      // It goes on where it was: an erasure that was not seen is not lost.
      await sleep(againMs, undefined, { signal }).catch(() => {});
    }
  }
}
