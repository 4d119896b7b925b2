import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type At, at } from "../core/calendar.ts";
import type { Knowledge } from "../core/knowledge/schema.ts";
import { authoriseSupply } from "./commands/authorise-supply.ts";
import { dispenseSupply } from "./commands/dispense-supply.ts";
import { execute, type Result } from "./execute.ts";
import { knowledgeFolder, readKnowledge } from "./knowledge-files.ts";
import { openPractice } from "./open-practice.ts";
import { type Rerun, rerun } from "./rerun.ts";
import { pharmacist, prescriber, readyPatient, supplyOf } from "./testing/ready-patient.ts";

const june = at("2026-06-10T10:00:00+09:00");
const november = at("2026-11-20T10:00:00+09:00");

describe("A decision stored months ago", () => {
  let folder = "";
  let number = "";
  const during = async <T>(
    now: At,
    knowledge: Knowledge | undefined,
    use: (of: Awaited<ReturnType<typeof openPractice>>) => Promise<T> | T,
  ) => {
    const practice = await openPractice(join(folder, "data"), {
      now: () => now,
      ...(knowledge === undefined ? {} : { knowledge }),
    });
    try {
      return await use(practice);
    } finally {
      await practice.ledger.close();
    }
  };
  const runAgain = (knowledge?: Knowledge) =>
    during(november, knowledge, async (practice) => {
      const found = await rerun(practice, number);
      if ("refused" in found) throw new Error(found.refused);
      return found;
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-rerun-"));
    await during(june, undefined, async (practice) => {
      const patient = await readyPatient(practice, "ready-can");
      number = numberOf(
        await execute(practice, authoriseSupply, patient, supplyOf("ready-can"), { by: prescriber }),
      );
      const pack = { number, lot: "A1", expiresOn: "2027-12-31" };
      const dispense = () => execute(practice, dispenseSupply, patient, pack, { by: pharmacist });
      // What is written later was not read then.
      const both = [(await dispense()).is, (await dispense()).is];
      if (both.join() !== "done,refused") throw new Error(`dispensed: ${both.join()}`);
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is decided again to the same findings, when it was authorised and when it was dispensed", async () => {
    const found = await runAgain();
    expect(found.map(({ question }) => question)).toEqual(["supply", "dispensing"]);
    for (const one of found) {
      expect(one).toMatchObject({ number, verdict: "pass", again: [], today: [] });
      expect(one.rules.is).toBe(one.rules.was);
      expect(one.knowledge).toMatchObject({ kept: true });
    }
  });

  test("names the rules that differ once the knowledge has changed, and still gives the same under its own", async () => {
    const changed = withChange(
      join("protocols", "jp-selfpay.yaml"),
      "doseOrdinaryMaximumMgPerKg: [{ since: 2021-12-13, value: 1,",
      "doseOrdinaryMaximumMgPerKg: [{ since: 2021-12-13, value: 0.6,",
    );
    const found: readonly Rerun[] = await runAgain(changed);
    for (const one of found) {
      expect(one.knowledge.is).not.toBe(one.knowledge.was);
      expect(one.again).toEqual([]);
      expect(one.today.map(({ rule }) => rule)).toEqual(["dose-is-within-limits"]);
      expect(one.today[0]?.was?.verdict).toBe("pass");
      expect(one.today[0]?.is?.verdict).toBe("ask");
    }
  });

  test("is not found under a number nobody gave", async () => {
    await during(november, undefined, async (practice) => {
      expect(await rerun(practice, "K7QX-2M9P-4TR9")).toMatchObject({ refused: "not-a-number" });
      expect(
        await rerun(
          practice,
          number.replace(/^./, (first) => (first === "A" ? "B" : "A")),
        ),
      ).toHaveProperty("refused");
    });
  });

  /** Knowledge as it would be after somebody edited a file. */
  function withChange(path: string, from: string, to: string): Knowledge {
    const copy = mkdtempSync(join(folder, "knowledge-"));
    cpSync(knowledgeFolder, copy, { recursive: true });
    const text = readFileSync(join(copy, path), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(copy, path), text.replace(from, to));
    return readKnowledge(copy);
  }
});

function numberOf(result: Result): string {
  const body = result.is === "done" ? result.entries[0]?.body : undefined;
  if (typeof body === "object" && body !== null && "number" in body) return body.number as string;
  throw new Error(JSON.stringify(result));
}
