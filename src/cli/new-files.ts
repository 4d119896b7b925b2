/** Files that a command writes: none that is there already is ever written over, whatever somebody typed. */
import { existsSync, statSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { newFile } from "../ledger/backup.ts";
import { LedgerError } from "../ledger/ledger.ts";

/** @throws LedgerError where a file is there, its folder is not, or one is named twice: said before an hour of copying */
export function refuseOlderFiles(...files: readonly (string | undefined)[]): void {
  const named = new Set<string>();
  for (const file of files) {
    if (file === undefined) continue;
    const path = resolve(file);
    const folder = dirname(path);
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
      throw new LedgerError(
        "failed",
        `${folder} is no folder, so ${file} cannot be written`,
        "make it, or name another",
      );
    if (existsSync(path))
      throw new LedgerError("failed", `${file} exists already`, "name a file that does not exist");
    if (named.has(path))
      throw new LedgerError("failed", `${file} is named twice`, "name a file for each of them");
    named.add(path);
  }
}

/** Writes a file that is there once all of it is, its owner's alone. @throws LedgerError where one is there already */
export const writeNew = (file: string, text: string): Promise<void> =>
  newFile(file, (partial) => Promise.resolve(writeFileSync(partial, text, { mode: 0o600 })));
