/** Servers of the bench, each a process of its own. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { processorSeconds } from "./processor.ts";
import type { Place } from "./store.ts";

const own = fileURLToPath(new URL("./server.ts", import.meta.url));
const cli = fileURLToPath(new URL("../bin/isoward.js", import.meta.url));

export interface Running {
  readonly url: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly startMs: number;
  residentMb(): number;
  processorSeconds(): number;
  stop(): Promise<void>;
}

/** A server whose rights are held, as the bench asks it. @param profiles a folder for what `--cpu-prof` writes */
export function serve({ folder, database }: Place, profiles?: string): Promise<Running> {
  const profiling =
    profiles === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${profiles}`, "--cpu-prof-interval=500"];
  return start([...profiling, own, folder, ...(database === undefined ? [] : [database])]);
}

/** `isoward serve`, as anybody starts it. */
export function serveAsUsual({ folder }: Place): Promise<Running> {
  return start([cli, "serve", "--port", "0", "--data", folder, "--no-demo", "--log", "off"]);
}

async function start(command: readonly string[]): Promise<Running> {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--max-semi-space-size=16", ...command], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressOf(child);
  await (await fetch(`${url}/api/questions`)).arrayBuffer();
  const startMs = performance.now() - begun;
  child.stdout.resume();
  return {
    url,
    startMs,
    residentMb: () =>
      Number(execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" })) / 1024,
    processorSeconds: () => processorSeconds(child.pid ?? 0),
    async stop() {
      const over = once(child, "exit");
      child.kill("SIGTERM");
      await over;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    child.stdout?.on("data", (text: Buffer) => {
      said += text.toString();
      const found = /http:\/\/[^\s]+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}

/** The profiles of a process that has ended, one for each of its threads. */
export function profilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".cpuprofile"))
    .map((name) => join(folder, name));
}
