#!/usr/bin/env node
// Starts the command line on the Node this package brings along (26), whatever Node the machine has.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../src/cli/main.ts", import.meta.url));
const major = Number(process.versions.node.split(".")[0]);

if (major >= 26) {
  await import(main);
} else {
  const own = fileURLToPath(new URL("../node_modules/node/bin/node", import.meta.url));
  if (!existsSync(own)) {
    console.error("isoward needs Node 26, which it installs itself: run `npm ci` in its folder first.");
    process.exit(2);
  }
  const run = spawn(own, [main, ...process.argv.slice(2)], { stdio: "inherit" });
  // A signal to this wrapper is meant for what it wraps: a server must not be left behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => run.kill(signal));
  run.on("exit", (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)));
}
