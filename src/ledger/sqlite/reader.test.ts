import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { movedSql } from "./reader.ts";
import { entryTables } from "./schema.ts";

test("What has moved is looked up by its position, however long the ledger is", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-plan-"));
  const database = new DatabaseSync(join(folder, "ledger.sqlite"));
  database.exec(entryTables);
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${movedSql}`).all(1);
  const steps = plan.map(({ detail }) => String(detail));
  database.close();
  rmSync(folder, { recursive: true });
  expect(steps).toContain("SEARCH entries USING INTEGER PRIMARY KEY (rowid>?)");
  expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
});
