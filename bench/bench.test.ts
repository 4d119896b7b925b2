import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
const into = mkdtempSync(join(tmpdir(), "isoward-bench-into-"));
afterAll(() => rmSync(into, { recursive: true }));

describe("The bench", () => {
  // PostgreSQL too would take as long again.
  test("measures, and writes a page and a picture of what it found", { timeout: 300_000 }, () => {
    const options = ["--quick", "--store", "SQLite", "--into", into];
    execFileSync(process.execPath, [main, ...options], { stdio: ["ignore", "ignore", "pipe"] });
    const page = readFileSync(join(into, "speed.md"), "utf8");
    expect(page).toContain("| SQLite, 100 patients | **");
    // In so short a run few samples are taken, or none: what they are told as, profile.test.ts says.
    expect(page).toMatch(/the main thread is busy \d+ % of the time/);
    expect(page).toContain("| 20 | ");
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
    const drawn = readFileSync(join(into, "speed.svg"), "utf8");
    expect(drawn).toContain("authorisations, SQLite");
    expect(drawn).not.toMatch(/NaN|undefined|Infinity/);
  });
});
