#!/usr/bin/env node
// Starts the command line on the Node this package brings along (26), whatever Node the machine has.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import * as nodeModule from "node:module";
import { fileURLToPath } from "node:url";

const own = fileURLToPath(import.meta.url);
const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const major = Number(process.versions.node.split(".")[0]);

// What was compiled before is not compiled again: a start takes half the time, and less memory.
const cache = fileURLToPath(new URL("../node_modules/.cache/isoward/compiled", import.meta.url));

if (major >= 26) {
  nodeModule.enableCompileCache?.(cache);
  process.env.NODE_COMPILE_CACHE ??= cache; // for the processes and threads it starts
  try {
    await import(main);
  } catch (cause) {
    // The package has moved on and what it needs has not: a stack trace helps nobody.
    const missing = /^Cannot find package '([^']+)'/.exec(cause?.message ?? "");
    if (cause?.code !== "ERR_MODULE_NOT_FOUND" || missing === null) throw cause;
    console.error(`isoward: "${missing[1]}" is needed and not installed\n  → run \`npm ci\` in its folder`);
    process.exit(2);
  }
} else {
  const node = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
  if (!existsSync(node) || process.argv0 === "isoward") {
    console.error("isoward needs Node 26, which it installs itself: run `npm ci` in its folder first.");
    process.exit(2);
  }
  const env = { NODE_COMPILE_CACHE: cache, ...process.env };
  const run = spawn(node, ["--max-semi-space-size=16", own, ...process.argv.slice(2)], {
    argv0: "isoward", // by which it is known below that this is the Node of the package, and none further is started
    stdio: "inherit",
    env,
  });
  // A signal to this wrapper is meant for what it wraps: a server must not be left behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
  run.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}
