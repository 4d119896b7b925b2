/** Everything measured, each in a process of its own: ratios of one run, never a timed test. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const wanted = process.argv.slice(2);
for (const part of ["decide", "knowledge", "serve"]) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  const file = fileURLToPath(new URL(`./${part}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
