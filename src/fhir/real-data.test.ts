import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { knowledge } from "./fixture.ts";
import { type Imported, importFhir, isImportProblem, resourcesOf } from "./import.ts";

const folder =
  process.env["ISOWARD_REAL_DATA"] ?? fileURLToPath(new URL("../../../shared/real", import.meta.url));
const isAbsent = !existsSync(folder);
const named = (says: string) =>
  isAbsent ? `SKIPPED, no third-party data (set ISOWARD_REAL_DATA): ${says}` : says;

function opened(file: string): readonly unknown[] {
  const json: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const resources = resourcesOf(json);
  if (isImportProblem(resources)) throw new Error(`${file}: ${resources.says}`);
  return resources;
}
function imported(resources: readonly unknown[]): Imported {
  const result = importFhir(resources, knowledge);
  if ("problems" in result) throw new Error(result.problems.map((problem) => problem.says).join("\n"));
  expect(result.account).toHaveLength(resources.length);
  for (const line of result.account)
    expect(line.became.length > 0 || line.leftAside !== undefined).toBe(true);
  return result;
}
const filesOf = (name: string, start = "") =>
  readdirSync(join(folder, name))
    .filter((file) => file.startsWith(start))
    .map((file) => join(name, file));
const countOf = (all: readonly Imported[], type: string) =>
  all.flatMap((one) => one.entries).filter((entry) => entry.type === type).length;

describe("third-party data", () => {
  test.skipIf(isAbsent)(
    named("13 bundles of CMS153 are accounted for: one plans isotretinoin 25 mg, one an injection"),
    () => {
      const all = filesOf("cms153", "tests-").map((file) => imported(opened(file)));
      expect(all).toHaveLength(13);
      expect(all.flatMap((one) => one.account)).toHaveLength(59);
      expect(all.flatMap((one) => one.orders)).toEqual([
        { order: "a5bfb7f1-83d8-4956-8a02-a73a3cf29160", capsuleMg: 25, refills: 0 },
      ]);
      expect(countOf(all, "contraception-started")).toBe(1);
    },
  );

  test.skipIf(isAbsent)(
    named("5 Synthea histories are accounted for: no orders, and the race code 2106-3 is no pregnancy test"),
    () => {
      const all = filesOf("synthea").map((file) => imported(opened(file)));
      expect(all).toHaveLength(5);
      expect(all.flatMap((one) => one.account)).toHaveLength(902);
      expect(all.flatMap((one) => one.orders)).toEqual([]);
      expect(countOf(all, "weight-measured")).toBe(23);
      expect(countOf(all, "lab-resulted")).toBe(21);
      expect(countOf(all, "result-unread")).toBe(0);
      expect(countOf(all, "medicine-started")).toBe(11);
      expect(countOf(all, "condition-recorded")).toBe(30);
      expect(countOf(all, "pregnancy-test-collected")).toBe(0);
    },
  );

  test.skipIf(isAbsent)(
    named(
      "the CodeX prototype's patient: an order of unknown strength for 45 days, a weight of 155 mg on no day",
    ),
    () => {
      const result = imported(filesOf("codex-rems").flatMap(opened));
      expect(result.account).toHaveLength(32);
      expect(result.orders).toEqual([
        {
          order: "pat017-mr-IPledge",
          capsules: 90,
          dailyMg: 40,
          dosesPerDay: 2,
          days: 45,
          indication: { id: "lupus-nephritis", text: expect.stringContaining("lupus") },
          refills: 3,
        },
      ]);
      expect(
        result.undated
          .map((fact) => [fact.resource, fact.type] as const)
          .toSorted(([a], [b]) => a.localeCompare(b)),
      ).toEqual([
        ["Condition/cond017a", "condition-recorded"],
        ["Observation/obs017-alt-test", "lab-resulted"],
        ["Observation/obs017-ast-test", "lab-resulted"],
        ["Observation/obs017BodyWeight", "weight-measured"],
      ]);
      expect(result.undated.find((fact) => fact.type === "weight-measured")?.body).toEqual({
        kg: 0.000155,
        written: "155 mg",
      });
    },
  );
});
