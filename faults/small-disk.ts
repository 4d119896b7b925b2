/** A disk so small that it fills up: one of memory, which only root may mount. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface SmallDisk {
  readonly folder: string;
  /** Takes the room that there is, but for a little. */
  fill(): void;
  /** Gives it back. */
  free(): void;
  remove(): void;
}

/** Undefined where nobody lets us mount one. */
export function smallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "isoward-small-disk-"));
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "ignore" });
  try {
    run("mount", "-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder);
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill() {
      const { bavail, bsize } = statfsSync(folder);
      const left = Math.floor(Math.random() * mostLeft);
      try {
        writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - left)));
      } catch (cause) {
        // Somebody else took some meanwhile: then it is full as well.
        if ((cause as NodeJS.ErrnoException).code !== "ENOSPC") throw cause;
      }
    },
    free: () => rmSync(ballast, { force: true }),
    remove() {
      run("umount", "-l", folder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Bytes: some entries more. */
const mostLeft = 150_000;
