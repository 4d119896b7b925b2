/** Servers to be killed, each a process of its own, as anybody starts them or with a defect planted in it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Kept } from "./kept.ts";
import { type Defect, startPlanted } from "./server.ts";

const planted = fileURLToPath(new URL("./server.ts", import.meta.url));
/** Where `isoward` keeps what it compiled: a start takes half the time. */
const compiled = fileURLToPath(new URL("../node_modules/.cache/isoward/compiled", import.meta.url));
const isoward = fileURLToPath(new URL("../bin/isoward.js", import.meta.url));

export interface Serving {
  readonly url: string;
  readonly pid: number;
  /** As hard as a process can be killed; resolves once it is gone. */
  kill(): Promise<void>;
  /** As an administrator ends it. */
  stop(): Promise<void>;
}

export interface Start {
  /** `usual`: the command `isoward serve`; else the same server with a defect, or with none. */
  readonly as: "usual" | Defect;
  /** Loaded by the process before anything else. */
  readonly preload?: string | undefined;
  readonly environment?: Readonly<Record<string, string>>;
}

/** What a server said that ended before it answered. */
export class NotStarted extends Error {
  readonly status: number | null;
  readonly said: string;

  constructor(status: number | null, said: string) {
    super(`the server ended with ${status} before it answered: ${said}`);
    this.status = status;
    this.said = said;
  }
}

/** @throws NotStarted */
export async function serve(kept: Kept, how: Start): Promise<Serving> {
  const child = spawned(kept, how);
  const ended = once(child, "close");
  const url = await addressOf(child);
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { url, pid: child.pid ?? 0, kill: () => end("SIGKILL"), stop: () => end("SIGTERM") };
}

/** In this process, where it cannot be killed: it is ended instead. */
export async function serveHere(kept: Kept, as: Defect): Promise<Serving> {
  const { url, close } = await startPlanted(kept, as);
  return { url, pid: process.pid, kill: close, stop: close };
}

function spawned({ folder, database }: Kept, { as, preload, environment = {} }: Start): ChildProcess {
  const loading = preload === undefined ? [] : ["--import", preload];
  const command =
    as === "usual"
      ? [isoward, "serve", "--port", "0", "--data", folder, "--no-demo", "--log", "off"]
      : [planted, folder, as, ...(database === undefined ? [] : [database])];
  const told = database === undefined || as !== "usual" ? {} : { ISOWARD_DATABASE: database };
  return spawn(process.execPath, [...loading, ...command], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, ...told, ...environment, NO_COLOR: "1" },
  });
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    child.once("close", (status) => reject(new NotStarted(status, said.trim())));
    // After it answers it may say what it likes.
    const more = (text: Buffer) => {
      if (said.length < 100_000) said += text.toString();
    };
    child.stderr?.on("data", more);
    child.stdout?.on("data", (text: Buffer) => {
      more(text);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(text.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
  });
}
