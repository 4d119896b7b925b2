import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../app/commands/index.ts";
import { execute } from "../app/execute.ts";
import { openPractice } from "../app/open-practice.ts";
import { patientState } from "../app/patient-state.ts";
import { prescriber, readyPatient, supplyOf } from "../app/testing/ready-patient.ts";
import { packageFolder } from "../app/write-schemas.ts";
import { isowardHere, isowardIn } from "./testing/isoward.ts";

describe("isoward, where something is not as it should be", () => {
  const folder = mkdtempSync(join(tmpdir(), "isoward-mistakes-"));
  const isoward = isowardHere(folder);
  const data = join(folder, "data");
  let number = "";
  beforeAll(async () => {
    const practice = await openPractice(data);
    const patient = await readyPatient(practice);
    // Decided with knowledge that nobody kept.
    const lost = { ...practice, knowledge: { ...practice.knowledge, digest: "f".repeat(64) } };
    await execute(lost, commands["authorise-supply"], patient, supplyOf(), { by: prescriber });
    number = (await patientState(practice, patient))?.record.authorisations[0]?.number ?? "";
    await practice.ledger.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("says which Isoward it is, whoever asks about a mistake", async () => {
    expect((await isoward("--version")).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("tells whose account is linked from the role in which it is done", async () => {
    const { out } = await isoward("record", "link-account", "--help");
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "--linked-as <text> whose account it is (`as` in the API; here `--as` is the role you write in) (choices:",
    );
  });

  test("backup says that a folder is missing before anything is copied", async () => {
    for (const option of ["--root", "--erasures", "--keys"]) {
      const { status, err } = await isoward("backup", "copy.sqlite", option, join("nowhere", "file.json"));
      expect(status).toBe(2);
      expect(err).toMatch(/nowhere is no folder/);
      expect(existsSync(join(folder, "copy.sqlite"))).toBe(false);
    }
  });

  test("rerun says that knowledge was not kept, with status 1", async () => {
    const { status, out } = await isoward("rerun", number);
    expect(out).toMatch(/was not kept, so it cannot be decided again/);
    expect(status).toBe(1);
  });

  test("record takes rows of a policy as JSON, and says what is no list", async () => {
    const policy = ["record", "sign-policy", "tokyo-monthly", "--policy", "laboratory", "--signed-by", "X"];
    const rows = JSON.stringify([{ analyte: "alt", fromGrade: 2, action: "stop" }]);
    const signed = await isoward(...policy, "--rows", rows);
    expect([signed.status, signed.err]).toEqual([0, ""]);
    const wrong = await isoward(...policy, "--rows", "{}");
    expect(wrong.status).toBe(2);
    expect(wrong.err).toMatch(/JSON list/);
  });

  test("says in the terms of what was typed which row is wrong, and as the API's problem under --json", async () => {
    const typed = ["plan", "--weight-kg", "60", "--days-off", "from=2027-01-01", "--on", "2026-11-22"];
    expect((await isoward(...typed)).err).toBe("isoward: --days-off (row 1): days=…: this must be given\n");
    expect((await isoward(...typed, "--lang", "ja")).err).toContain("--days-off(1行目): days=…: 必ず");
    const { status, out, err } = await isoward(...typed, "--json");
    expect([status, err]).toEqual([2, ""]);
    expect(JSON.parse(out)).toMatchObject({
      type: "/problems/does-not-fit",
      instance: "/api/questions/plan",
      errors: [{ pointer: "#/daysOff/0/days", text: { en: "this must be given" } }],
    });
  });

  test("says as JSON too that nothing is called so, and that there is no such option", async () => {
    const nowhere = await isoward("plan", "--under", "atlantis", "--json");
    expect([nowhere.status, nowhere.err]).toEqual([2, ""]);
    expect(JSON.parse(nowhere.out)).toMatchObject({ status: 422, errors: [{ parameter: "--under" }] });
    const option = await isoward("plan", "--wieght", "60", "--json");
    expect([option.status, option.err]).toEqual([2, ""]);
    expect(JSON.parse(option.out)).toMatchObject({
      errors: [{ detail: expect.stringContaining("--wieght") }],
    });
  });

  test("a package that was not installed is named with what installs it, and no stack", () => {
    const other = join(folder, "moved-on");
    mkdirSync(join(other, "bin"), { recursive: true });
    mkdirSync(join(other, "src/cli"), { recursive: true });
    writeFileSync(join(other, "package.json"), JSON.stringify({ type: "module" }));
    copyFileSync(join(packageFolder, "bin/isoward.js"), join(other, "bin/isoward.js"));
    writeFileSync(join(other, "src/cli/main.ts"), 'import "package-of-tomorrow";\n');
    const run = spawnSync(process.execPath, [join(other, "bin/isoward.js")], { encoding: "utf8" });
    expect([run.status, run.stderr]).toEqual([
      2,
      'isoward: "package-of-tomorrow" is needed and not installed\n  → run `npm ci` in its folder\n',
    ]);
  });

  test("a server that holds the practice and does not answer is named, with status 2", async () => {
    const practice = await openPractice(data);
    practice.ledger.announce({ url: "http://127.0.0.1:9" });
    const { status, err } = isowardIn(folder)(
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
