import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "./commands/index.ts";
import { execute } from "./execute.ts";
import { type OpenPractice, openPractice } from "./open-practice.ts";
import { patientState } from "./patient-state.ts";
import { patientStream } from "./practice.ts";
import { prescriber, readyPatient } from "./testing/ready-patient.ts";

describe("What people write in their own words", () => {
  const words = "Saw Mr Example about it";
  let folder = "";
  let practice: OpenPractice;
  let patient = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "isoward-words-"));
    practice = await openPractice(folder);
    patient = await readyPatient(practice);
    const by = { by: prescriber };
    await execute(practice, commands["start-medicine"], patient, { text: words }, by);
    const [medicine] = patientState(practice, patient)?.record.medicines ?? [];
    const ref = { ref: medicine?.id, reason: words, replacement: { text: `${words}, twice` } };
    await execute(practice, commands["correct-entry"], patient, ref, by);
  });
  afterAll(async () => {
    await practice.ledger.close();
    rmSync(folder, { recursive: true });
  });

  test("is read in its place, corrections of it too", () => {
    const { record } = patientState(practice, patient) ?? {};
    expect(record?.medicines.map(({ body }) => body.text)).toEqual([`${words}, twice`]);
    expect(record?.of("corrected").map(({ body }) => body.reason)).toEqual([words]);
  });

  test("stands in no open body", () => {
    const open = practice.ledger.read(patientStream(patient)).map(({ body }) => JSON.stringify(body));
    expect(open.length).toBeGreaterThan(20);
    expect(open.filter((body) => body.includes("Mr Example"))).toEqual([]);
  });

  test("is gone once the person is erased, and the rest is still read", async () => {
    await practice.ledger.erase(patientStream(patient));
    practice.histories.forget(patientStream(patient));
    const { record, version } = patientState(practice, patient) ?? {};
    expect(version).toBeGreaterThan(20);
    expect(record?.medicines.map(({ body }) => body.text)).toEqual([undefined]);
    expect(record?.of("corrected").map(({ body }) => body.reason)).toEqual(["—"]);
  });
});
