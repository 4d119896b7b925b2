/** Entries and folders for the ledger's own tests. */
import { randomUUIDv7 } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json, NewEntry } from "../ledger.ts";

/** An entry nobody but its id sets apart; `hidden` is its private part. */
export function entry(type: string, body: Json = {}, hidden?: Json): NewEntry {
  return {
    id: randomUUIDv7(),
    type,
    schema: 1,
    happened: { day: "2026-11-02", at: "2026-11-02T01:30:00Z", zone: "Asia/Tokyo" },
    recordedAt: "2026-11-02T01:31:00Z",
    actor: { role: "nurse", id: "staff/7", authenticated: true },
    clinic: "clinic/1",
    site: "site/1",
    source: { kind: "manual", ref: "form 3" },
    body,
    ...(hidden === undefined ? {} : { private: hidden }),
  };
}

/** A body of about 6 kB, as a decision with its findings has. */
export const decisionBody = (number: number): Json => ({
  number,
  digest: "c".repeat(64),
  findings: Array.from({ length: 30 }, (_, index) => ({
    rule: `a-claim-that-should-be-true-${index}`,
    verdict: (number + index) % 7 === 0 ? "wait" : "pass",
    reason: "in-window",
    facts: { from: 20_000 + number, to: 20_007 + number, days: 7, note: "specimen collected" },
    cites: ["label-us", "programme-2026"],
  })),
});

/** A new folder, removed when the tests end: hand `remove` to `afterAll`. */
export function temporaryFolders() {
  const made: string[] = [];
  return {
    make(): string {
      const folder = mkdtempSync(join(tmpdir(), "isoward-ledger-"));
      made.push(folder);
      return folder;
    },
    remove() {
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The read models of the tests. */
export const projector = new URL("./projector.ts", import.meta.url);
