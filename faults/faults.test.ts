/** A sample of `npm run faults`: killed under load a server keeps its promises, and each planted defect breaks one. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { runKills } from "./run.ts";
import { type Defect, defects } from "./server.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function run(kills: number, defect: Defect) {
  const store = mkdtempSync(join(tmpdir(), "isoward-faults-test-"));
  folders.push(store);
  // Few patients and many clients: they get in each other's way as often as they can.
  return runKills({ store, kills, patients: 2, clients: 16, defect, mostMs: 200 });
}

describe("Killed under load", () => {
  test("a server keeps what it acknowledged, does nothing twice, and decides on what is there", async () => {
    const report = await run(2, "none");
    expect({ broken: report.violations, faults: report.faults }).toEqual({ broken: [], faults: 0 });
    expect(report.kills).toBe(2);
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  test.each(Object.keys(defects).filter((defect) => defect !== "none") as Defect[])(
    "with the defect %s it is caught",
    async (defect) => {
      const report = await run(8, defect);
      expect(report.violations.length).toBeGreaterThan(0);
    },
  );
});
