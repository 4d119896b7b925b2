/**
 * `npm run bench`: everything in one run, written to docs/speed.md and docs/speed.svg. Numbers of one run compare with
 * one another, and no test asserts any. `--quick` shows that all of it runs; `--into FOLDER` writes elsewhere; `--store SQLite` is that one alone.
 * `npm run bench -- decide` or `knowledge` prints that part alone.
 */
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fullSize, quickSize } from "./measured.ts";
import { drawing, page } from "./report.ts";
import { run } from "./run.ts";

const { values, positionals } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    into: { type: "string" },
    store: { type: "string" },
  },
  allowPositionals: true,
});

for (const part of positionals) {
  const file = fileURLToPath(new URL(`./${part}.ts`, import.meta.url));
  const { status } = spawnSync(process.execPath, [file], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
if (positionals.length === 0) {
  const into = values.into ?? fileURLToPath(new URL("../docs", import.meta.url));
  const size = values.quick ? quickSize : fullSize;
  const stores = size.stores.filter((store) => values.store === undefined || values.store === store);
  const measured = await run({ ...size, stores }, (what) => console.error(`… ${what}`));
  writeFileSync(join(into, "speed.md"), page(measured));
  writeFileSync(join(into, "speed.svg"), drawing(measured));
  console.log(page(measured));
}
