/** The command line as somebody runs it, in a folder of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packageFolder } from "../../app/write-schemas.ts";

const { FORCE_COLOR: _, ...plainly }: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1" };

/** @param folder where it is run: `data` in it is the practice's folder where nothing else is said */
export function isowardIn(folder: string) {
  return (...args: readonly string[]) => {
    const run = spawnSync(process.execPath, [join(packageFolder, "bin/isoward.js"), ...args], {
      encoding: "utf8",
      env: plainly,
      cwd: folder,
    });
    return { status: run.status, out: run.stdout, err: run.stderr };
  };
}
