/** The command line as somebody runs it, in a folder of its own. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { format } from "node:util";
import { vi } from "vitest";
import { packageFolder } from "../../app/write-schemas.ts";
import { run } from "../run.ts";

const { FORCE_COLOR: _, ...plainly }: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1" };

/** @param folder where it is run: `data` in it is the practice's folder where nothing else is said */
export function isowardIn(folder: string) {
  return (...args: readonly string[]) => {
    const ended = spawnSync(process.execPath, [join(packageFolder, "bin/isoward.js"), ...args], {
      encoding: "utf8",
      env: plainly,
      cwd: folder,
    });
    return { status: ended.status, out: ended.stdout, err: ended.stderr };
  };
}

/**
 * The same within this process, which takes less than half as long: for what is said, where it does not matter that a
 * process of its own says it. One call at a time.
 */
export function isowardHere(folder: string) {
  return async (...args: readonly string[]) => {
    let [out, err] = ["", ""];
    const before = { argv: process.argv, status: process.exitCode, folder: process.cwd() };
    const mask = process.umask();
    const printing = [
      vi.spyOn(console, "log").mockImplementation((...said) => (out += `${format(...said)}\n`)),
      vi.spyOn(console, "error").mockImplementation((...said) => (err += `${format(...said)}\n`)),
      vi.spyOn(process.stdout, "write").mockImplementation((text) => (out += String(text)) !== ""),
      vi.spyOn(process.stderr, "write").mockImplementation((text) => (err += String(text)) !== ""),
    ];
    begin(folder, args);
    try {
      await run();
      return { status: Number(process.exitCode ?? 0), out, err };
    } finally {
      for (const one of printing) one.mockRestore();
      process.argv = before.argv;
      process.exitCode = before.status;
      process.chdir(before.folder);
      process.umask(mask);
    }
  };
}

function begin(folder: string, args: readonly string[]): void {
  process.argv = [process.execPath, "isoward", ...args];
  process.exitCode = undefined;
  process.chdir(folder);
}
