import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "./commands/index.ts";
import { erasePerson } from "./erase-person.ts";
import { execute, requestOf } from "./execute.ts";
import { importFiles } from "./import/import-files.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import { register } from "./register.ts";
import { prescriber } from "./testing/ready-patient.ts";
import { findPatients } from "./views/find-patients.ts";
import { todayView } from "./views/today.ts";

const clinic = "tokyo-monthly";
const by = { by: prescriber };

describe("Somebody who was erased", () => {
  let folder = "";
  let practice: OpenPractice;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-erased-"));
    practice = await openPractice(folder);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("is found by no name, in no list and by no identifier; the record stays and takes alarms", async () => {
    const person = { name: "山田 花子", kana: "やまだ はなこ", birthDate: "2001-02-03" };
    const { patient = "" } = await register(practice, clinic, person, by);
    const fhir = {
      resourceType: "Patient",
      id: "p1",
      birthDate: "2001-02-03",
      identifier: [{ system: "urn:hospital", value: "12345" }],
    };
    const file = { name: "p.json", text: JSON.stringify(fhir) };
    const imported = await importFiles(practice, [file], by, { clinic, patient });
    expect("problems" in imported).toBe(false);
    const names = async () => {
      const { items } = await findPatients(practice, { clinic, search: "山田" });
      const { lines = [] } = (await todayView(practice, clinic)) ?? {};
      return [...items.map(({ name }) => name), ...lines.map(({ name }) => name ?? undefined)];
    };
    const identities = async () => (await practice.ledger.query("SELECT * FROM view_identity")).length;
    expect([await names(), await identities()]).toEqual([[person.name, person.name], 2]);

    const proof = await erasePerson(practice, patient, prescriber);
    expect(proof?.stream).toBe(`patient/${patient}`);
    expect([await names(), await identities()]).toEqual([[undefined], 0]);
    expect(await erasePerson(practice, patient, prescriber)).toEqual(proof);
    expect((await patientState(practice, patient))?.history.entries.at(-1)?.type).toBe("person-erased");

    const lapse = { what: "a condom broke", note: "told by telephone" };
    expect((await execute(practice, commands["report-contraception-lapse"], patient, lapse, by)).is).toBe(
      "done",
    );
    expect((await patientState(practice, patient))?.record.of("contraception-lapsed")).toHaveLength(1);
  });

  test("was never in the digest of a request", () => {
    const meta = { ...by, idempotencyKey: "k" };
    const digest = (command: string, input: object) => requestOf(command, clinic, input, meta);
    expect(digest("register", { name: "A", birthDate: "2000-01-01" })).toBe(
      digest("register", { name: "B", birthDate: "2000-01-01" }),
    );
    expect(digest("register", { name: "A", birthDate: "2000-01-01" })).not.toBe(
      digest("register", { name: "A", birthDate: "2000-01-02" }),
    );
    expect(digest("override-finding", { reason: "a" })).not.toBe(digest("override-finding", { reason: "b" }));
  });
});

describe("The list of patients", () => {
  test("has the birth date that stands: corrected, and put back where the correction is withdrawn", async () => {
    const folder = mkdtempSync(join(tmpdir(), "isoward-born-"));
    const practice = await openPractice(folder);
    const { patient = "" } = await register(practice, clinic, { name: "A", birthDate: "2001-02-03" }, by);
    const correct = async (input: object) => {
      const done = await execute(practice, commands["correct-entry"], patient, { reason: "x", ...input }, by);
      if (done.is !== "done") throw new Error(JSON.stringify(done));
      return done.entries[0]?.id;
    };
    const born = async () =>
      (await findPatients(practice, { clinic })).items.map(({ birthDate }) => birthDate);
    const ref = (await patientState(practice, patient))?.history.entries[0]?.id;
    const mended = await correct({ ref, replacement: { birthDate: "2002-02-03" } });
    expect(await born()).toEqual(["2002-02-03"]);
    await correct({ ref: mended, withdrawn: true });
    expect(await born()).toEqual(["2001-02-03"]);
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });
});
