/** Files that nobody but their owner may read, whatever the folder around them allows. */
import { chmodSync, existsSync, writeFileSync } from "node:fs";

/** Of a file that nobody else on the machine may read. */
export const ownerAlone = 0o600;

/**
 * Makes a file where there is none, and takes it and its logs from everybody else where others could read it. Before
 * SQLite opens it: a log takes over what its file allows. A file that is there is not opened, which would drop the
 * locks that this process holds on it.
 */
export function ownFile(path: string): void {
  if (!existsSync(path)) make(path);
  for (const one of [path, `${path}-wal`, `${path}-shm`, `${path}-journal`])
    if (existsSync(one)) chmodSync(one, ownerAlone);
}

function make(path: string): void {
  try {
    writeFileSync(path, "", { flag: "wx", mode: ownerAlone });
  } catch (cause) {
    // Of two who make it at once, the second finds it there.
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  }
}
