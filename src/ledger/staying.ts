/** Files that are open, and no longer stand where they were: what is written to them would be gone with their last user. */
import { statSync } from "node:fs";
import { LedgerError } from "./ledger.ts";

/**
 * @param paths files of ours; one that is not there yet is not looked after
 * @returns throws a LedgerError once one of them was moved, replaced or deleted
 */
export function staying(...paths: readonly string[]): () => void {
  const files = paths.flatMap((path) => {
    const at = whichOf(path);
    return at === undefined ? [] : [{ path, at }];
  });
  return () => {
    for (const { path, at } of files)
      if (whichOf(path) !== at)
        throw new LedgerError(
          "failed",
          `${path} is no longer the file that was opened: nothing was written`,
          "put it back where it was, or stop the server; what was acknowledged is in the file that was moved",
        );
  };
}

function whichOf(path: string): string | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? undefined : `${found.dev} ${found.ino}`;
}
