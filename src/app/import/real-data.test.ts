import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { entryTypes } from "../../core/entry.ts";
import { foldRecord, type Record } from "../../core/record.ts";
import { verify } from "../../ledger/verify.ts";
import { readHistory } from "../history.ts";
import { type ImportResult, importFiles } from "./import-files.ts";
import { by, clinic, importing } from "./testing/importing.ts";

const real =
  process.env["ISOWARD_REAL_DATA"] ?? fileURLToPath(new URL("../../../../shared/real", import.meta.url));
const isAbsent = !existsSync(real);
const named = (says: string) =>
  isAbsent ? `SKIPPED, no third-party data (set ISOWARD_REAL_DATA): ${says}` : says;
const filesOf = (name: string, start = "") =>
  readdirSync(join(real, name))
    .filter((file) => file.startsWith(start))
    .map((file) => join(real, name, file));

const { practice, folder, stateOf, close } = await importing();
afterAll(close);

async function imported(paths: readonly string[], more = {}) {
  const result: ImportResult = await importFiles(practice, paths, { by }, { clinic, site: "first", ...more });
  if ("problems" in result) throw new Error(result.problems.map(({ says }) => says).join("\n"));
  for (const { became, leftAside } of result.account)
    expect(became.length > 0 || leftAside !== undefined).toBe(true);
  return result;
}

/** How often each kind of fact stands in a record; a registration and what came without a day aside. */
function says(record: Record): string[] {
  const told = entryTypes
    .filter(
      (type) => type !== "registered" && type !== "document-imported" && type !== "undated-fact-imported",
    )
    .map((type) => [type, record.of(type).filter(({ id }) => !id.endsWith("~undated")).length] as const);
  return [...told.filter(([, times]) => times > 0), ["undated", record.undated.length]].map(String);
}

/** The same as the importer reads it, without a ledger. */
function asRead(paths: readonly string[]): string[] {
  const history = readHistory(paths, practice.knowledge);
  if ("problems" in history) throw new Error(JSON.stringify(history.problems));
  return says(foldRecord(history.entries, { at: practice.now(), zone: "Asia/Tokyo" }, history.undated));
}

describe("third-party data in the ledger", () => {
  test.skipIf(isAbsent)(
    named(
      "5 Synthea histories become 5 patients, with 902 resources accounted for; again they change nothing",
    ),
    async () => {
      const patients: string[] = [];
      let accounted = 0;
      for (const file of filesOf("synthea")) {
        const seen: number[] = [];
        const first = await imported([file], {
          onProgress: (done: number, all: number) => seen.push(done / all),
        });
        expect(first.created).toBe(true);
        expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
        patients.push(first.patient);
        expect(says((await stateOf(first.patient)).record)).toEqual(asRead([file]));
        accounted += first.account.length;
        const position = await practice.ledger.position();
        const again = await imported([file]);
        expect(again).toMatchObject({ patient: first.patient, written: 0, superseded: 0 });
        expect(again.account.map(({ resource }) => resource)).toEqual(
          first.account.map(({ resource }) => resource),
        );
        expect(await practice.ledger.position()).toBe(position);
      }
      expect(new Set(patients).size).toBe(5);
      expect(accounted).toBe(902);
      for (const patient of patients) expect((await stateOf(patient)).personal.name).toMatch(/\w+ \w+/);
    },
  );

  test.skipIf(isAbsent)(
    named(
      "the CodeX prototype's patient, one resource a file: the order is proposed, what has no day stands apart",
    ),
    async () => {
      const paths = filesOf("codex-rems");
      const result = await imported(paths);
      expect(result.account).toHaveLength(32);
      expect(result.proposals).toMatchObject([{ order: "pat017-mr-IPledge", days: 45 }]);
      const order = result.account.find(({ resource }) => resource === "MedicationRequest/pat017-mr-IPledge");
      expect(order).toMatchObject({ became: [], leftAside: { reason: "order-proposed" } });
      const { record } = await stateOf(result.patient);
      expect(says(record)).toEqual(asRead(paths));
      expect(record.undated.length).toBeGreaterThanOrEqual(4);
      expect(await imported(paths.toReversed())).toMatchObject({ patient: result.patient, unchanged: 32 });
    },
  );

  test.skipIf(isAbsent)(named("13 patients of CMS153"), async () => {
    const numbers = new Set<string>();
    for (const path of filesOf("cms153", "tests-")) {
      const result = await imported([path], { notTheSameAs: [...numbers] });
      expect(result.created).toBe(true);
      numbers.add(result.patient);
    }
    expect(numbers.size).toBe(13);
    expect((await verify(folder)).faults).toEqual([]);
  });
});
