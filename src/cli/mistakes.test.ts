import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../app/commands/index.ts";
import { execute } from "../app/execute.ts";
import { openPractice } from "../app/open-practice.ts";
import { patientState } from "../app/patient-state.ts";
import { prescriber, readyPatient, supplyOf } from "../app/testing/ready-patient.ts";
import { isowardIn } from "./testing/isoward.ts";

describe("isoward, where something is not as it should be", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-mistakes-"));
  const isoward = isowardIn(folder);
  const data = join(folder, "data");
  let number = "";
  beforeAll(async () => {
    const practice = await openPractice(data);
    const patient = await readyPatient(practice);
    // Decided with knowledge that nobody kept.
    const lost = { ...practice, knowledge: { ...practice.knowledge, digest: "f".repeat(64) } };
    await execute(lost, commands["authorise-supply"], patient, supplyOf(), { by: prescriber });
    number = patientState(practice, patient)?.record.authorisations[0]?.number ?? "";
    await practice.ledger.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("backup says that a folder is missing before anything is copied", () => {
    for (const option of ["--root", "--erasures", "--keys"]) {
      const { status, err } = isoward("backup", "copy.sqlite", option, join("nowhere", "file.json"));
      expect(status).toBe(2);
      expect(err).toMatch(/nowhere is no folder/);
      expect(existsSync(join(folder, "copy.sqlite"))).toBe(false);
    }
  });

  test("rerun says that knowledge was not kept, with status 1", () => {
    const { status, out } = isoward("rerun", number);
    expect(out).toMatch(/was not kept, so it cannot be decided again/);
    expect(status).toBe(1);
  });

  test("record takes rows of a policy as JSON, and says what is no list", () => {
    const policy = ["record", "sign-policy", "tokyo-monthly", "--policy", "laboratory", "--signed-by", "X"];
    const rows = JSON.stringify([{ analyte: "alt", fromGrade: 2, action: "stop" }]);
    const signed = isoward(...policy, "--rows", rows);
    expect([signed.status, signed.err]).toEqual([0, ""]);
    const wrong = isoward(...policy, "--rows", "{}");
    expect(wrong.status).toBe(2);
    expect(wrong.err).toMatch(/JSON list/);
  });

  test("a server that holds the practice and does not answer is named, with status 2", async () => {
    const practice = await openPractice(data);
    practice.ledger.announce({ url: "http://127.0.0.1:9" });
    const { status, err } = isoward(
      "record",
      "leave-programme",
      "tokyo-monthly",
      "--programme",
      "x",
      "--party",
      "site",
      "--as",
      "administrator",
    );
    expect(err).toMatch(/does not answer at http:\/\/127\.0\.0\.1:9/);
    expect(err).not.toMatch(/TypeError|at .*\.ts/);
    expect(status).toBe(2);
    await practice.ledger.close();
  });
});
