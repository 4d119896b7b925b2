/** How a server ends: by a signal, after what it began; at once by a second one, or where it no longer knows its state. */
import { randomUUID } from "node:crypto";
import { logged } from "../http/log.ts";

/** @param stop finishes what was begun, closes what is open */
export function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  const end = (signal: "SIGINT" | "SIGTERM") => {
    // What was acknowledged is on the disk already: ending at once loses nothing but answers on their way.
    if (asked) process.exit(signal === "SIGINT" ? 130 : 143);
    asked = true;
    console.log("Stopping: what was begun is finished first. A second signal ends it at once.");
    stop().then(
      () => process.exit(0),
      (cause: unknown) => brokenOff(cause),
    );
  };
  process.on("SIGINT", end);
  process.on("SIGTERM", end);
}

/** Says what nobody caught as the log says it, without what it quotes, and ends: what keeps it running starts it anew. */
export function endOnBugs(): void {
  process.on("uncaughtException", brokenOff);
  // A log that nobody reads any more, or that no longer fits on its disk, is no reason to stop serving.
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners("error");
    stream.on("error", () => {});
  }
}

function brokenOff(cause: unknown): never {
  logged(randomUUID(), cause);
  process.exit(1);
}
