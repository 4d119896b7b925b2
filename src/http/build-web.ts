/** Builds the web app where there is none, or where what it is made of has changed since. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Where the built app stands. */
export const webFolder: string = join(root, "dist", "web");

const madeOf = ["knowledge", "examples", "src", "vite.config.ts", "package.json"];

/** Whether dist/web is missing or older than anything it is made of. */
export function isWebStale(): boolean {
  const page = join(webFolder, "index.html");
  if (!existsSync(page)) return true;
  const built = statSync(page).mtimeMs;
  return madeOf.some((name) => newest(join(root, name)) > built);
}

/** Builds the app in a process of its own, so that a server does not keep the memory it took. */
export async function buildWebApart(): Promise<void> {
  const { spawn } = await import("node:child_process");
  const run = spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ["ignore", "inherit", "pipe"],
  });
  let said = "";
  run.stderr.on("data", (text: Buffer) => {
    said += text.toString();
  });
  const code = await new Promise<number | null>((resolve) => run.once("exit", resolve));
  if (code !== 0) throw new Error(`the web app cannot be built: ${said.trim()}`);
}

/** Builds the app into dist/web: a second or two. */
export async function buildWeb(): Promise<void> {
  const { build } = await import("vite");
  // Vite keeps a NODE_ENV that stands already (a test runner's), and React would ship its slow development half.
  const { NODE_ENV: before } = process.env;
  process.env["NODE_ENV"] = "production";
  try {
    const configFile = join(root, "vite.config.ts");
    await build({ configFile, configLoader: "native", logLevel: "error", mode: "production" });
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

function newest(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time shows that a file in it is gone.
  return readdirSync(path).reduce(
    (latest, name) => Math.max(latest, newest(join(path, name))),
    found.mtimeMs,
  );
}

if (import.meta.main) await buildWeb();
