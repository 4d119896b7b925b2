import { closeSync, fsyncSync, openSync } from "node:fs";

/** Waits until a file, or a folder's list of names, is on the disk. Never for the files of an open ledger: see lock.ts. */
export function sync(path: string) {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
