/** Starts `child.ts`, kills it as hard as a process can be killed, and gives what it had acknowledged by then. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Acknowledged, ChildOptions } from "./child.ts";

const childPath = fileURLToPath(new URL("./child.ts", import.meta.url));

/** How to start the child, for whoever wants to start it under something else. */
export const childCommand = (folder: string, options: ChildOptions) => [
  process.execPath,
  childPath,
  folder,
  JSON.stringify(options),
];

/** Kills it with SIGKILL on the acknowledgement with this number, after so many milliseconds more. */
export async function killAfter(
  folder: string,
  options: ChildOptions,
  kill: { readonly acknowledgements: number; readonly ms?: number },
): Promise<Acknowledged[]> {
  const lines = await runChild(folder, options, (count, child) => {
    if (count !== kill.acknowledgements) return;
    if (kill.ms === undefined) child.kill("SIGKILL");
    else setTimeout(() => child.kill("SIGKILL"), kill.ms);
  });
  return lines.map((line) => JSON.parse(line) as Acknowledged);
}

/** The whole lines it printed after it had opened the ledger. */
async function runChild(
  folder: string,
  options: ChildOptions,
  onLines: (count: number, child: ChildProcess) => void,
): Promise<string[]> {
  const [command = "", ...args] = childCommand(folder, options);
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  let text = "";
  let count = -1;
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (more: string) => {
    text += more;
    const whole = more.split("\n").length - 1;
    for (let line = 0; line < whole; line += 1) onLines((count += 1), child);
  });
  await once(child, "close");
  // What stands after the last line break was cut off by the kill.
  return text.split("\n").slice(1, -1);
}

/** A child that has opened the ledger and holds it; end it with `kill`. */
export async function holdingChild(folder: string): Promise<{ pid: number; kill(): Promise<void> }> {
  const [command = "", ...args] = childCommand(folder, { writers: 1 });
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
  const [first] = (await Promise.race([once(child.stdout, "data"), once(child, "close")])) as unknown[];
  if (!Buffer.isBuffer(first)) throw new Error("the child could not open the ledger");
  child.stdout.resume();
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill("SIGKILL");
      await once(child, "close");
    },
  };
}
